package io.github.blurdetect.dataset.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledFolderTest {
  private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  @TempDir Path root;

  @BeforeEach
  void layOut() throws IOException {
    write("Good_License/007_3.jpg");
    write("Good_License/deeper/still/008_1.PNG");
    write("Good_License/notes.txt");
    write("Good_License/.hidden.jpg");
    write("Good_License/.cache/x.jpg");
    write("Bad_License/007_4.jpeg");
    write("Bad_License/page.webp");
    Files.write(root.resolve("Bad_License/without-extension"), PNG_HEAD);
  }

  private void write(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[0]);
  }

  @Test
  void open_mixedContent_findsImagesOfBothClasses() throws IOException {
    LabelledFolder folder = LabelledFolder.open(root);
    assertThat(folder.photos())
        .extracting(LabelledPhoto::name)
        .containsExactly(
            "Good_License/007_3.jpg",
            "Good_License/deeper/still/008_1.PNG",
            "Bad_License/007_4.jpeg",
            "Bad_License/page.webp",
            "Bad_License/without-extension");
    assertThat(folder.photos())
        .extracting(LabelledPhoto::blurred)
        .containsExactly(false, false, true, true, true);
    assertThat(folder.photos())
        .extracting(LabelledPhoto::group)
        .containsExactly("007", "008", "007", "page", "without-extension");
    assertThat(folder.blurredCount()).isEqualTo(3);
    assertThat(folder.marginal()).isEmpty();
    assertThat(folder.records().size()).isZero();
  }

  @Test
  void open_withMarginal_keepsThemApart() throws IOException {
    write("Marginal/009_1.jpg");
    LabelledFolder folder = LabelledFolder.open(root);
    assertThat(folder.photos()).hasSize(5);
    assertThat(folder.marginal())
        .containsExactly(
            new LabelledPhoto(
                root.resolve("Marginal/009_1.jpg"),
                "Marginal/009_1.jpg",
                LabelledPhoto.Label.MARGINAL,
                "009"));
  }

  @Test
  void open_linkInACircle_ends() throws IOException {
    Files.createSymbolicLink(root.resolve("Good_License/circle"), root.resolve("Good_License"));
    assertThat(LabelledFolder.open(root).photos()).hasSize(5);
  }

  @Test
  void open_withRecords_takesGroupsAndValues() throws IOException {
    Files.writeString(
        root.resolve("photos.jsonl"),
        """
        {"image":"Good_License/007_3.jpg","group":"shop-7","noise_sigma":6,"word_share":null,
        """
                .strip()
            + """
            "blur":{"kind":"none","strength":0.25}}

            {"image":"Marginal/1_1.jpg","group":"1"}
            """);
    LabelledFolder folder = LabelledFolder.open(root);
    assertThat(folder.photos().get(0).group()).isEqualTo("shop-7");
    PhotoRecords records = folder.records();
    String name = "Good_License/007_3.jpg";
    assertThat(records.text(name, "blur.kind")).contains("none");
    assertThat(records.text(name, "noise_sigma")).contains("6");
    assertThat(records.number(name, "blur.strength")).isEqualTo(OptionalDouble.of(0.25));
    assertThat(records.number(name, "blur.kind")).isEmpty();
    assertThat(records.number(name, "word_share")).isEmpty();
    assertThat(records.text(name, "blur")).isEmpty();
    assertThat(records.text(name, "blur.kind.more")).isEmpty();
    assertThat(records.text("other.jpg", "blur.kind")).isEmpty();
    assertThat(records.size()).isEqualTo(2);
  }

  @Test
  void union_sameNamesInTwoFolders_staysApart(@TempDir Path other) throws IOException {
    Path second = other.resolve("second");
    for (String photo : List.of("Good_License/007_3.jpg", "Bad_License/9_1.png")) {
      Files.createDirectories(second.resolve(photo).getParent());
      Files.copy(
          root.resolve("Good_License/007_3.jpg"),
          second.resolve(photo),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(
        second.resolve("photos.jsonl"), "{\"image\":\"Good_License/007_3.jpg\",\"group\":\"x\"}");
    LabelledFolder one = LabelledFolder.open(root);
    LabelledFolder two = LabelledFolder.open(second);

    LabelledFolder both = LabelledFolder.union(List.of(one, two));

    String name = "second/Good_License/007_3.jpg";
    assertThat(both.photos()).hasSize(one.photos().size() + 2);
    assertThat(both.photos())
        .extracting(LabelledPhoto::name)
        .doesNotHaveDuplicates()
        .contains(name);
    assertThat(both.photos()).extracting(LabelledPhoto::blurred).isSorted();
    assertThat(both.records().text(name, "group")).contains("x");
    assertThat(both.marginal()).hasSameSizeAs(one.marginal());
    assertThat(LabelledFolder.openAll(List.of(root, second)).photos()).isEqualTo(both.photos());
    assertThat(LabelledFolder.union(List.of(one))).isSameAs(one);
    assertThatThrownBy(() -> LabelledFolder.union(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("are both named");
    assertThatThrownBy(() -> LabelledFolder.union(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {"{", "[]", "3", "{}", "~{\"image\":null}~", "~{\"image\":[1,2]}~", "null"})
  void open_brokenRecords_saysWhichLine(String line) throws IOException {
    Files.writeString(root.resolve("photos.jsonl"), "{\"image\":\"a.jpg\"}\n" + line + "\n");
    assertThatThrownBy(() -> LabelledFolder.open(root))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("photos.jsonl, line 2: expected a JSON object with \"image\"");
  }

  @Test
  void open_missingRoot_isRefused() {
    Path missing = root.resolve("nowhere");
    assertThatThrownBy(() -> LabelledFolder.open(missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            missing + " does not exist, expected a folder with Good_License and Bad_License");
  }

  @Test
  void open_missingClass_saysWhatIsThere() throws IOException {
    Path other = Files.createDirectories(root.resolve("other"));
    Files.createDirectories(other.resolve("Good_License"));
    Files.write(other.resolve("Good_License/a.jpg"), new byte[0]);
    Files.createDirectories(other.resolve("blurry"));
    assertThatThrownBy(() -> LabelledFolder.open(other))
        .hasMessageContaining("has no folder Bad_License, found Good_License, blurry, expected");
  }

  @Test
  void open_classWithoutImage_saysWhatIsThere() throws IOException {
    Path other = Files.createDirectories(root.resolve("other"));
    Files.createDirectories(other.resolve("Good_License"));
    Files.createDirectories(other.resolve("Bad_License"));
    Files.writeString(other.resolve("Good_License/readme.txt"), "nothing here");
    assertThatThrownBy(() -> LabelledFolder.open(other))
        .hasMessageContaining("holds no image, found readme.txt, expected at least one");
  }

  @ParameterizedTest
  @CsvSource({"a_b_12.jpg, a_b", "007.jpg, 007", "_x.jpg, _x", ".jpg, .jpg", "a.b_2.png, a.b"})
  void groupOf_fileName_endsBeforeTheLastUnderscore(String name, String group) {
    assertThat(LabelledPhoto.groupOf(Path.of("some", name))).isEqualTo(group);
  }
}
