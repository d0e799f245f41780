package io.github.blurdetect.dataset.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.dataset.evaluation.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
  private static final List<String> NAMES = List.of("length", "half", "gap");

  @TempDir Path folder;
  private int measured;

  private double[] measure(byte[] encoded) {
    synchronized (this) {
      measured++;
    }
    return new double[] {encoded.length, encoded.length / 3.0, Double.NaN};
  }

  private Path file() {
    return folder.resolve("cache/features.tsv");
  }

  private void fill(int photos) throws IOException {
    try (FeatureCache cache = FeatureCache.open(file(), "1", NAMES)) {
      for (int i = 1; i <= photos; i++) {
        check(cache, i);
      }
    }
  }

  private void check(FeatureCache cache, int length) throws IOException {
    assertThat(cache.get(new byte[length], this::measure))
        .containsExactly(length, length / 3.0, Double.NaN);
  }

  @Test
  void get_knownPhoto_isNotMeasuredAgain() throws IOException {
    fill(5);
    fill(6);
    assertThat(measured).isEqualTo(6);
    try (FeatureCache cache = FeatureCache.open(file(), "1", NAMES)) {
      assertThat(cache.size()).isEqualTo(6);
      check(cache, 3);
      assertThat(cache.hits()).isEqualTo(1);
      assertThat(cache.dropped()).isZero();
    }
  }

  @Test
  void get_changedContentOfSameLength_isMeasuredAgain() throws IOException {
    fill(2);
    try (FeatureCache cache = FeatureCache.open(file(), "1", NAMES)) {
      cache.get(new byte[] {0, 1}, this::measure);
    }
    assertThat(measured).isEqualTo(3);
  }

  @Test
  void open_otherVersionOrFeatures_beginsAnew() throws IOException {
    fill(3);
    try (FeatureCache cache = FeatureCache.open(file(), "2", NAMES)) {
      assertThat(cache.size()).isZero();
      check(cache, 3);
    }
    try (FeatureCache cache = FeatureCache.open(file(), "2", List.of("length", "gap", "half"))) {
      assertThat(cache.size()).isZero();
    }
    assertThat(measured).isEqualTo(4);
  }

  @Test
  void open_everyPossibleCut_losesOnlyTheCutLine() throws IOException {
    fill(2);
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      Files.write(file(), part);
      long lines = new String(part, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
      try (FeatureCache cache = FeatureCache.open(file(), "1", NAMES)) {
        assertThat((long) cache.size()).isEqualTo(Math.max(0, lines - 1));
      }
    }
    fill(2);
    assertThat(Files.readString(file()).lines().sorted())
        .containsExactlyElementsOf(
            new String(whole, StandardCharsets.UTF_8).lines().sorted().toList());
  }

  @Test
  void open_anyFlippedByte_neverGivesWrongValues() throws IOException {
    fill(3);
    byte[] whole = Files.readAllBytes(file());
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 150; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      Files.write(file(), damaged);
      fill(3); // Checks every value.
    }
  }

  @Test
  void get_measurementFails_keepsNothing() throws IOException {
    try (FeatureCache cache = FeatureCache.open(file(), "1", NAMES)) {
      assertThatThrownBy(
              () ->
                  cache.get(
                      new byte[1],
                      bytes -> {
                        throw new IOException("no photo");
                      }))
          .isInstanceOf(IOException.class)
          .hasMessage("no photo");
      assertThatThrownBy(() -> cache.get(new byte[1], bytes -> new double[2]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the measurement gave 2 values, expected 3");
      assertThat(cache.size()).isZero();
    }
  }

  @Test
  void get_manyThreads_keepsWholeLines() throws Exception {
    try (FeatureCache cache = FeatureCache.open(file(), "1", NAMES)) {
      Workers.forEach(
          500,
          4,
          i -> {
            try {
              check(cache, 1 + i % 250);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    try (FeatureCache cache = FeatureCache.open(file(), "1", NAMES)) {
      assertThat(cache.size()).isEqualTo(250);
      assertThat(cache.dropped()).isZero();
    }
  }

  @Test
  void open_folderInPlaceOfFile_isRefused() throws IOException {
    Files.createDirectories(file());
    assertThatThrownBy(() -> FeatureCache.open(file(), "1", NAMES)).isInstanceOf(IOException.class);
  }
}
