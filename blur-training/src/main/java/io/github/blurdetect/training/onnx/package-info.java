/** Writes networks as ONNX models, in fp32 and int8. */
@NullMarked
package io.github.blurdetect.training.onnx;

import org.jspecify.annotations.NullMarked;
