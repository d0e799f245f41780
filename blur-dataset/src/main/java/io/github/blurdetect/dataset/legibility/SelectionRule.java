package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import io.github.blurdetect.dataset.simulate.TextLine.Role;
import java.util.List;

/**
 * The rule by which photos are chosen for a set: clear when fewer than two text blocks are blurred,
 * blurred when more than half are, else marginal and left out.
 *
 * <p>The left column, the names of the fields, is left out while it is clear and counted when most
 * of it is blurred.
 */
public final class SelectionRule {

  private static final int FEW = 2;

  private SelectionRule() {}

  /**
   * A text block.
   *
   * @param role what it is to the document
   * @param blurred whether it can no longer be read
   */
  public record Block(Role role, boolean blurred) {}

  /**
   * Decides.
   *
   * @param blocks the photo's text blocks
   * @return the label; marginal where there are none
   */
  public static Label label(List<Block> blocks) {
    long names = count(blocks, Role.FIELD_NAME, false);
    long blurredNames = count(blocks, Role.FIELD_NAME, true);
    boolean countNames = 2 * blurredNames > names;
    long all = count(blocks, Role.CONTENT, false) + (countNames ? names : 0);
    long blurred = count(blocks, Role.CONTENT, true) + (countNames ? blurredNames : 0);
    if (all == 0) {
      return Label.MARGINAL;
    }
    if (2 * blurred > all) {
      return Label.BLURRED;
    }
    return blurred < FEW ? Label.CLEAR : Label.MARGINAL;
  }

  private static long count(List<Block> blocks, Role role, boolean onlyBlurred) {
    return blocks.stream().filter(b -> b.role() == role && (b.blurred() || !onlyBlurred)).count();
  }
}
