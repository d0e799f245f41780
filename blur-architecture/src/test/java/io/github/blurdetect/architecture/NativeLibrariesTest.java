package io.github.blurdetect.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** OpenCV, XGBoost, ONNX Runtime and PyTorch work side by side in one JVM. */
class NativeLibrariesTest {

  @Test
  @Tag("slow")
  void load_allFourInOneJvm_eachComputes() throws Exception {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    for (int round = 0; round < 2; round++) {
      openCv();
      xgboost();
      onnxRuntime();
      pyTorch();
    }
  }

  private static void openCv() throws Exception {
    BufferedImage image = new BufferedImage(7, 5, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixel(3, 2, new int[] {99});
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    BlurImage decoded = ImageDecoder.defaults().decode(bytes.toByteArray());
    assertThat(decoded.luma().get(3, 2)).isEqualTo(99);
  }

  private static void xgboost() throws Exception {
    DMatrix matrix = new DMatrix(new float[] {0, 1, 2, 3}, 4, 1, Float.NaN);
    matrix.setLabel(new float[] {0, 0, 1, 1});
    Map<String, Object> parameters =
        Map.of("base_score", 0, "eta", 1, "lambda", 0, "nthread", 1, "verbosity", 0);
    Booster booster = XGBoost.train(matrix, parameters, 1, Map.of(), null, null);
    assertThat(booster.predict(matrix)[3][0]).isEqualTo(1);
    booster.dispose();
    matrix.dispose();
  }

  private static void onnxRuntime() throws Exception {
    try (OnnxTensor tensor =
        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), new float[] {1, 2, 3})) {
      assertThat(tensor.getFloatBuffer().get(2)).isEqualTo(3);
    }
  }

  private static void pyTorch() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThat(manager.ones(new Shape(3, 4)).sum().getFloat()).isEqualTo(12);
    }
  }
}
