package io.github.blurdetect.dataset.simulate;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes a labelled set of photos: {@code Good_License}, {@code Bad_License}, {@code Marginal} and
 * {@code photos.jsonl}.
 *
 * <p>Photo {@code i} follows from the set's seed and {@code i} alone, and photos are written in
 * that order, so the set is the same whatever the number of threads, and a shorter set is the start
 * of a longer one. Every page is used once before any is used again.
 */
public final class SyntheticSet {

  /** Told of each photo after it was written. */
  public interface Progress {
    /**
     * A photo was written.
     *
     * @param photo what it is
     * @param labelled photos so far that are clear or blurred
     */
    void written(PhotoRecord photo, int labelled);
  }

  /**
   * How large the set is to be.
   *
   * @param labelled photos wanted that are clear or blurred; at least 1
   * @param photos most photos in all, marginal ones included; at least 1
   * @param seed what the set is drawn from
   * @param jobs threads, at least 1
   * @param resume whether a set that the folder holds already, of the same seed, is gone on with
   */
  public record Size(int labelled, int photos, long seed, int jobs, boolean resume) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public Size {
      if (labelled < 1 || photos < 1 || jobs < 1) {
        throw new IllegalArgumentException(
            "a set of "
                + labelled
                + " labelled of "
                + photos
                + " photos by "
                + jobs
                + " jobs, expected at least 1 of each");
      }
    }
  }

  private record Made(PhotoRecord photo, byte[] jpeg) {}

  private final PageSource pages;
  private final PhotoPlanner planner;
  private final PhotoLabeller labeller;
  private final CaptureSimulator simulator = new CaptureSimulator();
  private final Map<List<Long>, int[]> orders = new HashMap<>();

  /**
   * Prepares a set.
   *
   * @param pages sharp pages
   * @param config what to draw from
   * @param labeller who decides
   */
  public SyntheticSet(PageSource pages, SimulationConfig config, PhotoLabeller labeller) {
    this.pages = pages;
    this.planner = new PhotoPlanner(config);
    this.labeller = labeller;
  }

  /**
   * Makes the set.
   *
   * @param out a folder without a {@code photos.jsonl}, unless a set is resumed; made where it is
   *     missing
   * @param size how large
   * @param progress told of each photo, on the calling thread
   * @return how many photos have each label
   * @throws IOException if a page can't be read, a photo not written, or the folder holds a set
   *     already that is not, or can't be, resumed
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Map<PhotoRecord.Label, Integer> write(Path out, Size size, Progress progress)
      throws IOException, InterruptedException {
    Path log = out.resolve("photos.jsonl");
    List<PhotoRecord> done = done(log, size);
    for (PhotoRecord.Label label : PhotoRecord.Label.values()) {
      Files.createDirectories(out.resolve(label.folder()));
    }
    ExecutorService workers = Executors.newFixedThreadPool(size.jobs());
    try (BufferedWriter writer = Files.newBufferedWriter(log, CREATE, APPEND)) {
      return write(out, size, progress, workers, writer, done);
    } finally {
      workers.shutdownNow();
    }
  }

  private Map<PhotoRecord.Label, Integer> write(
      Path out,
      Size size,
      Progress progress,
      ExecutorService workers,
      BufferedWriter log,
      List<PhotoRecord> done)
      throws IOException, InterruptedException {
    Map<PhotoRecord.Label, Integer> counts = new EnumMap<>(PhotoRecord.Label.class);
    for (PhotoRecord.Label label : PhotoRecord.Label.values()) {
      counts.put(label, 0);
    }
    Deque<Future<Made>> open = new ArrayDeque<>();
    int submitted = done.size();
    int labelled = 0;
    for (PhotoRecord photo : done) {
      counts.merge(photo.label(), 1, Integer::sum);
      labelled += photo.label() == PhotoRecord.Label.MARGINAL ? 0 : 1;
    }
    for (int i = done.size(); i < size.photos() && labelled < size.labelled(); i++) {
      while (submitted < size.photos() && submitted < i + 2 * size.jobs()) {
        int index = submitted++;
        open.add(workers.submit(() -> make(size.seed(), index)));
      }
      Made made = result(open.remove());
      PhotoRecord photo = made.photo();
      Files.write(out.resolve(photo.image()), made.jpeg());
      log.write(PhotoLog.toJson(photo));
      log.newLine();
      log.flush();
      counts.merge(photo.label(), 1, Integer::sum);
      labelled += photo.label() == PhotoRecord.Label.MARGINAL ? 0 : 1;
      progress.written(photo, labelled);
    }
    return counts;
  }

  private static List<PhotoRecord> done(Path log, Size size) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    if (!size.resume()) {
      throw new IOException(log + " is there already; choose another folder or resume the set");
    }
    List<PhotoRecord> done = PhotoLog.read(log);
    for (int i = 0; i < done.size(); i++) {
      if (done.get(i).seed() != mix(size.seed(), i)) {
        throw new IOException(
            log + ", line " + (i + 1) + ": not of a set with seed " + size.seed());
      }
    }
    return done;
  }

  private static Made result(Future<Made> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Made make(long setSeed, int index) throws IOException {
    long seed = mix(setSeed, index);
    int round = index / pages.size();
    SourcePage page = pages.page(pageOf(setSeed, round, index % pages.size()));
    long pixels = (long) page.image().width() * page.image().height();
    SimulatedPhoto photo = simulator.simulate(page, planner.plan(seed, pixels));
    PhotoLabeller.Legibility legibility = labeller.label(page, photo);
    String image = legibility.label().folder() + "/" + page.group() + "_" + round + ".jpg";
    return new Made(record(image, seed, page, photo, legibility), photo.jpeg());
  }

  private static PhotoRecord record(
      String image,
      long seed,
      SourcePage page,
      SimulatedPhoto photo,
      PhotoLabeller.Legibility legibility) {
    PhotoPlan plan = photo.plan();
    BlurPlan blur = plan.blur();
    double radius = photo.rmsRadius();
    List<PhotoRecord.Line> lines = new ArrayList<>();
    List<Integer> read = legibility.wordsRead();
    for (int i = 0; i < photo.lines().size(); i++) {
      SimulatedPhoto.Line line = photo.lines().get(i);
      lines.add(
          new PhotoRecord.Line(
              line.box(),
              line.text(),
              line.role(),
              line.xHeight(),
              line.rmsRadius(),
              line.contrast(),
              legibility.words().get(i),
              read == null ? null : read.get(i),
              line.stroke()));
    }
    return new PhotoRecord(
        image,
        page.group(),
        seed,
        photo.image().width(),
        photo.image().height(),
        photo.xHeight(),
        plan.scale(),
        plan.noiseSigma(),
        plan.jpegQuality(),
        plan.scene(),
        new PhotoRecord.Blur(
            blur.kind(), blur.kernel(), radius, radius / photo.xHeight(), blur.coverage()),
        lines,
        legibility.wordShare(),
        legibility.label(),
        legibility.by());
  }

  private static long mix(long setSeed, int index) {
    return new SplittableRandom(setSeed + 0x9E3779B97F4A7C15L * (index + 1)).nextLong();
  }

  /** The page at a place of a round: a new random order of all pages in each round. */
  private int pageOf(long setSeed, int round, int place) {
    synchronized (orders) {
      return orders
          .computeIfAbsent(List.of(setSeed, (long) round), key -> order(setSeed, round))[place];
    }
  }

  private int[] order(long setSeed, int round) {
    SplittableRandom random = new SplittableRandom(mix(~setSeed, round));
    int[] order = new int[pages.size()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
