package io.github.blurdetect.dataset.simulate;

/**
 * Where on the photo the blur lies.
 *
 * @param shape what kind of region
 * @param angle radians: which way it lies or grows
 * @param position where its middle or line of focus is, -0.5 to 0.5
 * @param extent its size as a share of the photo's sides, above 0
 * @param softness width of its border as a share of the photo's sides, above 0
 */
public record RegionPlan(
    Shape shape, double angle, double position, double extent, double softness) {

  /** What kind of region. */
  public enum Shape {
    /** All of the photo. */
    ALL,
    /** One side of a line. */
    HALF,
    /** A round spot. */
    SPOT,
    /** A band across the photo. */
    BAND,
    /** A corner. */
    CORNER,
    /** Growing away from a line of focus. */
    TILT
  }

  /** All of the photo. */
  public static final RegionPlan EVERYWHERE = new RegionPlan(Shape.ALL, 0, 0, 1, 1);

  /**
   * Returns the share of the full blur at a place.
   *
   * @param u across, 0 to 1
   * @param v down, 0 to 1
   * @return in [0, 1]
   */
  public double at(double u, double v) {
    double along = (u - 0.5) * Math.cos(angle) + (v - 0.5) * Math.sin(angle);
    return switch (shape) {
      case ALL -> 1;
      case HALF -> step(along - position);
      case BAND -> step(extent / 2 - Math.abs(along - position));
      case SPOT ->
          step(
              extent / 2
                  - Math.hypot(
                      u - 0.5 - position * Math.cos(angle), v - 0.5 - position * Math.sin(angle)));
      case CORNER ->
          step(extent - (Math.cos(angle) > 0 ? u : 1 - u))
              * step(extent - (Math.sin(angle) > 0 ? v : 1 - v));
      case TILT -> Math.min(1, Math.abs(along - position) / extent);
    };
  }

  /** Rises smoothly from 0 to 1 over the border's width. */
  private double step(double distance) {
    double t = Math.max(0, Math.min(1, distance / softness + 0.5));
    return t * t * (3 - 2 * t);
  }
}
