package dev.skytally.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.time.AbsoluteDate;

class BundledSnapshotsTest {
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double RADIANS_PER_SECOND = 2 * Math.PI / SECONDS_PER_DAY;
  private static final double A_FEW_ROUNDINGS = 1e-15;
  private static final double ONE_NANOSECOND = 1e-9;

  /** "A few elements are up to three weeks older than the rest", says the newest one's origin. */
  private static final Duration OLDEST_MEDIAN = Duration.ofDays(2);

  static List<LocalDate> dates() {
    return BundledSnapshots.dates();
  }

  @Test
  void fourSnapshotsAreBundledTheEarliestFirst() {
    assertEquals(
        List.of(
            LocalDate.of(2020, 12, 1),
            LocalDate.of(2022, 6, 16),
            LocalDate.of(2024, 9, 22),
            LocalDate.of(2026, 10, 6)),
        dates());
  }

  @ParameterizedTest
  @CsvSource({
    "1990-01-01, 2020-12-01",
    "2020-12-01, 2020-12-01",
    "2021-09-08, 2020-12-01",
    "2021-09-09, 2022-06-16",
    "2023-08-04, 2022-06-16",
    "2023-08-05, 2024-09-22",
    "2025-09-29, 2024-09-22",
    "2025-09-30, 2026-10-06",
    "2099-01-01, 2026-10-06"
  })
  void nearestSnapshotIsTheEarlierOfTwo(LocalDate date, LocalDate expected) {
    assertEquals(expected, BundledSnapshots.nearest(date));
  }

  @Test
  void dateWithoutASnapshotIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> BundledSnapshots.load(LocalDate.of(2020, 12, 2)));
    assertEquals(
        "no snapshot of 2020-12-02 is bundled, expected one of"
            + " [2020-12-01, 2022-06-16, 2024-09-22, 2026-10-06]",
        refusal.getMessage());
  }

  @ParameterizedTest
  @MethodSource("dates")
  void textHasTheDigestCountAndMedianEpochOfTheManifest(LocalDate date)
      throws IOException, NoSuchAlgorithmException {
    BundledSnapshots.Entry entry = BundledSnapshots.manifest().get(date);
    byte[] text = BundledSnapshots.resource(entry.file()).text().getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
    assertEquals(entry.sha256(), HexFormat.of().formatHex(digest));
    Snapshot snapshot = BundledSnapshots.load(date);
    assertEquals(entry.elementSets(), snapshot.elementSets().size());
    assertEquals(List.of(), snapshot.problems());
    assertEquals(
        snapshot.medianEpoch().truncatedTo(ChronoUnit.SECONDS), BundledSnapshots.medianEpoch(date));
  }

  @ParameterizedTest
  @MethodSource("dates")
  void originAndTermsAreNamed(LocalDate date) {
    BundledSnapshots.Entry entry = BundledSnapshots.manifest().get(date);
    Snapshot snapshot = BundledSnapshots.load(date);
    assertEquals(date.toString(), snapshot.label());
    assertEquals(entry.origin(), snapshot.origin());
    assertTrue(entry.origin().startsWith("US Space Force catalogue"), entry::origin);
    assertTrue(entry.terms().contains("credited to the US Space Force"), entry::terms);
  }

  @ParameterizedTest
  @MethodSource("dates")
  void snapshotIsOfItsDate(LocalDate date) {
    Duration age =
        Duration.between(
            BundledSnapshots.load(date).medianEpoch(),
            date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    assertFalse(age.isNegative());
    assertTrue(age.compareTo(OLDEST_MEDIAN) <= 0, age::toString);
  }

  @ParameterizedTest
  @MethodSource("dates")
  void orekitReadsTheSameNumbers(LocalDate date) {
    for (ElementSet set : BundledSnapshots.load(date).elementSets()) {
      List<String> lines = set.text().lines().toList();
      assertEquals(lines.get(0), set.name());
      TLE tle = OrekitReference.tle(lines.get(1), lines.get(2));
      assertEquals(tle.getSatelliteNumber(), set.catalogNumber());
      assertEquals(
          String.format(
              Locale.ROOT,
              "%d-%03d%s",
              tle.getLaunchYear(),
              tle.getLaunchNumber(),
              tle.getLaunchPiece()),
          set.internationalDesignator());
      assertEquals(tle.getClassification(), set.classification());
      assertEquals(tle.getElementNumber(), set.elementSetNumber());
      assertEquals(tle.getRevolutionNumberAtEpoch(), set.revolutionNumber());
      assertEquals(
          0,
          new AbsoluteDate(set.epoch(), OrekitReference.utc()).durationFrom(tle.getDate()),
          ONE_NANOSECOND);
      assertClose(tle.getMeanMotion(), set.meanMotionRevolutionsPerDay() * RADIANS_PER_SECOND);
      // Orekit hands out the derivatives themselves, the lines hold a half and a sixth of them.
      assertClose(
          tle.getMeanMotionFirstDerivative(),
          2 * set.meanMotionDotRevolutionsPerDaySquared() * RADIANS_PER_SECOND / SECONDS_PER_DAY);
      assertClose(
          tle.getMeanMotionSecondDerivative(),
          6
              * set.meanMotionDdotRevolutionsPerDayCubed()
              * RADIANS_PER_SECOND
              / (SECONDS_PER_DAY * SECONDS_PER_DAY));
      assertClose(tle.getE(), set.eccentricity());
      assertClose(tle.getI(), FastMath.toRadians(set.inclinationDegrees()));
      assertClose(tle.getRaan(), FastMath.toRadians(set.rightAscensionDegrees()));
      assertClose(tle.getPerigeeArgument(), FastMath.toRadians(set.argumentOfPerigeeDegrees()));
      assertClose(tle.getMeanAnomaly(), FastMath.toRadians(set.meanAnomalyDegrees()));
      assertClose(tle.getBStar(), set.bstarPerEarthRadius());
    }
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, A_FEW_ROUNDINGS * Math.abs(expected) + Double.MIN_NORMAL);
  }
}
