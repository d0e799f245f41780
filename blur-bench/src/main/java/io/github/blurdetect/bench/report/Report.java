package io.github.blurdetect.bench.report;

import com.google.gson.Gson;
import io.github.blurdetect.bench.growth.GrowthRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes figures into docs/performance.md and draws them: {@code blur-bench/report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Turns the benchmarks' JSON into the tables and the picture of a document.")
public final class Report implements Callable<Integer> {
  private static final String BEGIN = "<!-- figures: blur-bench/report renews them -->";
  private static final String END = "<!-- end of the figures -->";

  @Parameters(arity = "1..*", paramLabel = "JMH.json", description = "What JMH wrote.")
  private List<Path> results = List.of();

  @Option(names = "--growth", description = "What blur-bench/growth wrote.")
  private List<Path> growth = List.of();

  @Option(
      names = "--document",
      required = true,
      description = "Markdown with a place for figures; the picture goes beside it, as .svg.")
  private Path document = Path.of("performance.md");

  /**
   * Runs the tool.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Report()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Figures figures = Figures.read(results);
    List<GrowthRow> rows =
        growth.isEmpty()
            ? List.of()
            : List.of(new Gson().fromJson(Files.readString(growth.get(0)), GrowthRow[].class));
    String text = Files.readString(document);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    if (from < 0 || to < from) {
      throw new IOException(
          document + " has no place for figures, expected " + BEGIN + " and " + END);
    }
    Path picture = document.resolveSibling(picture());
    Files.writeString(picture, Picture.of(figures, rows));
    String tables =
        "\n\n![The ways to a verdict, and cost as photos grow]("
            + picture()
            + ")\n\n"
            + Bars.of(figures, rows)
            + Tables.of(figures)
            + (rows.isEmpty() ? "" : Tables.of(rows));
    Files.writeString(
        document,
        text.substring(0, from) + BEGIN + tables.stripTrailing() + "\n\n" + text.substring(to));
    return 0;
  }

  private String picture() {
    return String.valueOf(document.getFileName()).replaceFirst("\\.md$", "") + ".svg";
  }
}
