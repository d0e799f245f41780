/** {@code blur server} and {@code blur client}. */
@NullMarked
package io.github.blurdetect.cli.internal.service;

import org.jspecify.annotations.NullMarked;
