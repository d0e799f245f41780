package io.github.blurdetect.dataset.simulate;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import io.github.blurdetect.dataset.simulate.PhotoVariants.Variant;
import io.github.blurdetect.image.ImageDecoder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes a labelled set of the {@link PhotoVariants} of sharp photos.
 *
 * <p>It is {@code Good_License}, {@code Bad_License} and {@code photos.jsonl}, whose lines say of
 * each picture: image, group, width, height, scale, jpeg_quality, blur (kind, kernel,
 * rms_radius_px, coverage), lines (none), label, and label_by "recipe". What nobody knows of it,
 * its text and x-height, they leave out.
 */
public final class VariantSet {

  /**
   * What became of the photos.
   *
   * @param clear clear pictures written
   * @param blurred blurred pictures written
   * @param failures one line a photo that could not be used
   */
  public record Outcome(int clear, int blurred, List<String> failures) {
    /** Copies the list. */
    public Outcome {
      failures = List.copyOf(failures);
    }
  }

  private VariantSet() {}

  /**
   * Makes the set. The group of a photo is its file's name without extension, with "-2" and so on
   * where another photo has the same.
   *
   * @param photos files of sharp photos
   * @param out a folder without a {@code photos.jsonl}; made where it is missing
   * @param step run after each photo
   * @return what became of them
   * @throws IOException if a picture can't be written, or the folder holds a set already
   */
  public static Outcome write(List<Path> photos, Path out, Runnable step) throws IOException {
    Path log = out.resolve("photos.jsonl");
    for (Label label : List.of(Label.CLEAR, Label.BLURRED)) {
      Files.createDirectories(out.resolve(label.folder()));
    }
    Set<String> groups = new HashSet<>();
    List<String> failures = new ArrayList<>();
    int made = 0;
    try (BufferedWriter lines = Files.newBufferedWriter(log, CREATE_NEW)) {
      for (Path photo : photos) {
        String group = free(stem(photo), groups);
        List<Variant> variants = variants(photo, failures);
        for (int i = 0; i < variants.size(); i++) {
          Variant variant = variants.get(i);
          String image = variant.label().folder() + "/" + group + "_" + i + ".jpg";
          Files.write(out.resolve(image), variant.jpeg());
          lines.write(json(image, group, variant) + "\n");
        }
        made += variants.size() / 2;
        step.run();
      }
    } catch (FileAlreadyExistsException e) {
      throw new IOException(log + " is there already; choose another folder", e);
    }
    return new Outcome(made, made, failures);
  }

  /**
   * Returns a file's name without its extension.
   *
   * @param photo a file
   * @return not empty
   */
  public static String stem(Path photo) {
    String name = String.valueOf(photo.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String free(String stem, Set<String> taken) {
    String group = stem;
    for (int i = 2; !taken.add(group); i++) {
      group = stem + "-" + i;
    }
    return group;
  }

  private static List<Variant> variants(Path photo, List<String> failures) {
    try {
      return PhotoVariants.of(ImageDecoder.defaults().decode(photo));
    } catch (IOException e) {
      failures.add(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      failures.add(photo + ": " + e.getMessage());
    }
    return List.of();
  }

  private static String json(String image, String group, Variant variant) {
    JsonObject blur = new JsonObject();
    blur.addProperty("kind", variant.kind().name().toLowerCase(Locale.ROOT));
    blur.addProperty("kernel", "");
    blur.addProperty("rms_radius_px", Math.round(variant.rmsRadius() * 1e4) / 1e4);
    blur.addProperty("coverage", "whole");
    JsonObject json = new JsonObject();
    json.addProperty("image", image);
    json.addProperty("group", group);
    json.addProperty("width", variant.width());
    json.addProperty("height", variant.height());
    json.addProperty("scale", variant.scale());
    json.addProperty("jpeg_quality", variant.jpegQuality());
    json.add("blur", blur);
    json.add("lines", new JsonArray());
    json.addProperty("label", variant.label().name().toLowerCase(Locale.ROOT));
    json.addProperty("label_by", "recipe");
    return json.toString();
  }
}
