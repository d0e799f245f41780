package io.github.blurdetect.service;

import io.github.blurdetect.api.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A service's decision about one image.
 *
 * @param score blurriness in [0, 1], 1 = blurred
 * @param blurred the plain yes or no
 * @param verdict the finer decision; empty from servers that do not send one
 * @param scorer the name of the scorer; empty from servers that do not send it
 * @param reasons why, the weightiest first; may be empty
 */
public record ServiceVerdict(
    double score,
    boolean blurred,
    Optional<Verdict> verdict,
    Optional<String> scorer,
    List<String> reasons) {

  /** Copies the list. */
  public ServiceVerdict {
    reasons = List.copyOf(reasons);
  }
}
