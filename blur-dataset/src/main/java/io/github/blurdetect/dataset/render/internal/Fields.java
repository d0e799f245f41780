package io.github.blurdetect.dataset.render.internal;

import io.github.blurdetect.dataset.simulate.TextLine;
import java.util.List;

/** A column of field names with the fields' values to the right of it. */
final class Fields {

  private Fields() {}

  /** A field: its name and what it says. */
  record Field(String name, String value) {}

  /**
   * Writes fields downwards and returns the baseline below the last.
   *
   * @param gap free height between fields, in lines
   */
  static double write(
      Sheet sheet, Style style, List<Field> fields, double x, double y, double width, double gap) {
    double column =
        fields.stream().mapToDouble(f -> sheet.measure(f.name(), style.name())).max().orElse(0);
    double valueX = x + column + style.size();
    double step = 1.35 * style.size();
    for (Field field : fields) {
      sheet.ink(style.accent());
      sheet.write(field.name(), style.name(), x, y, TextLine.Role.FIELD_NAME);
      sheet.ink(style.ink());
      for (String row : sheet.wrap(field.value(), style.body(), x + width - valueX)) {
        sheet.write(row, style.body(), valueX, y);
        y += step;
      }
      y += gap * step;
    }
    return y;
  }
}
