package io.github.blurdetect.cnn;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.blurdetect.api.BlurImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes blur maps: the photo with the map laid over it, and the regions as JSON. */
public final class BlurMapFiles {
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  /** How much of the photo's colour the map takes away at most. */
  private static final double STRENGTH = 0.55;

  private BlurMapFiles() {}

  /**
   * Writes {@code NAME.map.png} and {@code NAME.map.json} into a folder.
   *
   * @param image the photo
   * @param map its map
   * @param folder made if need be
   * @param name without extension
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if the map is of a photo of another size
   */
  public static void write(BlurImage image, BlurMap map, Path folder, String name)
      throws IOException {
    Files.createDirectories(folder);
    writePng(image, map, folder.resolve(name + ".map.png"));
    Files.writeString(folder.resolve(name + ".map.json"), toJson(map) + "\n");
  }

  /**
   * Describes a map as one JSON object: {@code width}, {@code height}, {@code cell} and {@code
   * regions} with {@code left}, {@code top}, {@code right}, {@code bottom}, {@code cells} and
   * {@code unread}.
   *
   * @param map the map
   * @return one line of JSON
   */
  public static String toJson(BlurMap map) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("width", map.width());
    json.put("height", map.height());
    json.put("cell", map.cell());
    json.put("regions", map.regions());
    return GSON.toJson(json);
  }

  /**
   * Writes the photo with the map laid over it: print that cannot be read in red, print that can in
   * green, everything else as it is.
   *
   * @param image the photo
   * @param map its map
   * @param file where to
   * @throws IOException if it cannot be written
   * @throws IllegalArgumentException if the map is of a photo of another size
   */
  public static void writePng(BlurImage image, BlurMap map, Path file) throws IOException {
    if (image.width() != map.width() || image.height() != map.height()) {
      throw new IllegalArgumentException(
          "image is %d x %d, expected %d x %d as the map"
              .formatted(image.width(), image.height(), map.width(), map.height()));
    }
    BufferedImage out =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        out.setRGB(x, y, colour(image, map, x, y));
      }
    }
    if (!ImageIO.write(out, "png", file.toFile())) {
      throw new IOException("no PNG writer in this JDK: " + file);
    }
  }

  private static int colour(BlurImage image, BlurMap map, int x, int y) {
    double text = between(map, x, y, false);
    double unread = between(map, x, y, true);
    double share = STRENGTH * Math.max(0, Math.min(1, 2 * text - 0.5));
    int channels = image.layout().channels();
    int at = y * image.stride() + x * channels;
    int rgb = 0;
    for (int c = 0; c < 3; c++) {
      int level = image.pixels()[at + (channels == 3 ? c : 0)] & 0xFF;
      double tint = c == 0 ? 255 * unread : c == 1 ? 200 * (1 - unread) : 40;
      rgb = rgb << 8 | (int) Math.round((1 - share) * level + share * tint);
    }
    return rgb;
  }

  /** Interpolates between the centres of cells. */
  private static double between(BlurMap map, int x, int y, boolean unread) {
    double u = Math.max(0, Math.min(map.columns() - 1, (x + 0.5) / map.cell() - 0.5));
    double v = Math.max(0, Math.min(map.rows() - 1, (y + 0.5) / map.cell() - 0.5));
    int column = (int) u;
    int row = (int) v;
    int nextColumn = Math.min(map.columns() - 1, column + 1);
    int nextRow = Math.min(map.rows() - 1, row + 1);
    double top = mix(at(map, column, row, unread), at(map, nextColumn, row, unread), u - column);
    double low =
        mix(at(map, column, nextRow, unread), at(map, nextColumn, nextRow, unread), u - column);
    return mix(top, low, v - row);
  }

  private static double at(BlurMap map, int column, int row, boolean unread) {
    return unread ? map.unread(column, row) : map.text(column, row);
  }

  private static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }
}
