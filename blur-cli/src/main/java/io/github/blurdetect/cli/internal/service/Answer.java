package io.github.blurdetect.cli.internal.service;

import io.github.blurdetect.service.ServiceVerdict;
import org.jspecify.annotations.Nullable;

/**
 * What became of one image that was sent.
 *
 * @param photo what was sent
 * @param verdict the service's answer; null where there is none
 * @param error why there is none
 * @param nanos from the call to the answer, retries included
 */
record Answer(Photo photo, @Nullable ServiceVerdict verdict, @Nullable String error, long nanos) {}
