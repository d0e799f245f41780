/** {@code blur check_maps}: does the blur map show which half of a page is blurred? */
@NullMarked
package io.github.blurdetect.cli.internal.maps;

import org.jspecify.annotations.NullMarked;
