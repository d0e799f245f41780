package io.github.blurdetect.tree.training.verb;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.cache.FeatureCache;
import io.github.blurdetect.dataset.harmless.HarmlessVariants;
import io.github.blurdetect.features.FeatureExtractor;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures a photo's features as it is and after some random harmless changes.
 *
 * @param extractor what measures
 * @param cache where values are kept
 * @param variants changes a photo, at least 0
 */
record PhotoMeasurer(FeatureExtractor extractor, FeatureCache cache, int variants) {
  // As the scorer's callers decode: features need no colour.
  private static final ImageDecoder DECODER = ImageDecoder.defaults().withColour(false);

  /** Returns the values of the photo itself, then those of its variants. */
  List<double[]> measure(Path file) throws IOException {
    byte[] encoded = Files.readAllBytes(file);
    List<double[]> all = new ArrayList<>();
    all.add(cache.get(encoded, bytes -> extractor.extract(DECODER.decode(bytes)).values()));
    for (int i = 1; i <= variants; i++) {
      int seed = i;
      all.add(cache.get(keyOf(encoded, seed), key -> variant(encoded, seed)));
    }
    return all;
  }

  private double[] variant(byte[] encoded, int seed) throws IOException {
    // The photo's own bytes are in the seed: photos get different changes.
    long mixed = 0x9E3779B97F4A7C15L * seed + Arrays.hashCode(encoded);
    BlurImage image = DECODER.decode(encoded);
    return extractor.extract(HarmlessVariants.of(image, mixed)).values();
  }

  /** The cache knows a variant by the photo's bytes and which it is. */
  private static byte[] keyOf(byte[] encoded, int seed) {
    byte[] suffix = ("harmless variant 1." + seed).getBytes(StandardCharsets.US_ASCII);
    byte[] key = Arrays.copyOf(encoded, encoded.length + suffix.length);
    System.arraycopy(suffix, 0, key, encoded.length, suffix.length);
    return key;
  }
}
