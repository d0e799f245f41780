@NullMarked
package io.github.blurdetect.tree;

import org.jspecify.annotations.NullMarked;
