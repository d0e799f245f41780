package io.github.blurdetect.image.internal;

/**
 * What a file says of its image before any pixel is decoded.
 *
 * @param format the file format
 * @param width pixels in a stored row, before orientation
 * @param height stored rows, before orientation
 * @param orientation EXIF orientation, 1 to 8
 * @param samples what a pixel is made of
 */
record ImageHeader(
    ImageFormat format, int width, int height, int orientation, SampleLayout samples) {}
