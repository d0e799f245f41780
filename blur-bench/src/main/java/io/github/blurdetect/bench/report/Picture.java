package io.github.blurdetect.bench.report;

import io.github.blurdetect.bench.growth.GrowthRow;
import java.util.List;
import java.util.Locale;

/** One SVG: the ways to a verdict side by side, and the default detector's cost as photos grow. */
final class Picture {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 570;
  private static final String INK = "#1f2328";
  private static final String PALE = "#d0d7de";
  private static final String OURS = "#0969da";
  private static final String OTHERS = "#8c959f";

  private static final List<String[]> WAYS =
      List.of(
          new String[] {"tree", "classical verdict"},
          new String[] {"stack", "default verdict"},
          new String[] {"imageIo", "ImageIO.read alone"},
          new String[] {"openCvRecipe", "usual OpenCV recipe"},
          new String[] {"reference", "the Python system's steps"});

  /** The photos shown: the benchmark's parameters photo and print, and words for them. */
  private static final List<String[]> PHOTOS =
      List.of(
          new String[] {"sharp, usual", "sharp page, print of the usual size"},
          new String[] {"unsure, usual", "page at which the CNN is asked, usual print"},
          new String[] {"sharp, small", "sharp page, small print"});

  private final StringBuilder svg = new StringBuilder();

  private Picture() {}

  static String of(Figures figures, List<GrowthRow> growth) {
    Picture picture = new Picture();
    picture.svg.append(
        String.format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                + " font-size=\"13\">%n<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n",
            WIDTH, HEIGHT, WIDTH, HEIGHT));
    picture.ways(figures);
    picture.growth(growth.stream().filter(row -> row.kind().equals("size")).toList());
    return picture.svg.append("</svg>\n").toString();
  }

  private void ways(Figures figures) {
    text(20, 28, "start", 15, "A 12-megapixel JPEG to its verdict, one thread, ms");
    double most =
        figures.of("VerdictBenchmark").stream().mapToDouble(f -> f.nanos() / 1e6).max().orElse(1);
    int y = 58;
    for (String[] photo : PHOTOS) {
      text(20, y, "start", 13, photo[1]);
      y += 10;
      for (String[] way : WAYS) {
        double ms = figures.nanos("VerdictBenchmark", way[0], photo[0]).orElse(0.0) / 1e6;
        boolean ours = way[0].equals("tree") || way[0].equals("stack");
        text(190, y + 15, "end", 12, way[1]);
        rect(198, y + 3, 190 * ms / most, 16, ours ? OURS : OTHERS);
        text(204 + 190 * ms / most, y + 16, "start", 12, Tables.significant(ms));
        y += 25;
      }
      y += 30;
    }
  }

  private void growth(List<GrowthRow> rows) {
    text(480, 28, "start", 15, "The default detector as photos grow, one thread");
    int left = 530;
    int right = 900;
    int top = 60;
    int bottom = 370;
    for (int power = 0; power <= 4; power++) { // 1 to 10,000
      double y = bottom - (bottom - top) * power / 4.0;
      line(left, y, right, y, PALE, 1);
      text(
          left - 8, y + 4, "end", 12, String.format(Locale.ROOT, "%,d", (int) Math.pow(10, power)));
    }
    for (double megapixels : new double[] {0.3, 1, 3, 12, 48, 100}) {
      double x = x(megapixels, left, right);
      line(x, bottom, x, bottom + 5, INK, 1);
      text(x, bottom + 20, "middle", 12, megapixels < 1 ? "0.3" : String.valueOf((int) megapixels));
    }
    text((left + right) / 2.0, bottom + 40, "middle", 12, "megapixels");
    curve(rows, left, right, top, bottom, GrowthRow::millis, OURS, 1, "ms a photo");
    curve(rows, left, right, top, bottom, GrowthRow::peakRssMiB, "#bc4c00", 2, "peak RSS, MiB");
    curve(rows, left, right, top, bottom, GrowthRow::allocatedMiB, "#1a7f37", 3, "allocated, MiB");
  }

  private void curve(
      List<GrowthRow> rows,
      int left,
      int right,
      int top,
      int bottom,
      java.util.function.Function<GrowthRow, Double> value,
      String colour,
      int legend,
      String name) {
    StringBuilder points = new StringBuilder();
    for (GrowthRow row : rows) {
      Double found = value.apply(row);
      if (found != null) {
        double x = x(row.megapixels(), left, right);
        double y = bottom - (bottom - top) * Math.log10(Math.max(1, found)) / 4;
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        svg.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                x,
                y,
                colour));
      }
    }
    svg.append(
        String.format(
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
            points, colour));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" font-size=\"12\" fill=\"%s\">%s</text>%n",
            left + 14.0,
            top + 18.0 * legend,
            colour,
            name));
  }

  private static double x(double megapixels, int left, int right) {
    return left + 10 + (right - left - 20) * Math.log(megapixels / 0.3) / Math.log(101 / 0.3);
  }

  private void text(double x, double y, String anchor, int size, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" fill=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            size,
            INK,
            words));
  }

  private void rect(double x, double y, double width, double height, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
            x,
            y,
            width,
            height,
            colour));
  }

  private void line(double x1, double y1, double x2, double y2, String colour, int width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
            x1,
            y1,
            x2,
            y2,
            colour,
            width));
  }
}
