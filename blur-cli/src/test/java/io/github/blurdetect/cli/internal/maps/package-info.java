@NullMarked
package io.github.blurdetect.cli.internal.maps;

import org.jspecify.annotations.NullMarked;
