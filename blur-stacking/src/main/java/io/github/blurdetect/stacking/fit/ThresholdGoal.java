package io.github.blurdetect.stacking.fit;

/** What a user wants of a threshold. */
public sealed interface ThresholdGoal {

  /**
   * At most so many clear photos may be called blurred; of those thresholds the lowest.
   *
   * @param rate in (0, 1)
   */
  record FalseAlarmRate(double rate) implements ThresholdGoal {

    /**
     * Checks the rate.
     *
     * @throws IllegalArgumentException if it is outside (0, 1)
     */
    public FalseAlarmRate {
      if (!(rate > 0 && rate < 1)) {
        throw new IllegalArgumentException(
            "false-alarm rate is " + rate + ", expected between 0 and 1");
      }
    }
  }

  /**
   * The least total cost on the photos given.
   *
   * @param falseAlarm cost of calling a clear photo blurred, above 0
   * @param miss cost of calling a blurred photo clear, above 0
   */
  record Costs(double falseAlarm, double miss) implements ThresholdGoal {

    /**
     * Checks the costs.
     *
     * @throws IllegalArgumentException if one is not above 0 and finite
     */
    public Costs {
      boolean usable =
          falseAlarm > 0 && miss > 0 && Double.isFinite(falseAlarm) && Double.isFinite(miss);
      if (!usable) {
        throw new IllegalArgumentException(
            "costs are %s and %s, expected both above 0".formatted(falseAlarm, miss));
      }
    }
  }
}
