package io.github.blurdetect.cli.internal.synth;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.dataset.legibility.BlockRule;
import io.github.blurdetect.dataset.legibility.RuleAgreement;
import io.github.blurdetect.dataset.legibility.RuleAgreement.Block;
import io.github.blurdetect.dataset.legibility.RuleAgreement.Blocks;
import io.github.blurdetect.dataset.simulate.PhotoLog;
import io.github.blurdetect.dataset.simulate.PhotoRecord;
import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur check_labels}: how well the rule for text blocks agrees with OCR. */
@Command(
    name = "check_labels",
    description = "Compares the labels of the rule with those of OCR, on sets that OCR labelled.")
public final class CheckLabelsVerb implements BlurVerb, Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "SET", description = "Folders with a photos.jsonl.")
  private List<Path> sets = new ArrayList<>();

  @Option(names = "--fit", description = "Fit the rule to these sets, and compare the fit too.")
  private boolean fit;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<PhotoRecord> photos = new ArrayList<>();
    for (Path set : sets) {
      photos.addAll(PhotoLog.read(set.resolve("photos.jsonl")));
    }
    blocks(out, "Latin", BlockRule.latin(), RuleAgreement.blocks(photos, false));
    blocks(out, "Chinese", BlockRule.chinese(), RuleAgreement.blocks(photos, true));
    Map<Label, Map<Label, Integer>> table = RuleAgreement.photos(photos);
    out.printf("photos: OCR's label, then how many the rule calls clear, blurred, marginal%n");
    for (Label byOcr : Label.values()) {
      Map<Label, Integer> row = table.getOrDefault(byOcr, Map.of());
      out.printf(
          "  %-8s %5d %5d %5d%n",
          byOcr.name().toLowerCase(Locale.ROOT),
          row.getOrDefault(Label.CLEAR, 0),
          row.getOrDefault(Label.BLURRED, 0),
          row.getOrDefault(Label.MARGINAL, 0));
    }
    return ExitCodes.OK;
  }

  private void blocks(PrintWriter out, String script, BlockRule rule, List<Block> blocks) {
    if (blocks.isEmpty()) {
      out.printf("%s blocks: none%n", script);
      return;
    }
    print(out, script, rule, RuleAgreement.compare(rule, blocks));
    if (fit) {
      BlockRule fitted = RuleAgreement.fit(blocks);
      print(out, script + ", fitted here", fitted, RuleAgreement.compare(fitted, blocks));
    }
  }

  private static void print(PrintWriter out, String what, BlockRule rule, Blocks blocks) {
    out.printf(
        Locale.ROOT,
        "%s blocks: %.1f %% agree; both clear %d, blurred by rule alone %d, by OCR alone %d, by"
            + " both %d; limit %.3f, pixel %.2f, noise %.1f%n",
        what,
        100 * blocks.share(),
        blocks.bothClear(),
        blocks.onlyRule(),
        blocks.onlyOcr(),
        blocks.bothBlurred(),
        rule.limit(),
        rule.pixel(),
        rule.noise());
  }
}
