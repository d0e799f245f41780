/**
 * Bytes, streams and files to {@link io.github.blurdetect.api.BlurImage}: limits, EXIF orientation,
 * typed errors.
 *
 * <p>Reads JPEG, PNG, WebP, TIFF, BMP and GIF. The only module that holds OpenCV.
 */
@NullMarked
package io.github.blurdetect.image;

import org.jspecify.annotations.NullMarked;
