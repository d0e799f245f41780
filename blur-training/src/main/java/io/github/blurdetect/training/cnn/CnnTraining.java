package io.github.blurdetect.training.cnn;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.github.blurdetect.image.ImageDecodeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The whole way from labelled photos to a CNN model: tiles (kept in a cache), training
 * (interruptible), pooling, ONNX.
 */
public final class CnnTraining {
  private final Request request;
  private final Consumer<String> say;

  /**
   * What to train on and where to put it.
   *
   * @param folders simulated sets, or folders with {@code Good_License} and {@code Bad_License}
   * @param withoutText folders of images that show no print
   * @param synthetic drawn tiles to add (pen strokes, grounds without writing)
   * @param tilesPerPhoto tiles cut out of each photo
   * @param tilesWithoutText tiles cut out of each image without print
   * @param int8 whether to write the model in 8-bit integers too
   * @param output where checkpoints, logs and the model go
   * @param cache where the tiles are kept
   * @param options of the training itself
   */
  public record Request(
      List<Path> folders,
      List<Path> withoutText,
      int synthetic,
      int tilesPerPhoto,
      int tilesWithoutText,
      boolean int8,
      Path output,
      Path cache,
      CnnTrainingOptions options) {

    /**
     * Copies the lists and checks the numbers.
     *
     * @throws IllegalArgumentException if a number is too small or there is no folder
     */
    public Request {
      folders = List.copyOf(folders);
      withoutText = List.copyOf(withoutText);
      if (folders.isEmpty() || synthetic < 0 || tilesPerPhoto < 1 || tilesWithoutText < 1) {
        throw new IllegalArgumentException(
            "%d folders, %d synthetic tiles, %d tiles a photo, %d without text, expected 1, 0, 1, 1"
                .formatted(folders.size(), synthetic, tilesPerPhoto, tilesWithoutText));
      }
    }
  }

  /**
   * Makes a training run.
   *
   * @param request what and where
   * @param say hears what is being done, a line each
   */
  public CnnTraining(Request request, Consumer<String> say) {
    this.request = request;
    this.say = say;
  }

  /**
   * Trains, or goes on training, and writes {@code cnn.onnx}, {@code held-out.txt} (the groups that
   * were not trained on, one a line) and, if asked for, {@code cnn-int8.onnx} into the output
   * folder.
   *
   * @param listener hears of progress
   * @return the fp32 model's file
   * @throws IOException if photos cannot be listed or files cannot be written
   */
  public Path run(CnnTrainer.Listener listener) throws IOException {
    Files.createDirectories(request.output());
    Files.createDirectories(request.cache());
    List<TrainingPhoto> photos = new ArrayList<>();
    for (Path folder : request.folders()) {
      photos.addAll(TrainingPhotos.list(folder));
    }
    TileSet tiles = tiles(photos);
    say.accept(
        "training %s on %d tiles of %d photos"
            .formatted(request.options().topology(), tiles.size(), photos.size()));
    new CnnTrainer(request.options(), request.output(), listener).train(tiles);
    return write(photos, tiles);
  }

  private Path write(List<TrainingPhoto> photos, TileSet tiles) throws IOException {
    Set<String> heldOut = CnnTrainer.holdout(tiles, request.options());
    List<TrainingPhoto> fresh = photos.stream().filter(p -> heldOut.contains(p.group())).toList();
    Files.write(
        request.output().resolve("held-out.txt"),
        fresh.stream().map(TrainingPhoto::group).distinct().sorted().toList());
    CnnPackager packager = new CnnPackager(request.output().resolve("best-f1.ckpt"));
    packager.put("training_data", describe(photos));
    packager.put("git_commit", GitCommit.current());
    say.accept("fitting the pooling to photos of pages that were not trained on");
    int used = packager.fitPooling(fresh);
    if (!packager.pooled()) {
      used = packager.fitPooling(photos);
    }
    say.accept("pooling fitted to " + used + " photos");
    Path model = request.output().resolve("cnn.onnx");
    Files.write(model, packager.toFloat());
    if (request.int8()) {
      Files.write(request.output().resolve("cnn-int8.onnx"), packager.toInt8(tiles));
    }
    return model;
  }

  private String describe(List<TrainingPhoto> photos) {
    long groups = photos.stream().map(TrainingPhoto::group).distinct().count();
    List<String> names =
        request.folders().stream().map(f -> String.valueOf(f.getFileName())).toList();
    return String.format(
        Locale.ROOT,
        "%d photos of %d pages (%s), %d drawn tiles",
        photos.size(),
        groups,
        String.join(", ", names),
        request.synthetic());
  }

  /** Returns the cached tiles where photos and settings are the same, else cuts them anew. */
  private TileSet tiles(List<TrainingPhoto> photos) throws IOException {
    List<TrainingPhoto> blank = new ArrayList<>();
    for (Path folder : request.withoutText()) {
      blank.addAll(TrainingPhotos.listWithoutText(folder));
    }
    Path file = request.cache().resolve("cnn-tiles-" + key(photos, blank) + ".bin");
    if (!Files.exists(file)) {
      say.accept("cutting tiles out of " + photos.size() + " photos");
      cut(photos, blank, file);
    }
    return TileSet.open(file);
  }

  private void cut(List<TrainingPhoto> photos, List<TrainingPhoto> blank, Path file)
      throws IOException {
    long seed = request.options().seed();
    int others = Math.max(1, request.tilesPerPhoto() / 5);
    TileSetBuilder builder = new TileSetBuilder(request.tilesPerPhoto() - others, others, seed);
    TileSetBuilder blankBuilder = new TileSetBuilder(0, request.tilesWithoutText(), seed);
    try (TileSet.Writer out = new TileSet.Writer(file)) {
      SyntheticTiles.add(request.synthetic(), seed, out);
      for (TrainingPhoto photo : photos) {
        addOrSay(builder, photo, out);
      }
      for (TrainingPhoto photo : blank) {
        addOrSay(blankBuilder, photo, out);
      }
    }
  }

  private void addOrSay(TileSetBuilder builder, TrainingPhoto photo, TileSet.Writer out)
      throws IOException {
    try {
      builder.add(photo, out);
    } catch (ImageDecodeException e) {
      say.accept("left out: " + e.getMessage());
    }
  }

  private String key(List<TrainingPhoto> photos, List<TrainingPhoto> blank) throws IOException {
    Hasher hasher = Hashing.sha256().newHasher();
    hasher.putInt(request.synthetic()).putInt(request.tilesPerPhoto());
    hasher.putInt(request.tilesWithoutText()).putInt(TileSetBuilder.REVISION);
    hasher.putLong(request.options().seed()).putInt(TileSet.SIDE);
    for (TrainingPhoto photo : photos) {
      add(hasher, photo);
      hasher.putString(photo.lines().toString(), StandardCharsets.UTF_8);
    }
    for (TrainingPhoto photo : blank) {
      add(hasher, photo);
    }
    return hasher.hash().toString().substring(0, 16);
  }

  private static void add(Hasher hasher, TrainingPhoto photo) throws IOException {
    hasher.putString(photo.file() + "|" + photo.label(), StandardCharsets.UTF_8);
    if (Files.exists(photo.file())) {
      hasher.putLong(Files.size(photo.file()));
      hasher.putLong(Files.getLastModifiedTime(photo.file()).toMillis());
    }
  }
}
