package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.dataset.simulate.PhotoRecord;
import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How well the {@link BlockRule} and the {@link SelectionRule} agree with what OCR read, on a set
 * that was labelled by OCR; and the fitting of the block rule to such a set.
 *
 * <p>By OCR a block is blurred when at most half of its words were read. Blocks of fewer than
 * {@value #LEAST_WORDS} words tell too little and are left out.
 */
public final class RuleAgreement {

  private static final int LEAST_WORDS = 2;
  private static final int GRID = 40;
  private static final double PIXEL_STEP = 0.05;
  private static final double NOISE_STEP = 0.1;

  private RuleAgreement() {}

  /**
   * A text block that OCR read.
   *
   * @param rmsRadius size of the blur in pixels
   * @param height x-height, or height of a Chinese character's body, in pixels
   * @param sigma standard deviation of the noise in code values
   * @param contrast paper less ink in code values
   * @param blurred whether at most half of its words were read
   */
  public record Block(
      double rmsRadius, double height, double sigma, double contrast, boolean blurred) {}

  /**
   * Counts of blocks.
   *
   * @param bothClear clear by OCR and by rule
   * @param onlyRule blurred by rule alone
   * @param onlyOcr blurred by OCR alone
   * @param bothBlurred blurred by both
   */
  public record Blocks(int bothClear, int onlyRule, int onlyOcr, int bothBlurred) {

    /**
     * Returns the share of blocks on which both agree.
     *
     * @return in [0, 1]; NaN without blocks
     */
    public double share() {
      int all = bothClear + onlyRule + onlyOcr + bothBlurred;
      return (double) (bothClear + bothBlurred) / all;
    }
  }

  /**
   * Collects the blocks of a script.
   *
   * @param photos a set labelled by OCR
   * @param chinese whether blocks with Chinese characters are wanted, or those without
   * @return the blocks whose contrast is known
   */
  public static List<Block> blocks(List<PhotoRecord> photos, boolean chinese) {
    List<Block> blocks = new ArrayList<>();
    for (PhotoRecord photo : photos) {
      for (PhotoRecord.Line line : photo.lines()) {
        Integer read = line.wordsRead();
        Double contrast = line.contrast();
        if (read != null
            && contrast != null
            && line.words() >= LEAST_WORDS
            && WordMatcher.chinese(line.text()) == chinese) {
          blocks.add(
              new Block(
                  line.rmsRadius(),
                  line.xHeight(),
                  photo.noiseSigma(),
                  contrast,
                  2 * read <= line.words()));
        }
      }
    }
    return blocks;
  }

  /**
   * Compares a rule with OCR, block by block.
   *
   * @param rule the rule
   * @param blocks what OCR read
   * @return counts
   */
  public static Blocks compare(BlockRule rule, List<Block> blocks) {
    int[] counts = new int[4];
    for (Block block : blocks) {
      boolean byRule =
          rule.blurred(block.rmsRadius(), block.height(), block.sigma(), block.contrast());
      counts[(block.blurred() ? 2 : 0) + (byRule ? 1 : 0)]++;
    }
    return new Blocks(counts[0], counts[1], counts[2], counts[3]);
  }

  /**
   * Compares labels, photo by photo.
   *
   * @param photos a set labelled by OCR
   * @return by OCR's label, then by the rule's: how many photos
   */
  public static Map<Label, Map<Label, Integer>> photos(List<PhotoRecord> photos) {
    Map<Label, Map<Label, Integer>> counts = new EnumMap<>(Label.class);
    for (Label label : Label.values()) {
      counts.put(label, new EnumMap<>(Label.class));
    }
    for (PhotoRecord photo : photos) {
      if (photo.lines().stream().allMatch(l -> l.contrast() != null)) {
        counts.getOrDefault(photo.label(), Map.of()).merge(byRule(photo), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Label byRule(PhotoRecord photo) {
    List<SelectionRule.Block> blocks = new ArrayList<>();
    for (PhotoRecord.Line line : photo.lines()) {
      Double contrast = line.contrast();
      boolean blurred =
          RuleLabeller.ruleFor(WordMatcher.chinese(line.text()))
              .blurred(
                  line.rmsRadius(),
                  line.xHeight(),
                  photo.noiseSigma(),
                  contrast == null ? 0 : contrast);
      blocks.add(new SelectionRule.Block(line.role(), blurred));
    }
    return SelectionRule.label(blocks);
  }

  /**
   * Fits a rule: over a grid of pixel and noise weights, the limit with the least sum of the two
   * shares of error, among clear blocks and among blurred ones.
   *
   * @param blocks what OCR read, some clear and some blurred
   * @return the best rule
   * @throws IllegalArgumentException if all blocks are clear or all are blurred
   */
  public static BlockRule fit(List<Block> blocks) {
    long blurred = blocks.stream().filter(Block::blurred).count();
    if (blurred == 0 || blurred == blocks.size()) {
      throw new IllegalArgumentException(
          blurred + " of " + blocks.size() + " blocks are blurred, expected some of each kind");
    }
    BlockRule best = new BlockRule(1, 0, 0);
    double least = Double.MAX_VALUE;
    for (int p = 0; p <= GRID; p++) {
      for (int n = 0; n <= GRID; n++) {
        BlockRule scale = new BlockRule(1, PIXEL_STEP * p, NOISE_STEP * n);
        double[] found = bestLimit(scale, blocks, blurred);
        if (found[0] < least) {
          least = found[0];
          best = new BlockRule(found[1], scale.pixel(), scale.noise());
        }
      }
    }
    return best;
  }

  private record Spread(double value, boolean blurred) {}

  /** The least error and the limit that gives it. */
  private static double[] bestLimit(BlockRule scale, List<Block> blocks, long blurred) {
    List<Spread> spreads = new ArrayList<>();
    for (Block b : blocks) {
      double spread = scale.spread(b.rmsRadius(), b.height(), b.sigma(), b.contrast());
      spreads.add(new Spread(Math.min(spread, 1e6), b.blurred()));
    }
    spreads.sort(Comparator.comparingDouble(Spread::value));
    double clear = blocks.size() - blurred;
    double missed = 0; // blurred blocks below the limit
    double wrong = clear; // clear blocks above it
    double[] best = {Double.MAX_VALUE, 1};
    for (int i = 0; i + 1 < spreads.size(); i++) {
      missed += spreads.get(i).blurred() ? 1 : 0;
      wrong -= spreads.get(i).blurred() ? 0 : 1;
      double error = missed / blurred + wrong / clear;
      double limit = (spreads.get(i).value() + spreads.get(i + 1).value()) / 2;
      if (error < best[0] && limit > 0) {
        best = new double[] {error, limit};
      }
    }
    return best;
  }
}
