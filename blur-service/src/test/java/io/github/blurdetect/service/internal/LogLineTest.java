package io.github.blurdetect.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
  @Test
  void toString_plainValues_areNotQuoted() {
    assertThat(LogLine.of("request").with("peer", "127.0.0.1:1").millis("took_ms", 1_234_567L))
        .hasToString("event=request peer=127.0.0.1:1 took_ms=1.234");
  }

  @Test
  void toString_hostileValue_cannotStartALineOrAField() {
    String line =
        LogLine.of("garbage").with("cause", "x\nevent=admin \"ok\" \\ \u2028\u0007").toString();
    assertThat(line)
        .isEqualTo("event=garbage cause=\"x\\u000aevent=admin \\\"ok\\\" \\\\ \\u2028\\u0007\"");
  }

  @Test
  void toString_emptyValue_isVisible() {
    assertThat(LogLine.of("x").with("y", "")).hasToString("event=x y=\"\"");
  }
}
