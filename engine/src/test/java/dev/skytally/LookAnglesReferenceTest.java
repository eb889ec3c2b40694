package dev.skytally;

import static dev.skytally.ReferenceData.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.elements.ElementSet;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.reference.EarthFixedPositions;
import dev.skytally.site.LookAngles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Azimuth, elevation and range against Skyfield; see {@code resources/reference/README.md}. */
class LookAnglesReferenceTest {
  /** Skyfield knows UT1, Skytally takes it as UTC: 330 m at the height of GPS. */
  private static final double UT1_DEGREES = 0.0015;

  private static final double UT1_RANGE_METERS = 150;

  @Test
  void lookAnglesAreSkyfields() throws Exception {
    Map<Integer, ElementSet> elementSets = ReferenceData.elementSets(ReferenceData.SNAPSHOT);
    List<Map<String, String>> rows = ReferenceData.rows("lookangles_dev.csv");
    assertEquals(1320, rows.size());
    for (Map<String, String> row : rows) {
      double[] state =
          EarthFixedPositions.at(
              elementSets.get(Integer.valueOf(row.get("norad"))), Instant.parse(row.get("utc")));
      LookAngles angles =
          new LocalHorizon(ReferenceData.site(row)).lookAngles(state[0], state[1], state[2]);

      double elevationDegrees = number(row, "elevation_deg");
      assertEquals(elevationDegrees, angles.elevationDegrees(), UT1_DEGREES, row::toString);
      double azimuthError = number(row, "azimuth_deg") - angles.azimuthDegrees();
      assertEquals(
          0,
          Math.IEEEremainder(azimuthError, 360),
          UT1_DEGREES / Math.cos(Math.toRadians(elevationDegrees)),
          row::toString);
      assertEquals(number(row, "range_m"), angles.rangeMeters(), UT1_RANGE_METERS, row::toString);
    }
  }
}
