@NullMarked
package io.github.blurdetect.cli;

import org.jspecify.annotations.NullMarked;
