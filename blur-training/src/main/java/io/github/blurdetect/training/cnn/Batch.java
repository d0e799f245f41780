package io.github.blurdetect.training.cnn;

import java.util.List;

/**
 * Crops and their labels as the network takes them.
 *
 * @param count crops
 * @param crop columns and rows of each
 * @param cells columns and rows of the labels
 * @param pixels {@code count * crop * crop}, 0 to 1
 * @param text whether a cell holds print: 0 or 1
 * @param textWeight how much that counts: 0 where it is unknown
 * @param unread share of a cell's print that cannot be read
 * @param unreadWeight how much that counts: 1 for 0 and 1, less between, 0 where it is unknown
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
record Batch(
    int count,
    int crop,
    int cells,
    float[] pixels,
    float[] text,
    float[] textWeight,
    float[] unread,
    float[] unreadWeight) {

  /** Print of which only some words are read says less: its weight at a share of one half. */
  private static final float MARGINAL_WEIGHT = 0.25f;

  /** Blurred print is easily taken for no print at all, and then it would not vote. */
  private static final float BLURRED_TEXT_WEIGHT = 4;

  /** A crop with fewer cells of known print has no share of its own. */
  static final int LEAST_CELLS = 8;

  static Batch of(List<TileSet.Tile> crops) {
    int crop = (int) Math.round(Math.sqrt(crops.get(0).pixels().length));
    int cells = crop / TileSet.CELL;
    int pixelCount = crop * crop;
    int cellCount = cells * cells;
    int n = crops.size();
    Batch batch =
        new Batch(
            n,
            crop,
            cells,
            new float[n * pixelCount],
            new float[n * cellCount],
            new float[n * cellCount],
            new float[n * cellCount],
            new float[n * cellCount]);
    for (int i = 0; i < n; i++) {
      TileSet.Tile tile = crops.get(i);
      for (int k = 0; k < pixelCount; k++) {
        batch.pixels[i * pixelCount + k] = (tile.pixels()[k] & 0xFF) / 255f;
      }
      for (int k = 0; k < cellCount; k++) {
        batch.fill(i * cellCount + k, tile.text()[k] & 0xFF, tile.unread()[k] & 0xFF);
      }
    }
    return batch;
  }

  private void fill(int at, int print, int share) {
    text[at] = print == 1 ? 1 : 0;
    textWeight[at] = print == TileSet.UNKNOWN ? 0 : 1;
    if (share != TileSet.UNKNOWN) {
      unread[at] = share / 254f;
      textWeight[at] *= unread[at] > 0.5f ? BLURRED_TEXT_WEIGHT : 1;
      float certainty = Math.abs(2 * unread[at] - 1);
      unreadWeight[at] = MARGINAL_WEIGHT + (1 - MARGINAL_WEIGHT) * certainty;
    }
  }

  /** Returns each crop's share of print that cannot be read; NaN with too little known print. */
  float[] shares() {
    int cellCount = cells * cells;
    float[] shares = new float[count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      int known = 0;
      for (int k = i * cellCount; k < (i + 1) * cellCount; k++) {
        if (unreadWeight[k] > 0) {
          sum += unread[k];
          known++;
        }
      }
      shares[i] = known < LEAST_CELLS ? Float.NaN : (float) (sum / known);
    }
    return shares;
  }
}
