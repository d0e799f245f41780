/** Changes of a photo that leave it as readable as it was, and how many verdicts they turn. */
@NullMarked
package io.github.blurdetect.dataset.harmless;

import org.jspecify.annotations.NullMarked;
