/**
 * The contract of {@link io.github.blurdetect.api.BlurScorer} as JUnit 5 tests, for this project's
 * scorers and for plug-in authors.
 */
@NullMarked
package io.github.blurdetect.testkit;

import org.jspecify.annotations.NullMarked;
