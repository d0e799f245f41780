package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.dataset.simulate.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the true words that OCR read.
 *
 * <p>A word is a run of at least two Latin letters or digits, upper-cased, or a single Chinese
 * character. Words are compared as a multiset: each true word can be read once, and the order does
 * not matter.
 */
public final class WordMatcher {

  private static final Pattern WORD = Pattern.compile("[0-9A-Z]{2,}|\\p{IsHan}");

  private WordMatcher() {}

  /**
   * Returns a text's words.
   *
   * @param text any
   * @return in the text's order
   */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toUpperCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /**
   * Tells whether a text holds Chinese characters.
   *
   * @param text any
   * @return true if at least one is Han
   */
  public static boolean chinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /**
   * Counts the true words that were read anywhere on the page.
   *
   * @param truth the page's lines
   * @param read what OCR read
   * @return at most the number of true words
   */
  public static int onPage(List<String> truth, List<OcrWord> read) {
    List<String> trueWords = truth.stream().flatMap(t -> words(t).stream()).toList();
    return common(trueWords, read.stream().flatMap(w -> words(w.text()).stream()).toList());
  }

  /**
   * Counts the true words that were read at their line's place. A read word belongs to the line
   * whose box holds its centre, widened by a third of the box's height; of several, to the one
   * whose middle is nearest.
   *
   * @param boxes the lines' places
   * @param truth the lines' text
   * @param read what OCR read
   * @return one count a line
   */
  public static int[] inLines(List<Box> boxes, List<String> truth, List<OcrWord> read) {
    List<List<String>> found = new ArrayList<>();
    boxes.forEach(box -> found.add(new ArrayList<>()));
    for (OcrWord word : read) {
      int line = line(boxes, word.box().centreX(), word.box().centreY());
      if (line >= 0) {
        found.get(line).addAll(words(word.text()));
      }
    }
    int[] counts = new int[boxes.size()];
    Arrays.setAll(counts, i -> common(words(truth.get(i)), found.get(i)));
    return counts;
  }

  private static int line(List<Box> boxes, int x, int y) {
    int best = -1;
    double nearest = Double.MAX_VALUE;
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      int slack = Math.max(1, box.height() / 3);
      boolean inside =
          x >= box.left() - slack
              && x < box.right() + slack
              && y >= box.top() - slack
              && y < box.bottom() + slack;
      double away = Math.abs(y - box.centreY()) + 0.01 * Math.abs(x - box.centreX());
      if (inside && away < nearest) {
        best = i;
        nearest = away;
      }
    }
    return best;
  }

  private static int common(List<String> truth, List<String> read) {
    Map<String, Integer> left = new HashMap<>();
    truth.forEach(word -> left.merge(word, 1, Integer::sum));
    int count = 0;
    for (String word : read) {
      int times = left.getOrDefault(word, 0);
      if (times > 0) {
        left.put(word, times - 1);
        count++;
      }
    }
    return count;
  }
}
