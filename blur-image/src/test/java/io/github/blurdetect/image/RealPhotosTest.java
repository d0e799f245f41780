package io.github.blurdetect.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads photos of many cameras and programs; skipped where the development data is absent. */
@Tag("slow")
class RealPhotosTest {
  private static final Path DATA =
      Path.of(System.getProperty("blur.root", "..")).resolve("../shared/data").normalize();

  @BeforeAll
  static void needData() {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "no development data at " + DATA);
  }

  private static List<Path> photos(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(DATA.resolve(folder))) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jpg"))
          .sorted()
          .toList();
    }
  }

  @Test
  void decode_everyPhoto_succeeds() throws IOException {
    List<Path> photos = new ArrayList<>();
    for (String folder : List.of("photos", "pages", "natural")) {
      photos.addAll(photos(folder));
    }
    List<Path> receipts = photos("receipts"); // All of one scanner and program: some are enough.
    for (int i = 0; i < receipts.size(); i += 7) {
      photos.add(receipts.get(i));
    }
    assertThat(photos).hasSizeGreaterThan(50);
    for (Path photo : photos) {
      BlurImage image = ImageDecoder.defaults().decode(photo);
      assertThat(image.pixels().length)
          .as("%s", photo)
          .isEqualTo(image.width() * image.height() * image.layout().channels());
    }
  }

  @Test
  void decode_photoCutAnywhere_isRefused() throws IOException {
    for (Path photo : photos("photos")) {
      byte[] whole = Files.readAllBytes(photo);
      for (int part = 0; part < 5; part++) {
        byte[] cut = Arrays.copyOf(whole, (int) (2 + (whole.length - 3L) * part / 4));
        assertThatThrownBy(() -> ImageDecoder.defaults().decode(cut))
            .as("%s cut at %d", photo, cut.length)
            .isInstanceOfSatisfying(
                ImageDecodeException.class,
                e -> assertThat(e.problem()).isEqualTo(Problem.TRUNCATED));
      }
    }
  }
}
