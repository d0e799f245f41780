package io.github.blurdetect.dataset.cache;

import com.google.common.hash.Hashing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measured values of photos, kept in a file until they are stale.
 *
 * <p>A photo is known by the SHA-256 of its bytes, so a changed file is measured anew and a moved
 * or copied one is not. The file's first line names the extractor's version and its features; where
 * they differ from what is asked for, the file is begun anew. Every further line ends with a check
 * sum: a line that is damaged or cut short is dropped and its photo measured again. Each value is
 * written as soon as it is measured, so an interrupted run loses nothing. Safe for use by many
 * threads.
 */
public final class FeatureCache implements Closeable {

  /** Measures one photo. */
  @FunctionalInterface
  public interface Measurement {

    /**
     * Measures one photo.
     *
     * @param encoded the photo file's bytes
     * @return one value a feature, in the cache's order
     * @throws IOException if the photo cannot be read
     */
    double[] measure(byte[] encoded) throws IOException;
  }

  private final int featureCount;
  private final Map<String, double[]> known = new ConcurrentHashMap<>();
  private final AtomicInteger hits = new AtomicInteger();
  private final int dropped;
  private final FileChannel channel;

  private FeatureCache(Path file, CacheLines lines) throws IOException {
    featureCount = lines.featureCount();
    CacheLines.Content content = lines.read(file);
    known.putAll(content.values());
    dropped = content.dropped();
    if (!content.whole()) {
      rewrite(file, lines);
    }
    channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /**
   * Opens a cache, which is made if there is none and begun anew if it is stale or no cache at all.
   *
   * @param file where it is kept; its folder is made if need be
   * @param extractorVersion version of what measures; another version's values are stale
   * @param featureNames names of the measured values, in order; other names are stale too
   * @return the cache, which the caller closes
   * @throws IOException if the file cannot be read or written
   */
  public static FeatureCache open(Path file, String extractorVersion, List<String> featureNames)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return new FeatureCache(file, new CacheLines(extractorVersion, featureNames));
  }

  private void rewrite(Path file, CacheLines lines) throws IOException {
    StringBuilder text = new StringBuilder(lines.header()).append('\n');
    known.keySet().stream()
        .sorted()
        .forEach(key -> text.append(CacheLines.line(key, valuesOf(key))).append('\n'));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private double[] valuesOf(String key) {
    return Objects.requireNonNull(known.get(key));
  }

  /**
   * Returns a photo's values, measured only if they are not known.
   *
   * @param encoded the photo file's bytes
   * @param measurement measures it
   * @return a new array, one value a feature
   * @throws IOException if the photo cannot be measured or the cache not be written
   * @throws IllegalArgumentException if the measurement gives another number of values than the
   *     cache has features
   */
  public double[] get(byte[] encoded, Measurement measurement) throws IOException {
    String key = Hashing.sha256().hashBytes(encoded).toString();
    double[] values = known.get(key);
    if (values != null) {
      hits.incrementAndGet();
      return values.clone();
    }
    double[] measured = measurement.measure(encoded);
    if (measured.length != featureCount) {
      throw new IllegalArgumentException(
          "the measurement gave " + measured.length + " values, expected " + featureCount);
    }
    if (known.putIfAbsent(key, measured.clone()) == null) {
      append(CacheLines.line(key, measured) + "\n");
    }
    return measured.clone();
  }

  private synchronized void append(String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Returns the number of photos whose values are known.
   *
   * @return at least 0
   */
  public int size() {
    return known.size();
  }

  /**
   * Returns how often a photo's values were known already.
   *
   * @return at least 0
   */
  public int hits() {
    return hits.get();
  }

  /**
   * Returns how many lines of the file were damaged and dropped when it was opened.
   *
   * @return 0 for a whole file and for one begun anew
   */
  public int dropped() {
    return dropped;
  }

  /** Closes the file. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
