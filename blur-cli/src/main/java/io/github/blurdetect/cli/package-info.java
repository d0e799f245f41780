/**
 * The {@code blur} command, and the interface through which other modules add verbs to it.
 *
 * <p>Parsing and printing only: every verb calls a module that works without a command line.
 */
@NullMarked
package io.github.blurdetect.cli;

import org.jspecify.annotations.NullMarked;
