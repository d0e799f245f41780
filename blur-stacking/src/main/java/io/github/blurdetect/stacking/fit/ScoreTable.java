package io.github.blurdetect.stacking.fit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The members' scores of labelled photos, each made by a model that was not trained on the photo's
 * group (out-of-fold).
 *
 * @param members the scorers' names, unique
 * @param rows one a photo, with one score a member
 */
public record ScoreTable(List<String> members, List<Row> rows) {

  /**
   * One photo.
   *
   * @param image what it is called, for people
   * @param group photos of one page or shop share it; never split between training and test
   * @param blurred the label
   * @param scores one a member, in [0, 1]; NaN where the member found no text
   */
  public record Row(String image, String group, boolean blurred, List<Double> scores) {

    /** Copies the list. */
    public Row {
      scores = List.copyOf(scores);
    }

    double[] vector() {
      return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    boolean complete() {
      return scores.stream().noneMatch(score -> score.isNaN());
    }
  }

  /**
   * Checks names, lengths and ranges, and copies the lists.
   *
   * @throws IllegalArgumentException if there is no member, a name appears twice, or a row has
   *     another number of scores or one outside [0, 1]
   */
  public ScoreTable {
    members = List.copyOf(members);
    rows = List.copyOf(rows);
    Set<String> names = new HashSet<>(members);
    if (members.isEmpty() || names.size() != members.size()) {
      throw new IllegalArgumentException(
          "members are " + members + ", expected at least one, none twice");
    }
    for (Row row : rows) {
      check(row, members.size());
    }
  }

  private static void check(Row row, int members) {
    if (row.scores().size() != members) {
      throw new IllegalArgumentException(
          "%s has %d scores, expected %d".formatted(row.image(), row.scores().size(), members));
    }
    for (double score : row.scores()) {
      if (score < 0 || score > 1) {
        throw new IllegalArgumentException(
            "%s has the score %s, expected 0 to 1".formatted(row.image(), score));
      }
    }
  }

  /**
   * Returns the rows in which every member found text.
   *
   * @return a new table of the same members
   */
  public ScoreTable complete() {
    return new ScoreTable(members, rows.stream().filter(Row::complete).toList());
  }

  /**
   * Returns a member's column.
   *
   * @param member its name
   * @return where its scores are, from 0
   * @throws IllegalArgumentException if there is no such member
   */
  public int column(String member) {
    int column = members.indexOf(member);
    if (column < 0) {
      throw new IllegalArgumentException("no member '" + member + "', there are " + members);
    }
    return column;
  }

  /**
   * Returns some of the columns.
   *
   * @param wanted members' names, in the order wanted
   * @return a new table
   * @throws IllegalArgumentException if there is no such member
   */
  public ScoreTable only(List<String> wanted) {
    List<Integer> columns = wanted.stream().map(this::column).toList();
    return new ScoreTable(
        wanted,
        rows.stream()
            .map(
                row ->
                    new Row(
                        row.image(),
                        row.group(),
                        row.blurred(),
                        columns.stream().map(row.scores()::get).toList()))
            .toList());
  }
}
