package io.github.blurdetect.training.cnn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.GradientCollector;
import io.github.blurdetect.training.net.ConvSpec;
import io.github.blurdetect.training.net.Topology;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network in DJL's PyTorch engine: forward, loss, and steps of Adam (D. Kingma and J. Ba, 2015,
 * arXiv 1412.6980). Not safe for use by many threads; holds native memory until closed.
 */
final class DjlNetwork implements AutoCloseable {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-7f;
  private static final float MOMENTUM = 0.99f;
  private static final float TEXT_SHARE = 0.3f;

  private final Topology topology;
  private final NDManager manager;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final Map<String, NDArray> statistics = new LinkedHashMap<>();
  private final Map<String, NDArray> firstMoments = new LinkedHashMap<>();
  private final Map<String, NDArray> secondMoments = new LinkedHashMap<>();
  private long steps;

  /** Copies weights, and the optimizer's state if they hold one, into the engine. */
  DjlNetwork(Weights weights) {
    topology = weights.topology();
    manager = Engine.getEngine("PyTorch").newBaseManager();
    steps = weights.numbers().getOrDefault("adam.steps", 0.0).longValue();
    for (ConvSpec layer : topology.layers()) {
      long side = layer.kernel();
      addParameter(weights, layer.name() + ".weight", layer.out(), layer.in(), side, side);
      if (weights.arrays().containsKey(layer.name() + ".gamma")) {
        addParameter(weights, layer.name() + ".gamma", layer.out());
        addParameter(weights, layer.name() + ".beta", layer.out());
        addStatistic(weights, layer.name() + ".mean");
        addStatistic(weights, layer.name() + ".variance");
      } else {
        addParameter(weights, layer.name() + ".bias", layer.out());
      }
    }
  }

  private void addParameter(Weights weights, String name, long... shape) {
    float[] values = weights.array(name);
    NDArray array = manager.create(values, new Shape(shape));
    array.setRequiresGradient(true);
    parameters.put(name, array);
    firstMoments.put(name, moment(weights, "adam.m." + name, values.length, shape));
    secondMoments.put(name, moment(weights, "adam.v." + name, values.length, shape));
  }

  private NDArray moment(Weights weights, String name, int length, long... shape) {
    float[] saved = weights.arrays().getOrDefault(name, new float[length]);
    return manager.create(saved, new Shape(shape));
  }

  private void addStatistic(Weights weights, String name) {
    statistics.put(name, manager.create(weights.array(name)));
  }

  /** Copies weights and the optimizer's state out of the engine. */
  Weights weights() {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    parameters.forEach((name, array) -> arrays.put(name, array.toFloatArray()));
    statistics.forEach((name, array) -> arrays.put(name, array.toFloatArray()));
    firstMoments.forEach((name, array) -> arrays.put("adam.m." + name, array.toFloatArray()));
    secondMoments.forEach((name, array) -> arrays.put("adam.v." + name, array.toFloatArray()));
    return new Weights(topology, arrays, Map.of("adam.steps", (double) steps));
  }

  /** Takes one step down the gradient and returns the loss before it. */
  float step(Batch batch, float learningRate, float l2) {
    try (NDManager scope = manager.newSubManager()) {
      float value;
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        NDArray loss = loss(forward(input(scope, batch), true), batch, scope);
        collector.backward(loss);
        value = loss.getFloat();
      }
      steps++;
      for (Map.Entry<String, NDArray> entry : parameters.entrySet()) {
        update(entry.getKey(), entry.getValue(), scope, learningRate, l2);
      }
      return value;
    }
  }

  private void update(String name, NDArray array, NDManager scope, float rate, float l2) {
    NDArray own = array.getGradient();
    own.attach(scope);
    NDArray gradient = own;
    if (l2 > 0 && name.equals(topology.layers().get(0).name() + ".weight")) {
      NDArray penalty = array.mul(2 * l2);
      penalty.attach(scope);
      gradient = gradient.add(penalty);
    }
    NDArray first = java.util.Objects.requireNonNull(firstMoments.get(name));
    NDArray second = java.util.Objects.requireNonNull(secondMoments.get(name));
    first.muli(BETA1).addi(gradient.mul(1 - BETA1));
    second.muli(BETA2).addi(gradient.mul(gradient).mul(1 - BETA2));
    double correction1 = 1 - Math.pow(BETA1, steps);
    double correction2 = 1 - Math.pow(BETA2, steps);
    NDArray root = scopedCopy(second, scope).div((float) correction2).sqrt().add(EPSILON);
    NDArray change = scopedCopy(first, scope).mul((float) (rate / correction1)).div(root);
    array.subi(change);
    own.subi(own); // The engine adds the next gradient to what is there.
  }

  private static NDArray scopedCopy(NDArray array, NDManager scope) {
    NDArray copy = array.duplicate();
    copy.attach(scope);
    return copy;
  }

  /** Returns the loss, and for each crop the probability that its print cannot be read. */
  Evaluation evaluate(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray out = forward(input(scope, batch), false);
      float loss = loss(out, batch, scope).getFloat();
      return new Evaluation(loss, scores(out));
    }
  }

  /** A batch's loss and each crop's score. */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  record Evaluation(float loss, float[] scores) {}

  private float[] scores(NDArray out) {
    if (topology.head() == Topology.Head.MEAN_LOGIT) {
      return Activation.sigmoid(meanLogits(out)).toFloatArray();
    }
    NDArray unread = Activation.sigmoid(out.get(new NDIndex(":,0")));
    NDArray text = Activation.sigmoid(out.get(new NDIndex(":,1")));
    int[] axes = {1, 2};
    return unread.mul(text).sum(axes).div(text.sum(axes).add(1e-6f)).toFloatArray();
  }

  /** Returns the last convolution's values for images given as 0 to 1, [N, C, H, W]. */
  float[] logits(float[] images, long... shape) {
    try (NDManager scope = manager.newSubManager()) {
      return forward(scope.create(images, new Shape(shape)), false).toFloatArray();
    }
  }

  private NDArray input(NDManager scope, Batch batch) {
    NDArray grey =
        scope.create(batch.pixels(), new Shape(batch.count(), 1, batch.crop(), batch.crop()));
    return topology.inputChannels() == 1 ? grey : grey.repeat(1, topology.inputChannels());
  }

  private NDArray forward(NDArray input, boolean training) {
    NDArray x = input;
    for (ConvSpec layer : topology.layers()) {
      x = convolution(layer, x);
      if (parameters.containsKey(layer.name() + ".gamma")) {
        x = normalise(layer, x, training);
      }
      if (layer.relu()) {
        x = Activation.relu(x);
      }
      if (layer.pool()) {
        x = Pool.maxPool2d(x, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
      }
    }
    return x;
  }

  private NDArray convolution(ConvSpec layer, NDArray x) {
    Shape stride = new Shape(layer.stride(), layer.stride());
    Shape padding = new Shape(layer.padding(), layer.padding());
    Shape dilation = new Shape(layer.dilation(), layer.dilation());
    NDArray weight = parameters.get(layer.name() + ".weight");
    NDArray bias = parameters.get(layer.name() + ".bias");
    return Conv2d.conv2d(x, weight, bias, stride, padding, dilation).singletonOrThrow();
  }

  private NDArray normalise(ConvSpec layer, NDArray x, boolean training) {
    return BatchNorm.batchNorm(
            x,
            statistics.get(layer.name() + ".mean"),
            statistics.get(layer.name() + ".variance"),
            parameters.get(layer.name() + ".gamma"),
            parameters.get(layer.name() + ".beta"),
            1,
            MOMENTUM,
            Weights.BATCH_NORM_EPSILON,
            training)
        .singletonOrThrow();
  }

  private NDArray loss(NDArray out, Batch batch, NDManager scope) {
    if (topology.head() == Topology.Head.MEAN_LOGIT) {
      return meanLogitLoss(meanLogits(out), batch, scope);
    }
    Shape shape = new Shape(batch.count(), batch.cells(), batch.cells());
    NDArray unread =
        crossEntropy(
            out.get(new NDIndex(":,0")),
            scope.create(batch.unread(), shape),
            scope.create(batch.unreadWeight(), shape));
    NDArray text =
        crossEntropy(
            out.get(new NDIndex(":,1")),
            scope.create(batch.text(), shape),
            scope.create(batch.textWeight(), shape));
    return unread.add(text.mul(TEXT_SHARE));
  }

  private static NDArray meanLogits(NDArray out) {
    return out.reshape(out.getShape().get(0), -1).mean(new int[] {1});
  }

  private static NDArray meanLogitLoss(NDArray logits, Batch batch, NDManager scope) {
    float[] shares = batch.shares();
    float[] weights = new float[shares.length];
    for (int i = 0; i < shares.length; i++) {
      weights[i] = Float.isNaN(shares[i]) ? 0 : 0.25f + 0.75f * Math.abs(2 * shares[i] - 1);
      shares[i] = Float.isNaN(shares[i]) ? 0 : shares[i];
    }
    return crossEntropy(logits, scope.create(shares), scope.create(weights));
  }

  /** Weighted mean of binary cross-entropy: softplus(z) - z t, which never overflows. */
  private static NDArray crossEntropy(NDArray logits, NDArray targets, NDArray weights) {
    NDArray each = Activation.softPlus(logits).sub(logits.mul(targets));
    return each.mul(weights).sum().div(weights.sum().maximum(1));
  }

  @Override
  public void close() {
    manager.close();
  }
}
