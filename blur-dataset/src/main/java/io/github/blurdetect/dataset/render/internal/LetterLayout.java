package io.github.blurdetect.dataset.render.internal;

import java.util.SplittableRandom;

/** A letter: head, date, address, paragraphs, signature. */
final class LetterLayout implements DocumentPainter.Layout {

  @Override
  public Sheet draw(Style style, Invented invented, SplittableRandom random) {
    double size = style.size();
    int width = (int) (size * random.nextInt(38, 50));
    int height = (int) (width * random.nextDouble(1.25, 1.42));
    Sheet sheet = new Sheet(width, height, style.paper());
    boolean chinese = style.chinese();
    double margin = width * random.nextDouble(0.08, 0.13);
    double right = width - margin;
    double step = size * random.nextDouble(1.35, 1.75);
    String sender = invented.company();
    sheet.ink(style.accent());
    double y = 3 * size;
    for (String row : sheet.wrap(sender, style.title(), right - margin)) {
      sheet.write(row, style.title(), margin, y);
      y += 1.3 * style.title().getSize2D();
    }
    sheet.ink(style.ink());
    sheet.write(invented.address() + "  " + invented.phone(), style.small(), margin, y);
    sheet.rule(margin, y + 0.7 * size, right, y + 0.7 * size, 1.5);
    y += 3 * step;
    sheet.right(invented.date(), style.body(), right, y);
    sheet.write(invented.person(), style.body(), margin, y);
    sheet.write(invented.company(), style.body(), margin, y + step);
    y += 3.2 * step;
    sheet.write(chinese ? "尊敬的客户：" : "Dear Sir or Madam,", style.body(), margin, y);
    y += 1.5 * step;
    while (y < height - 9 * step) {
      for (String row :
          sheet.wrap((chinese ? "　　" : "") + invented.paragraph(), style.body(), right - margin)) {
        if (y < height - 7 * step) {
          sheet.write(row, style.body(), margin, y);
          y += step;
        }
      }
      y += 0.6 * step;
    }
    y += step;
    double x = chinese ? width * 0.6 : margin;
    sheet.write(chinese ? "此致敬礼" : "Yours faithfully", style.body(), x, y);
    sheet.write(invented.person(), style.body(), x, y + 2.5 * step);
    if (random.nextDouble() < 0.5) {
      double radius = random.nextDouble(3, 4.2) * size;
      Stamp.press(
          sheet,
          chinese ? "合同专用章" : "OFFICE SEAL",
          style.body(),
          x + 5 * size,
          y + step,
          radius,
          random);
    }
    return sheet;
  }
}
