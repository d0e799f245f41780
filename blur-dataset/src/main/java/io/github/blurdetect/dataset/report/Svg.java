package io.github.blurdetect.dataset.report;

import java.util.List;
import java.util.Locale;

/** A chart with horizontal and vertical axes, drawn as inline SVG. */
final class Svg {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 330;
  private static final int LEFT = 52;
  private static final int RIGHT = 14;
  private static final int TOP = 12;
  private static final int BOTTOM = 46;

  private final StringBuilder out = new StringBuilder();
  private final double lowY;
  private final double highY;

  /** A chart whose horizontal axis runs from 0 to 1. */
  Svg(String label, double lowY, double highY) {
    this.lowY = lowY;
    this.highY = highY;
    add(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        WIDTH, HEIGHT, Html.escape(label));
  }

  private double x(double value) {
    return LEFT + value * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return TOP + (highY - value) / (highY - lowY) * (HEIGHT - TOP - BOTTOM);
  }

  /** Grid lines and their labels: five across, and given ones up. */
  Svg axes(String titleX, String titleY, double[] ticksY, List<String> labelsY) {
    for (int i = 0; i <= 5; i++) {
      double value = i / 5.0;
      line("grid-line", value, lowY, value, highY);
      text("", x(value), HEIGHT - BOTTOM + 18, "middle", Numbers.plain(value));
    }
    for (int i = 0; i < ticksY.length; i++) {
      line("grid-line", 0, ticksY[i], 1, ticksY[i]);
      text("", LEFT - 8, y(ticksY[i]) + 4, "end", labelsY.get(i));
    }
    text("", x(0.5), HEIGHT - 8, "middle", titleX);
    double middle = y((lowY + highY) / 2);
    add(
        "<text x=\"14\" y=\"%.1f\" text-anchor=\"middle\" transform=\"rotate(-90 14 %.1f)\">%s"
            + "</text>",
        middle, middle, Html.escape(titleY));
    return this;
  }

  /** Axes from 0 to 1 both ways. */
  Svg unitAxes(String titleX, String titleY) {
    double[] ticks = {0, 0.2, 0.4, 0.6, 0.8, 1};
    return axes(titleX, titleY, ticks, List.of("0", "0.2", "0.4", "0.6", "0.8", "1"));
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        style, x(x1), y(y1), x(x2), y(y2));
    return this;
  }

  /** A line through points; with the area below it shaded if wanted. */
  Svg curve(List<double[]> points, boolean shaded) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.length() == 0 ? "M" : "L")
          .append(String.format(Locale.ROOT, "%.1f %.1f", x(point[0]), y(point[1])));
    }
    if (shaded) {
      double first = points.get(0)[0];
      double last = points.get(points.size() - 1)[0];
      add(
          "<path class=\"under\" d=\"%sL%.1f %.1fL%.1f %.1fZ\"/>",
          path, x(last), y(lowY), x(first), y(lowY));
    }
    add("<path class=\"curve\" d=\"%s\"/>", path);
    return this;
  }

  Svg rectangle(String style, double x1, double x2, double y1, double y2, String title) {
    add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\">"
            + "<title>%s</title></rect>",
        style,
        x(x1) + 1,
        y(Math.max(y1, y2)),
        Math.max(0.5, x(x2) - x(x1) - 2),
        Math.abs(y(y1) - y(y2)),
        Html.escape(title));
    return this;
  }

  Svg point(double x, double y, double radius, String label) {
    add(
        "<circle class=\"point\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>",
        x(x), y(y), radius, Html.escape(label));
    return this;
  }

  /** Text beside a point, on the side where there is room. */
  Svg pointLabel(double x, double y, String label) {
    boolean left = x > 0.72;
    boolean up = (y - lowY) / (highY - lowY) < 0.15;
    text(
        "point-label",
        x(x) + (left ? -10 : 10),
        y(y) + (up ? -8 : 18),
        left ? "end" : "start",
        label);
    return this;
  }

  Svg note(double x, double y, String anchor, String label) {
    text("", x(x), y(y), anchor, label);
    return this;
  }

  private void text(String style, double x, double y, String anchor, String label) {
    add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        style, x, y, anchor, Html.escape(label));
  }

  private void add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }

  String finish() {
    return out + "</svg>";
  }
}
