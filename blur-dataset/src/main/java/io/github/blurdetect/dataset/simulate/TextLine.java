package io.github.blurdetect.dataset.simulate;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.dataset.simulate.internal.XHeights;
import java.util.Objects;

/**
 * One line or block of text on a page.
 *
 * @param box where it lies, in the page's pixels
 * @param text what it says
 * @param xHeight height of its small letters in pixels, above 0; for Chinese the height of a
 *     character's body
 * @param role what it is to the document
 * @param stroke mean width of the pen's strokes in pixels where it is written by hand, 0 for print
 */
public record TextLine(Box box, String text, double xHeight, Role role, double stroke) {

  /** What a text is to the document it stands in. */
  public enum Role {
    /** What the reader wants to know. */
    CONTENT,
    /** The name of a field, standing left of the field. */
    FIELD_NAME
  }

  /**
   * Checks the line.
   *
   * @throws IllegalArgumentException if the x-height is not above 0 or the stroke below 0
   */
  public TextLine {
    Objects.requireNonNull(box, "box");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(role, "role");
    if (!(xHeight > 0)) {
      throw new IllegalArgumentException("x-height is " + xHeight + ", expected above 0");
    }
    if (!(stroke >= 0)) {
      throw new IllegalArgumentException("stroke is " + stroke + ", expected at least 0");
    }
  }

  /**
   * Makes a line of print.
   *
   * @param box where it lies, in the page's pixels
   * @param text what it says
   * @param xHeight height of its small letters in pixels, above 0
   * @param role what it is to the document
   */
  public TextLine(Box box, String text, double xHeight, Role role) {
    this(box, text, xHeight, role, 0);
  }

  /**
   * Makes a line of a page, its x-height measured from the pixels: the median height of the pieces
   * of ink over the median height, in x-heights, of the characters that the text is made of.
   *
   * @param luma the page
   * @param box where the line lies
   * @param text what it says
   * @return the line
   */
  public static TextLine measured(LumaPlane luma, Box box, String text) {
    return new TextLine(box, text, XHeights.measure(luma, box, text), Role.CONTENT);
  }

  /**
   * Tells whether the text holds Chinese characters.
   *
   * @return true if at least one is Han
   */
  public boolean chinese() {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
