@NullMarked
package io.github.blurdetect.cli.internal.score;

import org.jspecify.annotations.NullMarked;
