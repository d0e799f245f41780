package io.github.blurdetect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class VerdictTurnsTest {

  @Test
  void ratio_rounds_areComparedOneByOne() {
    double[] way = new double[21];
    double[] over = new double[21];
    for (int i = 0; i < way.length; i++) {
      over[i] = 1 + i % 4; // However slow the machine is in a round,
      way[i] = over[i] * (21 - i); // the ratios are 1 to 21.
    }
    // The binomial distribution has ranks 6 and 16 for the median of 21 at 95 %.
    assertThat(VerdictTurns.ratio(way, over)).isEqualTo("11.00 (6.00 to 16.00)");
  }

  @Test
  void ratio_fewRounds_isBetweenTheExtremes() {
    double[] ones = new double[3];
    Arrays.fill(ones, 1);
    assertThat(VerdictTurns.ratio(new double[] {3, 1, 2}, ones)).isEqualTo("2.00 (1.00 to 3.00)");
  }

  @Test
  void call_noRounds_isRefused() {
    StringWriter said = new StringWriter();
    CommandLine turns = new CommandLine(new VerdictTurns()).setErr(new PrintWriter(said, true));
    assertThat(turns.execute("--rounds", "0", "usual", "sharp")).isEqualTo(2);
    assertThat(said.toString()).contains("--rounds is 0, expected at least 1");
  }
}
