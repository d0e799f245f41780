package io.github.blurdetect.training.cnn;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.cnn.CnnModel;
import io.github.blurdetect.cnn.CnnScorer;
import io.github.blurdetect.cnn.Votes;
import io.github.blurdetect.features.TextLocator;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecoder;
import io.github.blurdetect.training.net.ConvNet;
import io.github.blurdetect.training.onnx.Calibration;
import io.github.blurdetect.training.onnx.ExportOptions;
import io.github.blurdetect.training.onnx.Int8Calibrator;
import io.github.blurdetect.training.onnx.OnnxExporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes a finished model of a checkpoint: fits the pooling, calibrates int8, writes metadata. */
public final class CnnPackager {
  private static final int CALIBRATION_TILES = 200;

  private final Weights weights;
  private final ConvNet net;
  private final Map<String, String> metadata = new TreeMap<>();

  /**
   * Reads a checkpoint.
   *
   * @param checkpoint as {@link CnnTrainer} writes them
   * @throws IOException if it cannot be read
   * @throws io.github.blurdetect.api.ModelLoadException if it is no checkpoint
   */
  public CnnPackager(Path checkpoint) throws IOException {
    weights = Weights.load(checkpoint);
    net = weights.toConvNet();
    metadata.put("name", "cnn-" + weights.topology().name());
    metadata.put("version", "1");
    metadata.put("profile", "tiles");
    metadata.put("labels", "score 1 = blurred, 0 = clear; map and text likewise");
    number("seed", "seed", "%.0f");
    number("epoch", "epoch", "%.0f");
    number("f1", "validation_crop_f1", "%.4f");
    number("precision", "validation_crop_precision", "%.4f");
  }

  private void number(String from, String to, String format) {
    Double value = weights.numbers().get(from);
    if (value != null) {
      metadata.put(to, String.format(Locale.ROOT, format, value));
    }
  }

  /**
   * Adds or replaces a metadata entry.
   *
   * @param key for example {@code training_data}
   * @param value for example the folder's name
   * @return this
   */
  public CnnPackager put(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /**
   * Fits the pooling of votes to photos; with fewer than ten of a kind the default is kept. Photos
   * labelled by a rule are used only where there are too few that OCR or a person has judged: where
   * the line between legible and not is, those know better.
   *
   * @param photos labelled {@code clear} or {@code blurred}; others, marginal ones among them, are
   *     left out
   * @return how many photos were used
   */
  public int fitPooling(List<TrainingPhoto> photos) {
    PoolingFitter judged = new PoolingFitter();
    PoolingFitter all = new PoolingFitter();
    try (CnnScorer scorer = CnnScorer.of(CnnModel.load(toFloat(), "fitting", 1))) {
      for (TrainingPhoto photo : photos) {
        boolean blurred = photo.label().equals("blurred");
        if (blurred || photo.label().equals("clear")) {
          BlurImage image = ImageDecoder.defaults().withColour(false).decode(photo.file());
          Votes votes = scorer.pool(image, TextLocator.defaults().locate(image));
          all.add(votes, blurred, 1);
          if (!photo.byRule()) {
            judged.add(votes, blurred, 1);
          }
        }
      }
    } catch (ImageDecodeException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    PoolingFitter fitter = PoolingFitter.better(judged, all);
    if (fitter.enough()) {
      metadata.putAll(fitter.fit());
      metadata.put("pool_photos", Integer.toString(fitter.size()));
    }
    return fitter.size();
  }

  /**
   * Says whether {@link #fitPooling} found enough photos.
   *
   * @return whether the pooling is fitted
   */
  public boolean pooled() {
    return metadata.containsKey("pool_bias");
  }

  /**
   * Returns the model in 32-bit floating point.
   *
   * @return an ONNX model's bytes
   */
  public byte[] toFloat() {
    return OnnxExporter.exportFloat(net, ExportOptions.defaults().withMetadata(metadata));
  }

  /**
   * Returns the model in 8-bit integers, its ranges measured on tiles.
   *
   * @param tiles of training photos, some of which are used
   * @return an ONNX model's bytes
   */
  public byte[] toInt8(TileSet tiles) {
    List<byte[]> crops = new ArrayList<>();
    int step = Math.max(1, tiles.size() / CALIBRATION_TILES);
    for (int i = 0; i < tiles.size(); i += step) {
      crops.add(tiles.read(i).pixels());
    }
    Calibration calibration = Int8Calibrator.measure(net, crops, TileSet.SIDE);
    return OnnxExporter.exportInt8(
        net, ExportOptions.defaults().withMetadata(metadata), calibration);
  }
}
