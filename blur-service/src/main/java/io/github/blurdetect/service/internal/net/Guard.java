package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.internal.LogLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps errors of this program, or memory that ran out, from ending the I/O thread. */
final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private Guard() {}

  static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      log(e);
    }
  }

  static void log(Throwable thrown) {
    LOG.error(LogLine.of("defect").with("thread", "io").toString(), thrown);
  }
}
