package io.github.blurdetect.dataset.render.internal;

import java.util.SplittableRandom;

/** A till receipt: a narrow strip with goods, total and thanks. */
final class ReceiptLayout implements DocumentPainter.Layout {

  @Override
  public Sheet draw(Style style, Invented invented, SplittableRandom random) {
    double size = style.size();
    int rows = random.nextInt(5, 18);
    int width = (int) (size * random.nextInt(23, 30));
    double step = size * random.nextDouble(1.35, 1.7);
    int height = (int) (step * (rows * 1.4 + 22));
    Sheet sheet = new Sheet(width, height, style.paper()).ink(style.ink());
    boolean chinese = style.chinese();
    double margin = 0.05 * width;
    double middle = width / 2.0;
    double y = 2 * step;
    for (String row : sheet.wrap(invented.company(), style.title(), width - 2 * margin)) {
      sheet.centre(row, style.title(), middle, y);
      y += 1.3 * style.title().getSize2D();
    }
    for (String row : sheet.wrap(invented.address(), style.body(), width - 2 * margin)) {
      sheet.centre(row, style.body(), middle, y);
      y += step;
    }
    sheet.centre((chinese ? "电话 " : "Tel ") + invented.phone(), style.body(), middle, y);
    y += 1.5 * step;
    String time =
        String.format(java.util.Locale.ROOT, " %02d:%02d", random.nextInt(24), random.nextInt(60));
    sheet.write(invented.date() + time, style.body(), margin, y);
    y += step;
    sheet.write((chinese ? "收银员 " : "Cashier ") + invented.person(), style.body(), margin, y);
    y = dashes(sheet, margin, y, step);
    double sum = 0;
    for (int i = 0; i < rows && y < height - 9 * step; i++) {
      double price = Chance.price(random, 0.5, 120);
      int count = random.nextInt(1, 4);
      sum += price * count;
      sheet.write(invented.goods(), style.body(), margin, y);
      sheet.right(Chance.amount(price * count), style.body(), width - margin, y);
      y += step;
      if (count > 1) {
        sheet.write(count + " x " + Chance.amount(price), style.small(), 3 * margin, y);
        y += step;
      }
    }
    y = dashes(sheet, margin, y - step, step);
    sheet.write(chinese ? "合计" : "TOTAL", style.bold(), margin, y);
    sheet.right(Chance.amount(sum), style.bold(), width - margin, y);
    y += step;
    double paid = Math.ceil(sum / 50) * 50;
    sheet.write(chinese ? "现金" : "CASH", style.body(), margin, y);
    sheet.right(Chance.amount(paid), style.body(), width - margin, y);
    y += step;
    sheet.write(chinese ? "找零" : "CHANGE", style.body(), margin, y);
    sheet.right(Chance.amount(paid - sum), style.body(), width - margin, y);
    y += 1.6 * step;
    sheet.centre(chinese ? "谢谢惠顾，欢迎再次光临" : "Thank you, please come again", style.body(), middle, y);
    sheet.centre(Chance.fill(random, "No. ######-####"), style.small(), middle, y + step);
    return sheet;
  }

  private static double dashes(Sheet sheet, double margin, double y, double step) {
    double at = y + 0.6 * step;
    for (double x = margin; x < sheet.width() - margin; x += 12) {
      sheet.rule(x, at, x + 6, at, 1.5);
    }
    return y + 1.6 * step;
  }
}
