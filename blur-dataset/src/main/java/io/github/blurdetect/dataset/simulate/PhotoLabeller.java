package io.github.blurdetect.dataset.simulate;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a simulated photo can be read. Safe for use by many threads. */
public interface PhotoLabeller {

  /**
   * Decides.
   *
   * @param page the sharp page
   * @param photo its photo
   * @return the label and what it rests on
   * @throws IOException if the reading itself fails
   */
  Legibility label(SourcePage page, SimulatedPhoto photo) throws IOException;

  /**
   * A label and what it rests on.
   *
   * @param label clear, blurred or between
   * @param by OCR or rule
   * @param wordShare words read over words read on the sharp page, or null where nobody read
   * @param words words in each line
   * @param wordsRead words read in each line, or null where nobody read
   */
  record Legibility(
      PhotoRecord.Label label,
      PhotoRecord.LabelBy by,
      @Nullable Double wordShare,
      List<Integer> words,
      @Nullable List<Integer> wordsRead) {}
}
