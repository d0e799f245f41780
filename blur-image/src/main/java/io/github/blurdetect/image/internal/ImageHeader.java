package io.github.blurdetect.image.internal;

/**
 * What a file says of its image before any pixel is decoded.
 *
 * @param format the file format
 * @param width pixels in a stored row, before orientation
 * @param height stored rows, before orientation
 * @param orientation EXIF orientation, 1 to 8
 * @param grey whether the file holds brightness only
 * @param alpha whether the file holds transparency
 * @param deep whether samples have more than 8 bits
 * @param transparentGrey the stored grey value that means transparent (PNG tRNS), or -1
 */
public record ImageHeader(
    ImageFormat format,
    int width,
    int height,
    int orientation,
    boolean grey,
    boolean alpha,
    boolean deep,
    int transparentGrey) {}
