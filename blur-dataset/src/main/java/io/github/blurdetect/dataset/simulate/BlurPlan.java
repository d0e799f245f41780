package io.github.blurdetect.dataset.simulate;

/**
 * The blur of one photo.
 *
 * @param kind what blurs
 * @param kernel name of the measured kernel, else empty
 * @param shape the kernel's shape, of any size
 * @param angle radians it is turned by
 * @param strength RMS radius over the page's x-height where the blur is full, at least 0
 * @param coverage how much of the photo is blurred
 * @param region where
 */
public record BlurPlan(
    BlurKind kind,
    String kernel,
    BlurKernel shape,
    double angle,
    double strength,
    Coverage coverage,
    RegionPlan region) {}
