package io.github.blurdetect.dataset.render.internal;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Something written by hand: a full page, a list, or a few words, on plain, ruled or squared paper,
 * now and then with a frame, an underline, a drawing or words struck out.
 */
final class NoteLayout implements DocumentPainter.Layout {

  private static final int MOST_PIXELS = 2_200_000;

  private enum Ruling {
    PLAIN,
    LINES,
    SQUARES
  }

  @Override
  public Sheet draw(Style style, Invented invented, SplittableRandom random) {
    double draw = random.nextDouble();
    double xHeight =
        Math.exp(
            draw < 0.6
                ? random.nextDouble(Math.log(9), Math.log(26))
                : draw < 0.8
                    ? random.nextDouble(Math.log(26), Math.log(60))
                    : random.nextDouble(Math.log(60), Math.log(140)));
    double width = Math.max(750, Math.min(1500, xHeight * random.nextDouble(40, 75)));
    double height = width * random.nextDouble(0.65, 1.42);
    height = Math.min(height, MOST_PIXELS / width);
    Sheet sheet = new Sheet((int) width, (int) height, style.paper());
    double pitch = xHeight * random.nextDouble(2.5, 4);
    Ruling ruling = ruling(random);
    rule(sheet, ruling, pitch, random);
    Hand hand = new Hand(style.body().getName(), xHeight, random);
    double margin = Math.min(0.18 * width, xHeight * random.nextDouble(1, 5));
    if (random.nextDouble() < 0.3) {
      fewWords(sheet, hand, invented, margin, pitch, random);
    } else {
      page(sheet, hand, invented, margin, pitch, random);
    }
    if (random.nextDouble() < 0.3) {
      extra(sheet, hand, random);
    }
    return sheet;
  }

  private static Ruling ruling(SplittableRandom random) {
    double draw = random.nextDouble();
    return draw < 0.4 ? Ruling.PLAIN : draw < 0.78 ? Ruling.LINES : Ruling.SQUARES;
  }

  /** Rules stand at whole pitches, where the baselines are. */
  private static void rule(Sheet sheet, Ruling ruling, double pitch, SplittableRandom random) {
    if (ruling == Ruling.PLAIN) {
      return;
    }
    Color line =
        random.nextDouble() < 0.3
            ? new Color(150, 150, 155)
            : Color.getHSBColor(random.nextFloat(0.5f, 0.75f), random.nextFloat(0.1f, 0.5f), 0.8f);
    double thickness = random.nextDouble(0.7, 2.4);
    sheet.ink(line);
    double step = ruling == Ruling.SQUARES && random.nextBoolean() ? pitch / 2 : pitch;
    for (double y = step; y < sheet.height(); y += step) {
      sheet.rule(0, y, sheet.width(), y, thickness);
    }
    if (ruling == Ruling.SQUARES) {
      for (double x = random.nextDouble(step); x < sheet.width(); x += step) {
        sheet.rule(x, 0, x, sheet.height(), thickness);
      }
    } else if (random.nextDouble() < 0.5) {
      sheet.ink(Color.getHSBColor(0.97f, random.nextFloat(0.2f, 0.6f), 0.9f));
      double x = sheet.width() * random.nextDouble(0.05, 0.2);
      sheet.rule(x, 0, x, sheet.height(), thickness);
    }
  }

  private static void page(
      Sheet sheet,
      Hand hand,
      Invented invented,
      double margin,
      double pitch,
      SplittableRandom random) {
    boolean list = random.nextDouble() < 0.35;
    double last = sheet.height() * (random.nextDouble() < 0.6 ? 1 : random.nextDouble(0.3, 1));
    double y = pitch;
    if (random.nextDouble() < 0.3) {
      y = pitch * 2;
      double end = hand.write(sheet, invented.goods(), 2 * margin, y, random);
      underline(sheet, hand, 2 * margin, end, y, random);
      y += pitch;
    }
    StringBuilder left = new StringBuilder();
    while (y < last - 0.3 * pitch) {
      double x = margin * (list ? random.nextDouble(1, 2.2) : 1);
      String text = list ? item(invented, random) : fit(left, invented, sheet, hand, margin);
      double end = hand.write(sheet, text, x, y - 0.05 * pitch, random);
      if (random.nextDouble() < 0.04) {
        scribble(sheet, hand, x + (end - x) * random.nextDouble(0.6), y, random);
      }
      y += pitch;
      if (random.nextDouble() < 0.06) {
        y += pitch;
      }
    }
  }

  private static String item(Invented invented, SplittableRandom random) {
    String text =
        switch (random.nextInt(5)) {
          case 0 -> invented.person() + ", " + invented.phone();
          case 1 -> invented.date() + " " + invented.goods();
          case 2 -> invented.goods() + " " + Chance.amount(Chance.price(random, 1, 900));
          case 3 -> invented.address();
          default -> invented.goods() + " and " + invented.goods();
        };
    String mark = Chance.pick(random, List.of("- ", "", "* ", random.nextInt(1, 20) + ". "));
    return mark + (random.nextBoolean() ? text.toLowerCase(Locale.ROOT) : text);
  }

  /** Takes words that fit into a row off the text, writing on where it is used up. */
  private static String fit(
      StringBuilder left, Invented invented, Sheet sheet, Hand hand, double margin) {
    double room = sheet.width() - 2 * margin - 2 * hand.xHeight();
    double letter = hand.measure("nearest") / 7;
    int most = Math.max(6, (int) (room / letter / 1.12));
    while (left.length() < most + 1) {
      left.append(invented.paragraph()).append(' ');
    }
    int cut = left.lastIndexOf(" ", most);
    cut = cut < 1 ? left.indexOf(" ") : cut;
    String row = left.substring(0, cut);
    left.delete(0, cut + 1);
    return row;
  }

  private static void fewWords(
      Sheet sheet,
      Hand hand,
      Invented invented,
      double margin,
      double pitch,
      SplittableRandom random) {
    int rows = Math.max(2, (int) (sheet.height() / pitch) - 1);
    for (int part = random.nextInt(1, 3); part > 0; part--) {
      int row = 1 + random.nextInt(rows);
      double x = margin + random.nextDouble(0, 0.4) * sheet.width();
      double right = x;
      int first = row;
      for (int i = random.nextInt(1, 5); i > 0 && row <= rows; i--, row++) {
        right = Math.max(right, hand.write(sheet, words(invented, random), x, row * pitch, random));
      }
      if (random.nextDouble() < 0.35) {
        double top = (first - 0.9) * pitch;
        frame(sheet, hand, x - hand.xHeight(), top, right, (row - 0.4) * pitch, random);
      }
    }
  }

  private static String words(Invented invented, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> invented.person();
      case 1 -> invented.goods();
      case 2 -> invented.date();
      default -> {
        String[] all = invented.paragraph().split(" ");
        int from = random.nextInt(all.length - 3);
        yield String.join(" ", List.of(all).subList(from, from + random.nextInt(1, 4)));
      }
    };
  }

  private static void frame(
      Sheet sheet,
      Hand hand,
      double left,
      double top,
      double right,
      double bottom,
      SplittableRandom random) {
    double skew = hand.xHeight() * 0.3;
    Path2D path = new Path2D.Double();
    path.moveTo(left, top);
    path.lineTo(right, top + skew * random.nextGaussian());
    path.lineTo(right + skew * random.nextGaussian(), bottom);
    path.lineTo(left, bottom + skew * random.nextGaussian());
    path.closePath();
    hand.draw(sheet, path, nib(hand, random));
  }

  private static void underline(
      Sheet sheet, Hand hand, double left, double right, double y, SplittableRandom random) {
    double at = y + 0.5 * hand.xHeight();
    hand.draw(sheet, new Line2D.Double(left, at, right, at), nib(hand, random));
  }

  /** A word struck out until it can't be read. */
  private static void scribble(
      Sheet sheet, Hand hand, double x, double y, SplittableRandom random) {
    double step = hand.xHeight() * random.nextDouble(0.1, 0.4);
    Path2D path = new Path2D.Double();
    path.moveTo(x, y);
    for (int i = random.nextInt(8, 30); i > 0; i--) {
      double up = i % 2 == 0 ? 0 : random.nextDouble(0.9, 1.5);
      path.lineTo(x += step, y - up * hand.xHeight());
    }
    hand.draw(sheet, path, nib(hand, random));
  }

  /** A frame, lines or a wave anywhere: drawn, not written. */
  private static void extra(Sheet sheet, Hand hand, SplittableRandom random) {
    double x = random.nextDouble(0.6) * sheet.width();
    double y = random.nextDouble(0.1, 0.8) * sheet.height();
    double width = random.nextDouble(0.1, 0.4) * sheet.width();
    double height = random.nextDouble(0.03, 0.2) * sheet.height();
    double nib = nib(hand, random);
    switch (random.nextInt(3)) {
      case 0 -> hand.draw(sheet, new Rectangle2D.Double(x, y, width, height), nib);
      case 1 -> hand.draw(sheet, new Line2D.Double(x, y, x + width, y + height), nib);
      default -> {
        Path2D wave = new Path2D.Double();
        wave.moveTo(x, y);
        for (double at = x; at < x + width; at += 2 * hand.xHeight()) {
          wave.quadTo(at + hand.xHeight() / 2, y - 1.5 * hand.xHeight(), at + hand.xHeight(), y);
          wave.quadTo(
              at + 1.5 * hand.xHeight(), y + 1.5 * hand.xHeight(), at + 2 * hand.xHeight(), y);
        }
        hand.draw(sheet, wave, nib);
      }
    }
  }

  private static double nib(Hand hand, SplittableRandom random) {
    return hand.stroke() * random.nextDouble(0.7, 1.8);
  }
}
