package io.github.blurdetect.dataset.report;

import java.util.List;

/**
 * All photos divided by one respect.
 *
 * @param key name of the member in {@code photos.jsonl}, for example {@code blur.kind}
 * @param title the same for people
 * @param strata in order of value, numbers before text; together all photos that have the member
 */
public record Breakdown(String key, String title, List<Stratum> strata) {

  /** Copies the list. */
  public Breakdown {
    strata = List.copyOf(strata);
  }
}
