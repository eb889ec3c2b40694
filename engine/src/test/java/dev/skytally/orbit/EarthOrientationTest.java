package dev.skytally.orbit;

import static dev.skytally.ReferenceData.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.ReferenceData;
import dev.skytally.VisibilityStudy;
import dev.skytally.elements.ElementSet;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.reference.EarthFixedPositions;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orekit.bodies.CelestialBodies;
import org.orekit.data.DataContext;
import org.orekit.forces.gravity.potential.GravityFields;
import org.orekit.frames.EOPEntry;
import org.orekit.frames.Frames;
import org.orekit.frames.ITRFVersion;
import org.orekit.models.earth.GeoMagneticFields;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScales;

/**
 * With Earth-orientation parameters, against Skyfield, which knows UT1 too: what stood between the
 * two in {@code LookAnglesReferenceTest} and {@code PassesReferenceTest} goes away.
 */
class EarthOrientationTest {
  /** On 1 December 2020, from {@code resources/reference/README.md}: to a hundredth of a second. */
  private static final double UT1_MINUS_UTC_SECONDS = -0.17;

  /** A hundredth of a second of UT1 is 0.00004 degrees; two theories of the pole differ as much. */
  private static final double TENFOLD_FINER_DEGREES = 0.00015;

  private static final double TENFOLD_FINER_RANGE_METERS = 15;
  private static final double TENFOLD_FINER_SECONDS = 0.15;

  /**
   * A satellite is moved by up to 70 m; what the first order leaves out is a million times less.
   */
  private static final double SECOND_ORDER_METERS = 0.01;

  private static final Map<Integer, ElementSet> ELEMENT_SETS =
      ReferenceData.elementSets(ReferenceData.SNAPSHOT);
  private static final EarthOrientation WITH_UT1 = EarthOrientation.of(new December2020(0, 0));

  /** Parameters of the days around the reference's: UT1, and a pole that stands still. */
  private static final class December2020 implements DataContext {
    private static final int FIRST_DAY = 59_170;
    private static final int LAST_DAY = 59_200;

    private final TimeScales timeScales;
    private final Frames frames;

    December2020(double poleXRadians, double poleYRadians) {
      timeScales =
          TimeScales.of(
              List.of(new OffsetModel(new DateComponents(2017, 1, 1), 37)),
              (conventions, scales) -> {
                List<EOPEntry> entries = new ArrayList<>();
                for (int day = FIRST_DAY; day <= LAST_DAY; day++) {
                  entries.add(
                      new EOPEntry(
                          day,
                          UT1_MINUS_UTC_SECONDS,
                          0,
                          poleXRadians,
                          poleYRadians,
                          Double.NaN,
                          Double.NaN,
                          0,
                          0,
                          0,
                          0,
                          ITRFVersion.ITRF_2014,
                          new AbsoluteDate(
                              new DateComponents(DateComponents.MODIFIED_JULIAN_EPOCH, day),
                              scales.getUTC())));
                }
                return entries;
              });
      frames =
          Frames.of(
              timeScales,
              () -> {
                throw new UnsupportedOperationException("ICRF is not needed");
              });
    }

    @Override
    public TimeScales getTimeScales() {
      return timeScales;
    }

    @Override
    public Frames getFrames() {
      return frames;
    }

    @Override
    public CelestialBodies getCelestialBodies() {
      throw new UnsupportedOperationException();
    }

    @Override
    public GravityFields getGravityFields() {
      throw new UnsupportedOperationException();
    }

    @Override
    public GeoMagneticFields getGeoMagneticFields() {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void lookAnglesAreSkyfieldsTenTimesCloser() throws Exception {
    for (Map<String, String> row : ReferenceData.rows("lookangles_dev.csv")) {
      double[] position =
          EarthFixedPositions.at(
              ELEMENT_SETS.get(Integer.valueOf(row.get("norad"))),
              Instant.parse(row.get("utc")),
              WITH_UT1);
      LookAngles angles =
          new LocalHorizon(ReferenceData.site(row))
              .lookAngles(position[0], position[1], position[2]);
      assertEquals(
          number(row, "elevation_deg"),
          angles.elevationDegrees(),
          TENFOLD_FINER_DEGREES,
          row::toString);
      assertEquals(
          number(row, "range_m"), angles.rangeMeters(), TENFOLD_FINER_RANGE_METERS, row::toString);
    }
  }

  @Test
  void risesAndSetsAreSkyfieldsTenTimesCloser() {
    int compared = 0;
    for (Map<String, String> row : ReferenceData.rows("passes_dev.csv")) {
      String event = row.get("event");
      if (event.equals("rise") || event.equals("set")) {
        Instant expected = Instant.parse(row.get("utc"));
        List<Pass> passes =
            VisibilityStudy.of(
                    ReferenceData.anySystem(ELEMENT_SETS.get(Integer.valueOf(row.get("norad")))))
                .at(List.of(ReferenceData.site(row)))
                .over(expected.minusSeconds(60), Duration.ofMinutes(2))
                .above(ElevationMask.ofDegrees(5))
                .orientedBy(WITH_UT1)
                .passes()
                .passes();
        PassEvent actual =
            passes.stream()
                .flatMap(pass -> event.equals("rise") ? pass.rise().stream() : pass.set().stream())
                .findFirst()
                .orElseThrow();
        assertEquals(
            0,
            Duration.between(expected, actual.utc()).toNanos() / 1e9,
            TENFOLD_FINER_SECONDS,
            row::toString);
        compared++;
      }
    }
    assertEquals(359, compared);
  }

  /**
   * IERS Conventions 2010, section 5.4.1, to first order: the pole's x tips the Earth towards
   * Greenwich, its y towards 90 degrees west.
   */
  @Test
  void polarMotionTipsTheEarth() throws Exception {
    double x = Math.toRadians(0.2 / 3600);
    double y = Math.toRadians(0.3 / 3600);
    ElementSet elements = ELEMENT_SETS.get(36287);
    Instant utc = Instant.parse("2020-12-01T06:00:00Z");
    double[] still = EarthFixedPositions.at(elements, utc, WITH_UT1);
    double[] moved =
        EarthFixedPositions.at(elements, utc, EarthOrientation.of(new December2020(x, y)));
    assertEquals(still[0] + x * still[2], moved[0], SECOND_ORDER_METERS);
    assertEquals(still[1] - y * still[2], moved[1], SECOND_ORDER_METERS);
    assertEquals(still[2] - x * still[0] + y * still[1], moved[2], SECOND_ORDER_METERS);
  }
}
