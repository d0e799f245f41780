package io.github.blurdetect.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command inside this JVM: exit status and what it printed. */
record CliRun(int status, String out, String err) {

  static CliRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Blur.run(new PrintWriter(out), new PrintWriter(err), args);
    return new CliRun(status, out.toString(), err.toString());
  }
}
