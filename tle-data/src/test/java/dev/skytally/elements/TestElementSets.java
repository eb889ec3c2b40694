package dev.skytally.elements;

import java.time.Instant;

/** Element sets made up for tests of other packages. */
public final class TestElementSets {
  private TestElementSets() {}

  public static ElementSet of(
      int catalogNumber,
      String internationalDesignator,
      String name,
      Instant epoch,
      double meanMotionRevolutionsPerDay,
      double inclinationDegrees,
      double eccentricity) {
    ElementSetBuilder builder = new ElementSetBuilder();
    builder.catalogNumber = catalogNumber;
    builder.internationalDesignator = internationalDesignator;
    builder.name = name;
    builder.epoch = epoch;
    builder.meanMotionRevolutionsPerDay = meanMotionRevolutionsPerDay;
    builder.inclinationDegrees = inclinationDegrees;
    builder.eccentricity = eccentricity;
    return builder.build();
  }
}
