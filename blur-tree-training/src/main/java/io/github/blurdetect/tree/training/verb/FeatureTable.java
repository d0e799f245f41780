package io.github.blurdetect.tree.training.verb;

import io.github.blurdetect.dataset.cache.FeatureCache;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import io.github.blurdetect.features.FeatureExtractor;
import io.github.blurdetect.tree.training.Targets;
import io.github.blurdetect.tree.training.TrainingTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * Features of labelled photos. Photos without text are left out: the scorer gives them no verdict.
 *
 * @param table one row a photo that could be measured
 * @param withoutText how many photos held no text
 * @param unreadable one line a photo that could not be read
 */
record FeatureTable(TrainingTable table, int withoutText, List<String> unreadable) {

  FeatureTable {
    unreadable = List.copyOf(unreadable);
  }

  static FeatureTable measure(
      LabelledFolder folder,
      boolean withMarginal,
      ToDoubleFunction<LabelledPhoto> weight,
      int variants,
      FeatureExtractor extractor,
      Path cacheFile,
      int jobs,
      Runnable step)
      throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try (FeatureCache cache =
        FeatureCache.open(cacheFile, extractor.version(), extractor.names())) {
      List<LabelledPhoto> photos = photos(folder, withMarginal);
      List<OptionalDouble> lost = new ArrayList<>();
      List<Future<List<double[]>>> measured = new ArrayList<>();
      for (LabelledPhoto photo : photos) {
        lost.add(lost(folder, photo));
        PhotoMeasurer measurer = new PhotoMeasurer(extractor, cache, variants);
        measured.add(
            pool.submit(
                () -> {
                  try {
                    return measurer.measure(photo.file());
                  } finally {
                    step.run();
                  }
                }));
      }
      List<LabelledPhoto.Label> labels = photos.stream().map(LabelledPhoto::label).toList();
      return collect(photos, weight, Targets.of(labels, lost), measured, extractor);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Returns the labelled photos and, if wanted, marginal ones of which something was read. */
  static List<LabelledPhoto> photos(LabelledFolder folder, boolean withMarginal) {
    List<LabelledPhoto> photos = new ArrayList<>(folder.photos());
    if (withMarginal) {
      folder.marginal().stream().filter(p -> lost(folder, p).isPresent()).forEach(photos::add);
    }
    return photos;
  }

  /** OCR may read a word more of the photo than of the page: nothing is lost then. */
  private static OptionalDouble lost(LabelledFolder folder, LabelledPhoto photo) {
    OptionalDouble read = folder.records().number(photo.name(), "word_share");
    return read.isEmpty() ? read : OptionalDouble.of(Math.max(0, 1 - read.getAsDouble()));
  }

  private static FeatureTable collect(
      List<LabelledPhoto> photos,
      ToDoubleFunction<LabelledPhoto> weight,
      double[] targets,
      List<Future<List<double[]>>> measured,
      FeatureExtractor extractor)
      throws IOException, InterruptedException {
    List<TrainingTable.Row> rows = new ArrayList<>();
    List<TrainingTable.Row> marginal = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    int withoutText = 0;
    for (int i = 0; i < photos.size(); i++) {
      LabelledPhoto photo = photos.get(i);
      try {
        List<double[]> values = measured.get(i).get();
        if (Double.isNaN(values.get(0)[0])) {
          withoutText++;
        } else {
          boolean labelled = photo.label() != LabelledPhoto.Label.MARGINAL;
          (labelled ? rows : marginal)
              .add(
                  new TrainingTable.Row(
                      photo.name(),
                      photo.group(),
                      photo.blurred(),
                      values.get(0),
                      targets[i],
                      weight.applyAsDouble(photo),
                      values.stream().skip(1).filter(v -> !Double.isNaN(v[0])).toList()));
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException unread) {
          unreadable.add(photo.file() + ": " + unread.getMessage());
        } else if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        } else {
          throw new IOException(photo.file() + ": " + e.getCause(), e);
        }
      }
    }
    return new FeatureTable(
        new TrainingTable(extractor.names(), extractor.version(), rows, marginal),
        withoutText,
        unreadable);
  }
}
