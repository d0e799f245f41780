package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.dataset.simulate.PhotoLabeller;
import io.github.blurdetect.dataset.simulate.PhotoRecord;
import io.github.blurdetect.dataset.simulate.SimulatedPhoto;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Labels a photo by what OCR still reads of it.
 *
 * <p>The share is the number of true words read at their places in the photo over the number read
 * on the page as it stands: at least 0.9 is clear, at most 0.5 blurred, in between marginal. The
 * program is given the part that holds the text. A flat photo in even light is read as it is; one
 * in a scene is laid straight first, at its own scale, and uneven light is taken out, so that the
 * share tells of blur, noise and size and not of the program's difficulty with rims, cloth and
 * shadows. A page of which fewer than {@value #LEAST_WORDS} words are read as it stands tells
 * nothing, nor does a photo over which the program does not end: they are marginal.
 */
public final class OcrLabeller implements PhotoLabeller {

  /** Least share of words of a clear photo. */
  public static final double CLEAR_SHARE = 0.9;

  /** Greatest share of words of a blurred photo. */
  public static final double BLURRED_SHARE = 0.5;

  private static final int LEAST_WORDS = 5;

  private final Map<String, TesseractOcr> readers = new ConcurrentHashMap<>();
  private final Map<String, Integer> onSharpPage = new ConcurrentHashMap<>();

  /**
   * Makes a labeller for one source of pages: their groups must differ.
   *
   * @throws OcrException if the program, or its data for English, is absent
   */
  public OcrLabeller() throws OcrException {
    reader("eng");
  }

  @Override
  public Legibility label(SourcePage page, SimulatedPhoto photo) throws OcrException {
    List<String> truth = page.lines().stream().map(TextLine::text).toList();
    TesseractOcr ocr =
        reader(page.lines().stream().anyMatch(TextLine::chinese) ? "chi_sim" : "eng");
    int sharp = onSharpPage(ocr, page, truth);
    List<Integer> words = truth.stream().map(t -> WordMatcher.words(t).size()).toList();
    int[] read;
    try {
      read = read(ocr, Pictures.ofPhoto(page, photo), truth);
    } catch (OcrException e) {
      if (e.problem() == OcrException.Problem.TIMED_OUT) {
        return new Legibility(
            PhotoRecord.Label.MARGINAL, PhotoRecord.LabelBy.OCR, null, words, null);
      }
      throw e;
    }
    double share = sharp == 0 ? 0 : (double) Arrays.stream(read).sum() / sharp;
    PhotoRecord.Label label = sharp < LEAST_WORDS ? PhotoRecord.Label.MARGINAL : labelOf(share);
    List<Integer> wordsRead = Arrays.stream(read).boxed().toList();
    return new Legibility(label, PhotoRecord.LabelBy.OCR, share, words, wordsRead);
  }

  /**
   * Returns the label that a share stands for.
   *
   * @param share words read over words read on the sharp page
   * @return clear, blurred or marginal
   */
  public static PhotoRecord.Label labelOf(double share) {
    if (share >= CLEAR_SHARE) {
      return PhotoRecord.Label.CLEAR;
    }
    return share <= BLURRED_SHARE ? PhotoRecord.Label.BLURRED : PhotoRecord.Label.MARGINAL;
  }

  private TesseractOcr reader(String language) throws OcrException {
    TesseractOcr reader = readers.get(language);
    if (reader == null) {
      reader = TesseractOcr.find(language);
      readers.put(language, reader);
    }
    return reader;
  }

  private int onSharpPage(TesseractOcr ocr, SourcePage page, List<String> truth)
      throws OcrException {
    Integer known = onSharpPage.get(page.group());
    if (known == null) {
      known = Arrays.stream(read(ocr, Pictures.ofPage(page), truth)).sum();
      onSharpPage.put(page.group(), known);
    }
    return known;
  }

  /** Returns for each line how many of its words were read at its place. */
  private static int[] read(TesseractOcr ocr, TextArea area, List<String> truth)
      throws OcrException {
    return WordMatcher.inLines(area.boxes(), truth, ocr.read(Pictures.pnm(area.image())));
  }
}
