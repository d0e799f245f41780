package io.github.blurdetect.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** A class path of plug-ins, compiled from source into a folder, as a stranger's jar would be. */
final class PluginFolder {
  // Compiling takes longer than all else here.
  private static final Map<String, Map<String, byte[]>> COMPILED = new HashMap<>();

  private final Path folder;
  private final List<String> services = new ArrayList<>();

  PluginFolder(Path folder) {
    this.folder = folder;
  }

  /** Adds a provider class of the default package whose body, or part of it, is given. */
  PluginFolder provider(String type, String name, String body) throws IOException {
    String source =
        """
        import io.github.blurdetect.api.*;
        public class %s implements BlurScorerProvider {
          public String name() { return "%s"; }
          public String description() { return "a plug-in"; }
          public BlurScorer create(ScorerOptions options) {
            return new BlurScorer() {
              public String name() { return "%s"; }
              public BlurScore score(BlurImage image) { return BlurScore.of(0.25); }
            };
          }
          %s
        }
        """
            .formatted(type, name, name, body);
    return source(type, source).service(type);
  }

  PluginFolder source(String type, String source) throws IOException {
    Map<String, byte[]> classes = COMPILED.get(source);
    if (classes == null) {
      classes = compile(type, source);
      COMPILED.put(source, classes);
    }
    for (Map.Entry<String, byte[]> file : classes.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return this;
  }

  private Map<String, byte[]> compile(String type, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(type + ".java"), source);
    String classPath =
        String.join(File.pathSeparator, System.getProperty("java.class.path"), folder.toString());
    String[] arguments = {"-proc:none", "-cp", classPath, "-d", folder.toString(), file.toString()};
    int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
    assertThat(result).as("compiling %s", type).isZero();
    Map<String, byte[]> classes = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, type + "*.class")) {
      for (Path compiled : files) {
        classes.put(compiled.getFileName().toString(), Files.readAllBytes(compiled));
      }
    }
    return classes;
  }

  /** Adds a line to the provider file, whether there is such a class or not. */
  PluginFolder service(String line) {
    services.add(line);
    return this;
  }

  Path folder() {
    return folder;
  }

  BlurScorers load() throws IOException {
    Path file = folder.resolve("META-INF/services/" + BlurScorerProvider.class.getName());
    Files.createDirectories(file.getParent());
    Files.write(file, services);
    return BlurScorers.load(new URLClassLoader(new URL[] {url()}, getClass().getClassLoader()));
  }

  private URL url() throws MalformedURLException {
    return folder.toUri().toURL();
  }
}
