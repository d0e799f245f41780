/** Scores photos with a convolutional network run by ONNX Runtime, and maps blur over a photo. */
@NullMarked
package io.github.blurdetect.cnn;

import org.jspecify.annotations.NullMarked;
