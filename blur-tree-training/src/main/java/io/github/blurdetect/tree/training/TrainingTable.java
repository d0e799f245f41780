package io.github.blurdetect.tree.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measured features of labelled photos, one row a photo. Instances are immutable.
 *
 * <p>Rows are kept in single precision, as XGBoost does. Besides the labelled photos there may be
 * marginal ones, of neither class: boosted models learn their targets, nothing is scored on them.
 */
public final class TrainingTable {

  /**
   * A photo's row.
   *
   * @param name the photo, for messages and exports
   * @param group photos of one group stay in one fold
   * @param blurred whether the photo is blurred in truth
   * @param values feature values in the table's order, NaN where missing; not copied
   * @param target what a boosted model is to say of the photo, in [0, 1]; see {@link Targets}
   * @param weight how much the photo counts in training, above 0
   * @param variants feature values of the same photo after harmless changes, for which the target
   *     holds as well: trained on, each with an equal part of the weight, and never scored
   */
  @SuppressWarnings("ArrayRecordComponent") // Read only; a copy a row would double the memory.
  public record Row(
      String name,
      String group,
      boolean blurred,
      double[] values,
      double target,
      double weight,
      List<double[]> variants) {

    /**
     * Copies the list and checks target and weight.
     *
     * @throws IllegalArgumentException if the target is not in [0, 1] or the weight not above 0
     */
    public Row {
      if (!(target >= 0 && target <= 1)) {
        throw new IllegalArgumentException(
            name + " has the target " + target + ", expected 0 to 1");
      }
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            name + " has the weight " + weight + ", expected a number above 0");
      }
      variants = List.copyOf(variants);
    }

    /**
     * Makes a row without variants.
     *
     * @param name the photo
     * @param group photos of one group stay in one fold
     * @param blurred whether the photo is blurred in truth
     * @param values feature values in the table's order, NaN where missing; not copied
     * @param target what a boosted model is to say of the photo
     * @param weight how much the photo counts in training, above 0
     */
    public Row(
        String name, String group, boolean blurred, double[] values, double target, double weight) {
      this(name, group, blurred, values, target, weight, List.of());
    }

    /**
     * Makes a row of weight 1 whose target is its label.
     *
     * @param name the photo
     * @param group photos of one group stay in one fold
     * @param blurred whether the photo is blurred in truth
     * @param values feature values in the table's order, NaN where missing; not copied
     */
    public Row(String name, String group, boolean blurred, double[] values) {
      this(name, group, blurred, values, blurred ? 1 : 0, 1);
    }
  }

  private final List<String> featureNames;
  private final String extractorVersion;
  private final List<Row> rows;
  private final List<Row> marginal;

  /**
   * Makes a table.
   *
   * @param featureNames names of the columns
   * @param extractorVersion version of the extractor that measured them
   * @param rows one a photo
   * @throws IllegalArgumentException if a class is missing, a row has another length than the
   *     names, or a value is infinite
   */
  public TrainingTable(List<String> featureNames, String extractorVersion, List<Row> rows) {
    this(featureNames, extractorVersion, rows, List.of());
  }

  /**
   * Makes a table with marginal photos.
   *
   * @param featureNames names of the columns
   * @param extractorVersion version of the extractor that measured them
   * @param rows one a labelled photo
   * @param marginal one a photo of neither class; whether it is blurred means nothing
   * @throws IllegalArgumentException if a class is missing, a row has another length than the
   *     names, or a value is infinite
   */
  public TrainingTable(
      List<String> featureNames, String extractorVersion, List<Row> rows, List<Row> marginal) {
    this.featureNames = List.copyOf(featureNames);
    this.extractorVersion = extractorVersion;
    this.rows = List.copyOf(rows);
    this.marginal = List.copyOf(marginal);
    long blurred = this.rows.stream().filter(Row::blurred).count();
    if (blurred == 0 || blurred == this.rows.size()) {
      throw new IllegalArgumentException(
          blurred
              + " blurred of "
              + this.rows.size()
              + " photos, expected at least one of either class");
    }
    this.rows.forEach(this::check);
    this.marginal.forEach(this::check);
  }

  private void check(Row row) {
    check(row.name, row.values);
    row.variants.forEach(variant -> check(row.name + ", changed", variant));
  }

  private void check(String name, double[] values) {
    if (values.length != featureNames.size()) {
      throw new IllegalArgumentException(
          name + " has " + values.length + " values, expected " + featureNames.size());
    }
    for (int i = 0; i < values.length; i++) {
      if (Float.isInfinite((float) values[i])) {
        throw new IllegalArgumentException(
            name
                + ": "
                + featureNames.get(i)
                + " is "
                + values[i]
                + ", expected a number"
                + " in the range of float, or NaN");
      }
    }
  }

  /**
   * Returns the names of the columns.
   *
   * @return in order
   */
  public List<String> featureNames() {
    return featureNames;
  }

  /**
   * Returns the version of the extractor that measured the columns.
   *
   * @return as given
   */
  public String extractorVersion() {
    return extractorVersion;
  }

  /**
   * Returns the labelled photos' rows.
   *
   * @return in order
   */
  public List<Row> rows() {
    return rows;
  }

  /**
   * Returns the marginal photos' rows.
   *
   * @return in order; may be empty
   */
  public List<Row> marginal() {
    return marginal;
  }

  /**
   * Returns the labels.
   *
   * @return a new array, one a row
   */
  public boolean[] labels() {
    boolean[] labels = new boolean[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rows.get(i).blurred;
    }
    return labels;
  }

  /**
   * Returns the groups.
   *
   * @return one a row
   */
  public List<String> groups() {
    return rows.stream().map(Row::group).toList();
  }

  /**
   * Returns a table of some columns only.
   *
   * @param names the columns to keep, in the wished order
   * @return a new table
   * @throws IllegalArgumentException if there is no such column
   */
  public TrainingTable select(List<String> names) {
    int[] columns = names.stream().mapToInt(this::column).toArray();
    return new TrainingTable(
        names, extractorVersion, select(rows, columns), select(marginal, columns));
  }

  private static List<Row> select(List<Row> rows, int[] columns) {
    List<Row> chosen = new ArrayList<>();
    for (Row row : rows) {
      chosen.add(
          new Row(
              row.name,
              row.group,
              row.blurred,
              select(row.values, columns),
              row.target,
              row.weight,
              row.variants.stream().map(values -> select(values, columns)).toList()));
    }
    return chosen;
  }

  private static double[] select(double[] values, int[] columns) {
    return Arrays.stream(columns).mapToDouble(column -> values[column]).toArray();
  }

  private int column(String name) {
    int column = featureNames.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("no feature '" + name + "', found " + featureNames);
    }
    return column;
  }
}
