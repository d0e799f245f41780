package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.dataset.simulate.PhotoLabeller;
import io.github.blurdetect.dataset.simulate.PhotoRecord;
import io.github.blurdetect.dataset.simulate.SimulatedPhoto;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.util.ArrayList;
import java.util.List;

/** Labels a photo by the {@link BlockRule} on each text block and the {@link SelectionRule}. */
public final class RuleLabeller implements PhotoLabeller {

  @Override
  public Legibility label(SourcePage page, SimulatedPhoto photo) {
    List<SelectionRule.Block> blocks = new ArrayList<>();
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < photo.lines().size(); i++) {
      SimulatedPhoto.Line line = photo.lines().get(i);
      TextLine source = page.lines().get(i);
      blocks.add(
          new SelectionRule.Block(
              line.role(),
              ruleFor(source.chinese())
                  .blurred(
                      line.rmsRadius(),
                      line.xHeight(),
                      photo.plan().noiseSigma(),
                      line.contrast())));
      words.add(WordMatcher.words(line.text()).size());
    }
    return new Legibility(SelectionRule.label(blocks), PhotoRecord.LabelBy.RULE, null, words, null);
  }

  /**
   * Returns the rule for a script.
   *
   * @param chinese whether the block holds Chinese characters
   * @return the rule
   */
  static BlockRule ruleFor(boolean chinese) {
    return chinese ? BlockRule.chinese() : BlockRule.latin();
  }
}
