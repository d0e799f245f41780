package io.github.blurdetect.training.cnn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes batches; which crops and how varied depends on seed, round and step alone. */
final class BatchSource {
  private final TileSet tiles;
  private final int[] members;
  private final Augmenter augmenter;
  private final int batch;
  private final long seed;

  BatchSource(TileSet tiles, int[] members, Augmenter augmenter, int batch, long seed) {
    this.tiles = tiles;
    this.members = members;
    this.augmenter = augmenter;
    this.batch = batch;
    this.seed = seed;
  }

  /** Draws a batch for training. */
  Batch draw(int epoch, int step) {
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch * 1_000_003L + step);
    List<TileSet.Tile> crops = new ArrayList<>();
    for (int i = 0; i < batch; i++) {
      TileSet.Tile tile = tiles.read(members[random.nextInt(members.length)]);
      crops.add(augmenter.apply(tile, random));
    }
    return Batch.of(crops);
  }

  /** Returns how many batches hold all members once. */
  int sweeps() {
    return (members.length + batch - 1) / batch;
  }

  /** Returns the members in order, a batch at a time; the last may be smaller. */
  Batch sweep(int index) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TileSet.Tile> crops = new ArrayList<>();
    for (int i = index * batch; i < Math.min(members.length, (index + 1) * batch); i++) {
      crops.add(augmenter.apply(tiles.read(members[i]), random));
    }
    return Batch.of(crops);
  }
}
