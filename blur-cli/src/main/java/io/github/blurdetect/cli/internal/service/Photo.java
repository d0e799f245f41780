package io.github.blurdetect.cli.internal.service;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An image to send.
 *
 * @param name for messages
 * @param file where it lies; null where {@code problem} says why there is none
 * @param problem why it cannot be sent, if that is known already
 * @param blurred the truth; null where it is not known
 */
record Photo(
    String name, @Nullable Path file, @Nullable String problem, @Nullable Boolean blurred) {}
