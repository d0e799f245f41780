package io.github.blurdetect.dataset.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** The table of precision, recall, F1 and support a class, laid out as scikit-learn prints it. */
public final class ClassificationReport {
  private static final String TOTAL = "weighted avg";

  private ClassificationReport() {}

  /**
   * Prints the table with the class names {@code clear} and {@code blurred} and two digits.
   *
   * @param matrix the counts
   * @return lines, each ended by a line feed
   */
  public static String text(ConfusionMatrix matrix) {
    return text(matrix, "clear", "blurred", 2);
  }

  /**
   * Prints the table.
   *
   * @param matrix the counts
   * @param clearName name of the clear class
   * @param blurredName name of the blurred class
   * @param digits digits after the point
   * @return lines, each ended by a line feed
   */
  public static String text(
      ConfusionMatrix matrix, String clearName, String blurredName, int digits) {
    int wide = Math.max(Math.max(clearName.length(), blurredName.length()), TOTAL.length());
    wide = Math.max(wide, digits);
    Table table = new Table(wide, digits);
    ClassMetrics clear = matrix.clear();
    ClassMetrics blurred = matrix.blurred();
    table.head();
    table.row(clearName, clear);
    table.row(blurredName, blurred);
    table.blank();
    table.accuracy(matrix);
    table.row("macro avg", mean(clear, blurred, 1, 1));
    table.row(TOTAL, mean(clear, blurred, clear.support(), blurred.support()));
    return table.lines.toString();
  }

  /** Sums before dividing, as NumPy does, so that figures halfway between two prints agree. */
  private static ClassMetrics mean(ClassMetrics a, ClassMetrics b, double x, double y) {
    double whole = x + y == 0 ? 1 : x + y;
    return new ClassMetrics(
        (x * a.precision() + y * b.precision()) / whole,
        (x * a.recall() + y * b.recall()) / whole,
        (x * a.f1() + y * b.f1()) / whole,
        a.support() + b.support());
  }

  private static final class Table {
    private final StringBuilder lines = new StringBuilder();
    private final int wide;
    private final int digits;

    Table(int wide, int digits) {
      this.wide = wide;
      this.digits = digits;
    }

    void head() {
      String format = "%" + wide + "s  %9s %9s %9s %9s\n\n";
      lines.append(String.format(format, "", "precision", "recall", "f1-score", "support"));
    }

    void row(String name, ClassMetrics metrics) {
      line(
          name,
          number(metrics.precision()),
          number(metrics.recall()),
          number(metrics.f1()),
          metrics.support());
    }

    void accuracy(ConfusionMatrix matrix) {
      double share = matrix.accuracy();
      // scikit-learn prints F1 averaged over photos here, which is the accuracy but for rounding.
      double micro = share == 0 ? 0 : 2 * share * share / (share + share);
      line("accuracy", "", "", number(micro), matrix.total());
    }

    private void line(String name, String precision, String recall, String f1, int support) {
      String format = "%" + wide + "s  %9s %9s %9s %9d\n";
      lines.append(String.format(Locale.ROOT, format, name, precision, recall, f1, support));
    }

    /** Rounds the binary value, not its shortest decimal form: as Python does, unlike Formatter. */
    private String number(double value) {
      return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    void blank() {
      lines.append('\n');
    }
  }
}
