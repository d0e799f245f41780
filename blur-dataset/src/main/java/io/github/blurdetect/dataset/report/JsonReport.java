package io.github.blurdetect.dataset.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.ScoredPhoto;
import io.github.blurdetect.dataset.metrics.ClassMetrics;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import java.util.List;
import java.util.Locale;

/** Writes an evaluation as JSON: all figures and every photo's score. */
final class JsonReport {
  private JsonReport() {}

  static String of(EvaluationResult result, Figures figures, List<Breakdown> breakdowns) {
    JsonObject json = new JsonObject();
    json.addProperty("scorer", result.scorer());
    json.addProperty("threshold", result.threshold());
    json.addProperty("folder", result.folder().root().toString());
    json.add("figures", figures(figures));
    json.add("breakdowns", breakdowns(breakdowns));
    JsonArray photos = new JsonArray();
    result.scored().forEach(photo -> photos.add(photo(photo, result.threshold())));
    result.marginal().forEach(photo -> photos.add(photo(photo, result.threshold())));
    json.add("photos", photos);
    JsonArray failed = new JsonArray();
    result
        .failed()
        .forEach(
            failure -> {
              JsonObject entry = new JsonObject();
              entry.addProperty("image", failure.photo().name());
              entry.addProperty("error", failure.error());
              failed.add(entry);
            });
    json.add("failed", failed);
    return new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(json) + "\n";
  }

  private static JsonObject figures(Figures figures) {
    JsonObject json = new JsonObject();
    json.add("confusion", matrix(figures.matrix()));
    json.add("clear", metrics(figures.matrix().clear()));
    json.add("blurred", metrics(figures.matrix().blurred()));
    json.addProperty("accuracy", figures.matrix().accuracy());
    JsonObject interval = new JsonObject();
    interval.addProperty("low", figures.f1Interval().low());
    interval.addProperty("high", figures.f1Interval().high());
    interval.addProperty("level", figures.f1Interval().level());
    json.add("f1_interval", interval);
    number(json, "roc_auc", figures.rocAuc());
    number(json, "average_precision", figures.averagePrecision());
    number(json, "brier", figures.brier());
    number(json, "expected_calibration_error", figures.calibrationError());
    number(json, "best_threshold", figures.bestThreshold());
    number(json, "best_f1", figures.bestF1());
    number(json, "words_lost_spearman", figures.wordsLostCorrelation());
    json.addProperty("words_lost_photos", figures.wordsLostPhotos());
    json.addProperty("clear_without_text", figures.clearWithoutText());
    json.addProperty("blurred_without_text", figures.blurredWithoutText());
    return json;
  }

  private static void number(JsonObject json, String name, double value) {
    json.add(name, Double.isNaN(value) ? JsonNull.INSTANCE : new JsonPrimitive(value));
  }

  private static JsonObject matrix(ConfusionMatrix matrix) {
    JsonObject json = new JsonObject();
    json.addProperty("true_clear", matrix.trueClear());
    json.addProperty("false_blurred", matrix.falseBlurred());
    json.addProperty("false_clear", matrix.falseClear());
    json.addProperty("true_blurred", matrix.trueBlurred());
    return json;
  }

  private static JsonObject metrics(ClassMetrics metrics) {
    JsonObject json = new JsonObject();
    json.addProperty("precision", metrics.precision());
    json.addProperty("recall", metrics.recall());
    json.addProperty("f1", metrics.f1());
    json.addProperty("support", metrics.support());
    return json;
  }

  private static JsonArray breakdowns(List<Breakdown> breakdowns) {
    JsonArray all = new JsonArray();
    for (Breakdown breakdown : breakdowns) {
      JsonArray strata = new JsonArray();
      for (Stratum stratum : breakdown.strata()) {
        JsonObject entry = new JsonObject();
        entry.addProperty("value", stratum.value());
        entry.add("confusion", matrix(stratum.matrix()));
        number(entry, "f1", stratum.f1());
        number(entry, "roc_auc", stratum.rocAuc());
        strata.add(entry);
      }
      JsonObject entry = new JsonObject();
      entry.addProperty("key", breakdown.key());
      entry.addProperty("title", breakdown.title());
      entry.add("strata", strata);
      all.add(entry);
    }
    return all;
  }

  private static JsonObject photo(ScoredPhoto photo, double threshold) {
    JsonObject json = new JsonObject();
    json.addProperty("image", photo.photo().name());
    json.addProperty("group", photo.photo().group());
    json.addProperty("label", photo.photo().label().name().toLowerCase(Locale.ROOT));
    json.addProperty("score", photo.score().blurriness());
    json.addProperty("text_found", photo.score().textFound());
    json.addProperty("called_blurred", photo.calledBlurred(threshold));
    return json;
  }
}
