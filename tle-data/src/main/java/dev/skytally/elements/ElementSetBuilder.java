package dev.skytally.elements;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of an {@link ElementSet} while a reader collects them. */
final class ElementSetBuilder {
  int catalogNumber;
  String name = "";
  String internationalDesignator = "";
  char classification = 'U';

  /** Every reader sets it. */
  @Nullable Instant epoch;

  double meanMotionRevolutionsPerDay;
  double meanMotionDotRevolutionsPerDaySquared;
  double meanMotionDdotRevolutionsPerDayCubed;
  double eccentricity;
  double inclinationDegrees;
  double rightAscensionDegrees;
  double argumentOfPerigeeDegrees;
  double meanAnomalyDegrees;
  double bstarPerEarthRadius;
  int elementSetNumber;
  int revolutionNumber;
  String text = "";

  ElementSet build() {
    return new ElementSet(this);
  }
}
