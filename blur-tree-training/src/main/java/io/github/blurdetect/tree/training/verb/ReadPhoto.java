package io.github.blurdetect.tree.training.verb;

import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.PhotoLog;
import io.github.blurdetect.dataset.simulate.PhotoRecord;
import io.github.blurdetect.features.LegibilityCells;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A photo that an OCR program has read, with its cells of print.
 *
 * @param group photos of one page stay together in a split
 * @param blurred whether it is labelled blurred
 * @param wordShare words read over words read on the sharp page; NaN where not known
 * @param cells what was measured
 */
record ReadPhoto(String group, boolean blurred, double wordShare, LegibilityCells cells) {
  // As the scorer's callers decode: features need no colour.
  private static final ImageDecoder DECODER = ImageDecoder.defaults().withColour(false);

  /** Photos in the order of the sets, and one line a photo that could not be read. */
  record Measured(List<ReadPhoto> photos, List<String> unreadable) {}

  /** A line of a set's log, and where its photo lies. */
  record Entry(Path file, PhotoRecord photo) {}

  static List<Entry> list(List<Path> sets) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path set : sets) {
      for (PhotoRecord photo : PhotoLog.read(set.resolve("photos.jsonl"))) {
        entries.add(new Entry(set.resolve(photo.image()), photo));
      }
    }
    return entries;
  }

  static Measured measure(List<Entry> entries, int jobs, Runnable step)
      throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<ReadPhoto>> open = new ArrayList<>();
      for (Entry entry : entries) {
        open.add(pool.submit(() -> measure(entry, step)));
      }
      List<ReadPhoto> photos = new ArrayList<>();
      List<String> unreadable = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        try {
          photos.add(open.get(i).get());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof IOException unread)) {
            throw new IllegalStateException(entries.get(i).file() + ": " + e.getCause(), e);
          }
          unreadable.add(String.valueOf(unread.getMessage()));
        }
      }
      return new Measured(photos, unreadable);
    } finally {
      pool.shutdownNow();
    }
  }

  private static ReadPhoto measure(Entry entry, Runnable step) throws IOException {
    try {
      PhotoRecord photo = entry.photo();
      LegibilityCells cells =
          LegibilityCells.measure(DECODER.decode(entry.file()), lines(photo.lines()));
      Double share = photo.wordShare();
      return new ReadPhoto(
          photo.group(),
          photo.label() == PhotoRecord.Label.BLURRED,
          share == null ? Double.NaN : share,
          cells);
    } finally {
      step.run();
    }
  }

  private static List<LegibilityCells.ReadLine> lines(List<PhotoRecord.Line> lines) {
    List<LegibilityCells.ReadLine> read = new ArrayList<>();
    for (PhotoRecord.Line line : lines) {
      Integer words = line.wordsRead();
      if (words != null && line.words() > 0) {
        Box box = line.box();
        read.add(
            new LegibilityCells.ReadLine(
                box.left(), box.top(), box.right(), box.bottom(), line.words(), words));
      }
    }
    return read;
  }
}
