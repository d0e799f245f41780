package io.github.blurdetect.dataset.legibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.PageFolder;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TesseractOcrTest {

  @Test
  void parse_table_keepsWordsWithTheirPlaceAndLine() {
    String tsv =
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
            + "4\t1\t1\t1\t1\t0\t3\t4\t100\t20\t-1\t\n"
            + "5\t1\t1\t1\t1\t1\t3\t4\t50\t20\t91.5\tTOTAL\n"
            + "5\t1\t1\t1\t1\t2\t60\t4\t5\t20\t95\t \n"
            + "4\t1\t1\t1\t2\t0\t3\t40\t100\t20\t-1\t\n"
            + "5\t1\t1\t1\t2\t1\t3\t40\t30\t20\t12\t5.00\n";

    assertThat(TesseractOcr.parse(tsv))
        .containsExactly(
            new OcrWord(new Box(3, 4, 53, 24), "TOTAL", 91.5, 1),
            new OcrWord(new Box(3, 40, 33, 60), "5.00", 12, 2));
  }

  @Test
  void find_unknownLanguage_namesTheDebianPackage() {
    english();

    assertThatThrownBy(() -> TesseractOcr.find("eng+xx_yy"))
        .isInstanceOf(OcrException.class)
        .hasMessageContaining("tesseract-ocr-xx-yy")
        .extracting(e -> ((OcrException) e).problem())
        .isEqualTo(OcrException.Problem.ABSENT);
  }

  @Test
  void read_noImage_isAFailureWithTheProgramsWords() {
    TesseractOcr ocr = english();

    assertThatThrownBy(() -> ocr.read("no image".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(OcrException.class)
        .hasMessageContaining("status")
        .extracting(e -> ((OcrException) e).problem())
        .isEqualTo(OcrException.Problem.FAILED);
  }

  @Test
  @Tag("slow")
  void onPage_scannedReceipts_reproduceTheirListedRecall() throws Exception {
    Path folder = Path.of(System.getProperty("blur.root", "."), "../shared/data/receipts");
    assumeTrue(Files.isDirectory(folder), "no " + folder + ": the scanned receipts are not here");
    TesseractOcr ocr = english();
    Map<String, Double> listed = new HashMap<>();
    for (String row : Files.readAllLines(folder.resolve("index.tsv"))) {
      String[] parts = row.split("\t");
      if (!parts[0].equals("file")) {
        listed.put(parts[0], Double.parseDouble(parts[2]));
      }
    }
    PageFolder pages = PageFolder.of(folder.resolve("validation"), 0);
    for (int i = 0; i < pages.size(); i += 30) {
      SourcePage page = pages.page(i);
      List<String> truth = page.lines().stream().map(TextLine::text).toList();
      int words = truth.stream().mapToInt(t -> WordMatcher.words(t).size()).sum();
      int read = WordMatcher.onPage(truth, ocr.read(Files.readAllBytes(pages.file(i))));
      assertThat((double) read / words)
          .as(page.group())
          .isCloseTo(listed.get(page.group() + ".jpg"), within(0.02));
    }
  }

  static TesseractOcr english() {
    try {
      return TesseractOcr.find("eng");
    } catch (OcrException e) {
      assumeTrue(false, "not tested: " + e.getMessage());
      throw new IllegalStateException(e);
    }
  }
}
