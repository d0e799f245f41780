package io.github.blurdetect.stacking;

import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.stacking.internal.StackerJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A trained stack: which scorers, how their scores are joined and calibrated, where a cheap one
 * suffices. Its result is the probability that the photo is blurred, given photos like those it was
 * calibrated on.
 *
 * <p>Raising one member's score never lowers the result of a {@link Combiner.Logistic} stack of
 * positive weights, across the gates of the cascade too: where all members are asked, the result
 * stays between the two results at the gates. Instances are immutable and safe for use by many
 * threads.
 *
 * @param name for people, for example {@code default}
 * @param members at least one, names unique
 * @param combiner takes as many scores as there are members
 * @param calibration of the combiner
 * @param threshold probability above which a photo is called blurred, in (0, 1)
 * @param cascade where a cheap member suffices, if anywhere
 * @param metadata how the model was made; no result depends on it
 */
public record StackerModel(
    String name,
    List<Member> members,
    Combiner combiner,
    Calibration calibration,
    double threshold,
    Optional<Cascade> cascade,
    Map<String, String> metadata) {

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if there is no member, a name appears twice, the combiner
   *     takes another number of scores, the threshold is outside (0, 1), or the cascade names no
   *     member or has a gate on the wrong side of the threshold
   */
  public StackerModel {
    members = List.copyOf(members);
    metadata = Map.copyOf(metadata);
    checkMembers(members, combiner);
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "threshold is " + threshold + ", expected between 0 and 1");
    }
    if (cascade.isPresent()) {
      checkGates(cascade.get(), members, threshold);
    }
  }

  private static void checkMembers(List<Member> members, Combiner combiner) {
    Set<String> names = new HashSet<>();
    for (Member member : members) {
      if (!names.add(member.name())) {
        throw new IllegalArgumentException("member '" + member.name() + "' appears twice");
      }
    }
    if (members.isEmpty() || combiner.inputs() != members.size()) {
      throw new IllegalArgumentException(
          "combiner takes %d scores, found %d members, expected as many, at least one"
              .formatted(combiner.inputs(), members.size()));
    }
  }

  private static void checkGates(Cascade cascade, List<Member> members, double threshold) {
    Member cheap = find(members, cascade.member());
    boolean lowIsClear = cascade.low() < 0 || cheap.probability(cascade.low()) < threshold;
    boolean highIsBlurred = cascade.high() > 1 || cheap.probability(cascade.high()) > threshold;
    if (!lowIsClear || !highIsBlurred) {
      throw new IllegalArgumentException(
          "gates %s and %s of '%s' are not on both sides of the threshold %s"
              .formatted(cascade.low(), cascade.high(), cascade.member(), threshold));
    }
  }

  private static Member find(List<Member> members, String name) {
    return members.get(place(members, name));
  }

  private static int place(List<Member> members, String name) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "no member named '%s', there are %s"
            .formatted(name, members.stream().map(Member::name).toList()));
  }

  /**
   * Returns a member.
   *
   * @param wanted its name
   * @return the member
   * @throws IllegalArgumentException if there is none of that name
   */
  public Member member(String wanted) {
    return find(members, wanted);
  }

  /**
   * Returns this model with other model files for its members.
   *
   * @param files by member's name; members without one use the model that comes with them
   * @return a new instance
   */
  public StackerModel withMemberModels(Map<String, Path> files) {
    List<Member> own =
        members.stream()
            .map(member -> member.withModel(Optional.ofNullable(files.get(member.name()))))
            .toList();
    return new StackerModel(name, own, combiner, calibration, threshold, cascade, metadata);
  }

  /**
   * Joins the members' scores; allocates nothing.
   *
   * @param scores one a member in the members' order, in [0, 1]; NaN where missing, not all
   * @return the calibrated probability of being blurred; where one is missing, the mean of the
   *     others' own calibrated log-odds
   * @throws IllegalArgumentException if the number of scores differs or all are missing
   */
  public double blurriness(double[] scores) {
    if (scores.length != members.size()) {
      throw new IllegalArgumentException(
          "found %d scores, expected %d".formatted(scores.length, members.size()));
    }
    for (double score : scores) {
      if (Double.isNaN(score)) {
        return withoutMissing(scores);
      }
    }
    if (cascade.isEmpty()) {
      return joined(scores);
    }
    Cascade gates = cascade.get();
    int cheap = place(members, gates.member());
    double score = scores[cheap];
    return gates.certain(score)
        ? members.get(cheap).probability(score)
        : betweenGates(joined(scores));
  }

  private double joined(double[] scores) {
    return calibration.probability(combiner.logOdds(scores));
  }

  private double withoutMissing(double[] scores) {
    double last = Double.NaN;
    double sum = 0;
    int found = 0;
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isNaN(scores[i])) {
        last = members.get(i).probability(scores[i]);
        sum += LogOdds.of(last);
        found++;
      }
    }
    if (found == 0) {
      throw new IllegalArgumentException("all scores are missing, expected at least one");
    }
    return found == 1 ? last : LogOdds.probability(sum / found);
  }

  // Identity around the threshold; bent before each gate so that the gate's own result is reached
  // only in the limit. Keeps order and verdict.
  private double betweenGates(double probability) {
    Cascade gates = cascade.orElseThrow();
    Member cheap = member(gates.member());
    double middle = LogOdds.of(threshold);
    double x = LogOdds.of(probability);
    if (x < middle && gates.low() >= 0) {
      return LogOdds.probability(
          middle - bent(middle - x, middle - LogOdds.of(cheap.probability(gates.low()))));
    }
    if (x > middle && gates.high() <= 1) {
      return LogOdds.probability(
          middle + bent(x - middle, LogOdds.of(cheap.probability(gates.high())) - middle));
    }
    return probability;
  }

  // Rises from 0, is the identity up to half of the limit or all but one of it, and stays below it.
  private static double bent(double distance, double limit) {
    double soft = Math.min(1, limit / 2);
    double straight = limit - soft;
    return distance <= straight ? distance : limit - soft * Math.exp(-(distance - straight) / soft);
  }

  /**
   * Reads a model.
   *
   * @param file as written by {@link #save(Path)}
   * @return the model
   * @throws ModelLoadException if the file cannot be read or does not hold a stacker
   */
  public static StackerModel load(Path file) {
    try {
      return StackerJson.read(Files.readString(file), file.toString(), Optional.of(file));
    } catch (IOException e) {
      throw new ModelLoadException("stacker cannot be read: " + e + " (" + file + ")", e);
    }
  }

  /**
   * Reads a model.
   *
   * @param stream UTF-8 JSON; left open
   * @param source where it comes from, for messages
   * @return the model
   * @throws ModelLoadException if the stream cannot be read or does not hold a stacker
   */
  public static StackerModel load(InputStream stream, String source) {
    try {
      String json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return StackerJson.read(json, source, Optional.empty());
    } catch (IOException e) {
      throw new ModelLoadException("stacker cannot be read: " + e + " (" + source + ")", e);
    }
  }

  /**
   * Writes the model as JSON; the same model gives the same bytes.
   *
   * @param file replaced if it exists; member models are written relative to its folder
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    Files.writeString(file, StackerJson.write(this, file), StandardCharsets.UTF_8);
  }
}
