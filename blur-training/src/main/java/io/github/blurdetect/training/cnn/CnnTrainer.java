package io.github.blurdetect.training.cnn;

import io.github.blurdetect.training.net.NpzReader;
import io.github.blurdetect.training.net.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trains a CNN on a tile file and keeps checkpoints in a folder: {@code last.ckpt} after each
 * round, {@code best-f1.ckpt} and {@code best-precision.ckpt} where validation was best. Called
 * again with the same folder it goes on where it stopped.
 */
public final class CnnTrainer {
  private final CnnTrainingOptions options;
  private final Path folder;
  private final Listener listener;

  /** Hears of progress, in the training thread. */
  public interface Listener {
    /**
     * A step was taken.
     *
     * @param done steps since the very start
     * @param all steps there are to be
     * @param loss of the step's batch
     */
    void step(int done, int all, float loss);

    /**
     * A round was validated and saved.
     *
     * @param record its figures
     */
    void epoch(EpochRecord record);
  }

  /**
   * Makes a trainer.
   *
   * @param options settings
   * @param folder where checkpoints and logs go; made if need be
   * @param listener hears of progress
   */
  public CnnTrainer(CnnTrainingOptions options, Path folder, Listener listener) {
    this.options = options;
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Trains until the last round or until patience runs out.
   *
   * @param tiles labelled tiles of training pages
   * @return all rounds, those before an interruption among them
   * @throws IOException if the folder cannot be written or a checkpoint in it cannot be read
   * @throws IllegalArgumentException if there are fewer than two pages, or the folder holds a
   *     checkpoint of another topology
   */
  public List<EpochRecord> train(TileSet tiles) throws IOException {
    Files.createDirectories(folder);
    Engines.prepare(options.threads(), options.seed());
    Set<String> heldOut = holdout(tiles, options);
    BatchSource training = source(tiles, heldOut, false);
    BatchSource validation = source(tiles, heldOut, true);
    Path last = folder.resolve("last.ckpt");
    TrainingLog log = new TrainingLog(folder);
    Weights start = start(last);
    int done = start.numbers().getOrDefault("epoch", 0.0).intValue();
    List<EpochRecord> records = log.resume(done);
    try (DjlNetwork network = new DjlNetwork(start)) {
      for (int epoch = done + 1; epoch <= options.epochs() && !exhausted(records); epoch++) {
        long began = System.nanoTime();
        double before = records.isEmpty() ? 0 : records.get(records.size() - 1).seconds();
        double loss = round(network, training, epoch);
        CropMetrics metrics = validate(network, validation);
        double seconds = before + (System.nanoTime() - began) / 1e9;
        EpochRecord record =
            new EpochRecord(
                epoch,
                rate(epoch, options.steps()),
                loss,
                metrics.loss(),
                metrics.precision(),
                metrics.recall(),
                metrics.f1(),
                seconds);
        save(network.weights(), record, records, last);
        records.add(record);
        log.write(records);
        listener.epoch(record);
      }
    }
    return records;
  }

  /**
   * Returns the pages kept for validation: the same for the same seed and pages, and of each kind
   * of page (the letters that its name starts with) about the same share.
   */
  static Set<String> holdout(TileSet tiles, CnnTrainingOptions options) {
    Set<String> groups = new TreeSet<>();
    IntStream.range(0, tiles.size()).forEach(i -> groups.add(tiles.group(i)));
    if (groups.size() < 2) {
      throw new IllegalArgumentException(
          "training needs photos of at least 2 pages, found " + groups.size());
    }
    List<String> order = new ArrayList<>(groups);
    SplittableRandom random = new SplittableRandom(options.seed());
    for (int i = order.size() - 1; i > 0; i--) {
      java.util.Collections.swap(order, i, random.nextInt(i + 1));
    }
    order.sort(Comparator.comparing(CnnTrainer::kind)); // Stable: random within a kind.
    int count = (int) Math.max(1, Math.round(options.holdout() * order.size()));
    return IntStream.range(0, count)
        .mapToObj(i -> order.get((int) ((i + 0.5) * order.size() / count)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String kind(String group) {
    int end = 0;
    while (end < group.length() && !Character.isDigit(group.charAt(end))) {
      end++;
    }
    return group.substring(0, end);
  }

  private BatchSource source(TileSet tiles, Set<String> heldOut, boolean validation) {
    int[] members =
        IntStream.range(0, tiles.size())
            .filter(i -> heldOut.contains(tiles.group(i)) == validation)
            .toArray();
    Augmenter augmenter = new Augmenter(options.crop(), !validation);
    return new BatchSource(tiles, members, augmenter, options.batch(), options.seed());
  }

  private Weights start(Path last) throws IOException {
    if (Files.exists(last)) {
      Weights weights = Weights.load(last);
      if (!weights.topology().name().equals(options.topology())) {
        throw new IllegalArgumentException(
            "%s holds topology %s, expected %s; choose another folder"
                .formatted(last, weights.topology().name(), options.topology()));
      }
      return weights;
    }
    if (options.start().isPresent()) {
      return given(options.start().get());
    }
    return Weights.draw(Topology.named(options.topology()), options.seed());
  }

  private Weights given(Path file) throws IOException {
    boolean numpy = String.valueOf(file.getFileName()).endsWith(".npz");
    Weights given = numpy ? Weights.of(NpzReader.readReference(file)) : Weights.load(file);
    if (!given.topology().name().equals(options.topology())) {
      throw new IllegalArgumentException(
          "%s holds topology %s, expected %s"
              .formatted(file, given.topology().name(), options.topology()));
    }
    return new Weights(given.topology(), given.arrays(), java.util.Map.of());
  }

  private double round(DjlNetwork network, BatchSource source, int epoch) {
    ExecutorService ahead = Executors.newSingleThreadExecutor(CnnTrainer::daemon);
    try {
      double sum = 0;
      Future<Batch> next = ahead.submit(() -> source.draw(epoch, 0));
      for (int step = 0; step < options.steps(); step++) {
        Batch batch = next.get();
        int following = step + 1;
        next = ahead.submit(() -> source.draw(epoch, following));
        float loss = network.step(batch, (float) rate(epoch, step), (float) options.l2());
        if (!Float.isFinite(loss)) {
          throw new IllegalStateException(
              "loss is "
                  + loss
                  + " in round "
                  + epoch
                  + ", step "
                  + step
                  + "; try a lower learning rate");
        }
        sum += loss;
        int all = options.epochs() * options.steps();
        listener.step((epoch - 1) * options.steps() + following, all, loss);
      }
      return sum / options.steps();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("training was interrupted in round " + epoch, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("no batch could be made", e.getCause());
    } finally {
      ahead.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "blur-batches");
    thread.setDaemon(true);
    return thread;
  }

  private double rate(int epoch, int step) {
    double done = (epoch - 1 + (double) step / options.steps()) / options.epochs();
    double warm = Math.min(1, ((epoch - 1) * (double) options.steps() + step + 1) / 100);
    return options.learningRate() * warm * (0.01 + 0.99 * (1 + Math.cos(Math.PI * done)) / 2);
  }

  private CropMetrics validate(DjlNetwork network, BatchSource source) {
    CropMetrics.Counter counter = new CropMetrics.Counter();
    for (int i = 0; i < source.sweeps(); i++) {
      Batch batch = source.sweep(i);
      DjlNetwork.Evaluation result = network.evaluate(batch);
      counter.add(batch.shares(), result.scores(), result.loss());
    }
    return counter.metrics();
  }

  private boolean exhausted(List<EpochRecord> records) {
    int best = 0;
    for (int i = 1; i < records.size(); i++) {
      if (records.get(i).f1() > records.get(best).f1()) {
        best = i;
      }
    }
    return records.size() - 1 - best >= options.patience();
  }

  private void save(Weights now, EpochRecord record, List<EpochRecord> before, Path last)
      throws IOException {
    TreeMap<String, Double> numbers = new TreeMap<>(now.numbers());
    numbers.put("epoch", (double) record.epoch());
    numbers.put("seed", (double) options.seed());
    numbers.put("f1", record.f1());
    numbers.put("precision", record.precision());
    Weights weights = new Weights(now.topology(), now.arrays(), numbers);
    if (before.stream().allMatch(r -> r.f1() < record.f1())) {
      weights.save(folder.resolve("best-f1.ckpt"));
    }
    if (before.stream().allMatch(r -> r.precision() < record.precision())) {
      weights.save(folder.resolve("best-precision.ckpt"));
    }
    weights.save(last);
  }
}
