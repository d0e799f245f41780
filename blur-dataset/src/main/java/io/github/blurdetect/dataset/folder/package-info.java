/** Labelled folders of photos. */
@NullMarked
package io.github.blurdetect.dataset.folder;

import org.jspecify.annotations.NullMarked;
