@NullMarked
package io.github.blurdetect.service.internal;

import org.jspecify.annotations.NullMarked;
