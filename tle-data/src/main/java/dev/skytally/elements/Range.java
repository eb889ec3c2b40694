package dev.skytally.elements;

/** The range of a number in an element set; in messages it follows "expected". */
enum Range {
  MEAN_MOTION("0.005 to 20 revolutions a day"),
  ECCENTRICITY("at least 0 and below 1"),
  INCLINATION("0 to 180 degrees"),
  ANGLE("0 to 360 degrees"),
  ANY("a decimal number");

  /** Nothing slower orbits the Earth: it would be beyond its Hill sphere of 1.5 million km. */
  private static final double SLOWEST_REVOLUTIONS_PER_DAY = 0.005;

  private static final double FASTEST_REVOLUTIONS_PER_DAY = 20;

  private final String description;

  Range(String description) {
    this.description = description;
  }

  boolean contains(double value) {
    return switch (this) {
      case MEAN_MOTION ->
          value >= SLOWEST_REVOLUTIONS_PER_DAY && value <= FASTEST_REVOLUTIONS_PER_DAY;
      case ECCENTRICITY -> value >= 0 && value < 1;
      case INCLINATION -> value >= 0 && value <= 180;
      case ANGLE -> value >= 0 && value <= 360;
      case ANY -> Double.isFinite(value);
    };
  }

  @Override
  public String toString() {
    return description;
  }
}
