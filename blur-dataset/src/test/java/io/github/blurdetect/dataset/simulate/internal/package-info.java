/** Tests of the simulator's number work. */
@org.jspecify.annotations.NullMarked
package io.github.blurdetect.dataset.simulate.internal;
