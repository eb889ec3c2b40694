package dev.skytally.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.ReferenceData;
import dev.skytally.dop.Dilution;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import dev.skytally.site.WorldCapitals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.TopocentricFrame;
import org.orekit.gnss.DOP;
import org.orekit.gnss.DOPComputer;
import org.orekit.propagation.Propagator;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.TrackingCoordinates;

/** The dilution of precision of single systems against Orekit's. */
class DilutionReferenceTest {
  private static final double RELATIVE_TOLERANCE = 1e-9;
  private static final double MASK_RADIANS = FastMath.toRadians(5);
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final int HOURS = 24;
  private static final int EVERY_NTH_CAPITAL = 10;

  private static final Constellation CONSTELLATION = ReferenceData.listed("tally_satellites.csv");

  private static List<Propagator> propagators(GnssSystem system) throws PropagationException {
    List<Propagator> propagators = new ArrayList<>();
    for (Member member : CONSTELLATION.members(system)) {
      propagators.add(
          TLEPropagator.selectExtrapolator(
              ElementSetPropagator.orekitTle(member.elementSet()), OrekitFrames.teme()));
    }
    return propagators;
  }

  private static List<LookAngles> sky(
      TopocentricFrame site, List<Propagator> propagators, AbsoluteDate date) {
    List<LookAngles> sky = new ArrayList<>();
    for (Propagator propagator : propagators) {
      TrackingCoordinates seen =
          site.getTrackingCoordinates(
              propagator.getPosition(date, propagator.getFrame()), propagator.getFrame(), date);
      if (seen.getElevation() >= MASK_RADIANS) {
        sky.add(new LookAngles(seen.getAzimuth(), seen.getElevation(), seen.getRange()));
      }
    }
    return sky;
  }

  @Test
  void dilutionOfASystemIsOrekits() throws Exception {
    OneAxisEllipsoid earth =
        new OneAxisEllipsoid(
            GroundSite.EQUATORIAL_RADIUS_METERS, GroundSite.FLATTENING, OrekitFrames.gtod());
    int compared = 0;
    for (GnssSystem system : CONSTELLATION.systems()) {
      List<Propagator> propagators = propagators(system);
      for (int i = 0; i < WorldCapitals.all().size(); i += EVERY_NTH_CAPITAL) {
        GroundSite capital = WorldCapitals.all().get(i);
        GeodeticPoint point =
            new GeodeticPoint(
                capital.latitudeRadians(), capital.longitudeRadians(), capital.heightMeters());
        DOPComputer orekit = DOPComputer.create(earth, point).withMinElevation(MASK_RADIANS);
        TopocentricFrame site = new TopocentricFrame(earth, point, capital.name());
        for (int hour = 0; hour < HOURS; hour++) {
          AbsoluteDate date =
              new AbsoluteDate(START.plusSeconds(3600L * hour), OrekitContext.utc());
          DOP expected = orekit.compute(date, propagators);
          Dilution actual = Dilution.of(List.of(sky(site, propagators, date))).orElseThrow();
          assertClose(expected.getGdop(), actual.gdop());
          assertClose(expected.getPdop(), actual.pdop());
          assertClose(expected.getHdop(), actual.hdop());
          assertClose(expected.getVdop(), actual.vdop());
          assertClose(expected.getTdop(), actual.tdop());
          compared++;
        }
      }
    }
    assertEquals(2 * 20 * HOURS, compared);
  }

  /** High above the horizon there are often fewer than four. */
  @Test
  void whatOrekitCannotComputeIsAbsent() throws Exception {
    double highMaskRadians = FastMath.toRadians(40);
    OneAxisEllipsoid earth =
        new OneAxisEllipsoid(
            GroundSite.EQUATORIAL_RADIUS_METERS, GroundSite.FLATTENING, OrekitFrames.gtod());
    GeodeticPoint point = new GeodeticPoint(0, 0, 0);
    DOPComputer orekit = DOPComputer.create(earth, point).withMinElevation(highMaskRadians);
    TopocentricFrame site = new TopocentricFrame(earth, point, "site");
    List<Propagator> propagators = propagators(GnssSystem.GPS);
    int absent = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      AbsoluteDate date = new AbsoluteDate(START.plusSeconds(3600L * hour), OrekitContext.utc());
      List<LookAngles> sky = new ArrayList<>(sky(site, propagators, date));
      sky.removeIf(seen -> seen.elevationRadians() < highMaskRadians);
      boolean isAbsent = Dilution.of(List.of(sky)).isEmpty();
      assertEquals(Double.isNaN(orekit.compute(date, propagators).getPdop()), isAbsent);
      absent += isAbsent ? 1 : 0;
    }
    assertTrue(absent > 0 && absent < HOURS);
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, RELATIVE_TOLERANCE * expected);
  }
}
