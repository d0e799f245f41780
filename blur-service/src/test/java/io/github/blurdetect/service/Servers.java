package io.github.blurdetect.service;

import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** Starts servers on free ports of the loopback, and makes pictures for them. */
final class Servers {
  static final ServerConfig CONFIG =
      ServerConfig.defaults()
          .withListen(new Endpoint("127.0.0.1", 0))
          .withManagement(Optional.empty())
          .withRequestLog(false);

  private Servers() {}

  static BlurServer start(TestScorer scorer) throws IOException {
    return start(scorer, config -> config);
  }

  static BlurServer start(TestScorer scorer, UnaryOperator<ServerConfig> change)
      throws IOException {
    ImageDecoder decoder = new ImageDecoder(DecodeOptions.defaults().withMaxPixels(1_000_000));
    return BlurServer.start(change.apply(CONFIG), scorer.detector(), decoder);
  }

  /** The page of print that comes with the server. */
  static byte[] page() {
    try (InputStream in = BlurServer.class.getResourceAsStream("probe.png")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] png(int width, int height) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for something that other threads bring about. */
  static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come about in 20 s");
      }
      Thread.sleep(5);
    }
  }

  /** Reads one sample of the server's metrics; 0 if there is none. */
  static double metric(BlurServer server, String sample) {
    return server
        .metrics()
        .lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
        .findFirst()
        .orElse(0);
  }
}
