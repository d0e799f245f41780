package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.features.TestData;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionsTest {

  @ParameterizedTest
  @CsvSource({"1,1,1", "1,9,1", "9,2,2", "40,25,7", "97,96,96", "203,230,96", "131,70,70"})
  void clearest_anySize_matchesNaive(int width, int height, int block) {
    byte[] plane = TestData.random(width, height, width, 31).data();
    assertThat(Projections.clearest(plane, width, height, block))
        .containsExactly(naive(plane, width, height, block));
  }

  @Test
  void clearest_brightestBlock_doesNotOverflow() {
    byte[] plane = new byte[96 * 96];
    Arrays.fill(plane, (byte) 255);
    long upright = 96L * (96 * 255) * (96 * 255);
    assertThat(Projections.clearest(plane, 96, 96, 96)).containsExactly(upright);
  }

  /** Adds each pixel to the bin that it falls into, slant by slant. */
  private static long[] naive(byte[] plane, int width, int height, int block) {
    int columns = width / block;
    long[] clearest = new long[columns * (height / block)];
    for (int b = 0; b < clearest.length; b++) {
      for (int slant = -3; slant <= 3; slant++) {
        long[] bins = new long[3 * block];
        for (int i = 0; i < block * block; i++) {
          int x = i % block;
          int y = i / block;
          int pixel = (b / columns * block + y) * width + b % columns * block + x;
          bins[block + x + slant * (y - block / 2) / 9] += plane[pixel] & 0xFF;
        }
        clearest[b] = Math.max(clearest[b], Arrays.stream(bins).map(s -> s * s).sum());
      }
    }
    return clearest;
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,20", "7,8", "8,8", "16,24", "33,17", "64,90"})
  void transposition_anySize_matchesNaive(int width, int height) {
    byte[] plane = TestData.random(width, height, width, 32).data();
    Arrays.fill(plane, 0, plane.length / 3, (byte) 0);
    byte[] turned = Transposition.of(plane, width, height);
    assertThat(turned).hasSameSizeAs(plane);
    for (int i = 0; i < plane.length; i++) {
      assertThat(turned[i % width * height + i / width]).as("%d", i).isEqualTo(plane[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,3", "96,96,5", "200,110,5", "110,300,2", "60,250,9"})
  void direction_anyInk_votesAsPixelByPixel(int width, int height, int run) {
    byte[] ink = TestData.random(width, height, width, run).data();
    for (int i = 0; i < ink.length; i++) {
      ink[i] = i / width / run % 3 == 0 && i % (2 * run + 1) < run ? ink[i] : 0;
    }
    byte[] turned = Transposition.of(ink, width, height);
    double votes = Direction.projections(ink, width, height);
    assertThat(votes).isEqualTo(naiveVotes(ink, width, height));
    assertThat(Direction.projections(turned, height, width)).isEqualTo(-votes);
  }

  private static double naiveVotes(byte[] ink, int width, int height) {
    int block = Math.min(96, Math.min(width, height));
    byte[] turned = Transposition.of(ink, width, height);
    long[] columns = naive(ink, width, height, block);
    long[] rows = naive(turned, height, width, block);
    double votes = 0;
    double voters = 0;
    for (int y = 0; y + block <= height; y += block) {
      for (int x = 0; x + block <= width; x += block) {
        double weight = 0;
        for (int i = 0; i < block * block; i++) {
          weight += Math.pow(ink[(y + i / block) * width + x + i % block] & 0xFF, 2);
        }
        long row = rows[x / block * (height / block) + y / block];
        int vote = Long.compare(row, columns[y / block * (width / block) + x / block]);
        votes += vote * weight;
        voters += Math.abs(vote) * weight;
      }
    }
    return votes / Math.max(1, voters);
  }
}
