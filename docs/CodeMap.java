import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Renews the code map of docs/architecture.md: one line a type, from the first sentence of its
 * Javadoc. Run from the project's root: {@code java docs/CodeMap.java}.
 */
class CodeMap {
  private static final Path DOC = Path.of("docs/architecture.md");
  private static final String BEGIN = "<!-- code map: java docs/CodeMap.java renews it -->\n";
  private static final String END = "<!-- end of the code map -->\n";
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern DESCRIPTION = Pattern.compile("<description>([^<]+)</description>");
  private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s+([^{}]*)}");

  public static void main(String[] args) throws IOException {
    StringBuilder map = new StringBuilder();
    addModules(Path.of(""), map);
    String doc = Files.readString(DOC);
    int from = doc.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(DOC, doc.substring(0, from) + map + doc.substring(doc.indexOf(END)));
  }

  private static void addModules(Path parent, StringBuilder map) throws IOException {
    Matcher modules = MODULE.matcher(Files.readString(parent.resolve("pom.xml")));
    while (modules.find()) {
      Path module = parent.resolve(modules.group(1));
      String pom = Files.readString(module.resolve("pom.xml"));
      Matcher about = DESCRIPTION.matcher(pom);
      map.append("\n### ").append(module.toString().replace('\\', '/')).append("\n\n");
      map.append(about.find() ? about.group(1).strip() + "\n" : "");
      addPackages(module.resolve("src/main/java"), map);
      addModules(module, map);
    }
  }

  private static void addPackages(Path sources, StringBuilder map) throws IOException {
    Map<String, Map<String, String>> packages = new TreeMap<>();
    if (Files.isDirectory(sources)) {
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          String name = file.getFileName().toString();
          if (name.endsWith(".java") && !name.contains("-")) {
            String folder = sources.relativize(file.getParent()).toString();
            packages
                .computeIfAbsent(folder.replaceAll("[/\\\\]", "."), p -> new TreeMap<>())
                .put(name.replace(".java", ""), firstSentence(Files.readAllLines(file)));
          }
        }
      }
    }
    packages.forEach(
        (name, types) -> {
          map.append("\n`").append(name).append("`\n");
          types.forEach((type, text) -> map.append("- `" + type + "` " + text + "\n"));
        });
  }

  /** The Javadoc of the first top-level type, up to its first full stop. */
  private static String firstSentence(List<String> lines) {
    StringBuilder text = new StringBuilder();
    Optional<String> start = lines.stream().filter(line -> line.startsWith("/**")).findFirst();
    for (String line : lines.subList(start.map(lines::indexOf).orElse(lines.size()), lines.size())) {
      String bare = line.replaceFirst("^\\s*(/\\*\\*|\\*(?!/))?\\s?", "");
      if (bare.startsWith("<p>") || bare.startsWith("@") || bare.isBlank() && text.length() > 0) {
        break;
      }
      text.append(bare.replaceFirst("\\s*\\*/.*", "")).append(' ');
      if (line.contains("*/")) {
        break;
      }
    }
    String plain = INLINE_TAG.matcher(text).replaceAll("$1").replace("#", "");
    plain = plain.replaceAll("\\b(?:[a-z]+\\.)+(?=[A-Z])", "").strip();
    Matcher sentence = Pattern.compile("^.*?[.](?=\\s+[A-Z]|$)").matcher(plain);
    return sentence.find() ? sentence.group() : plain;
  }
}
