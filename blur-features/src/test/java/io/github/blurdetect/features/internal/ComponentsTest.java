package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentsTest {

  /** A piece and the pixels it covers. */
  private record Piece(
      int left, int right, int top, int bottom, int area, long depth, List<Integer> pixels) {}

  @ParameterizedTest
  @CsvSource({
    "1,1,1",
    "1,40,2",
    "40,1,2",
    "61,40,2",
    "61,40,5",
    "63,20,3",
    "64,20,3",
    "64,9,1",
    "65,20,40",
    "128,33,2",
    "200,30,4",
    "9,9,1000"
  })
  void pieces_randomInk_matchFloodFill(int width, int height, int share) {
    byte[] ink = randomInk(width, height, share);
    List<Piece> expected = floodFill(ink, width);
    Components pieces = Components.of(ink, width, height);
    assertThat(pieces.count).isEqualTo(expected.size());
    for (int i = 0; i < pieces.count; i++) {
      Piece piece = expected.get(i);
      assertThat(pieces.left[i]).isEqualTo(piece.left);
      assertThat(pieces.right[i]).isEqualTo(piece.right);
      assertThat(pieces.top[i]).isEqualTo(piece.top);
      assertThat(pieces.bottom[i]).isEqualTo(piece.bottom);
      assertThat(pieces.area[i]).isEqualTo(piece.area);
      assertThat(pieces.depth[i]).isEqualTo(piece.depth);
    }
  }

  @ParameterizedTest
  @CsvSource({"61,40,2", "64,33,3", "130,20,4", "9,9,1000"})
  void keepOnly_somePieces_erasesTheOthers(int width, int height, int share) {
    byte[] ink = randomInk(width, height, share);
    List<Piece> all = floodFill(ink, width);
    Components pieces = Components.of(ink, width, height);
    int[] kept = IntStream.range(0, pieces.count).filter(i -> i % 3 != 1).toArray();
    byte[] expected = new byte[ink.length];
    for (int i : kept) {
      all.get(i).pixels.forEach(p -> expected[p] = ink[p]);
    }
    pieces.keepOnly(kept, ink, width);
    assertThat(ink).containsExactly(expected);
  }

  @Test
  void inkBits_anyStretch_matchNaive() {
    byte[] ink = randomInk(150, 1, 2);
    for (int from = 0; from < ink.length; from++) {
      for (int count = 1; count <= Math.min(64, ink.length - from); count++) {
        long bits = 0;
        long sum = 0;
        for (int i = 0; i < count; i++) {
          bits |= (ink[from + i] != 0 ? 1L : 0) << i;
          sum += ink[from + i] & 0xFF;
        }
        assertThat(InkBits.of(ink, from, count)).as("%d, %d", from, count).isEqualTo(bits);
        assertThat(InkBits.sum(ink, from, count)).as("%d, %d", from, count).isEqualTo(sum);
        assertThat(InkBits.count(ink, from, count)).isEqualTo(Long.bitCount(bits));
      }
    }
  }

  /** One of so many pixels is ink. */
  private static byte[] randomInk(int width, int height, int share) {
    byte[] ink = new byte[width * height];
    SplittableRandom random = new SplittableRandom(share);
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (byte) (random.nextInt(share) == 0 ? 1 + random.nextInt(255) : 0);
    }
    return ink;
  }

  /** The pieces in the order of their first pixels. */
  private static List<Piece> floodFill(byte[] ink, int width) {
    byte[] left = ink.clone();
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      if (left[i] != 0) {
        pieces.add(piece(flood(left, width, i), ink, width));
      }
    }
    return pieces;
  }

  private static Piece piece(List<Integer> pixels, byte[] ink, int width) {
    return new Piece(
        pixels.stream().mapToInt(p -> p % width).min().orElseThrow(),
        pixels.stream().mapToInt(p -> p % width).max().orElseThrow() + 1,
        pixels.stream().mapToInt(p -> p / width).min().orElseThrow(),
        pixels.stream().mapToInt(p -> p / width).max().orElseThrow() + 1,
        pixels.size(),
        pixels.stream().mapToLong(p -> ink[p] & 0xFF).sum(),
        pixels);
  }

  /** Erases the ink that hangs together with a pixel. */
  private static List<Integer> flood(byte[] ink, int width, int from) {
    List<Integer> pixels = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      int pixel = open.remove();
      if (ink[pixel] != 0) {
        ink[pixel] = 0;
        pixels.add(pixel);
        for (int k = 0; k < 9; k++) {
          int x = pixel % width + k % 3 - 1;
          int y = pixel / width + k / 3 - 1;
          if (x >= 0 && x < width && y >= 0 && y < ink.length / width) {
            open.add(y * width + x);
          }
        }
      }
    }
    return pixels;
  }
}
