package io.github.blurdetect.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDecoderTest {
  private final ImageDecoder decoder = ImageDecoder.defaults();

  private static ImageDecodeException thrownBy(ThrowingCallable call) {
    return catchThrowableOfType(ImageDecodeException.class, call);
  }

  @Test
  void decode_noBytes_isEmpty() {
    assertThat(thrownBy(() -> decoder.decode(new byte[0])).problem()).isEqualTo(Problem.EMPTY);
  }

  @Test
  void decode_randomBytes_isNotAnImage() {
    for (int seed = 0; seed < 200; seed++) {
      byte[] random = new byte[10];
      new SplittableRandom(seed).nextBytes(random);
      assertThat(thrownBy(() -> decoder.decode(random)).problem()).isEqualTo(Problem.NOT_AN_IMAGE);
    }
  }

  @Test
  void decode_text_isNotAnImageAndShowsItsBeginning() {
    byte[] text = "Hello, this is a text.\n".getBytes(StandardCharsets.US_ASCII);
    ImageDecodeException thrown = thrownBy(() -> decoder.decode(text));
    assertThat(thrown.problem()).isEqualTo(Problem.NOT_AN_IMAGE);
    assertThat(thrown).hasMessageContaining("48 65 6c 6c 6f").hasMessageContaining("JPEG, PNG");
  }

  @Test
  void decode_knownOtherType_isUnsupportedByName() {
    String[][] files = {
      {"\0\0\0\u0018ftypheic", "HEIC"},
      {"\0\0\0\u0018ftypavif", "AVIF"},
      {"%PDF-1.7", "PDF"},
      {"8BPS\0\1", "Photoshop"},
      {"\0\0\0\fjP  \r\n", "JPEG 2000"},
      {"\u00ff\n\0\0", "JPEG XL"},
    };
    for (String[] file : files) {
      byte[] bytes = file[0].getBytes(StandardCharsets.ISO_8859_1);
      ImageDecodeException thrown = thrownBy(() -> decoder.decode(bytes));
      assertThat(thrown.problem()).isEqualTo(Problem.UNSUPPORTED);
      assertThat(thrown).hasMessageContaining(file[1]);
    }
  }

  @Test
  void decode_missingPath_isNotFound(@TempDir Path folder) {
    Path missing = folder.resolve("missing.jpg");
    ImageDecodeException thrown = thrownBy(() -> decoder.decode(missing));
    assertThat(thrown.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(thrown).hasMessageStartingWith(missing + ": ");
  }

  @Test
  void decode_directory_isADirectory(@TempDir Path folder) {
    ImageDecodeException thrown = thrownBy(() -> decoder.decode(folder));
    assertThat(thrown.problem()).isEqualTo(Problem.DIRECTORY);
    assertThat(thrown).hasMessageStartingWith(folder + ": ");
  }

  @Test
  void decode_badFile_messageBeginsWithThePath(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("bad.png"), new byte[] {1, 2, 3});
    ImageDecodeException thrown = thrownBy(() -> decoder.decode(file));
    assertThat(thrown.problem()).isEqualTo(Problem.NOT_AN_IMAGE);
    assertThat(thrown).hasMessageStartingWith(file + ": file begins with 01 02 03");
  }

  @Test
  void decode_bytesStreamAndPath_agree(@TempDir Path folder) throws IOException {
    byte[] jpeg = TestImages.jpeg();
    Path file = Files.write(folder.resolve("a.jpg"), jpeg);
    byte[] expected = decoder.decode(jpeg).pixels();
    assertThat(decoder.decode(new ByteArrayInputStream(jpeg)).pixels()).containsExactly(expected);
    assertThat(decoder.decode(file).pixels()).containsExactly(expected);
  }

  @Test
  void decode_stream_isReadToItsEndAndLeftOpen() throws IOException {
    boolean[] closed = new boolean[1];
    InputStream stream =
        new ByteArrayInputStream(TestImages.png()) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    assertThat(decoder.decode(stream).width()).isEqualTo(TestImages.WIDTH);
    assertThat(stream.read()).isEqualTo(-1);
    assertThat(closed[0]).isFalse();
  }

  @Test
  void decode_failingStream_isUnreadableWithItsCause() {
    IOException cause = new IOException("line is down");
    InputStream stream =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw cause;
          }
        };
    ImageDecodeException thrown = thrownBy(() -> decoder.decode(stream));
    assertThat(thrown.problem()).isEqualTo(Problem.UNREADABLE);
    assertThat(thrown).hasMessageContaining("line is down").hasCause(cause);
  }

  @Test
  void decode_pixelLimit_isInclusive() throws IOException {
    long pixels = (long) TestImages.WIDTH * TestImages.HEIGHT;
    DecodeOptions exact = DecodeOptions.defaults().withMaxPixels(pixels);
    DecodeOptions less = DecodeOptions.defaults().withMaxPixels(pixels - 1);
    for (byte[] file : allFormats()) {
      assertThat(new ImageDecoder(exact).decode(file).width()).isEqualTo(TestImages.WIDTH);
      assertThat(thrownBy(() -> new ImageDecoder(less).decode(file)).problem())
          .isEqualTo(Problem.TOO_LARGE);
    }
  }

  @Test
  void decode_byteLimit_isInclusiveForBytesStreamAndPath(@TempDir Path folder) throws IOException {
    byte[] png = TestImages.png();
    Path file = Files.write(folder.resolve("a.png"), png);
    DecodeOptions defaults = DecodeOptions.defaults();
    ImageDecoder exact = new ImageDecoder(defaults.withMaxBytes(png.length));
    ImageDecoder less = new ImageDecoder(defaults.withMaxBytes(png.length - 1));
    assertThat(exact.decode(png).width()).isEqualTo(TestImages.WIDTH);
    assertThat(exact.decode(file).width()).isEqualTo(TestImages.WIDTH);
    assertThat(exact.decode(new ByteArrayInputStream(png)).width()).isEqualTo(TestImages.WIDTH);
    List<ThrowingCallable> calls =
        List.of(
            () -> less.decode(png),
            () -> less.decode(file),
            () -> less.decode(new ByteArrayInputStream(png)));
    for (ThrowingCallable call : calls) {
      assertThat(thrownBy(call).problem()).isEqualTo(Problem.TOO_LARGE);
    }
  }

  @Test
  void decode_sideBeyondOpenCvsLimit_isTooLarge() {
    byte[] png =
        new PngBuilder().header(2_000_000, 1, 8, 0).data(new byte[2_000_000], 2_000_000).end();
    assertThat(thrownBy(() -> decoder.decode(png)).problem()).isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void decode_neverWritesToTheBytes() throws IOException {
    for (byte[] file : allFormats()) {
      byte[] copy = file.clone();
      decoder.decode(file);
      assertThat(file).containsExactly(copy);
    }
  }

  @Test
  void decode_onEightThreads_givesWhatOneGives() throws Exception {
    List<byte[]> files = allFormats();
    List<byte[]> expected = new ArrayList<>();
    for (byte[] file : files) {
      expected.add(decoder.decode(file).pixels());
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<BlurImage>> images = new ArrayList<>();
      for (int i = 0; i < 30 * files.size(); i++) {
        byte[] file = files.get(i % files.size());
        images.add(threads.submit(() -> decoder.decode(file)));
      }
      for (int i = 0; i < images.size(); i++) {
        assertThat(images.get(i).get().pixels()).containsExactly(expected.get(i % files.size()));
      }
    } finally {
      threads.shutdown();
    }
  }

  static List<byte[]> allFormats() {
    return List.of(
        TestImages.jpeg(),
        TestImages.png(),
        TestImages.webp(),
        TestImages.tiff(),
        TestImages.bmp(),
        TestImages.gif());
  }

  @Test
  void options_outOfRange_areRefusedWithTheValue() {
    DecodeOptions defaults = DecodeOptions.defaults();
    assertThat(defaults.maxPixels()).isEqualTo(50_000_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withMaxPixels(0))
        .withMessageContaining("maxPixels is 0");
    assertThatIllegalArgumentException().isThrownBy(() -> defaults.withMaxPixels(700_000_001));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withMaxBytes(-1))
        .withMessageContaining("maxBytes is -1");
    assertThatIllegalArgumentException().isThrownBy(() -> defaults.withMaxBytes(Integer.MAX_VALUE));
  }
}
