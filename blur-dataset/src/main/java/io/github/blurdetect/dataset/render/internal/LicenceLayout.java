package io.github.blurdetect.dataset.render.internal;

import io.github.blurdetect.dataset.render.internal.Fields.Field;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A business licence; in Chinese a 营业执照 with border, registration number, seal and fields. */
final class LicenceLayout implements DocumentPainter.Layout {

  @Override
  public Sheet draw(Style style, Invented invented, SplittableRandom random) {
    double size = style.size();
    boolean wide = random.nextBoolean();
    int width = (int) (size * (wide ? random.nextInt(52, 62) : random.nextInt(36, 42)));
    int height =
        (int) (width * (wide ? random.nextDouble(0.68, 0.76) : random.nextDouble(1.3, 1.45)));
    Sheet sheet = new Sheet(width, height, style.paper());
    border(sheet, random);
    boolean chinese = style.chinese();
    double margin = 0.09 * width;
    sheet.ink(style.ink());
    Font title = style.title().deriveFont((float) (size * random.nextDouble(2.2, 3)));
    sheet.centre(chinese ? "营业执照" : "Business Licence", title, width / 2.0, 0.17 * height);
    if (chinese && random.nextBoolean()) {
      sheet.centre("（副本）", style.body(), width / 2.0, 0.17 * height + 1.8 * size);
    }
    double y = 0.17 * height + 3.6 * size;
    String label = chinese ? "统一社会信用代码" : "Registration No.";
    String owner = invented.company();
    sheet.write(label + "  " + invented.registrationNumber(), style.small(), margin, y);
    y += 2.6 * size;
    double column = wide ? width * 0.42 : width - 2 * margin;
    List<Field> fields = fields(chinese, invented, owner, random);
    int half = wide ? (fields.size() + 1) / 2 : fields.size();
    double gap = random.nextDouble(0.15, 0.6);
    double end = Fields.write(sheet, style, fields.subList(0, half), margin, y, column, gap);
    if (wide) {
      double x = width / 2.0 + 0.02 * width;
      double last =
          Fields.write(sheet, style, fields.subList(half, fields.size()), x, y, column, gap);
      end = Math.max(end, last);
    }
    closing(sheet, style, invented, random, Math.min(end + 2 * size, 0.86 * height));
    return sheet;
  }

  private static void closing(
      Sheet sheet, Style style, Invented invented, SplittableRandom random, double least) {
    double y = Math.max(least, 0.84 * sheet.height());
    double right = 0.88 * sheet.width();
    sheet.ink(style.ink());
    sheet.right(style.chinese() ? "登记机关" : "Registrar", style.body(), right, y);
    sheet.right(invented.date(), style.body(), right, y + 1.8 * style.size());
    if (random.nextDouble() < 0.85) {
      String name = style.chinese() ? "市场监督管理局" : "COMPANIES REGISTRY";
      double radius = random.nextDouble(3.2, 4.6) * style.size();
      Stamp.press(sheet, name, style.body(), right - 3 * style.size(), y, radius, random);
    }
  }

  private static List<Field> fields(
      boolean chinese, Invented invented, String owner, SplittableRandom random) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(chinese ? "名称" : "Name", owner));
    fields.add(
        new Field(
            chinese ? "类型" : "Type",
            chinese
                ? Chance.pick(random, "有限责任公司（自然人独资） 个体工商户 股份有限公司（非上市） 有限责任公司")
                : Chance.pick(random, List.of("Limited company", "Sole trader", "Partnership"))));
    fields.add(new Field(chinese ? "住所" : "Address", invented.address()));
    fields.add(new Field(chinese ? "法定代表人" : "Director", invented.person()));
    fields.add(
        new Field(
            chinese ? "注册资本" : "Capital",
            chinese
                ? Chance.pick(random, "壹佰万元整 伍佰万元整 壹仟万元整 叁拾万元人民币 贰仟万元整")
                : Chance.amount(Math.round(Chance.price(random, 1e4, 1e7))) + " EUR"));
    fields.add(new Field(chinese ? "成立日期" : "Founded", invented.date()));
    fields.add(
        new Field(
            chinese ? "营业期限" : "Valid",
            chinese
                ? invented.date() + "至" + (random.nextBoolean() ? "长期" : invented.date())
                : "from " + invented.date() + " until further notice"));
    fields.add(new Field(chinese ? "经营范围" : "Purpose", invented.businessScope()));
    return fields;
  }

  private static void border(Sheet sheet, SplittableRandom random) {
    Color colour =
        Color.getHSBColor(
            random.nextFloat(), random.nextFloat(0.3f, 0.8f), random.nextFloat(0.4f, 0.75f));
    double inset = 0.025 * sheet.width();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      sheet.ink(colour);
      sheet.frame(
          inset,
          inset,
          sheet.width() - 2 * inset,
          sheet.height() - 2 * inset,
          sheet.width() * random.nextDouble(0.001, 0.008));
      inset += 0.013 * sheet.width();
    }
  }
}
