package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.dataset.simulate.PhotoLabeller;
import io.github.blurdetect.dataset.simulate.PhotoRecord;
import io.github.blurdetect.dataset.simulate.SimulatedPhoto;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels a photo by the {@link BlockRule}, for handwriting the {@link HandwritingRule}, on each
 * text block and the {@link SelectionRule}. Where blocks that are undecided would turn the photo's
 * label, it is marginal.
 */
public final class RuleLabeller implements PhotoLabeller {

  @Override
  public Legibility label(SourcePage page, SimulatedPhoto photo) {
    List<SelectionRule.Block> least = new ArrayList<>();
    List<SelectionRule.Block> most = new ArrayList<>();
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < photo.lines().size(); i++) {
      SimulatedPhoto.Line line = photo.lines().get(i);
      double unread = unread(page.lines().get(i), line, photo.plan().noiseSigma());
      least.add(new SelectionRule.Block(line.role(), unread == 1));
      most.add(new SelectionRule.Block(line.role(), unread != 0));
      words.add(WordMatcher.words(line.text()).size());
    }
    PhotoRecord.Label label = SelectionRule.label(least);
    if (label != SelectionRule.label(most)) {
      label = PhotoRecord.Label.MARGINAL;
    }
    return new Legibility(label, PhotoRecord.LabelBy.RULE, null, words, null);
  }

  private static double unread(TextLine source, SimulatedPhoto.Line line, double sigma) {
    if (line.stroke() > 0) {
      return HandwritingRule.unread(
          line.rmsRadius(), line.xHeight(), line.stroke(), sigma, line.contrast());
    }
    boolean blurred =
        ruleFor(source.chinese()).blurred(line.rmsRadius(), line.xHeight(), sigma, line.contrast());
    return blurred ? 1 : 0;
  }

  /**
   * Returns the rule for print in a script.
   *
   * @param chinese whether the block holds Chinese characters
   * @return the rule
   */
  static BlockRule ruleFor(boolean chinese) {
    return chinese ? BlockRule.chinese() : BlockRule.latin();
  }
}
