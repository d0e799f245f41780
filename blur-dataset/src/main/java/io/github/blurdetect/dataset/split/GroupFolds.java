package io.github.blurdetect.dataset.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Seeded splits of photos into parts that share no group, each part with about its share of either
 * class.
 *
 * <p>Groups are shuffled, then dealt out from the largest to the smallest, each to the part that
 * lacks its photos most. The same photos, groups and seed give the same split on every machine.
 */
public final class GroupFolds {
  private GroupFolds() {}

  /**
   * Splits into folds of equal size for cross-validation.
   *
   * @param groups each photo's group
   * @param blurred each photo's label
   * @param folds number of folds, at least 2
   * @param seed seed of the shuffle
   * @return each photo's fold, 0 to {@code folds - 1}
   * @throws IllegalArgumentException if folds is under 2, the lengths differ, or there are fewer
   *     groups than folds
   */
  public static int[] assign(List<String> groups, boolean[] blurred, int folds, long seed) {
    if (folds < 2) {
      throw new IllegalArgumentException("folds is " + folds + ", expected at least 2");
    }
    double[] shares = new double[folds];
    Arrays.fill(shares, 1.0 / folds);
    return deal(groups, blurred, shares, seed);
  }

  /**
   * Splits into two parts.
   *
   * @param groups each photo's group
   * @param blurred each photo's label
   * @param heldOut share of the photos to hold out, between 0 and 1
   * @param seed seed of the shuffle
   * @return whether each photo is held out
   * @throws IllegalArgumentException if the share is not between 0 and 1, the lengths differ, or
   *     there is one group only
   */
  public static boolean[] holdOut(
      List<String> groups, boolean[] blurred, double heldOut, long seed) {
    if (!(heldOut > 0 && heldOut < 1)) {
      throw new IllegalArgumentException("share is " + heldOut + ", expected between 0 and 1");
    }
    int[] parts = deal(groups, blurred, new double[] {1 - heldOut, heldOut}, seed);
    boolean[] out = new boolean[parts.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = parts[i] == 1;
    }
    return out;
  }

  private static int[] deal(List<String> groups, boolean[] blurred, double[] shares, long seed) {
    if (groups.size() != blurred.length) {
      throw new IllegalArgumentException(
          groups.size() + " groups and " + blurred.length + " labels, expected as many");
    }
    Map<String, int[]> counts = new LinkedHashMap<>();
    double[] totals = new double[2];
    for (int i = 0; i < blurred.length; i++) {
      int label = blurred[i] ? 1 : 0;
      counts.computeIfAbsent(groups.get(i), name -> new int[2])[label]++;
      totals[label]++;
    }
    if (counts.size() < shares.length) {
      throw new IllegalArgumentException(
          counts.size() + " groups, expected at least " + shares.length);
    }
    Map<String, Integer> parts = dealOut(order(counts, seed), counts, totals, shares);
    return groups.stream().mapToInt(parts::get).toArray();
  }

  private static List<String> order(Map<String, int[]> counts, long seed) {
    List<String> order = new ArrayList<>(counts.keySet());
    Collections.sort(order); // So that the order of the photos makes no difference.
    shuffle(order, new SplittableRandom(seed));
    order.sort(
        Comparator.comparingInt((String name) -> sum(counts.getOrDefault(name, new int[2])))
            .reversed());
    return order;
  }

  private static void shuffle(List<String> names, SplittableRandom random) {
    for (int i = names.size() - 1; i > 0; i--) {
      Collections.swap(names, i, random.nextInt(i + 1));
    }
  }

  private static int sum(int[] pair) {
    return pair[0] + pair[1];
  }

  private static Map<String, Integer> dealOut(
      List<String> order, Map<String, int[]> counts, double[] totals, double[] shares) {
    double[][] dealt = new double[shares.length][2];
    boolean[] used = new boolean[shares.length];
    Map<String, Integer> parts = new LinkedHashMap<>();
    int empty = shares.length;
    for (int i = 0; i < order.size(); i++) {
      int[] group = counts.getOrDefault(order.get(i), new int[2]);
      boolean onlyEmpty = order.size() - i <= empty; // No part may stay empty.
      int part = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int p = 0; p < shares.length; p++) {
        double lack = lack(group, dealt[p], totals, shares[p]);
        if (lack > most && !(onlyEmpty && used[p])) {
          most = lack;
          part = p;
        }
      }
      empty -= used[part] ? 0 : 1;
      used[part] = true;
      dealt[part][0] += group[0];
      dealt[part][1] += group[1];
      parts.put(order.get(i), part);
    }
    return parts;
  }

  /** How much of this group's photos the part still lacks, relative to what it should get. */
  private static double lack(int[] group, double[] dealt, double[] totals, double share) {
    double lack = 0;
    for (int label = 0; label < 2; label++) {
      if (group[label] > 0) {
        lack += group[label] * (1 - dealt[label] / (share * totals[label]));
      }
    }
    return lack;
  }
}
