/** Metrics and health over HTTP. */
@NullMarked
package io.github.blurdetect.service.internal.manage;

import org.jspecify.annotations.NullMarked;
