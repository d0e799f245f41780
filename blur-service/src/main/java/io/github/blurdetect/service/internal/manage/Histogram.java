package io.github.blurdetect.service.internal.manage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts durations in fixed buckets. Safe for use by many threads. */
final class Histogram {
  /** Upper ends of the buckets but the last, in milliseconds. */
  static final long[] BOUNDS = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000};

  private final AtomicLongArray counts = new AtomicLongArray(BOUNDS.length + 1);
  private final LongAdder nanos = new LongAdder();

  void add(long duration) {
    int bucket = 0;
    while (bucket < BOUNDS.length && duration > TimeUnit.MILLISECONDS.toNanos(BOUNDS[bucket])) {
      bucket++;
    }
    counts.incrementAndGet(bucket);
    nanos.add(duration);
  }

  long count(int bucket) {
    return counts.get(bucket);
  }

  double totalSeconds() {
    return nanos.sum() / 1e9;
  }
}
