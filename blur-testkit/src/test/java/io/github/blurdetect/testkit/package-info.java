@NullMarked
package io.github.blurdetect.testkit;

import org.jspecify.annotations.NullMarked;
