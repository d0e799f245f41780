/** From an image's bytes to the reply's JSON, and the threads on which that happens. */
@NullMarked
package io.github.blurdetect.service.internal.scoring;

import org.jspecify.annotations.NullMarked;
