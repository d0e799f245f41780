/** Load on the service over the loopback: capacity, overload, stalled peers, stopping, soak. */
@NullMarked
package io.github.blurdetect.bench.load;

import org.jspecify.annotations.NullMarked;
