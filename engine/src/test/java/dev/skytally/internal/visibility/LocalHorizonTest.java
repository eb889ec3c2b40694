package dev.skytally.internal.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.Frame;
import org.orekit.frames.FramesFactory;
import org.orekit.frames.TopocentricFrame;
import org.orekit.time.AbsoluteDate;

/** Against Orekit's topocentric frame, on the same ellipsoid. */
class LocalHorizonTest {
  private static final double ONE_MICROMETER = 1e-6;
  private static final double ROUNDING_RADIANS = 1e-12;

  /** Orekit takes an arc sine, which loses half of the digits there. */
  private static final double NEAR_ZENITH_RADIANS = 3e-8;

  /** The root frame stands for the Earth-fixed one: no rotation, no data needed. */
  private static final Frame EARTH_FIXED = FramesFactory.getGCRF();

  private static final OneAxisEllipsoid EARTH =
      new OneAxisEllipsoid(GroundSite.EQUATORIAL_RADIUS_METERS, GroundSite.FLATTENING, EARTH_FIXED);

  @Property
  void agreesWithOrekitEverywhere(
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeDegrees,
      @ForAll @DoubleRange(min = -180, max = 360) double longitudeDegrees,
      @ForAll @DoubleRange(min = -500, max = 9000) double heightMeters,
      @ForAll @DoubleRange(min = -180, max = 180) double satelliteLongitudeDegrees,
      @ForAll @DoubleRange(min = -90, max = 90) double satelliteLatitudeDegrees,
      @ForAll @DoubleRange(min = 7e6, max = 4.5e7) double satelliteRadiusMeters) {
    assertAgrees(
        GroundSite.ofDegrees("x", latitudeDegrees, longitudeDegrees, heightMeters),
        new Vector3D(
                Math.toRadians(satelliteLongitudeDegrees), Math.toRadians(satelliteLatitudeDegrees))
            .scalarMultiply(satelliteRadiusMeters));
  }

  @ParameterizedTest
  @CsvSource({
    "90, 0, 0",
    "-90, 0, 0",
    "90, 137.5, 5000",
    "0, 180, 0",
    "0, -180, 0",
    "12.5, 180, 5000",
    "-16.5, -68.15, 5000",
    "0, 359.999999, 0",
    "89.9999999, 10, 0",
  })
  void agreesWithOrekitAtPolesOnTheAntimeridianAndHighUp(
      double latitudeDegrees, double longitudeDegrees, double heightMeters) {
    GroundSite site = GroundSite.ofDegrees("x", latitudeDegrees, longitudeDegrees, heightMeters);
    assertAgrees(site, new Vector3D(2.6e7, 0, 0));
    assertAgrees(site, new Vector3D(-2.6e7, 1, -1));
    assertAgrees(site, new Vector3D(1e7, -2e7, 1.5e7));
    assertAgrees(site, new Vector3D(-1e6, 2e6, 2.6e7));
  }

  @Property
  void aSatelliteAboveTheSiteIsAtTheZenithAndOneBelowAtTheNadir(
      @ForAll @DoubleRange(min = -90, max = 90) double latitudeDegrees,
      @ForAll @DoubleRange(min = -180, max = 360) double longitudeDegrees) {
    LocalHorizon horizon =
        new LocalHorizon(GroundSite.ofDegrees("x", latitudeDegrees, longitudeDegrees, 5000));
    for (double up : new double[] {2e7, -1.5e7}) {
      LookAngles look =
          horizon.lookAngles(
              horizon.xMeters + up * horizon.upX,
              horizon.yMeters + up * horizon.upY,
              horizon.zMeters + up * horizon.upZ);
      assertEquals(Math.signum(up) * Math.PI / 2, look.elevationRadians(), ROUNDING_RADIANS);
      assertEquals(Math.abs(up), look.rangeMeters(), ONE_MICROMETER);
      assertTrue(look.azimuthRadians() >= 0 && look.azimuthRadians() <= 2 * Math.PI);
    }
  }

  @Test
  void azimuthRunsFromNorthOverEast() {
    LocalHorizon horizon = new LocalHorizon(GroundSite.ofDegrees("x", 0, 0, 0));
    double x = GroundSite.EQUATORIAL_RADIUS_METERS;
    assertEquals(0, horizon.lookAngles(x, 0, 1e6).azimuthDegrees());
    assertEquals(90, horizon.lookAngles(x, 1e6, 0).azimuthDegrees());
    assertEquals(180, horizon.lookAngles(x, 0, -1e6).azimuthDegrees());
    assertEquals(270, horizon.lookAngles(x, -1e6, 0).azimuthDegrees());
    assertEquals(45, horizon.lookAngles(x + 1e6, 1e6, 0).elevationDegrees(), 1e-9);
  }

  private static void assertAgrees(GroundSite site, Vector3D satellite) {
    TopocentricFrame orekit =
        new TopocentricFrame(
            EARTH,
            new GeodeticPoint(site.latitudeRadians(), site.longitudeRadians(), site.heightMeters()),
            site.name());
    AbsoluteDate date = AbsoluteDate.ARBITRARY_EPOCH;
    LookAngles look =
        new LocalHorizon(site).lookAngles(satellite.getX(), satellite.getY(), satellite.getZ());
    double elevationRadians = orekit.getElevation(satellite, EARTH_FIXED, date);
    assertEquals(
        elevationRadians,
        look.elevationRadians(),
        Math.min(NEAR_ZENITH_RADIANS, ROUNDING_RADIANS / Math.cos(elevationRadians)));
    assertEquals(orekit.getRange(satellite, EARTH_FIXED, date), look.rangeMeters(), ONE_MICROMETER);
    double azimuthDifference =
        orekit.getAzimuth(satellite, EARTH_FIXED, date) - look.azimuthRadians();
    assertEquals(
        0,
        Math.IEEEremainder(azimuthDifference, 2 * Math.PI) * Math.cos(elevationRadians),
        ROUNDING_RADIANS);
  }
}
