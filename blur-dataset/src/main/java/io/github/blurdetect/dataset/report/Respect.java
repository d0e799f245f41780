package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.evaluation.ScoredPhoto;
import io.github.blurdetect.dataset.folder.PhotoRecords;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One member of {@code photos.jsonl} by which photos are divided: texts by value, numbers by value
 * where there are few and by quartile where there are many.
 */
final class Respect {
  private static final int FEW = 8;

  /** A value of the respect; numbers sort by rank and before texts. */
  record Value(double rank, String text) implements Comparable<Value> {
    @Override
    public int compareTo(Value other) {
      return Comparator.comparingDouble(Value::rank)
          .thenComparing(Value::text)
          .compare(this, other);
    }
  }

  private final PhotoRecords records;
  private final String key;
  private final double[] edges;
  private final boolean exact;

  Respect(PhotoRecords records, String key, List<ScoredPhoto> photos) {
    this.records = records;
    this.key = key;
    double[] all =
        photos.stream()
            .flatMapToDouble(photo -> records.number(photo.photo().name(), key).stream())
            .sorted()
            .toArray();
    double[] distinct = Arrays.stream(all).distinct().toArray();
    exact = distinct.length <= FEW;
    edges = exact ? distinct : quartiles(all);
  }

  private static double[] quartiles(double[] sorted) {
    int last = sorted.length - 1;
    return Arrays.stream(new int[] {0, last / 4, last / 2, 3 * last / 4, last})
        .mapToDouble(i -> sorted[i])
        .distinct()
        .toArray();
  }

  /** The photo's value, or nothing where its record does not say. */
  Optional<Value> of(ScoredPhoto photo) {
    String name = photo.photo().name();
    OptionalDouble number = records.number(name, key);
    if (number.isPresent()) {
      return Optional.of(value(number.getAsDouble()));
    }
    return records
        .text(name, key)
        .filter(text -> !text.isEmpty())
        .map(text -> new Value(Double.POSITIVE_INFINITY, text));
  }

  private Value value(double number) {
    if (exact) {
      return new Value(number, Numbers.plain(number));
    }
    int bin = 0;
    while (bin < edges.length - 2 && number > edges[bin + 1]) {
      bin++;
    }
    return new Value(
        edges[bin], Numbers.rounded(edges[bin]) + " to " + Numbers.rounded(edges[bin + 1]));
  }
}
