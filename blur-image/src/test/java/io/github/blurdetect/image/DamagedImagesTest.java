package io.github.blurdetect.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurImage;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Damages small files of every format at random: each gives an image or a typed error. */
class DamagedImagesTest {
  private static final int ROUNDS = 1500;
  private static final ImageDecoder DECODER =
      new ImageDecoder(DecodeOptions.defaults().withMaxPixels(100_000));

  @Test
  void decode_mutatedFile_givesAnImageOrATypedError() {
    List<byte[]> files = ImageDecoderTest.allFormats();
    SplittableRandom random = new SplittableRandom(42);
    int images = 0;
    int errors = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (byte[] file : files) {
        byte[] mutated = mutate(file, random);
        try {
          BlurImage image = DECODER.decode(mutated);
          assertThat((long) image.width() * image.height()).isBetween(1L, 100_000L);
          images++;
        } catch (ImageDecodeException e) {
          assertThat(e).hasMessageMatching("(?s).{10,}");
          errors++;
        }
      }
    }
    // Both happen often, or the test would show nothing.
    assertThat(images).isGreaterThan(500);
    assertThat(errors).isGreaterThan(2000);
  }

  private static byte[] mutate(byte[] file, SplittableRandom random) {
    byte[] mutated = file.clone();
    int edits = 1 + random.nextInt(4);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(mutated.length);
      switch (random.nextInt(6)) {
        case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutated[at] = (byte) random.nextInt(256);
        case 2 -> mutated[at] = (byte) (random.nextBoolean() ? 0 : 0xFF);
        case 3 -> Arrays.fill(mutated, at, Math.min(mutated.length, at + 4), (byte) 0xFF);
        case 4 -> mutated = Arrays.copyOf(mutated, Math.max(8, at));
        default -> {
          int from = random.nextInt(mutated.length);
          int length = Math.min(random.nextInt(16), mutated.length - Math.max(at, from));
          System.arraycopy(mutated, from, mutated, at, length);
        }
      }
    }
    return mutated;
  }
}
