package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreVerbTest {
  @TempDir private Path folder = Path.of("");

  private CliRun score(String... more) {
    List<String> args = new ArrayList<>(List.of("score", "--scorer", "middle"));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  private Path png(String name, int middle) throws IOException {
    return TestImages.write(folder, name, TestImages.png(middle));
  }

  private static JsonObject json(String line) {
    return JsonParser.parseString(line).getAsJsonObject();
  }

  @Test
  void json_oneObjectALine_withEverything() throws IOException {
    String clear = png("a.png", 51).toString();
    String blurred = png("b.png", 204).toString();

    CliRun run = score("--format", "json", clear, blurred);

    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.err()).isEmpty();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    JsonObject first = json(lines.get(0));
    assertThat(first.get("path").getAsString()).isEqualTo(clear);
    assertThat(first.get("score").getAsDouble()).isEqualTo(0.2);
    assertThat(first.get("blurred").getAsBoolean()).isFalse();
    assertThat(first.get("verdict").getAsString()).isEqualTo("CLEAR");
    assertThat(first.get("scorer").getAsString()).isEqualTo("middle");
    assertThat(first.get("threshold").getAsDouble()).isEqualTo(0.5);
    assertThat(first.getAsJsonArray("reasons").get(0).getAsJsonObject().get("cause").getAsString())
        .isEqualTo("OTHER");
    assertThat(first.getAsJsonObject("contributions").get("middle").getAsDouble()).isEqualTo(51);
    assertThat(first.getAsJsonObject("contributions").get("unknown").isJsonNull()).isTrue();
    assertThat(json(lines.get(1)).get("verdict").getAsString()).isEqualTo("BLURRED");
    assertThat(json(lines.get(1)).get("blurred").getAsBoolean()).isTrue();
  }

  @Test
  void json_colours_areDecodedWhereTheScorerNeedsThem() throws IOException {
    BufferedImage red = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    red.setRGB(0, 0, 0xFF0000);
    String photo = folder.resolve("red.png").toString();
    ImageIO.write(red, "png", new File(photo));
    String maps = folder.resolve("maps").toString();

    String[] grey = {"score", "--format", "json", "--scorer", "greyish", photo};
    String[] greyAndMap = {
      "score", "--format", "json", "--scorer", "greyish", "--map", maps, photo
    };
    String[] colour = {"score", "--format", "json", "--scorer", "colourful", photo};
    assertThat(json(CliRun.of(grey).out()).get("score").getAsDouble()).isZero();
    assertThat(json(CliRun.of(greyAndMap).out()).get("score").getAsDouble()).isZero();
    assertThat(ImageIO.read(new File(maps, "red.png.map.png")).getRGB(0, 0) & 0xFFFFFF)
        .as("the map keeps the photo's colours")
        .isEqualTo(0xFF0000);
    assertThat(json(CliRun.of(colour).out()).get("score").getAsDouble()).isEqualTo(1);
  }

  @Test
  void json_noText_isNotBlurred() throws IOException {
    CliRun run = score("--format", "json", "--threshold", "0.1", png("a.png", 1).toString());

    assertThat(json(run.out()).get("verdict").getAsString()).isEqualTo("NO_TEXT");
    assertThat(json(run.out()).get("blurred").getAsBoolean()).isFalse();
  }

  @Test
  void text_columnsAlignedAndSummary() throws IOException {
    png("a.png", 51);
    png("营业执照.png", 204);
    png("long-name.png", 1);

    CliRun run = score(folder.toString());

    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("clear     0.200  ").contains("the middle is");
    assertThat(lines.get(1)).startsWith("no text   0.250  ");
    assertThat(lines.get(2)).startsWith("blurred   0.800  ");
    // Four characters of double width: the third line is four characters shorter up to the reason.
    assertThat(lines.get(0).indexOf("the middle") - lines.get(2).indexOf("the middle"))
        .isEqualTo(4);
    assertThat(lines.get(3))
        .isEqualTo("3 images: 1 clear, 1 blurred, 1 no text (scorer middle, threshold 0.500)");
  }

  @Test
  void csv_quotesWhatNeedsIt() throws IOException {
    String path = png("a,b.png", 51).toString();

    CliRun run = score("--format", "csv", path);

    assertThat(run.out().lines())
        .containsExactly(
            "path,score,blurred,verdict,scorer,threshold,reasons,error",
            "\"" + path + "\",0.2,false,CLEAR,middle,0.5,\"the middle is \"\"51\"\", so\",");
  }

  @Test
  void folder_recursiveInOrderOfNames_imagesOnly() throws IOException {
    png("z.PNG", 9);
    png("sub/b.png", 9);
    png("sub/a.png", 9);
    png(".hidden.png", 9);
    TestImages.write(folder, "notes.txt", new byte[10]);
    Files.createSymbolicLink(folder.resolve("sub/up"), folder);

    CliRun run = score("--format", "csv", folder.toString());

    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.out().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
        .containsExactly(
            folder.resolve("sub/a.png").toString(),
            folder.resolve("sub/b.png").toString(),
            folder.resolve("z.PNG").toString());
  }

  @Test
  void jobs_doNotChangeTheOutput() throws IOException {
    for (int i = 0; i < 60; i++) {
      png("p" + i + ".png", 4 + i);
    }
    CliRun one = score("--format", "json", "--jobs", "1", folder.toString());

    assertThat(score("--format", "json", "--jobs", "7", folder.toString())).isEqualTo(one);
    assertThat(one.out().lines()).hasSize(60);
  }

  @ParameterizedTest
  @CsvSource({
    "empty, EMPTY",
    "random, NOT_AN_IMAGE",
    "text, NOT_AN_IMAGE",
    "truncated, TRUNCATED",
    "flipped, CORRUPT",
    "huge, TOO_LARGE",
    "missing, NOT_FOUND",
    "folder, UNREADABLE"
  })
  void badInput_hasALineAndTheOthersAreScored(String kind, String problem) throws IOException {
    String bad = bad(kind).toString();
    String good = png("good.png", 51).toString();

    CliRun run = score("--format", "json", bad, good);

    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(json(lines.get(0)).keySet()).containsExactly("path", "error", "problem");
    assertThat(json(lines.get(0)).get("path").getAsString()).isEqualTo(bad);
    assertThat(json(lines.get(0)).get("problem").getAsString()).isEqualTo(problem);
    assertThat(json(lines.get(0)).get("error").getAsString()).isNotBlank().doesNotContain(bad);
    assertThat(json(lines.get(1)).get("score").getAsDouble()).isEqualTo(0.2);
    assertThat(score("--format", "csv", bad).out().lines().skip(1)).hasSize(1);
    assertThat(score(bad, good).out()).startsWith("error ").contains("; 1 could not be read");
  }

  private Path bad(String kind) throws IOException {
    byte[] png = TestImages.png(9);
    byte[] jpeg = TestImages.jpeg();
    return switch (kind) {
      case "empty" -> TestImages.write(folder, "empty.jpg", new byte[0]);
      case "random" ->
          TestImages.write(folder, "r.jpg", new byte[] {9, 81, 7, -3, 55, 20, 1, 0, 99, 4});
      case "text" ->
          TestImages.write(
              folder,
              "text.png",
              "To whom it may concern".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      case "truncated" ->
          TestImages.write(folder, "t.jpg", java.util.Arrays.copyOf(jpeg, jpeg.length / 2));
      case "flipped" -> {
        png[png.length / 2] ^= 0x10;
        yield TestImages.write(folder, "f.png", png);
      }
      case "huge" -> TestImages.write(folder, "h.png", TestImages.hugePng());
      case "folder" -> Files.createDirectory(folder.resolve("nothing"));
      default -> folder.resolve("missing.jpg");
    };
  }

  @ParameterizedTest
  @CsvSource({"2, cannot bear 2", "3, a class of 3"})
  void scorerFails_onlyThatImageIsLost(int middle, String message) throws IOException {
    String bad = png("a.png", middle).toString();

    CliRun run = score("--format", "json", bad, png("b.png", 51).toString());

    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    JsonObject first = json(run.out().lines().toList().get(0));
    assertThat(first.get("error").getAsString()).contains(message);
    assertThat(first.get("problem").getAsString()).isEqualTo("SCORER");
  }

  @Test
  void maxPixels_isTheLimit() throws IOException {
    String path = png("a.png", 51).toString();

    assertThat(score("--max-pixels", "1600", path).status()).isEqualTo(ExitCodes.OK);
    assertThat(score("--max-pixels", "1599", path).status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
  }

  @Test
  void standardInput_isOneImage() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(TestImages.png(51)));
    try {
      CliRun run = score("--format", "json", "-");

      assertThat(run.status()).isEqualTo(ExitCodes.OK);
      assertThat(json(run.out()).get("path").getAsString()).isEqualTo("-");
      assertThat(json(run.out()).get("score").getAsDouble()).isEqualTo(0.2);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void threshold_decidesTheVerdict() throws IOException {
    String path = png("a.png", 51).toString();

    CliRun run = score("--format", "json", "--threshold", "0.1", path);

    assertThat(json(run.out()).get("verdict").getAsString()).isEqualTo("BLURRED");
    assertThat(json(run.out()).get("threshold").getAsDouble()).isEqualTo(0.1);
  }

  @Test
  void profile_givesScorerThresholdAndBand() throws IOException {
    Path profile = folder.resolve("p.properties");
    Files.writeString(
        profile, "format=1\nscorer=middle\nthreshold=0.2\nmargin.low=0.1\nmargin.high=0.3\n");

    CliRun run =
        CliRun.of(
            "score", "--format=json", "--profile", profile.toString(), png("a.png", 51).toString());

    assertThat(json(run.out()).get("verdict").getAsString()).isEqualTo("MARGINAL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score",
        "score --scorer nonsense x.png",
        "score --scorer middle --threshold 1.5 x.png",
        "score --scorer middle --threshold high x.png",
        "score --scorer middle --jobs 0 x.png",
        "score --scorer middle --format xml x.png",
        "score --scorer middle --max-pixels 0 x.png",
        "score --scorer middle - -",
        "score --scorer middle --profile p x.png",
      })
  void badUsage_status2AndNothingOnStandardOutput(String line) {
    CliRun run = CliRun.of(line.split(" "));

    assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("blur: ").doesNotContain("\tat ").hasLineCount(2);
  }

  @Test
  void unknownScorer_messageListsWhatIsThereAndWhatFailed() {
    assertThat(CliRun.of("score", "--scorer", "nonsense", "x.png").err())
        .contains("no scorer named 'nonsense'", "middle", "the library is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score --scorer modelless x.png",
        "score --scorer middle --model m.json x.png",
        "score --profile missing.properties x.png"
      })
  void unusableModelOrProfile_status1AndOneLine(String line) {
    CliRun run = CliRun.of(line.split(" "));

    assertThat(run.status()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("blur: ").hasLineCount(1).doesNotContain("Exception");
  }

  @Test
  void brokenPipe_endsEarlyAndQuietly() throws IOException {
    for (int i = 0; i < 50; i++) {
      png("p" + i + ".png", 9);
    }
    int[] written = {0};
    Writer closed =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            written[0]++;
            throw new IOException("Broken pipe");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    StringWriter err = new StringWriter();

    int status =
        Blur.run(
            new PrintWriter(closed),
            new PrintWriter(err),
            "score",
            "--scorer",
            "middle",
            folder.toString());

    assertThat(status).isEqualTo(ExitCodes.BROKEN_PIPE);
    assertThat(err.toString()).isEmpty();
    assertThat(written[0]).isLessThan(5);
  }
}
