package io.github.blurdetect.training.cnn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keeps a run's rounds as CSV ({@code log.csv}), TensorBoard events and a learning curve. */
final class TrainingLog {
  private static final String HEADER =
      "epoch,learning_rate,train_loss,validation_loss,precision,recall,f1,seconds";

  private final Path folder;
  private final Path csv;

  TrainingLog(Path folder) {
    this.folder = folder;
    this.csv = folder.resolve("log.csv");
  }

  /** Reads the rounds up to one; later ones were not saved and will be done again. */
  List<EpochRecord> resume(int last) throws IOException {
    List<EpochRecord> records = new ArrayList<>();
    if (last == 0 || !Files.exists(csv)) {
      return records;
    }
    for (String line : Files.readAllLines(csv)) {
      if (line.equals(HEADER)) {
        continue;
      }
      EpochRecord record = parse(line);
      if (record.epoch() <= last) {
        records.add(record);
      }
    }
    return records;
  }

  private EpochRecord parse(String line) throws IOException {
    String[] cells = line.split(",");
    try {
      double[] n = new double[8];
      for (int i = 0; i < 8; i++) {
        n[i] = Double.parseDouble(cells[i]);
      }
      return new EpochRecord((int) n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(csv + ": expected 8 numbers, found '" + line + "'", e);
    }
  }

  void write(List<EpochRecord> records) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    for (EpochRecord r : records) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%.6g,%.6f,%.6f,%.5f,%.5f,%.5f,%.1f",
              r.epoch(),
              r.learningRate(),
              r.trainLoss(),
              r.validationLoss(),
              r.precision(),
              r.recall(),
              r.f1(),
              r.seconds()));
    }
    Files.write(csv, lines);
    TensorBoardEvents.write(folder.resolve("events.out.tfevents.blur"), records);
    LearningCurve.write(folder.resolve("learning-curve.png"), records);
  }
}
