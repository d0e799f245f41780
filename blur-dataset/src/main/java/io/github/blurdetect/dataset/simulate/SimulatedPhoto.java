package io.github.blurdetect.dataset.simulate;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.simulate.internal.Homography;
import java.util.List;

/** A simulated photo with what is known about it. Immutable but for the array that it hands out. */
public final class SimulatedPhoto {

  /**
   * One line of the page's text, in the photo.
   *
   * @param box where it lies
   * @param text what it says
   * @param role what it is to the document
   * @param xHeight in photo pixels
   * @param rmsRadius size of the blur at the line's middle, in pixels
   * @param contrast paper less ink before the blur, in 8-bit code values
   * @param stroke mean width of the pen's strokes in photo pixels, 0 for print
   */
  public record Line(
      Box box,
      String text,
      TextLine.Role role,
      double xHeight,
      double rmsRadius,
      double contrast,
      double stroke) {

    /**
     * Returns the local strength of the blur.
     *
     * @return RMS radius over x-height
     */
    public double strength() {
      return rmsRadius / xHeight;
    }
  }

  private final PhotoPlan plan;
  private final BlurImage image;
  private final byte[] jpeg;
  private final double xHeight;
  private final double rmsRadius;
  private final List<Line> lines;
  private final Homography pageToPhoto;

  SimulatedPhoto(
      PhotoPlan plan,
      BlurImage image,
      byte[] jpeg,
      double xHeight,
      double rmsRadius,
      List<Line> lines,
      Homography pageToPhoto) {
    this.plan = plan;
    this.image = image;
    this.jpeg = jpeg;
    this.xHeight = xHeight;
    this.rmsRadius = rmsRadius;
    this.lines = List.copyOf(lines);
    this.pageToPhoto = pageToPhoto;
  }

  /**
   * Returns what was drawn.
   *
   * @return the plan
   */
  public PhotoPlan plan() {
    return plan;
  }

  /**
   * Returns the pixels before compression.
   *
   * @return grey or RGB
   */
  public BlurImage image() {
    return image;
  }

  /**
   * Returns the compressed photo itself, not a copy.
   *
   * @return a JPEG file; must not be written to
   */
  public byte[] jpeg() {
    return jpeg;
  }

  /**
   * Returns the page's median x-height in the photo.
   *
   * @return pixels
   */
  public double xHeight() {
    return xHeight;
  }

  /**
   * Returns the size of the blur where it is full.
   *
   * @return RMS radius in pixels
   */
  public double rmsRadius() {
    return rmsRadius;
  }

  /**
   * Returns the text.
   *
   * @return in the page's order; empty where the text is not known
   */
  public List<Line> lines() {
    return lines;
  }

  /**
   * Returns how the page lies in the photo.
   *
   * @return from page to photo pixels
   */
  public Homography pageToPhoto() {
    return pageToPhoto;
  }
}
