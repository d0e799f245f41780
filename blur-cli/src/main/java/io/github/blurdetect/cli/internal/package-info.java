/** The verbs that come with the command, and how verbs are found. Not for use elsewhere. */
@NullMarked
package io.github.blurdetect.cli.internal;

import org.jspecify.annotations.NullMarked;
