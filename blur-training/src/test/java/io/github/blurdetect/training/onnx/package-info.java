@NullMarked
package io.github.blurdetect.training.onnx;

import org.jspecify.annotations.NullMarked;
