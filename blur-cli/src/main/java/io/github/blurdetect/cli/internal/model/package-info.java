/** Verbs about model files. */
@NullMarked
package io.github.blurdetect.cli.internal.model;

import org.jspecify.annotations.NullMarked;
