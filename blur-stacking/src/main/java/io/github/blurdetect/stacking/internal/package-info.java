/** Not exported: the stacker's file format. */
@NullMarked
package io.github.blurdetect.stacking.internal;

import org.jspecify.annotations.NullMarked;
