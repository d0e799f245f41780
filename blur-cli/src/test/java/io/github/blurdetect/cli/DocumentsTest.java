package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of the command and of each other holds. */
class DocumentsTest {
  private static final Path ROOT = Path.of(System.getProperty("blur.root", ".."));
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern VERB = Pattern.compile("\\./blur ([a-z_]+)");

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs).filter(path -> path.toString().endsWith(".md")).toList();
    }
  }

  @Test
  void links_leadToFilesThatExist() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      LINK.matcher(Files.readString(document))
          .results()
          .map(match -> match.group(1))
          .filter(target -> !Files.exists(document.resolveSibling(target)))
          .forEach(target -> broken.add(ROOT.relativize(document) + " -> " + target));
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void commands_nameVerbsThatExist() throws IOException {
    String help = CliRun.of("--help").out();

    assertThat(documents().stream().flatMap(DocumentsTest::verbs).distinct())
        .isNotEmpty()
        .allSatisfy(verb -> assertThat(help).containsPattern("\\b" + verb + "\\b"));
  }

  private static Stream<String> verbs(Path document) {
    try {
      return VERB.matcher(Files.readString(document)).results().map(match -> match.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
