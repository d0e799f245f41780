package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.dataset.simulate.Scene;
import java.util.random.RandomGenerator;

/** Draws what a page lies on, in linear light. */
final class Backgrounds {

  private interface Texture {
    /** Brightness factor at a place, about 1; x and y are in pixels. */
    float at(float x, float y);
  }

  private Backgrounds() {}

  static Planes draw(Scene scene, int width, int height, RandomGenerator random) {
    Planes out = new Planes(width, height, 3);
    float unit = Math.max(width, height);
    ValueNoise noise = new ValueNoise(random);
    switch (scene) {
      case FLAT, DESK -> fill(out, colour(random, 0.15, 0.75, 0.12), desk(noise, unit));
      case WOOD -> fill(out, wood(random), grain(noise, unit, random));
      case CLOTH -> fill(out, colour(random, 0.05, 0.6, 0.5), weave(noise, unit, random));
      case DARK -> fill(out, colour(random, 0.002, 0.03, 0.2), desk(noise, unit));
      case CLUTTER -> {
        fill(out, colour(random, 0.1, 0.6, 0.3), desk(noise, unit));
        Clutter.papers(out, random);
      }
      case BOKEH -> {
        fill(
            out,
            colour(random, 0.01, 0.15, 0.5),
            (x, y) -> 1 + 0.8f * noise.at(4 * x / unit, 4 * y / unit));
        Clutter.lights(out, random);
      }
    }
    return out;
  }

  private static Texture desk(ValueNoise noise, float unit) {
    return (x, y) ->
        1 + 0.12f * noise.at(3 * x / unit, 3 * y / unit) + 0.08f * noise.fractal(x / 3, y / 3, 2);
  }

  private static Texture grain(ValueNoise noise, float unit, RandomGenerator random) {
    float stretch = random.nextFloat(10, 30);
    boolean level = random.nextBoolean();
    float rings = random.nextFloat(20, 60);
    return (x, y) -> {
      float along = (level ? x : y) / unit;
      float across = (level ? y : x) / unit;
      float bend = noise.at(2 * along, 3 * across);
      float ring = (float) Math.sin(rings * (across + 0.15f * bend) * 6.28f);
      float fibre = noise.fractal(along * stretch, across * 400, 2);
      return 1 + 0.18f * ring + 0.35f * fibre;
    };
  }

  private static Texture weave(ValueNoise noise, float unit, RandomGenerator random) {
    float thread = random.nextFloat(2.5f, 7);
    float check = random.nextFloat(8, 30);
    float checks = random.nextBoolean() ? random.nextFloat(0.1f, 0.4f) : 0;
    return (x, y) -> {
      float wobble = 1.5f * noise.at(x / 40, y / 40);
      boolean over = ((int) ((x + wobble) / thread) + (int) ((y - wobble) / thread)) % 2 == 0;
      float phase = over ? (y - wobble) / thread : (x + wobble) / thread;
      float round = (float) Math.sin(Math.PI * (phase - Math.floor(phase)));
      float pattern = (int) (x / unit * check) + (int) (y / unit * check);
      return (0.6f + 0.5f * round + (over ? 0.1f : 0)) * (1 - checks * (pattern % 2));
    };
  }

  private static void fill(Planes out, float[] colour, Texture texture) {
    for (int y = 0; y < out.height(); y++) {
      float[] first = out.plane(0)[y];
      for (int x = 0; x < first.length; x++) {
        float factor = Math.max(0, texture.at(x, y));
        for (int c = 0; c < 3; c++) {
          out.plane(c)[y][x] = colour[c] * factor;
        }
      }
    }
  }

  private static float[] wood(RandomGenerator random) {
    float light = random.nextFloat(0.08f, 0.45f);
    return new float[] {
      light, light * random.nextFloat(0.5f, 0.75f), light * random.nextFloat(0.2f, 0.45f)
    };
  }

  static float[] colour(RandomGenerator random, double low, double high, double spread) {
    double light = Math.exp(random.nextDouble(Math.log(low), Math.log(high)));
    float[] colour = new float[3];
    for (int c = 0; c < 3; c++) {
      colour[c] = (float) (light * (1 + spread * (2 * random.nextDouble() - 1)));
    }
    return colour;
  }

  /** Darkens the ground beside the page, softly and to one side. */
  static void castShadow(Planes picture, double[] quad, RandomGenerator random) {
    double reach = random.nextDouble(0.004, 0.02) * Math.max(picture.width(), picture.height());
    double dx = reach * random.nextDouble(-1, 1);
    double dy = reach * random.nextDouble(-1, 1);
    double depth = random.nextDouble(0.2, 0.7);
    double[] moved = quad.clone();
    for (int i = 0; i < 8; i++) {
      moved[i] += i % 2 == 0 ? dx : dy;
    }
    Tone.shade(
        picture,
        new Field(
            picture.width(),
            picture.height(),
            (u, v) -> {
              double inside = Clutter.depth(moved, u * picture.width(), v * picture.height());
              return 1 - depth / (1 + Math.exp(-2.5 * inside / reach));
            }));
  }
}
