package io.github.blurdetect.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code ./blur} in a small tree of its own, with stand-ins for mvn and java. */
class LauncherTest {
  private static final Path ROOT = Path.of(System.getProperty("blur.root", ".."));
  private static final String VERBS = "blur-cli/src/main/resources/io/github/blurdetect/cli/";

  // Packages the module behind -pl, as Maven would: a jar, and the class path with one jar from
  // this tree and one from elsewhere.
  private static final String MVN =
      """
      #!/bin/sh
      echo "$@" >>built.txt
      [ ! -e broken ] || { echo "cannot compile"; exit 1; }
      while [ "$1" != -pl ]; do shift; done
      mkdir -p "$2/target/launcher" blur-api/target/launcher
      : >"$2/target/launcher/$2-1.2.jar"
      : >blur-api/target/launcher/blur-api-1.2.jar
      printf '%s:%s' "$PWD/blur-api/target/launcher/blur-api-1.2.jar" "$PWD/lib.jar" \\
        >"$2/target/launcher/class-path.txt"
      """;
  private static final String JAVA =
      """
      #!/bin/sh
      printf '[%s]' "$@"
      echo
      echo "$PWD $MALLOC_ARENA_MAX $LC_ALL"
      exit 3
      """;

  @TempDir private Path temp = Path.of("");
  private Path tree = temp;
  private Path elsewhere = temp;

  private record Run(int status, List<String> out, String err) {}

  @BeforeEach
  void makeTree() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
    tree = Files.createDirectories(temp.resolve("a tree"));
    elsewhere = Files.createDirectory(temp.resolve("else where"));
    Files.copy(ROOT.resolve("blur"), tree.resolve("blur"));
    executable(tree.resolve("blur"));
    write("pom.xml", "<project>\n<version>1.2</version>\n</project>");
    write("lib.jar", "");
    write(
        VERBS + "training-verbs.txt", Files.readString(ROOT.resolve(VERBS + "training-verbs.txt")));
    for (String module : List.of("blur-api", "blur-cli", "blur-training")) {
      write(module + "/pom.xml", "");
      write(module + "/src/main/A.java", "");
    }
    executable(write("bin/mvn", MVN));
    jdk("jdk", "17.0.1");
  }

  private void jdk(String name, String version) throws IOException {
    write(name + "/release", "JAVA_VERSION=\"" + version + "\"\n");
    executable(write(name + "/bin/java", JAVA));
    executable(write(name + "/bin/javac", JAVA));
  }

  private Path write(String name, String text) throws IOException {
    Path file = tree.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    return Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(1_000_000)));
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run blur(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(tree.resolve("blur").toString());
    builder.command().addAll(List.of(args));
    builder.directory(elsewhere.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tree.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", tree.resolve("jdk").toString());
    builder.environment().putAll(environment);
    Path err = temp.resolve("err");
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    List<String> out = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    return new Run(process.waitFor(), out, Files.readString(err));
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(tree.resolve("built.txt"));
  }

  @Test
  void blur_firstTime_buildsOnceAndSaysSo() throws Exception {
    Run first = blur(Map.of(), "score", "a b", "-");
    Run second = blur(Map.of(), "score");

    assertThat(first.err()).startsWith("blur: building blur-cli").hasLineCount(1);
    assertThat(second.err()).isEmpty();
    assertThat(builds())
        .hasSize(1)
        .first()
        .asString()
        .contains("-Dquick")
        .contains("-pl blur-cli -am package");
    assertThat(first.status()).isEqualTo(3);
    assertThat(first.out().get(0)).endsWith("[io.github.blurdetect.cli.Blur][score][a b][-]");
    String jars = tree.resolve(".blur/blur-cli").toString();
    assertThat(first.out().get(0))
        .contains("[-cp][" + jars + "/blur-cli-1.2.jar:" + jars + "/blur-api-1.2.jar:" + tree)
        .doesNotContain("unsafe");
    assertThat(first.out().get(1)).isEqualTo(elsewhere + "  C.UTF-8");
  }

  @Test
  void blur_sourceOfAUsedModuleChanged_buildsAgain() throws Exception {
    blur(Map.of(), "score");
    Path source = write("blur-api/src/main/A.java", "changed");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(blur(Map.of(), "score").err()).contains("building");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void blur_jarGone_buildsAgain() throws Exception {
    blur(Map.of(), "score");
    Files.delete(tree.resolve(".blur/blur-cli/blur-api-1.2.jar"));

    assertThat(blur(Map.of(), "score").err()).contains("building");
  }

  @Test
  void blur_score_keepsTheYoungGenerationSmallUnlessToldOtherwise() throws Exception {
    assertThat(blur(Map.of(), "score").out().get(0)).contains("[-XX:MaxNewSize=192m]");
    assertThat(blur(Map.of(), "server").out().get(0)).doesNotContain("MaxNewSize");
    Run own = blur(Map.of("BLUR_JAVA_OPTS", "-Dx=y -Xmx100m"), "score");
    assertThat(own.out().get(0)).contains("[-Xmx100m]").doesNotContain("MaxNewSize");
  }

  @Test
  void blur_trainingVerb_hasAClassPathAndMemorySettingsOfItsOwn() throws Exception {
    for (List<String> verb : List.of(List.of("train-cnn"), List.of("--debug", "model", "export"))) {
      Run run = blur(Map.of("LANG", "zh_CN.UTF-8"), verb.toArray(String[]::new));

      assertThat(run.out().get(0)).contains("blur-training/blur-training-1.2.jar");
      assertThat(run.out().get(1)).isEqualTo(elsewhere + " 1 ");
    }
    assertThat(builds()).hasSize(1).first().asString().contains("-pl blur-training");
  }

  @Test
  void blur_buildFails_showsTheLog() throws Exception {
    write("broken", "");

    Run run = blur(Map.of(), "score");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("cannot compile").contains("build.log");
    Files.delete(tree.resolve("broken"));
    assertThat(blur(Map.of(), "score").status()).isEqualTo(3);
  }

  @Test
  void blur_throughASymbolicLink_findsItsTree() throws Exception {
    Path link = Files.createSymbolicLink(elsewhere.resolve("b"), tree.resolve("blur"));
    blur(Map.of(), "score");

    Process process =
        new ProcessBuilder("sh", "-c", "JAVA_HOME='" + tree + "/jdk' '" + link + "' --version")
            .start();

    assertThat(process.waitFor()).isEqualTo(3);
    assertThat(builds()).hasSize(1);
  }

  @Test
  void blur_plugins_areOnTheClassPath() throws Exception {
    Run run = blur(Map.of("BLUR_PLUGINS", "my own.jar:/b.jar"), "scorers");

    assertThat(run.out().get(0)).contains("lib.jar:my own.jar:/b.jar][");
  }

  @Test
  void blur_jdk25_allowsWhatItWouldWarnOf() throws Exception {
    jdk("jdk", "25.0.1");

    assertThat(blur(Map.of(), "score").out().get(0))
        .contains("[--enable-native-access=ALL-UNNAMED]")
        .contains("[--sun-misc-unsafe-memory-access=allow]");
  }

  @Test
  void blur_oldJavaHome_takesTheNextOnThePath() throws Exception {
    jdk("old", "1.8.0_392");
    Map<String, String> old = Map.of("JAVA_HOME", tree.resolve("old").toString());
    Files.createSymbolicLink(tree.resolve("bin/java"), tree.resolve("jdk/bin/java"));

    assertThat(blur(old, "score").status()).isEqualTo(3);
  }

  @Test
  void blur_noUsableJava_saysWhatIsNeeded() throws Exception {
    jdk("jdk", "11.0.2");
    executable(write("bin/java", "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019' >&2\n"));

    Run run = blur(Map.of(), "score");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("JDK 17 or newer is needed").contains("is version 11");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void blur_noMaven_saysWhatIsNeeded() throws Exception {
    Files.delete(tree.resolve("bin/mvn"));
    for (String tool : List.of("dirname", "readlink", "tr", "sed", "mkdir", "rm", "cat", "head")) {
      Path real = Files.exists(Path.of("/bin", tool)) ? Path.of("/bin") : Path.of("/usr/bin");
      executable(write("bin/" + tool, "#!/bin/sh\nexec " + real.resolve(tool) + " \"$@\"\n"));
    }

    Run run = blur(Map.of("PATH", tree.resolve("bin").toString()), "score");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "blur: Maven 3.8 or newer is needed to build (Debian: apt install maven)");
  }
}
