package io.github.blurdetect.service;

/** The help text of the server program. */
final class ServerHelp {
  private ServerHelp() {}

  static String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "Serves blur detection over Thrift (binary protocol, unframed) until told to stop.\n");
    text.append("\n  --config FILE            lines of the form 'workers = 4'; also BLUR_CONFIG\n");
    for (Setting setting : Setting.values()) {
      String flag = setting.flag() + " " + setting.valueLabel();
      text.append("  %-24s %s%n".formatted(flag, setting.description()));
      String initial =
          setting.defaultText().isEmpty() ? "" : "default " + setting.defaultText() + "; ";
      text.append("  %-24s %salso %s%n".formatted("", initial, setting.variable()));
    }
    return text.append("\nA flag wins over its environment variable, that over the file.\n")
        .append("TIME is a number of seconds, or one with ms, s, m or h; SIZE is a number of\n")
        .append("bytes, or one with KiB, MiB or GiB.\n")
        .toString();
  }
}
