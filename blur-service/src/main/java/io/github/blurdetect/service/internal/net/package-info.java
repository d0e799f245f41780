/** One thread that talks to all connections without ever waiting for any of them. */
@NullMarked
package io.github.blurdetect.service.internal.net;

import org.jspecify.annotations.NullMarked;
