package io.github.blurdetect.dataset.render.internal;

import io.github.blurdetect.dataset.render.internal.Fields.Field;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A card like an identity or member's card: tinted ground, a portrait, a few fields, a number. */
final class CardLayout implements DocumentPainter.Layout {

  @Override
  public Sheet draw(Style style, Invented invented, SplittableRandom random) {
    double size = style.size();
    int width = (int) (size * random.nextInt(31, 38));
    int height = (int) (width / 1.586);
    Sheet sheet = new Sheet(width, height, style.paper());
    ground(sheet, random);
    boolean right = random.nextBoolean();
    double margin = 0.06 * width;
    double face = 0.26 * width;
    portrait(sheet, right ? width - margin - face : margin, 0.24 * height, face, random);
    boolean chinese = style.chinese();
    sheet.ink(style.accent());
    String title =
        chinese
            ? Chance.pick(random, "会员证 工作证 学生证 居民卡 出入证")
            : Chance.pick(random, List.of("MEMBER CARD", "STAFF PASS", "RESIDENT CARD"));
    sheet.centre(title, style.title(), width / 2.0, 0.16 * height);
    sheet.ink(style.ink());
    double x = right ? margin : margin + face + 0.05 * width;
    double end =
        Fields.write(
            sheet,
            style,
            fields(chinese, invented, random),
            x,
            0.31 * height,
            width - 2 * margin - face - 0.05 * width,
            0.25);
    sheet.write(
        (chinese ? "编号 " : "No. ") + Chance.fill(random, "^##### #### ####"),
        style.bold(),
        x,
        Math.min(0.95 * height, Math.max(end + 0.4 * size, 0.9 * height)));
    return sheet;
  }

  private static List<Field> fields(boolean chinese, Invented invented, SplittableRandom random) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(chinese ? "姓名" : "Name", invented.person()));
    fields.add(
        new Field(
            chinese ? "性别" : "Sex",
            chinese ? Chance.pick(random, "男 女") : Chance.pick(random, "female male")));
    fields.add(new Field(chinese ? "出生" : "Born", invented.date()));
    fields.add(new Field(chinese ? "住址" : "Address", invented.address()));
    return fields;
  }

  private static void ground(Sheet sheet, SplittableRandom random) {
    float hue = random.nextFloat();
    Graphics2D g = sheet.graphics();
    g.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(hue, 0.08f, 0.97f),
            sheet.width(),
            sheet.height(),
            Color.getHSBColor(hue + 0.1f, 0.22f, 0.93f)));
    g.fill(new Rectangle2D.Double(0, 0, sheet.width(), sheet.height()));
    Color wave = Color.getHSBColor(hue, 0.25f, 0.88f);
    double period = random.nextDouble(20, 60);
    for (double y = 0; y < sheet.height() * 1.3; y += 7) {
      sheet.ink(wave);
      double lift = 6 * Math.sin(y / period);
      sheet.rule(0, y, sheet.width() / 2.0, y + lift, 0.7);
      sheet.rule(sheet.width() / 2.0, y + lift, sheet.width(), y, 0.7);
    }
  }

  private static void portrait(
      Sheet sheet, double x, double y, double width, SplittableRandom random) {
    double height = 1.25 * width;
    Graphics2D g = (Graphics2D) sheet.graphics().create();
    g.clip(new Rectangle2D.Double(x, y, width, height));
    g.setColor(Color.getHSBColor(random.nextFloat(), 0.2f, 0.85f));
    g.fill(new Rectangle2D.Double(x, y, width, height));
    g.setColor(Color.getHSBColor(random.nextFloat(), 0.5f, 0.4f));
    g.fill(new Ellipse2D.Double(x + 0.1 * width, y + 0.72 * height, 0.8 * width, height));
    g.setColor(
        Color.getHSBColor(0.07f, random.nextFloat(0.25f, 0.5f), random.nextFloat(0.5f, 0.9f)));
    g.fill(new Ellipse2D.Double(x + 0.28 * width, y + 0.22 * height, 0.44 * width, 0.5 * height));
    g.setColor(new Color(40, 30, 25));
    g.fill(new Ellipse2D.Double(x + 0.25 * width, y + 0.14 * height, 0.5 * width, 0.22 * height));
    g.dispose();
  }
}
