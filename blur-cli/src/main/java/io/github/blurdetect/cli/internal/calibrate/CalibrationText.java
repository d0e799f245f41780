package io.github.blurdetect.cli.internal.calibrate;

import io.github.blurdetect.stacking.fit.BinomialInterval;
import io.github.blurdetect.stacking.fit.FittedThreshold;
import io.github.blurdetect.stacking.fit.ThresholdGoal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says in words what a calibration came to. */
final class CalibrationText {
  private CalibrationText() {}

  static String withoutText(int photos) {
    return photos == 0 ? "" : ", " + photos + " without text left out";
  }

  static String of(String scorer, String withoutText, FittedThreshold fitted, ThresholdGoal goal) {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "scorer %s on %d clear and %d blurred photos%s",
            scorer, fitted.clear(), fitted.blurred(), withoutText));
    text.append(
        line(
            "threshold %.4f (%s interval %.4f to %.4f; scores inside are called marginal)",
            fitted.threshold(), confidence(fitted), fitted.low(), fitted.high()));
    text.append(
        rate(
            "false alarms", fitted.falseAlarms(), fitted.clear(), fitted.falseAlarmRate(), fitted));
    text.append(rate("misses", fitted.misses(), fitted.blurred(), fitted.missRate(), fitted));
    if (goal instanceof ThresholdGoal.FalseAlarmRate wished && !fitted.bounded()) {
      text.append(
          line(
              "%d clear photos are too few to bound a false-alarm rate of %s from above: take the"
                  + " band's upper end for a guess",
              fitted.clear(), percent(wished.rate())));
    }
    return text.toString();
  }

  private static String rate(
      String what, int count, int of, BinomialInterval interval, FittedThreshold fitted) {
    return line(
        "%s %d of %d: %s (%s interval %s to %s)",
        what,
        count,
        of,
        percent((double) count / of),
        confidence(fitted),
        percent(interval.low()),
        percent(interval.high()));
  }

  static Map<String, String> notes(Path folder, ThresholdGoal goal, FittedThreshold fitted) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("made_by", "blur calibrate");
    notes.put("photos", folder.toString());
    notes.put("goal", wished(goal));
    notes.put("clear", Integer.toString(fitted.clear()));
    notes.put("blurred", Integer.toString(fitted.blurred()));
    notes.put("confidence", Double.toString(fitted.confidence()));
    notes.put("false_alarm_rate", interval(fitted.falseAlarmRate()));
    notes.put("miss_rate", interval(fitted.missRate()));
    return notes;
  }

  private static String wished(ThresholdGoal goal) {
    if (goal instanceof ThresholdGoal.FalseAlarmRate rate) {
      return "false alarms at most " + percent(rate.rate());
    }
    ThresholdGoal.Costs costs = (ThresholdGoal.Costs) goal;
    return "cost of a false alarm " + costs.falseAlarm() + ", of a miss " + costs.miss();
  }

  private static String interval(BinomialInterval interval) {
    return percent(interval.low()) + " to " + percent(interval.high());
  }

  private static String confidence(FittedThreshold fitted) {
    BigDecimal percent = BigDecimal.valueOf(fitted.confidence()).movePointRight(2);
    return percent.stripTrailingZeros().toPlainString() + " %";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
