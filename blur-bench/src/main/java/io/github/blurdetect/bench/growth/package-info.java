/** How cost grows with the photo, the threads and the number of files. */
@NullMarked
package io.github.blurdetect.bench.growth;

import org.jspecify.annotations.NullMarked;
