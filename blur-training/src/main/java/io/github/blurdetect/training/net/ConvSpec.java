package io.github.blurdetect.training.net;

/**
 * The shape of one convolution: square kernel, zero padding that keeps the size at stride 1, an
 * optional ReLU, and an optional 2 x 2 max-pooling after it.
 *
 * @param name unique in its network
 * @param in input channels
 * @param out output channels
 * @param kernel side of the kernel, odd
 * @param stride step of the kernel
 * @param dilation distance between the kernel's taps
 * @param relu whether negative values become 0
 * @param pool whether the result is halved by a 2 x 2 maximum
 */
public record ConvSpec(
    String name,
    int in,
    int out,
    int kernel,
    int stride,
    int dilation,
    boolean relu,
    boolean pool) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is under 1 or the kernel even
   */
  public ConvSpec {
    if (in < 1 || out < 1 || stride < 1 || dilation < 1 || kernel < 1 || kernel % 2 == 0) {
      throw new IllegalArgumentException(
          "convolution %s: in %d, out %d, kernel %d, stride %d, dilation %d; expected each at least 1 and the kernel odd"
              .formatted(name, in, out, kernel, stride, dilation));
    }
  }

  /**
   * Returns the zero padding on each side.
   *
   * @return pixels
   */
  public int padding() {
    return dilation * (kernel / 2);
  }

  /**
   * Returns how many weights the kernel has, the bias left out.
   *
   * @return {@code out * in * kernel * kernel}
   */
  public int weightCount() {
    return out * in * kernel * kernel;
  }

  /**
   * Returns a side's length after this layer.
   *
   * @param side length before it
   * @return length after the stride and the pooling
   */
  public int outputSide(int side) {
    int convolved = (side + 2 * padding() - dilation * (kernel - 1) - 1) / stride + 1;
    return pool ? convolved / 2 : convolved;
  }
}
