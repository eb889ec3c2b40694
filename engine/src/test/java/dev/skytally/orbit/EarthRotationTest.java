package dev.skytally.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.ReferenceData;
import dev.skytally.elements.ElementSet;
import dev.skytally.reference.EarthFixedPositions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.frames.Frame;
import org.orekit.frames.StaticTransform;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;

/** The one rotation of {@link PropagationNodes} against Orekit's full chain of frames. */
class EarthRotationTest {
  /** 5 m at 27,000 km, 8 m at the height of geostationary satellites. */
  private static final double HUNDRED_THOUSANDTH_DEGREE = 1.1e-5;

  /** A GPS, an inclined and a geostationary BeiDou satellite. */
  private static final int[] SATELLITES = {24876, 36828, 37210};

  @ParameterizedTest
  @ValueSource(strings = {"2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"})
  void siderealTimeAloneIsWithinAHundredThousandthDegreeOfTheFullChain(String year)
      throws Exception {
    assertSiderealTimeIsEnough(year, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"})
  @Tag("exhaustive")
  void siderealTimeAloneIsWithinAHundredThousandthDegreeInEachMonth(String year) throws Exception {
    assertSiderealTimeIsEnough(year, 1);
  }

  private static void assertSiderealTimeIsEnough(String year, int everyMonths) throws Exception {
    Map<Integer, ElementSet> elementSets = ReferenceData.elementSets(ReferenceData.SNAPSHOT);
    Frame gtod = OrekitFrames.gtod();
    Frame itrf = OrekitFrames.itrf();
    for (int month = 1; month <= 12; month += everyMonths) {
      Instant utc =
          LocalDate.of(Integer.parseInt(year), month, 7).atTime(5, 0).toInstant(ZoneOffset.UTC);
      AbsoluteDate date = new AbsoluteDate(utc, OrekitContext.utc());
      for (Frame frame : new Frame[] {gtod, itrf}) {
        StaticTransform fullChain = OrekitFrames.teme().getStaticTransformTo(frame, date);
        for (int satellite : SATELLITES) {
          ElementSet elements = elementSets.get(satellite);
          double[] ours = EarthFixedPositions.at(elements, utc);
          Vector3D expected = new Vector3D(ours[0], ours[1], ours[2]);
          Vector3D actual = fullChain.transformPosition(temePosition(elements, date));
          double turnedDegrees =
              Math.toDegrees(Vector3D.distance(expected, actual) / expected.getNorm());
          assertEquals(0, turnedDegrees, HUNDRED_THOUSANDTH_DEGREE, () -> utc + " " + frame);
        }
      }
    }
  }

  private static Vector3D temePosition(ElementSet elements, AbsoluteDate date) {
    return TLEPropagator.selectExtrapolator(
            ElementSetPropagator.orekitTle(elements), OrekitFrames.teme())
        .getPVCoordinates(date)
        .getPosition();
  }
}
