package dev.skytally.orbit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.ReferenceData;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.input.TextFile;
import dev.skytally.reference.EarthFixedPositions;
import java.time.Instant;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.data.DataContext;
import org.orekit.data.LazyLoadedDataContext;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;

class ElementSetPropagatorTest {
  private static final Instant NOON = Instant.parse("2020-12-01T12:00:00Z");

  /** Numbers of a TLE pass through degrees and back. */
  private static final double ROUNDING_METERS = 1e-3;

  private static ElementSet omm(String catalogNumber, String eccentricity, String meanMotion)
      throws Exception {
    return ElementSetReader.read(
            TextFile.of(
                "test.json",
                """
                [{"OBJECT_NAME":"TEST","OBJECT_ID":"2020-001A","EPOCH":"2020-12-01T00:00:00",
                "MEAN_MOTION":%s,"ECCENTRICITY":%s,"INCLINATION":55,"RA_OF_ASC_NODE":10,
                "ARG_OF_PERICENTER":20,"MEAN_ANOMALY":30,"EPHEMERIS_TYPE":0,
                "CLASSIFICATION_TYPE":"U","NORAD_CAT_ID":%s,"ELEMENT_SET_NO":999,
                "REV_AT_EPOCH":1,"BSTAR":0,"MEAN_MOTION_DOT":0,"MEAN_MOTION_DDOT":0}]
                """
                    .formatted(meanMotion, eccentricity, catalogNumber)))
        .elementSets()
        .get(0);
  }

  @Test
  void elementSetsFlyAsOrekitFliesTheirText() throws Exception {
    for (ElementSet elements : ReferenceData.elementSets(ReferenceData.SNAPSHOT).values()) {
      List<String> lines = elements.text().lines().toList();
      TLE text =
          new TLE(lines.get(lines.size() - 2), lines.get(lines.size() - 1), OrekitContext.utc());
      AbsoluteDate date = new AbsoluteDate(NOON, OrekitContext.utc());
      Vector3D expected =
          TLEPropagator.selectExtrapolator(text, OrekitFrames.teme())
              .getPVCoordinates(date)
              .getPosition();
      Vector3D actual =
          TLEPropagator.selectExtrapolator(
                  ElementSetPropagator.orekitTle(elements), OrekitFrames.teme())
              .getPVCoordinates(date)
              .getPosition();
      assertEquals(0, Vector3D.distance(expected, actual), ROUNDING_METERS, elements::toString);
    }
  }

  @Test
  void theCatalogNumberDoesNotChangeTheOrbit() throws Exception {
    double[] fiveDigits = EarthFixedPositions.at(omm("37210", "0.01", "2.0"), NOON);
    for (String number : new String[] {"1", "100270", "339999", "340000", "999999999"}) {
      assertArrayEquals(fiveDigits, EarthFixedPositions.at(omm(number, "0.01", "2.0"), NOON));
    }
  }

  @Test
  void anOrbitThroughTheEarthIsRefusedWithTheReason() throws Exception {
    ElementSet plunging = omm("1", "0.9", "2.0");
    PropagationException e =
        assertThrows(
            PropagationException.class, () -> EarthFixedPositions.every(plunging, NOON, 60, 720));
    assertTrue(e.getMessage().contains("2020-12-01"), e.getMessage());
  }

  /** The caller's context may be empty or slow to load: any request for its data fails here. */
  @Test
  void theCallersDefaultDataContextIsNeverAskedForData() throws Exception {
    LazyLoadedDataContext before = DataContext.getDefault();
    LazyLoadedDataContext untouchable = new LazyLoadedDataContext();
    untouchable
        .getDataProvidersManager()
        .addProvider(
            (pattern, visitor, manager) -> {
              throw new IllegalStateException("data asked for: " + pattern);
            });
    DataContext.setDefault(untouchable);
    try {
      EarthFixedPositions.at(omm("1", "0.01", "1.0027"), NOON);
    } finally {
      DataContext.setDefault(before);
    }
  }
}
