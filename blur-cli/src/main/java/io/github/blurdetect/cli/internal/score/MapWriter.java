package io.github.blurdetect.cli.internal.score;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.VerbException;
import io.github.blurdetect.cnn.BlurMap;
import io.github.blurdetect.cnn.BlurMapFiles;
import io.github.blurdetect.cnn.CnnModel;
import io.github.blurdetect.cnn.CnnScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes each photo's blur map into a folder, as {@code NAME.map.png} and {@code NAME.map.json};
 * photos of the same name get a number. Safe for use by many threads.
 */
final class MapWriter implements AutoCloseable {
  private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]");

  private final Path folder;
  private final CnnScorer scorer;
  private final Map<String, Integer> used = new HashMap<>();

  MapWriter(Path folder) {
    this.folder = folder;
    this.scorer = CnnScorer.create(ScorerOptions.defaults());
  }

  void write(String name, BlurImage image) {
    if (Math.min(image.width(), image.height()) < CnnModel.SHORTEST_SIDE) {
      return;
    }
    try {
      BlurMapFiles.write(image, BlurMap.of(scorer.model(), image), folder, fileName(name));
    } catch (IOException e) {
      throw new VerbException(1, "cannot write the map of " + name + " into " + folder, e);
    }
  }

  private synchronized String fileName(String name) {
    String last = FOLDERS.matcher(name).replaceFirst("");
    int count = used.merge(last, 1, Integer::sum);
    return count == 1 ? last : last + "-" + count;
  }

  @Override
  public void close() {
    scorer.close();
  }
}
