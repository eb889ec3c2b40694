package dev.skytally.satellites;

import dev.skytally.elements.ElementSet;

/**
 * A ground track that satellites repeat, and the inclination at which they fly.
 *
 * @param revolutions after so many revolutions, and so many sidereal days, it begins again
 */
record GroundTrack(
    int revolutions,
    int siderealDays,
    int leastInclinationDegrees,
    int greatestInclinationDegrees) {
  static final double SIDEREAL_DAYS_PER_DAY = 1.00273790935;

  /** Satellites that drift or are disposed of are further off. */
  private static final double SAME_MEAN_MOTION_REVOLUTIONS_PER_DAY = 0.01;

  /** Whether an orbit, if it is nearly circular, has this ground track. */
  boolean isOf(ElementSet elements) {
    double nominal = SIDEREAL_DAYS_PER_DAY * revolutions / siderealDays;
    double inclinationDegrees = elements.inclinationDegrees();
    return Math.abs(elements.meanMotionRevolutionsPerDay() - nominal)
            < SAME_MEAN_MOTION_REVOLUTIONS_PER_DAY
        && inclinationDegrees >= leastInclinationDegrees
        && inclinationDegrees <= greatestInclinationDegrees;
  }
}
