package io.github.blurdetect.dataset.render;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Handwriting fonts, in two lists, so that models can be tested on hands that they were not trained
 * on. All are free and in Debian.
 */
public enum Handwriting {
  /** What notes for training are written in. */
  TRAINING(
      Map.ofEntries(
          Map.entry(Handwriting.HERSHEY, "hershey-fonts-data"),
          Map.entry("Breip", "fonts-breip"),
          Map.entry("Because We Build", "fonts-bwht"),
          Map.entry("Because We Organize", "fonts-bwht"),
          Map.entry("DkgHandwriting", "fonts-dkg-handwriting"),
          Map.entry("Rufscript", "fonts-rufscript"),
          Map.entry("Delphine", "fonts-sjfonts"),
          Map.entry("Kristi", "fonts-kristi"),
          Map.entry("Ecolier_court", "fonts-ecolier-court"),
          Map.entry("SetoFont", "fonts-seto"),
          Map.entry("Klee One", "fonts-klee"))),
  /** What notes for tests are written in. */
  HELD_OUT(
      Map.of(
          "Because We Mentor", "fonts-bwht",
          "Dancing Script", "fonts-dancingscript",
          "Steve", "fonts-sjfonts",
          "Purisa", "fonts-tlwg-purisa-ttf",
          "kiloji", "fonts-kiloji"));

  /** Other families of these packages and of their like: no print, and not written with either. */
  private static final List<String> OTHERS =
      List.of(
          "Because We Connect",
          "Because We Create",
          "Because We Learn",
          "Humor Sans",
          "SetoFont-ex",
          "YuseiMagic",
          "Yusei Magic",
          "Ecolier_lignes_court",
          "Joscelyn",
          "femkeklaver",
          "kiloji - ",
          "Kaushan Script",
          "TypoScript",
          "Comic Neue",
          "YOz");

  /** The name that the one font without outlines is known by here. */
  public static final String HERSHEY = "Hershey Script Simplex";

  /** Where it is. */
  public static final Path HERSHEY_FILE = Path.of("/usr/share/hershey-fonts/scripts.jhf");

  private final Map<String, String> packageOf;

  Handwriting(Map<String, String> packageOf) {
    this.packageOf = new TreeMap<>(packageOf);
  }

  /**
   * Returns the families of the list.
   *
   * @return sorted by name
   */
  public List<String> families() {
    return List.copyOf(packageOf.keySet());
  }

  /** Returns the Debian packages of the families that are not among those given, sorted. */
  List<String> packagesMissing(Collection<String> installed) {
    return packageOf.entrySet().stream()
        .filter(
            e ->
                e.getKey().equals(HERSHEY)
                    ? !Files.isReadable(HERSHEY_FILE)
                    : !installed.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .sorted()
        .toList();
  }

  /** Tells whether documents of print leave a family out. */
  static boolean isHandwriting(String family) {
    return TRAINING.packageOf.containsKey(family)
        || HELD_OUT.packageOf.containsKey(family)
        || OTHERS.stream().anyMatch(family::startsWith);
  }
}
