package io.github.blurdetect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlurScorersTest {
  private static final BlurImage PIXEL = BlurImage.grey(new byte[1], 1, 1);
  private static final String PRIORITY = "public int priority() { return %d; }";

  @TempDir Path folder;
  private PluginFolder plugins = new PluginFolder(Path.of("."));

  @BeforeEach
  void start() {
    plugins = new PluginFolder(folder);
  }

  @Test
  void load_soundPlugins_areFoundInOrder() throws IOException {
    BlurScorers scorers = plugins.provider("Two", "two", "").provider("One", "one-1", "").load();
    assertThat(scorers.names()).containsExactly("two", "one-1");
    assertThat(scorers.providers()).extracting(BlurScorerProvider::name).contains("two", "one-1");
    assertThat(scorers.failures()).isEmpty();
    assertThat(scorers.explain()).isEqualTo("found two, one-1");
    try (BlurScorer scorer = scorers.create("two")) {
      assertThat(scorer.score(PIXEL).blurriness()).isEqualTo(0.25);
    }
  }

  @Test
  void load_nothing_findsNone() throws IOException {
    BlurScorers scorers = plugins.load();
    assertThat(scorers.names()).isEmpty();
    assertThat(scorers.explain()).isEqualTo("found none");
    assertThat(BlurScorers.load().names()).isEmpty();
  }

  /** Puts a broken plug-in between two sound ones and checks that both stay. */
  private BlurScorers.Failure onlyFailure() throws IOException {
    BlurScorers scorers = plugins.provider("Last", "last", "").load();
    assertThat(scorers.names()).as(scorers.explain()).containsExactly("first", "last");
    assertThat(scorers.failures()).hasSize(1);
    assertThat(scorers.explain()).contains("failed: ");
    return scorers.failures().get(0);
  }

  private PluginFolder first() throws IOException {
    return plugins.provider("First", "first", "");
  }

  @Test
  void load_missingClass_hidesNoOther() throws IOException {
    first().service("no.such.Provider");
    BlurScorers.Failure failure = onlyFailure();
    assertThat(failure.message()).contains("no.such.Provider").contains("not found");
  }

  @Test
  void load_lineThatIsNoClassName_hidesNoProviderOfAnotherFile() throws IOException {
    first().service("this is no class name");
    BlurScorers scorers = plugins.load();
    assertThat(scorers.failures()).isNotEmpty();
    assertThat(scorers.failures().get(0).message()).contains("Illegal");
  }

  @Test
  void load_classOfAnotherType_hidesNoOther() throws IOException {
    first().source("Stranger", "public class Stranger {}").service("Stranger");
    assertThat(onlyFailure().message()).contains("Stranger").contains("not a subtype");
  }

  @Test
  void load_constructorThatThrows_hidesNoOther() throws IOException {
    first()
        .provider("Throws", "throws", "public Throws() { throw new RuntimeException(\"ouch\"); }");
    BlurScorers.Failure failure = onlyFailure();
    assertThat(failure.provider()).isEqualTo("Throws");
    assertThat(failure.message()).contains("ouch");
    assertThat(failure.cause()).hasRootCauseMessage("ouch");
  }

  @Test
  void load_staticInitializerThatThrows_hidesNoOther() throws IOException {
    first().provider("Init", "init", "static final int X = Integer.parseInt(\"no number\");");
    assertThat(onlyFailure().message()).contains("no number");
  }

  @Test
  void load_missingDependency_hidesNoOther() throws IOException {
    first().source("Helper", "public class Helper { public static int x = 1; }");
    plugins.provider("Needs", "needs", "public Needs() { Helper.x++; }");
    Files.delete(folder.resolve("Helper.class"));
    assertThat(onlyFailure().message()).contains("Needs").contains("Helper");
  }

  @Test
  void load_missingSuperclass_hidesNoOther() throws IOException {
    first().source("Base", "public class Base {}");
    plugins.source(
        "Child",
        """
        import io.github.blurdetect.api.*;
        public class Child extends Base implements BlurScorerProvider {
          public String name() { return "child"; }
          public String description() { return ""; }
          public BlurScorer create(ScorerOptions options) { return null; }
        }
        """);
    plugins.service("Child");
    Files.delete(folder.resolve("Base.class"));
    assertThat(onlyFailure().message()).contains("NoClassDefFoundError").contains("Base");
  }

  @Test
  void load_nameThatThrowsOrIsNull_hidesNoOther() throws IOException {
    first().source("Nameless", nameless("throw new IllegalStateException(\"no name\");"));
    plugins.service("Nameless");
    assertThat(onlyFailure().message()).contains("no name");
    plugins = new PluginFolder(Files.createDirectory(folder.resolve("null")));
    first().source("Nameless", nameless("return null;")).service("Nameless");
    assertThat(onlyFailure().message()).contains("Nameless.name()");
  }

  private static String nameless(String body) {
    return """
        import io.github.blurdetect.api.*;
        public class Nameless implements BlurScorerProvider {
          public String name() { %s }
          public String description() { return ""; }
          public BlurScorer create(ScorerOptions options) { return null; }
        }
        """
        .formatted(body);
  }

  @Test
  void load_nameThatCannotBeTyped_isAFailure() throws IOException {
    first().provider("Odd", "Odd Name", "");
    assertThat(onlyFailure().message()).contains("'Odd Name'").contains("lower-case");
  }

  @Test
  void defaultProvider_priorityThatThrows_hidesNoOther() throws IOException {
    first();
    plugins.provider(
        "Eager", "eager", "public int priority() { throw new RuntimeException(\"?\"); }");
    plugins.provider("Best", "best", PRIORITY.formatted(5));
    BlurScorers scorers = plugins.load();
    assertThat(scorers.names()).containsExactly("first", "eager", "best");
    assertThat(scorers.defaultProvider().name()).isEqualTo("best");
  }

  @Test
  void load_nameTakenTwice_keepsTheFirstAndSaysSo() throws IOException {
    first().provider("Copycat", "first", "");
    BlurScorers.Failure failure = onlyFailure();
    assertThat(failure.provider()).isEqualTo("Copycat");
    assertThat(failure.message()).isEqualTo("the name 'first' is already taken by First");
  }

  @Test
  void load_manyBrokenProviders_ends() throws IOException {
    first();
    for (int i = 0; i < 150; i++) {
      plugins.service("no.such.Provider" + i);
    }
    BlurScorers scorers = plugins.load();
    assertThat(scorers.names()).containsExactly("first");
    assertThat(scorers.failures()).hasSize(100);
  }

  @Test
  void provider_unknownName_listsWhatThereIsAndWhatFailed() throws IOException {
    BlurScorers scorers = first().service("no.such.Provider").load();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> scorers.provider("frist"))
        .withMessageContaining("no scorer named 'frist'")
        .withMessageContaining("found first")
        .withMessageContaining("no.such.Provider");
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> scorers.create("frist"));
  }

  @Test
  void defaultProvider_isOfHighestPriorityThenFirstName() throws IOException {
    plugins.provider("A", "a", PRIORITY.formatted(1)).provider("C", "c", PRIORITY.formatted(7));
    BlurScorers scorers =
        plugins.provider("B", "b", PRIORITY.formatted(7)).provider("D", "d", "").load();
    assertThat(scorers.defaultProvider().name()).isEqualTo("b");
    try (BlurScorer scorer = scorers.createDefault()) {
      assertThat(scorer.name()).isEqualTo("b");
    }
  }

  @Test
  void defaultProvider_priorityThatLooksForScorers_isAsked() throws IOException {
    String looks = "public int priority() { return 1 + BlurScorers.load(%s).names().size(); }";
    plugins.provider("Looks", "looks", looks.formatted("Looks.class.getClassLoader()"));
    BlurScorers scorers = first().load();
    assertThat(scorers.defaultProvider().name()).isEqualTo("looks");
  }

  @Test
  void defaultProvider_noneOffersItself_saysWhatToAdd() throws IOException {
    BlurScorers scorers = first().provider("Low", "low", PRIORITY.formatted(-1)).load();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(scorers::defaultProvider)
        .withMessageContaining("found first, low")
        .withMessageContaining("blur-stacking");
  }
}
