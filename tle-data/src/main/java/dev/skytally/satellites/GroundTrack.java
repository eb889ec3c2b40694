package dev.skytally.satellites;

import dev.skytally.elements.ElementSet;

/**
 * A ground track that satellites repeat, and their inclination.
 *
 * @param revolutions of the satellite until the ground track repeats
 * @param siderealDays until the ground track repeats
 */
record GroundTrack(
    int revolutions,
    int siderealDays,
    int leastInclinationDegrees,
    int greatestInclinationDegrees) {
  static final double SIDEREAL_DAYS_PER_DAY = 1.00273790935;

  /** Satellites that drift or are disposed of are further off. */
  private static final double SAME_MEAN_MOTION_REVOLUTIONS_PER_DAY = 0.01;

  /** Returns whether an orbit, if it is nearly circular, has this ground track. */
  boolean isOf(ElementSet elements) {
    double nominal = SIDEREAL_DAYS_PER_DAY * revolutions / siderealDays;
    double inclinationDegrees = elements.inclinationDegrees();
    return Math.abs(elements.meanMotionRevolutionsPerDay() - nominal)
            < SAME_MEAN_MOTION_REVOLUTIONS_PER_DAY
        && inclinationDegrees >= leastInclinationDegrees
        && inclinationDegrees <= greatestInclinationDegrees;
  }
}
