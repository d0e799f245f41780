package io.github.blurdetect.stacking;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurReason;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.Contribution;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks several scorers and joins what they say into one calibrated probability.
 *
 * <p>The cheap member of the model's {@link Cascade} is asked first; where it is certain the others
 * are not asked. A member that finds no text is left out of the vote. If none of those asked finds
 * text the score says so, and its blurriness is the mean of the members' own values for such
 * images.
 *
 * <p>Contributions: each member's score under its name (NaN: not asked or not there), then {@code
 * skipped} (1: the cascade stopped early) and {@code verdict_change_rate} (the share of verdicts
 * that stopping early changed where it was measured) if there is a cascade, then each member's own
 * contributions as {@code member.part}. Reasons come from the members that agree with the joined
 * score, one for each cause.
 */
public final class StackingScorer implements BlurScorer {
  private final String name;
  private final StackerModel model;
  private final Map<String, BlurScorer> members;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Makes a scorer of members that are open already.
   *
   * @param name the scorer's name
   * @param model how to join them
   * @param members by name; closed with this scorer. Members of the model that are not here are
   *     treated as missing
   * @throws IllegalArgumentException if none of the model's members is here
   */
  public StackingScorer(String name, StackerModel model, Map<String, BlurScorer> members) {
    this.name = name;
    this.model = model;
    Map<String, BlurScorer> here = new LinkedHashMap<>();
    for (Member member : model.members()) {
      BlurScorer scorer = members.get(member.name());
      if (scorer != null) {
        here.put(member.name(), scorer);
      }
    }
    if (here.isEmpty()) {
      throw new IllegalArgumentException(
          "none of the members %s is among the scorers %s"
              .formatted(names(model), members.keySet()));
    }
    this.members = here;
  }

  /**
   * Makes a scorer and all its members.
   *
   * @param name the scorer's name
   * @param model how to join them
   * @param scorers where the members are looked up
   * @param options threads and properties are handed to each member, the model file is not
   * @return a new scorer, which the caller closes
   * @throws ModelLoadException if a member is not there or cannot be loaded; the message names it
   *     and what was found
   */
  public static StackingScorer create(
      String name, StackerModel model, BlurScorers scorers, ScorerOptions options) {
    return create(name, model, model.members(), scorers, options);
  }

  static StackingScorer create(
      String name,
      StackerModel model,
      List<Member> wanted,
      BlurScorers scorers,
      ScorerOptions options) {
    Map<String, BlurScorer> made = new LinkedHashMap<>();
    try {
      for (Member member : wanted) {
        made.put(member.name(), make(member, model, scorers, options));
      }
      return new StackingScorer(name, model, made);
    } catch (RuntimeException e) {
      made.values().forEach(scorer -> closeQuietly(scorer, e));
      throw e;
    }
  }

  private static BlurScorer make(
      Member member, StackerModel model, BlurScorers scorers, ScorerOptions options) {
    try {
      ScorerOptions own =
          new ScorerOptions(member.model(), options.threads(), options.properties());
      return scorers.provider(member.name()).create(own);
    } catch (NoSuchElementException | ModelLoadException e) {
      throw new ModelLoadException(
          "member '%s' of stacker '%s' (members %s) cannot be used: %s; %s"
              .formatted(
                  member.name(), model.name(), names(model), e.getMessage(), scorers.explain()),
          e);
    }
  }

  private static void closeQuietly(BlurScorer scorer, RuntimeException reported) {
    try {
      scorer.close();
    } catch (RuntimeException e) {
      reported.addSuppressed(e);
    }
  }

  private static List<String> names(StackerModel model) {
    return model.members().stream().map(Member::name).toList();
  }

  @Override
  public String name() {
    return name;
  }

  /**
   * Returns the model.
   *
   * @return the one given at construction
   */
  public StackerModel model() {
    return model;
  }

  @Override
  public double threshold() {
    return model.threshold();
  }

  /** Returns whether any member does, asked or not: all get the same image. */
  @Override
  public boolean needsColour() {
    return members.values().stream().anyMatch(BlurScorer::needsColour);
  }

  @Override
  public BlurScore score(BlurImage image) {
    if (closed.get()) {
      throw new IllegalStateException("scorer '" + name + "' has been closed");
    }
    Map<String, BlurScore> said = new LinkedHashMap<>();
    boolean early = model.cascade().isPresent() && decidesAlone(model.cascade().get(), image, said);
    if (!early) {
      members.forEach(
          (member, scorer) -> {
            if (!said.containsKey(member)) {
              said.put(member, scorer.score(image));
            }
          });
    }
    return join(said, early);
  }

  private boolean decidesAlone(Cascade cascade, BlurImage image, Map<String, BlurScore> said) {
    BlurScorer cheap = members.get(cascade.member());
    if (cheap == null || members.size() == 1) {
      return false;
    }
    BlurScore score = cheap.score(image);
    said.put(cascade.member(), score);
    return score.textFound() && cascade.certain(score.blurriness());
  }

  private BlurScore join(Map<String, BlurScore> said, boolean early) {
    double[] scores =
        model.members().stream().mapToDouble(member -> vote(said.get(member.name()))).toArray();
    boolean text = !DoubleStream.of(scores).allMatch(Double::isNaN);
    double blurriness =
        text
            ? model.blurriness(scores)
            : said.values().stream().mapToDouble(BlurScore::blurriness).average().orElseThrow();
    return new BlurScore(
        blurriness, text, contributions(said, early), reasons(said, text, blurriness));
  }

  private static double vote(@Nullable BlurScore score) {
    return score == null || !score.textFound() ? Double.NaN : score.blurriness();
  }

  private List<Contribution> contributions(Map<String, BlurScore> said, boolean early) {
    List<Contribution> all = new ArrayList<>();
    for (Member member : model.members()) {
      BlurScore score = said.get(member.name());
      all.add(new Contribution(member.name(), score == null ? Double.NaN : score.blurriness()));
    }
    Optional<Cascade> cascade = model.cascade();
    if (cascade.isPresent()) {
      all.add(new Contribution("skipped", early ? 1 : 0));
      all.add(new Contribution("verdict_change_rate", cascade.get().verdictChangeRate()));
    }
    for (Member member : model.members()) {
      BlurScore score = said.get(member.name());
      if (score != null) {
        score.contributions().stream()
            .map(part -> new Contribution(member.name() + "." + part.name(), part.value()))
            .forEach(all::add);
      }
    }
    return all;
  }

  private List<BlurReason> reasons(Map<String, BlurScore> said, boolean text, double blurriness) {
    boolean blurred = blurriness > model.threshold();
    List<BlurReason> all = new ArrayList<>();
    Set<BlurReason.Cause> known = EnumSet.noneOf(BlurReason.Cause.class);
    for (Member member : model.members()) {
      BlurScore score = said.get(member.name());
      if (score == null || score.textFound() != text) {
        continue;
      }
      boolean agrees = member.probability(score.blurriness()) > model.threshold() == blurred;
      for (BlurReason reason : score.reasons()) {
        boolean own = reason.cause() == BlurReason.Cause.OTHER;
        if ((agrees || !text) && (own || known.add(reason.cause()))) {
          all.add(reason);
        }
      }
    }
    return all;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      RuntimeException failure = null;
      for (BlurScorer member : members.values()) {
        try {
          member.close();
        } catch (RuntimeException e) {
          failure = e;
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }
}
