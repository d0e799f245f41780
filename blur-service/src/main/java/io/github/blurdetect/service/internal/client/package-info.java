/** One call at a time on one connection. */
@NullMarked
package io.github.blurdetect.service.internal.client;

import org.jspecify.annotations.NullMarked;
