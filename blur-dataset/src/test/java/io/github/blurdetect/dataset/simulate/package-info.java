/** Tests of the capture simulator. */
@org.jspecify.annotations.NullMarked
package io.github.blurdetect.dataset.simulate;
