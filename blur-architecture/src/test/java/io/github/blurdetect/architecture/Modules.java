package io.github.blurdetect.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;

/** Which module a class belongs to, and which modules each may use. */
final class Modules {
  static final String ROOT = "io.github.blurdetect";

  /** Module by package; the longest match counts. */
  private static final Map<String, String> BY_PACKAGE =
      Map.ofEntries(
          Map.entry("api", "api"),
          Map.entry("image", "image"),
          Map.entry("features", "features"),
          Map.entry("features.vector", "features-vector"),
          Map.entry("tree", "tree"),
          Map.entry("tree.training", "tree-training"),
          Map.entry("cnn", "cnn-onnx"),
          Map.entry("stacking", "stacking"),
          Map.entry("baselines", "baselines"),
          Map.entry("dataset", "dataset"),
          Map.entry("training", "training"),
          Map.entry("service", "service"),
          Map.entry("cli", "cli"),
          Map.entry("testkit", "testkit"));

  /** What each module may use directly. */
  static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("api", Set.of()),
          Map.entry("image", Set.of("api")),
          Map.entry("features", Set.of("api")),
          Map.entry("features-vector", Set.of("api", "features")),
          Map.entry("tree", Set.of("api", "features")),
          Map.entry("cnn-onnx", Set.of("api", "features")),
          Map.entry("stacking", Set.of("api", "features", "tree")),
          Map.entry("baselines", Set.of("api", "features", "tree", "cnn-onnx")),
          Map.entry("dataset", Set.of("api", "image")),
          Map.entry("service", Set.of("api", "image")),
          Map.entry("testkit", Set.of("api")),
          Map.entry(
              "cli",
              Set.of(
                  "api",
                  "image",
                  "features",
                  "tree",
                  "cnn-onnx",
                  "stacking",
                  "dataset",
                  "service")),
          Map.entry("tree-training", Set.of("api", "image", "features", "tree", "dataset", "cli")),
          Map.entry(
              "training",
              Set.of(
                  "api",
                  "image",
                  "features",
                  "tree",
                  "tree-training",
                  "cnn-onnx",
                  "stacking",
                  "dataset",
                  "cli")));

  /** Friends: the baselines measure with the very resizing and kernels of blur-features. */
  static final Map<String, Set<String>> MAY_USE_INTERNALS_OF =
      Map.of("baselines", Set.of("features"));

  private Modules() {}

  /** The class's module, or an empty text for a class that is not ours. */
  static String of(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return "";
    }
    String below = name.substring(ROOT.length() + 1);
    while (!BY_PACKAGE.containsKey(below)) {
      int dot = below.lastIndexOf('.');
      if (dot < 0) {
        throw new IllegalStateException("package " + name + " belongs to no known module");
      }
      below = below.substring(0, dot);
    }
    return BY_PACKAGE.getOrDefault(below, "");
  }
}
