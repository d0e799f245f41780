package io.github.blurdetect.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.cnn.internal.PillowLanczos;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checksums come from Pillow 9.4.0 {@code Image.resize(size, Image.LANCZOS)} on the same pixels.
 */
class PillowLanczosTest {

  @ParameterizedTest
  @CsvSource({
    "64, 48, 256, 256, 2560423797",
    "301, 203, 256, 256, 3598806563",
    "40, 900, 33, 256, 959287375",
    "7, 5, 1, 1, 1282335650",
    "1, 1, 3, 4, 2857840751",
    "50, 60, 50, 31, 4018429799",
    "50, 60, 23, 60, 1869295760"
  })
  void resize_rgb_equalsPillow(int width, int height, int newWidth, int newHeight, long crc) {
    byte[] pixels = new byte[3 * width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31 + i / 7 * 17 + i / (3 * width) * 5);
    }
    CRC32 found = new CRC32();
    found.update(PillowLanczos.resize(pixels, width, height, 3, newWidth, newHeight));
    assertThat(found.getValue()).isEqualTo(crc);
  }

  @Test
  void resize_sameSize_copies() {
    byte[] pixels = {1, 2, 3, 4, 5, 6};
    assertThat(PillowLanczos.resize(pixels, 2, 1, 3, 2, 1)).isEqualTo(pixels).isNotSameAs(pixels);
  }
}
