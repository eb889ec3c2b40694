package dev.skytally.elements;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mean-element record (TLE or OMM) of the SGP4 theory, with the text it was read from.
 *
 * <p>Angles are degrees and the mean motion is revolutions a day, in the frame TEME, exactly as
 * published, without conversion. Instances are immutable and come from {@link ElementSetReader};
 * every number is finite and within its range.
 *
 * <p>Immutable.
 */
public final class ElementSet implements Orbit {
  /**
   * The greatest number of days from its epoch at which it still locates the satellite, if poorly.
   */
  public static final int OLDEST_DAYS = 180;

  private final int catalogNumber;
  private final String name;
  private final String internationalDesignator;
  private final char classification;
  private final Instant epoch;
  private final double meanMotionRevolutionsPerDay;
  private final double meanMotionDotRevolutionsPerDaySquared;
  private final double meanMotionDdotRevolutionsPerDayCubed;
  private final double eccentricity;
  private final double inclinationDegrees;
  private final double rightAscensionDegrees;
  private final double argumentOfPerigeeDegrees;
  private final double meanAnomalyDegrees;
  private final double bstarPerEarthRadius;
  private final int elementSetNumber;
  private final int revolutionNumber;
  private final String text;

  ElementSet(ElementSetBuilder builder) {
    catalogNumber = builder.catalogNumber;
    name = builder.name;
    internationalDesignator = builder.internationalDesignator;
    classification = builder.classification;
    epoch = Objects.requireNonNull(builder.epoch);
    meanMotionRevolutionsPerDay = builder.meanMotionRevolutionsPerDay;
    meanMotionDotRevolutionsPerDaySquared = builder.meanMotionDotRevolutionsPerDaySquared;
    meanMotionDdotRevolutionsPerDayCubed = builder.meanMotionDdotRevolutionsPerDayCubed;
    eccentricity = builder.eccentricity;
    inclinationDegrees = builder.inclinationDegrees;
    rightAscensionDegrees = builder.rightAscensionDegrees;
    argumentOfPerigeeDegrees = builder.argumentOfPerigeeDegrees;
    meanAnomalyDegrees = builder.meanAnomalyDegrees;
    bstarPerEarthRadius = builder.bstarPerEarthRadius;
    elementSetNumber = builder.elementSetNumber;
    revolutionNumber = builder.revolutionNumber;
    text = builder.text;
  }

  /** {@return the catalogue (NORAD) number, 1 to 999,999,999} */
  public int catalogNumber() {
    return catalogNumber;
  }

  /** {@return the name as given, without padding; empty if none was given} */
  public String name() {
    return name;
  }

  /**
   * {@return the international (COSPAR) designator, for example {@code 1997-035A}; empty if none
   * was given}
   */
  public String internationalDesignator() {
    return internationalDesignator;
  }

  /**
   * {@return the classification: {@code U} unclassified, {@code C} classified or {@code S} secret}
   */
  public char classification() {
    return classification;
  }

  /** {@return the epoch, UTC} */
  public Instant epoch() {
    return epoch;
  }

  /** Returns the mean motion (Kozai), revolutions a day. */
  @Override
  public double meanMotionRevolutionsPerDay() {
    return meanMotionRevolutionsPerDay;
  }

  /**
   * {@return half the first derivative of the mean motion as published, revolutions per day
   * squared}
   */
  public double meanMotionDotRevolutionsPerDaySquared() {
    return meanMotionDotRevolutionsPerDaySquared;
  }

  /**
   * {@return a sixth of the second derivative of the mean motion as published, revolutions per day
   * cubed}
   */
  public double meanMotionDdotRevolutionsPerDayCubed() {
    return meanMotionDdotRevolutionsPerDayCubed;
  }

  /** Returns the eccentricity, at least 0 and below 1. */
  @Override
  public double eccentricity() {
    return eccentricity;
  }

  /** {@return the inclination, 0 to 180 degrees} */
  public double inclinationDegrees() {
    return inclinationDegrees;
  }

  /** {@return the right ascension of the ascending node, 0 to 360 degrees} */
  public double rightAscensionDegrees() {
    return rightAscensionDegrees;
  }

  /** {@return the argument of perigee, 0 to 360 degrees} */
  public double argumentOfPerigeeDegrees() {
    return argumentOfPerigeeDegrees;
  }

  /** {@return the mean anomaly, 0 to 360 degrees} */
  public double meanAnomalyDegrees() {
    return meanAnomalyDegrees;
  }

  /** {@return the SGP4 drag term B*, per Earth radius} */
  public double bstarPerEarthRadius() {
    return bstarPerEarthRadius;
  }

  /** {@return the number of the element set} */
  public int elementSetNumber() {
    return elementSetNumber;
  }

  /** {@return the revolution number at epoch} */
  public int revolutionNumber() {
    return revolutionNumber;
  }

  /** {@return the text that this element set was read from, without the line end} */
  public String text() {
    return text;
  }

  /** Returns the age of this element set at an instant; negative before its epoch. */
  @Override
  public Duration age(Instant at) {
    return Duration.between(epoch, at);
  }

  /**
   * {@return whether another element set has the same satellite and epoch, but other values}
   *
   * @param other another element set
   */
  public boolean contradicts(ElementSet other) {
    return catalogNumber == other.catalogNumber
        && epoch.equals(other.epoch)
        && !Arrays.equals(numbers(), other.numbers());
  }

  private double[] numbers() {
    return new double[] {
      meanMotionRevolutionsPerDay,
      meanMotionDotRevolutionsPerDaySquared,
      meanMotionDdotRevolutionsPerDayCubed,
      eccentricity,
      inclinationDegrees,
      rightAscensionDegrees,
      argumentOfPerigeeDegrees,
      meanAnomalyDegrees,
      bstarPerEarthRadius
    };
  }

  /**
   * Returns whether another element set has the same satellite and values. The formats may differ:
   * the {@link #text} does not count.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ElementSet set
        && catalogNumber == set.catalogNumber
        && epoch.equals(set.epoch)
        && Arrays.equals(numbers(), set.numbers())
        && name.equals(set.name)
        && internationalDesignator.equals(set.internationalDesignator)
        && classification == set.classification
        && elementSetNumber == set.elementSetNumber
        && revolutionNumber == set.revolutionNumber;
  }

  @Override
  public int hashCode() {
    return 31 * catalogNumber + epoch.hashCode();
  }

  @Override
  public String toString() {
    return (name.isEmpty() ? "" : name + " ") + catalogNumber + " @ " + epoch;
  }
}
