package io.github.blurdetect.dataset.render.internal;

import io.github.blurdetect.dataset.render.internal.Fields.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** An invoice: seller, buyer, a ruled table of goods, totals. */
final class InvoiceLayout implements DocumentPainter.Layout {

  private static final double[] ENDS = {0.40, 0.50, 0.62, 0.80, 1.0};

  @Override
  public Sheet draw(Style style, Invented invented, SplittableRandom random) {
    double size = style.size();
    int rows = random.nextInt(4, 13);
    int width = (int) (size * random.nextInt(42, 54));
    int height = (int) (size * (31 + 1.8 * rows + random.nextInt(0, 8)));
    Sheet sheet = new Sheet(width, height, style.paper());
    double margin = width * random.nextDouble(0.05, 0.1);
    boolean chinese = style.chinese();
    String seller = invented.company();
    double y = 3.4 * size;
    sheet.ink(style.accent());
    String title = chinese ? Chance.pick(random, "增值税普通发票 电子发票 销售发票") : "INVOICE";
    sheet.centre(title, style.title(), width / 2.0, y);
    sheet.ink(style.ink());
    y += 3 * size;
    y =
        Fields.write(
            sheet,
            style,
            head(chinese, invented, seller, random),
            margin,
            y,
            width - 2 * margin,
            0.1);
    y = table(sheet, style, invented, random, rows, margin, y + size);
    y += 2 * size;
    sheet.write(
        chinese ? "收款人：" + invented.person() : "Prepared by " + invented.person(),
        style.body(),
        margin,
        y);
    sheet.write(
        chinese
            ? "开户银行账号：" + Chance.fill(random, "62## #### #### ####")
            : "Account " + Chance.fill(random, "GB## #### #### ####"),
        style.small(),
        margin,
        y + 2 * size);
    if (random.nextDouble() < 0.6) {
      String name = chinese ? "发票专用章" : "PAID IN FULL";
      Stamp.press(sheet, name, style.body(), width - margin - 5 * size, y - size, 4 * size, random);
    }
    return sheet;
  }

  private static List<Field> head(
      boolean chinese, Invented invented, String seller, SplittableRandom random) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(chinese ? "发票号码" : "Invoice No.", Chance.fill(random, "^#######")));
    fields.add(new Field(chinese ? "开票日期" : "Date", invented.date()));
    fields.add(new Field(chinese ? "销售方" : "Seller", seller));
    fields.add(
        new Field(chinese ? "地址电话" : "Address", invented.address() + " " + invented.phone()));
    fields.add(new Field(chinese ? "购买方" : "Bill to", invented.company()));
    fields.add(new Field(chinese ? "税号" : "Tax No.", invented.registrationNumber()));
    return fields;
  }

  private static double table(
      Sheet sheet,
      Style style,
      Invented invented,
      SplittableRandom random,
      int rows,
      double margin,
      double y) {
    double size = style.size();
    double width = sheet.width() - 2 * margin;
    double step = 1.8 * size;
    boolean chinese = style.chinese();
    boolean ruled = random.nextBoolean();
    row(
        sheet,
        style,
        margin,
        width,
        y,
        chinese
            ? List.of("货物名称", "单位", "数量", "单价", "金额")
            : List.of("Description", "Unit", "Qty", "Price", "Amount"));
    sheet.rule(margin, y + 0.5 * size, margin + width, y + 0.5 * size, 1.5);
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      y += step;
      int count = random.nextInt(1, 60);
      double price = Chance.price(random, 2, 900);
      sum += count * price;
      row(
          sheet,
          style,
          margin,
          width,
          y,
          List.of(
              invented.goods(),
              invented.unit(),
              String.valueOf(count),
              Chance.amount(price),
              Chance.amount(count * price)));
      if (ruled) {
        sheet.rule(margin, y + 0.5 * size, margin + width, y + 0.5 * size, 0.8);
      }
    }
    double tax = Math.round(sum * 13) / 100.0;
    for (String line :
        List.of(
            (chinese ? "合计 " : "Net ") + Chance.amount(sum),
            (chinese ? "税额 " : "VAT 13% ") + Chance.amount(tax),
            (chinese ? "价税合计 ￥" : "Total ") + Chance.amount(sum + tax))) {
      y += step;
      sheet.right(line, style.bold(), margin + width, y);
    }
    return y;
  }

  private static void row(
      Sheet sheet, Style style, double margin, double width, double y, List<String> cells) {
    sheet.write(cells.get(0), style.body(), margin, y);
    for (int i = 1; i < cells.size(); i++) {
      sheet.right(cells.get(i), style.body(), margin + ENDS[i] * width, y);
    }
  }
}
