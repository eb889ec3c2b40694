package dev.skytally;

import static dev.skytally.ReferenceData.number;
import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sampled tallies against python-sgp4; see {@code resources/reference/README.md}. */
class TallyReferenceTest {
  /** Maxima of a sampled count hang on single samples: two capitals may differ, by one. */
  private static final int CAPITALS_WITH_OTHER_MAXIMUM = 2;

  private static final double MEAN_TOLERANCE = 0.01;
  private static final double SHARE_TOLERANCE = 0.005;

  @ParameterizedTest
  @CsvSource({
    "tally_2020-11-25_mask0_step60.csv, tally_satellites.csv, 2020-11-25, 0, 60",
    "tally_2020-11-25_mask5_step60.csv, tally_satellites.csv, 2020-11-25, 5, 60",
    "tally_2020-11-25_mask10_step600.csv, tally_satellites.csv, 2020-11-25, 10, 600",
    "tally_2020-10-26_mask0_step60_transmitting.csv, tally_satellites_transmitting.csv,"
        + " 2020-10-26, 0, 60"
  })
  void sampledTalliesArePythonSgp4s(
      String file, String satellites, String day, double maskDegrees, int stepSeconds) {
    List<Map<String, String>> rows = ReferenceData.rows(file);
    StudyResult result =
        VisibilityStudy.of(ReferenceData.listed(satellites))
            .at(WorldCapitals.all())
            .over(Instant.parse(day + "T00:00:00Z"), Duration.ofDays(1))
            .above(ElevationMask.ofDegrees(maskDegrees))
            .sampledEvery(Duration.ofSeconds(stepSeconds))
            .run();
    assertEquals(195, result.tallies().size());
    int otherMaxima = 0;
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      SiteTally tally = result.tallies().get(i);
      assertEquals(row.get("iso2"), tally.site().countryCode());
      otherMaxima += compare(row, "beidou", tally, BDS);
      otherMaxima += compare(row, "gps", tally, GPS);
      assertEquals(number(row, "share_beidou_ahead"), tally.shareAhead(BDS, GPS), SHARE_TOLERANCE);
      assertEquals(number(row, "share_gps_ahead"), tally.shareAhead(GPS, BDS), SHARE_TOLERANCE);
    }
    assertTrue(otherMaxima <= CAPITALS_WITH_OTHER_MAXIMUM, otherMaxima + " maxima differ");
  }

  private static int compare(
      Map<String, String> row, String prefix, SiteTally tally, GnssSystem system) {
    SystemTally inView = tally.inView(system);
    assertEquals(number(row, prefix + "_mean"), inView.mean(), MEAN_TOLERANCE, row::toString);
    assertEquals(number(row, prefix + "_max"), inView.max(), 1, row::toString);
    assertEquals(number(row, prefix + "_min"), inView.min(), 1, row::toString);
    return number(row, prefix + "_max") == inView.max() ? 0 : 1;
  }

  /** Counted in the reference tally itself, not by Skytally. */
  @Test
  void beidouLedIn163CapitalsOn25November2020() {
    StudyResult result =
        VisibilityStudy.of(ReferenceData.listed("tally_satellites.csv"))
            .at(WorldCapitals.all())
            .over(Instant.parse("2020-11-25T00:00:00Z"), Duration.ofDays(1))
            .sampledEvery(Duration.ofSeconds(60))
            .run();
    long expected =
        ReferenceData.rows("tally_2020-11-25_mask0_step60.csv").stream()
            .filter(row -> number(row, "beidou_max") > number(row, "gps_max"))
            .count();
    assertEquals(163, expected);
    assertEquals(expected, result.ledBy(BDS, Metric.MAX).size());
  }
}
