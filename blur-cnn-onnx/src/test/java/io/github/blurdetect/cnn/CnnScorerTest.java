package io.github.blurdetect.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.Contribution;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.features.TextLocator;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The model that comes with the library, on photos. */
class CnnScorerTest {
  private static CnnScorer scorer;

  @BeforeAll
  static void open() {
    scorer = CnnScorer.create(ScorerOptions.defaults());
  }

  @AfterAll
  static void close() {
    scorer.close();
  }

  @Test
  void score_sharpAndBlurredPage_standOnEitherSideOfTheThreshold() {
    BlurScore sharp = scorer.score(DrawnPage.sharp(640, 480));
    BlurScore blurred = scorer.score(DrawnPage.blurred(640, 480));
    assertThat(sharp.textFound()).isTrue();
    assertThat(blurred.textFound()).isTrue();
    assertThat(sharp.blurriness()).isLessThan(scorer.threshold());
    assertThat(blurred.blurriness()).isGreaterThan(scorer.threshold());
    assertThat(blurred.reasons())
        .extracting(BlurReason::message)
        .anySatisfy(m -> assertThat(m).matches("about \\d+ % of the text looks unreadable"));
  }

  @Test
  void score_pageBeyondDoubt_isToldFromHalfItsTiles() {
    int side = 1600;
    byte[] page = DrawnPage.draw(side, side, 1);
    assertThat(textCells(scorer.score(DrawnPage.sharp(side, side)))).isBetween(500.0, 6 * 256.0);
    assertThat(textCells(scorer.score(DrawnPage.blurred(side, side)))).isBetween(500.0, 6 * 256.0);
    byte[] inPart = DrawnPage.blur(page, side, side, 8, 0, side / 3);
    BlurScore unsure = scorer.score(BlurImage.grey(inPart, side, side));
    assertThat(textCells(unsure)).isGreaterThan(6 * 256.0);
  }

  @Test
  void pool_pageBeyondDoubt_isOfAllTiles() {
    BlurImage page = DrawnPage.sharp(1600, 1600);
    Votes all = scorer.pool(page, TextLocator.defaults().locate(page));
    assertThat(all.textCells()).isGreaterThan(6 * 256.0);
    BlurScore score = scorer.score(page);
    assertThat(score.blurriness()).isLessThan(0.05);
  }

  private static double textCells(BlurScore score) {
    return score.contributions().stream()
        .filter(part -> part.name().equals("cnn_text_cells"))
        .mapToDouble(Contribution::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void score_blankPaper_isNoText() {
    byte[] pixels = new byte[500 * 400];
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (215 + random.nextInt(-4, 5));
    }
    BlurScore score = scorer.score(BlurImage.grey(pixels, 500, 400));
    assertThat(score.textFound()).isFalse();
    assertThat(score.blurriness()).isEqualTo(CnnScorer.NO_TEXT_SCORE);
  }

  @Test
  void score_tinyImages_isNoText() {
    for (int side : new int[] {1, 2, 7, 8, 9, 40}) {
      byte[] white = new byte[3 * side * side];
      Arrays.fill(white, (byte) 250);
      BlurScore score = scorer.score(BlurImage.rgb(white, side, side));
      assertThat(score.textFound()).as("side %d", side).isFalse();
    }
  }

  @Test
  void score_narrowStrips_doNotFail() {
    for (int[] size : new int[][] {{8, 3000}, {3000, 9}, {1, 5000}}) {
      byte[] pixels = new byte[size[0] * size[1]];
      new SplittableRandom(5).nextBytes(pixels);
      BlurScore score = scorer.score(BlurImage.grey(pixels, size[0], size[1]));
      assertThat(score.blurriness()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void score_twoIntraOpThreads_givesTheSameBits() {
    BlurImage page = DrawnPage.blurred(640, 480);
    try (CnnScorer two = CnnScorer.create(ScorerOptions.defaults().withThreads(2))) {
      assertThat(two.score(page)).isEqualTo(scorer.score(page));
    }
  }

  @Test
  void score_fourCallersAtOnce_agree() throws Exception {
    BlurImage page = DrawnPage.sharp(640, 480);
    BlurScore expected = scorer.score(page);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<BlurScore>> scores = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        scores.add(pool.submit(() -> scorer.score(page)));
      }
      for (Future<BlurScore> score : scores) {
        assertThat(score.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void load_serviceLoader_findsTheScorerAsDefaultCandidate() {
    try (BlurScorer found = BlurScorers.load().provider("cnn").create(ScorerOptions.defaults())) {
      assertThat(found.name()).isEqualTo("cnn");
    }
    assertThat(BlurScorers.load().provider("cnn").priority()).isEqualTo(200);
  }

  @Test
  void score_reallyBlurredPhotos_blurredOrNoText() throws IOException {
    Path photos = Path.of(System.getProperty("blur.root", "..")).resolve("../shared/data/natural");
    Assumptions.assumeTrue(Files.isDirectory(photos), "needs " + photos);
    int seen = 0;
    for (String kind : new String[] {"defocus", "motion"}) {
      List<Path> files;
      try (Stream<Path> all = Files.list(photos.resolve(kind))) {
        files = all.sorted().toList();
      }
      for (Path file : files) {
        BlurScore score = scorer.score(ImageDecoder.defaults().decode(file));
        boolean fine = !score.textFound() || score.blurriness() > 0.9;
        assertThat(fine).as("%s: %s", file, score).isTrue();
        seen++;
      }
    }
    assertThat(seen).isEqualTo(14);
  }

  @Test
  void score_sharpPhotosOfOtherThings_rarelyBlurred() throws IOException {
    Path photos = Path.of(System.getProperty("blur.root", "..")).resolve("../shared/data/natural");
    Assumptions.assumeTrue(Files.isDirectory(photos), "needs " + photos);
    List<Path> files;
    try (Stream<Path> all = Files.list(photos.resolve("sharp"))) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSize(7);
    List<String> blurred = new ArrayList<>();
    for (Path file : files) {
      BlurScore score = scorer.score(ImageDecoder.defaults().decode(file));
      if (score.textFound() && score.blurriness() > scorer.threshold()) {
        blurred.add(file.getFileName() + " " + score);
      }
    }
    // Known failing: a street with signs (docs/models/cnn-compact.md).
    assertThat(blurred).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void score_realPhotosOfDocuments_atMostOneBlurred() throws IOException {
    Path photos = Path.of(System.getProperty("blur.root", "..")).resolve("../shared/data/photos");
    Assumptions.assumeTrue(Files.isDirectory(photos), "needs " + photos);
    List<String> blurred = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(photos)) {
      files = all.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
    }
    for (Path file : files) {
      BlurScore score = scorer.score(ImageDecoder.defaults().decode(file));
      if (score.textFound() && score.blurriness() > scorer.threshold()) {
        blurred.add(file.getFileName() + " " + score.blurriness());
      }
    }
    assertThat(blurred).hasSizeLessThanOrEqualTo(1);
  }
}
