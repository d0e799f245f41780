package io.github.blurdetect.bench.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What to run.
 *
 * @param image the image that is sent again and again, or a folder: its first one, or in the soak
 *     all of them
 * @param scorer the server's scorer; empty for its default
 * @param workers the server's workers
 * @param computing images the server scores at once; 0 for its default
 * @param queue the server's queue
 * @param seconds length of each phase
 * @param overload multiple of the capacity that is offered in the overload phase
 * @param soakMinutes length of the soak; 0 for the phases instead
 * @param soakRate requests a second in the soak
 * @param javaOptions of the server's JVM
 */
record LoadOptions(
    Path image,
    String scorer,
    int workers,
    int computing,
    int queue,
    int seconds,
    double overload,
    double soakMinutes,
    double soakRate,
    List<String> javaOptions) {

  static final String USAGE =
      """
      Puts load on a server of its own over the loopback, and prints figures as Markdown.
        --image FILE       image to send, or a folder of JPEGs (its first; in the soak all of
                           them, in other sizes and formats too); default data/samples
        --scorer NAME      'busy' for one that computes some 20 ms; default the server's
        --workers N        default 12
        --computing N      images scored at once; default the server's
        --queue N          default 8
        --seconds N        length of each phase, default 20
        --overload X       multiple of the capacity in the overload phase, default 4
        --soak MINUTES     a soak instead of the phases
        --rate R           requests a second in the soak, default 5
        --java OPTIONS     of the server's JVM, split at spaces; default -Xms512m -Xmx512m
      """;

  static LoadOptions parse(String[] args) {
    LoadOptions options =
        new LoadOptions(
            Path.of("data/samples"), "", 12, 0, 8, 20, 4, 0, 5, List.of("-Xms512m", "-Xmx512m"));
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + " has no value\n" + USAGE);
      }
      options = options.with(args[i], args[i + 1]);
    }
    return options;
  }

  private LoadOptions with(String flag, String value) {
    boolean known =
        List.of(
                "--image",
                "--scorer",
                "--workers",
                "--computing",
                "--queue",
                "--seconds",
                "--overload",
                "--soak",
                "--rate",
                "--java")
            .contains(flag);
    if (!known) {
      throw new IllegalArgumentException("there is no flag '" + flag + "'\n" + USAGE);
    }
    return new LoadOptions(
        flag.equals("--image") ? Path.of(value) : image,
        flag.equals("--scorer") ? value : scorer,
        flag.equals("--workers") ? Integer.parseInt(value) : workers,
        flag.equals("--computing") ? Integer.parseInt(value) : computing,
        flag.equals("--queue") ? Integer.parseInt(value) : queue,
        flag.equals("--seconds") ? Integer.parseInt(value) : seconds,
        flag.equals("--overload") ? Double.parseDouble(value) : overload,
        flag.equals("--soak") ? Double.parseDouble(value) : soakMinutes,
        flag.equals("--rate") ? Double.parseDouble(value) : soakRate,
        flag.equals("--java") ? List.of(value.split(" ")) : javaOptions);
  }

  String describe() {
    return String.format(
        Locale.ROOT,
        "scorer %s, %d workers, queue %d, %s",
        scorer.isEmpty() ? "default" : scorer,
        workers,
        queue,
        String.join(" ", javaOptions));
  }
}
