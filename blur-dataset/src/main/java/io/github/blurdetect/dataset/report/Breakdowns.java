package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.ScoredPhoto;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import io.github.blurdetect.dataset.metrics.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Divides an evaluation by whatever {@code photos.jsonl} says of the photos. */
final class Breakdowns {
  private static final int MOST_STRATA = 24;
  private static final Set<String> NO_RESPECT =
      Set.of("image", "group", "seed", "label", "word_share", "width", "height");

  /** Known members in the order in which they are shown; others follow. */
  private static final Map<String, String> TITLES = titles();

  private Breakdowns() {}

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("blur.kind", "Kind of blur");
    titles.put("blur.coverage", "Coverage of the blur");
    titles.put("blur.strength", "RMS blur radius / x-height");
    titles.put("blur.rms_radius_px", "RMS blur radius, px");
    titles.put("blur.kernel", "Measured kernel");
    titles.put("noise_sigma", "Noise sigma");
    titles.put("jpeg_quality", "JPEG quality");
    titles.put("scale", "Scale");
    titles.put("x_height", "x-height, px");
    titles.put("scene", "Scene");
    titles.put("label_by", "Labelled by");
    return titles;
  }

  /** One breakdown a member, where it divides the photos into 2 to {@value #MOST_STRATA} parts. */
  static List<Breakdown> of(EvaluationResult result) {
    Set<String> found = result.folder().records().keys();
    Set<String> keys = new LinkedHashSet<>(TITLES.keySet());
    keys.retainAll(found);
    keys.addAll(found);
    List<Breakdown> all = new ArrayList<>();
    for (String key : keys) {
      if (!NO_RESPECT.contains(key)) {
        List<Stratum> strata = strata(result, key);
        if (strata.size() > 1 && strata.size() <= MOST_STRATA) {
          all.add(new Breakdown(key, TITLES.getOrDefault(key, key), strata));
        }
      }
    }
    return all;
  }

  private static List<Stratum> strata(EvaluationResult result, String key) {
    Respect respect = new Respect(result.folder().records(), key, result.scored());
    Map<Respect.Value, List<ScoredPhoto>> parts = new TreeMap<>();
    for (ScoredPhoto photo : result.scored()) {
      respect
          .of(photo)
          .ifPresent(value -> parts.computeIfAbsent(value, v -> new ArrayList<>()).add(photo));
    }
    List<Stratum> strata = new ArrayList<>();
    parts.forEach((value, photos) -> strata.add(stratum(value.text(), result.only(photos))));
    return strata;
  }

  private static Stratum stratum(String value, EvaluationResult part) {
    LabelledScores scores = part.labelledScores();
    boolean both = scores.blurredCount() > 0 && scores.clearCount() > 0;
    return new Stratum(value, part.confusion(), both ? Ranking.rocAuc(scores) : Double.NaN);
  }
}
