package io.github.blurdetect.dataset.simulate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a set says about one of its photos: one line of {@code photos.jsonl}.
 *
 * @param image path below the set's folder, with forward slashes
 * @param group name of the page
 * @param seed what the photo was drawn from
 * @param width pixels in a row
 * @param height rows
 * @param xHeight median x-height in the photo, in pixels
 * @param scale photo pixels per page pixel
 * @param noiseSigma standard deviation of the noise on the paper, in 8-bit code values
 * @param jpegQuality 1 to 100
 * @param scene what the page lies on
 * @param blur the blur
 * @param lines the page's text
 * @param wordShare words read over words read on the sharp page, or null where nobody read
 * @param label clear, blurred or between
 * @param labelBy what the label rests on
 */
public record PhotoRecord(
    String image,
    String group,
    long seed,
    int width,
    int height,
    double xHeight,
    double scale,
    double noiseSigma,
    int jpegQuality,
    Scene scene,
    Blur blur,
    List<Line> lines,
    @Nullable Double wordShare,
    Label label,
    LabelBy labelBy) {

  /** Copies the list. */
  public PhotoRecord {
    Objects.requireNonNull(image, "image");
    lines = List.copyOf(lines);
  }

  /**
   * The blur of a photo.
   *
   * @param kind what blurs
   * @param kernel name of the measured kernel, else empty
   * @param rmsRadius where the blur is full, in pixels
   * @param strength RMS radius over the photo's x-height
   * @param coverage how much of the photo is blurred
   */
  public record Blur(
      BlurKind kind, String kernel, double rmsRadius, double strength, Coverage coverage) {}

  /**
   * One line of text in the photo.
   *
   * @param box where it lies
   * @param text what it says
   * @param role what it is to the document
   * @param xHeight in pixels
   * @param rmsRadius size of the blur at the line's middle, in pixels
   * @param contrast paper less ink before the blur, in 8-bit code values, or null where not known
   * @param words words that the text holds
   * @param wordsRead words that were read there, or null where nobody read
   * @param stroke mean width of the pen's strokes in pixels, 0 for print
   */
  public record Line(
      Box box,
      String text,
      TextLine.Role role,
      double xHeight,
      double rmsRadius,
      @Nullable Double contrast,
      int words,
      @Nullable Integer wordsRead,
      double stroke) {

    /**
     * Makes a line of print.
     *
     * @param box where it lies
     * @param text what it says
     * @param role what it is to the document
     * @param xHeight in pixels
     * @param rmsRadius size of the blur at the line's middle, in pixels
     * @param contrast paper less ink before the blur, in 8-bit code values, or null
     * @param words words that the text holds
     * @param wordsRead words that were read there, or null where nobody read
     */
    public Line(
        Box box,
        String text,
        TextLine.Role role,
        double xHeight,
        double rmsRadius,
        @Nullable Double contrast,
        int words,
        @Nullable Integer wordsRead) {
      this(box, text, role, xHeight, rmsRadius, contrast, words, wordsRead, 0);
    }
  }

  /** Whether a photo can be read. */
  public enum Label {
    /** It can: not blurred. */
    CLEAR("Good_License"),
    /** It can't: blurred. */
    BLURRED("Bad_License"),
    /** In between: left out of tests, and of training unless asked for. */
    MARGINAL("Marginal");

    private final String folder;

    Label(String folder) {
      this.folder = folder;
    }

    /**
     * Returns the folder for such photos.
     *
     * @return a folder's name
     */
    public String folder() {
      return folder;
    }
  }

  /** What a label rests on. */
  public enum LabelBy {
    /** An OCR program read the photo. */
    OCR,
    /** A rule on the blur of each text block. */
    RULE
  }
}
