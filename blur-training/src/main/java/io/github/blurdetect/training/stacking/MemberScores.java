package io.github.blurdetect.training.stacking;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.dataset.evaluation.Evaluation;
import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import io.github.blurdetect.stacking.fit.ScoreTable;
import io.github.blurdetect.tree.training.OutOfFold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the members' scores of labelled photos into one table. */
final class MemberScores {
  private final LabelledFolder folder;
  private final Map<String, Map<String, Double>> byMember = new LinkedHashMap<>();
  private final List<String> unreadable = new ArrayList<>();

  MemberScores(LabelledFolder folder) {
    this.folder = folder;
  }

  /** Takes scores that were made out of fold. */
  void read(String member, Path file) throws IOException {
    Map<String, Double> scores = new HashMap<>();
    OutOfFold.read(file).rows().forEach(row -> scores.put(row.name(), row.score()));
    byMember.put(member, scores);
  }

  /** Lets the scorer score the photos, which it must not have been trained on. */
  void score(String member, Optional<Path> model, Evaluation evaluation)
      throws InterruptedException {
    ScorerOptions options = new ScorerOptions(model, 1, Map.of());
    try (BlurScorer scorer = BlurScorers.load().provider(member).create(options)) {
      EvaluationResult result = evaluation.run(scorer, folder);
      Map<String, Double> scores = new HashMap<>();
      result
          .scored()
          .forEach(
              photo ->
                  scores.put(
                      photo.photo().name(),
                      photo.score().textFound() ? photo.score().blurriness() : Double.NaN));
      result
          .failed()
          .forEach(failed -> unreadable.add(failed.photo().name() + ": " + failed.error()));
      byMember.put(member, scores);
    }
  }

  /** Photos that a scorer could not score, each with the reason. */
  List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  /** The photos of which every member said something, in the folder's order. */
  ScoreTable table() {
    List<ScoreTable.Row> rows = new ArrayList<>();
    for (LabelledPhoto photo : folder.photos()) {
      if (byMember.values().stream().allMatch(scores -> scores.containsKey(photo.name()))) {
        List<Double> scores =
            byMember.values().stream().map(each -> each.get(photo.name())).toList();
        rows.add(new ScoreTable.Row(photo.name(), photo.group(), photo.blurred(), scores));
      }
    }
    return new ScoreTable(List.copyOf(byMember.keySet()), rows);
  }
}
