package dev.skytally.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerrainHorizonTest {
  private static final double STEP = 1 / 3600.0;
  private static final double TOLERANCE_DEGREES = 0.01;

  /** Metres of a degree along the equator. */
  private static final double DEGREE_METERS = Math.PI / 180 * 6_378_137;

  /** The sea from 2 m: acos(R / (R + 2 m)). */
  private static final double DIP_DEGREES = 0.0454;

  private static final HorizonSetting ON_THE_GROUND = new HorizonSetting(0, 0, 100_000);

  @TempDir Path folder;

  private static TerrainHorizon horizon(
      Path model, double latitude, double longitude, HorizonSetting setting) throws IOException {
    return TerrainHorizon.of(
            ElevationModel.open(model), GroundSite.ofDegrees("x", latitude, longitude, 0), setting)
        .orElseThrow();
  }

  private static double elevation(TerrainHorizon horizon, double azimuthDegrees) {
    return horizon.points().get((int) (2 * azimuthDegrees)).elevationDegrees();
  }

  /**
   * The elevation of a summit on a sphere of the equator's radius, enlarged by refraction.
   *
   * @param heightMeters above the eye
   */
  private static double summitDegrees(double heightMeters, double distanceMeters, double k) {
    double curvature = (1 - k) * distanceMeters / (2 * 6_378_137);
    return Math.toDegrees(Math.atan(heightMeters / distanceMeters - curvature));
  }

  @Test
  void aConeIsAsHighAsItsSummit() throws IOException {
    Terrain cone = Terrain.cone(0, 0.3, 1_500, 0.05);
    Path file = cone.write(folder.resolve("a.tif"), 0.1, -0.05, 721, 1441, STEP, STEP);
    double distance = 0.3 * DEGREE_METERS;
    TerrainHorizon plain = horizon(file, 0, 0, new HorizonSetting(2, 0, 100_000));
    assertEquals(summitDegrees(1_498, distance, 0), elevation(plain, 90), TOLERANCE_DEGREES);
    assertEquals(distance, plain.points().get(180).distanceMeters(), 40);
    TerrainHorizon bent = horizon(file, 0, 0, new HorizonSetting(2, 0.25, 100_000));
    assertEquals(summitDegrees(1_498, distance, 0.25), elevation(bent, 90), TOLERANCE_DEGREES);
    assertEquals(90, plain.highest().azimuthDegrees());
    assertEquals(-DIP_DEGREES, elevation(plain, 270), TOLERANCE_DEGREES);
    TerrainHorizon near = horizon(file, 0, 0, new HorizonSetting(2, 0, 25_000));
    assertEquals(-DIP_DEGREES, elevation(near, 90), TOLERANCE_DEGREES);
  }

  @Test
  void aSinglePostFarAwayIsSeen() throws IOException {
    Terrain spike =
        (latitude, longitude) -> Math.hypot(latitude, longitude - 0.5) < STEP / 2 ? 3_000 : 0;
    Path file = spike.write(folder.resolve("a.tif"), 0.01, -0.01, 73, 1873, STEP, STEP);
    TerrainHorizon horizon = horizon(file, 0, 0, ON_THE_GROUND);
    assertEquals(
        summitDegrees(3_000, 0.5 * DEGREE_METERS, 0), elevation(horizon, 90), TOLERANCE_DEGREES);
  }

  @Test
  void aWallIsLowerTheFartherAwayItIs() throws IOException {
    Terrain wall = (latitude, longitude) -> Math.abs(longitude - 0.01) < STEP / 2 ? 200 : 0;
    Path file = wall.write(folder.resolve("a.tif"), 0.05, -0.01, 361, 109, STEP, STEP);
    TerrainHorizon horizon = horizon(file, 0, 0, ON_THE_GROUND);
    for (int azimuth = 30; azimuth <= 150; azimuth += 5) {
      double distance = 0.01 * DEGREE_METERS / Math.sin(Math.toRadians(azimuth));
      assertEquals(
          summitDegrees(200, distance, 0), elevation(horizon, azimuth), 0.02, "azimuth " + azimuth);
    }
  }

  /** From 100 m, the horizon of the sea is acos(R / (R + 100 m)) below the horizontal. */
  @Test
  void theSeaIsBelowTheHorizontal() throws IOException {
    Terrain rock = Terrain.cone(0, 0, 98, 0.001);
    Path file = rock.write(folder.resolve("a.tif"), 0.01, -0.01, 73, 73, STEP, STEP);
    for (double k : new double[] {0, 0.13}) {
      TerrainHorizon horizon = horizon(file, 0, 0, new HorizonSetting(2, k, 100_000));
      double radius = 6_378_137 / (1 - k);
      double dip = Math.toDegrees(Math.acos(radius / (radius + 100)));
      assertEquals(-dip, elevation(horizon, 90), 0.001);
      assertEquals(98, horizon.groundMeters(), 1e-3);
      assertEquals(0.01 * DEGREE_METERS, horizon.points().get(180).reachMeters(), 20);
    }
  }

  @Test
  void groundWithoutDataCountsAsSeaAndIsReported() throws IOException {
    Terrain cone = Terrain.cone(0, 0.05, 500, 0.01);
    Terrain withHole =
        (latitude, longitude) -> longitude > 0.03 ? Double.NaN : cone.meters(latitude, longitude);
    Path file = withHole.write(folder.resolve("a.tif"), 0.1, -0.1, 721, 721, STEP, STEP);
    TerrainHorizon horizon = horizon(file, 0, 0, ON_THE_GROUND);
    assertEquals(0, elevation(horizon, 90), TOLERANCE_DEGREES);
    assertEquals(0.03 * DEGREE_METERS, horizon.points().get(180).reachMeters(), 40);
    assertEquals(
        Optional.empty(),
        TerrainHorizon.of(
            ElevationModel.open(file), GroundSite.ofDegrees("x", 0, 0.05, 0), ON_THE_GROUND));
    assertEquals(
        Optional.empty(),
        TerrainHorizon.of(
            ElevationModel.open(file), GroundSite.ofDegrees("x", 5, 0, 0), ON_THE_GROUND));
  }

  @Test
  void aWallBehindAGapBetweenFilesIsSeen() throws IOException {
    Terrain wall = (latitude, longitude) -> Math.abs(longitude - 55 * STEP) < STEP / 2 ? 300 : 0;
    wall.write(folder.resolve("near.tif"), 0.01, -0.01, 73, 73, STEP, STEP);
    wall.write(folder.resolve("far.tif"), 0.01, 54 * STEP, 73, 73, STEP, STEP);
    TerrainHorizon horizon = horizon(folder, 0, 0, ON_THE_GROUND);
    double distance = 55 * STEP * DEGREE_METERS;
    assertEquals(summitDegrees(300, distance, 0), elevation(horizon, 90), TOLERANCE_DEGREES);
    assertEquals(36.5 * STEP * DEGREE_METERS, horizon.points().get(180).reachMeters(), 1);
  }

  /** Writes an area of 200 rows and columns as files, south and east of 46.06, 7. */
  private Path writeFiles(Terrain terrain, int filesASide) throws IOException {
    Path parts = folder.resolve("parts");
    Files.createDirectory(parts);
    int posts = 200 / filesASide;
    for (int south = 0; south < filesASide; south++) {
      for (int east = 0; east < filesASide; east++) {
        terrain.write(
            parts.resolve(south + "" + east + ".tif"),
            46.06 - south * posts * 2 * STEP,
            7 + east * posts * 2 * STEP,
            posts,
            posts,
            2 * STEP,
            2 * STEP);
      }
    }
    return parts;
  }

  @Test
  void theBordersOfFilesAreNotSeen() throws IOException {
    Terrain ridge =
        (latitude, longitude) ->
            800 + 500 * Math.sin(900 * latitude + 40) * Math.cos(1_300 * longitude);
    Path whole = ridge.write(folder.resolve("whole.tif"), 46.06, 7, 200, 200, 2 * STEP, 2 * STEP);
    Path parts = writeFiles(ridge, 2);
    TerrainHorizon ofOne = horizon(whole, 46.0041, 7.0552, ON_THE_GROUND);
    TerrainHorizon ofFour = horizon(parts, 46.0041, 7.0552, ON_THE_GROUND);
    for (int i = 0; i < 720; i++) {
      assertEquals(
          ofOne.points().get(i).elevationDegrees(),
          ofFour.points().get(i).elevationDegrees(),
          1e-5,
          "azimuth " + i / 2.0);
    }
  }

  /** On a plain, each direction needs the files up to the end of the model: five of sixteen. */
  @Test
  void filesThatDoNotFitIntoMemoryTogetherAreReadInTurn() throws IOException {
    Path parts = writeFiles((latitude, longitude) -> 10, 4);
    GroundSite site = GroundSite.ofDegrees("x", 46.02, 7.04, 0);
    TerrainHorizon expected =
        TerrainHorizon.of(ElevationModel.open(parts), site, ON_THE_GROUND).orElseThrow();
    ElevationModel ofSix = ElevationModel.open(parts, 6 * 50 * 50);
    assertEquals(expected, TerrainHorizon.of(ofSix, site, ON_THE_GROUND).orElseThrow());
    assertTrue(ofSix.filesRead() <= 16 + 2, ofSix.filesRead() + " files read");

    ElevationModel ofFour = ElevationModel.open(parts, 4 * 50 * 50);
    String problem =
        assertThrows(
                UncheckedIOException.class, () -> TerrainHorizon.of(ofFour, site, ON_THE_GROUND))
            .getCause()
            .getMessage();
    assertTrue(
        problem.startsWith("x (46.0200, 7.0400): 5 files of heights are needed at once"), problem);
  }

  /** 0.0485 degrees (5.4 km) before the antimeridian, and a wall 0.003 degrees beyond it. */
  @Test
  void aWallBeyondTheAntimeridianIsSeen() throws IOException {
    Terrain wall =
        (latitude, longitude) ->
            Math.abs(Math.IEEEremainder(longitude + 179.997, 360)) < STEP / 2 ? 500 : 0;
    wall.write(folder.resolve("west.tif"), 0.1, 179.9, 721, 361, STEP, STEP);
    wall.write(folder.resolve("east.tif"), 0.1, -180, 721, 361, STEP, STEP);
    TerrainHorizon horizon = horizon(folder, 0, 179.9515, ON_THE_GROUND);
    double distance = (180.003 - 179.9515) * DEGREE_METERS;
    assertEquals(summitDegrees(500, distance, 0), elevation(horizon, 90), 0.03);
  }

  /** A degree of latitude at a pole has 111.694 km (radius of curvature 6399.594 km). */
  @Test
  void aSummitBeyondThePoleIsSeen() throws IOException {
    for (double beyond : new double[] {11 * STEP, 108 * STEP}) {
      Terrain cone =
          (latitude, longitude) -> {
            double north = Math.cos(Math.toRadians(longitude)) * (90 - latitude);
            double east = Math.sin(Math.toRadians(longitude)) * (90 - latitude);
            return Math.max(0, 500 * (1 - Math.hypot(north + beyond, east) / 0.01));
          };
      Path file = cone.write(folder.resolve("a.tif"), 90, -180, 361, 720, STEP, 0.5);
      TerrainHorizon horizon = horizon(file, 89.98, 0, ON_THE_GROUND);
      double distance = (0.02 + beyond) * 111_694;
      assertEquals(summitDegrees(500, distance, 0), elevation(horizon, 0), 0.05);
      assertEquals(0, elevation(horizon, 90), 0.05);
      assertEquals(0, elevation(horizon, 180), 0.05);
    }
  }

  @Test
  void aWallIsSeenFromAbove() throws IOException {
    Terrain wall = (latitude, longitude) -> Math.abs(longitude - 0.008) < STEP / 2 ? 99 : 0;
    Path file = wall.write(folder.resolve("a.tif"), 0.01, -0.01, 73, 73, STEP, STEP);
    TerrainHorizon horizon = horizon(file, 0, 0, new HorizonSetting(100, 0, 100_000));
    assertEquals(
        summitDegrees(-1, 0.008 * DEGREE_METERS, 0), elevation(horizon, 90), TOLERANCE_DEGREES);
  }

  /**
   * Between posts of 0, 40, 40 and 0 m, the surface along the diagonal from 0 to 0 is 80 t (1 - t)
   * m high. From the third diagonal before it, its tangent is greatest at t = sqrt(12) - 3. A
   * diagonal has 43.58 m at the equator.
   */
  @Test
  void aSaddleNearbyIsSeenBetweenPosts() throws IOException {
    Terrain saddle =
        (latitude, longitude) -> {
          long row = Math.round(-latitude / STEP);
          long column = Math.round(longitude / STEP);
          return (row == 3 && column == 4) || (row == 4 && column == 3) ? 40 : 0;
        };
    Path file = saddle.write(folder.resolve("a.tif"), 10 * STEP, -10 * STEP, 21, 21, STEP, STEP);
    double t = Math.sqrt(12) - 3;
    double expected = Math.toDegrees(Math.atan(80 * t * (1 - t) / ((3 + t) * 43.58)));
    assertEquals(expected, elevation(horizon(file, 0, 0, ON_THE_GROUND), 135), 0.03);
  }

  /**
   * The slow way: looks at points on a hill, 3 m from each other, as if they were satellites, and
   * takes the highest within 0.05 degrees of an azimuth.
   */
  @Test
  void aHillAgreesWithLooksAtItsPoints() throws IOException {
    double latitude = 60;
    double longitude = 10;
    Terrain hills =
        (lat, lon) ->
            300 * Math.exp(-sq((lat - 60.02) / 0.006) - sq((lon - 10.03) / 0.012))
                + 200 * Math.exp(-sq((lat - 60.012) / 0.003) - sq((lon - 10.035) / 0.006));
    Path file = hills.write(folder.resolve("a.tif"), 60.06, 9.95, 541, 541, STEP, STEP);
    TerrainHorizon horizon = horizon(file, latitude, longitude, new HorizonSetting(1.5, 0, 20_000));
    GroundSite eye = GroundSite.ofDegrees("x", latitude, longitude, horizon.groundMeters() + 1.5);
    double[] highest = new double[720];
    Arrays.fill(highest, -90);
    for (double lat = 60; lat < 60.05; lat += 0.00003) {
      for (double lon = 10.001; lon < 10.08; lon += 0.00006) {
        LookAngles look = look(eye, lat, lon, hills.meters(lat, lon));
        int nearest = (int) Math.rint(2 * look.azimuthDegrees()) % 720;
        if (Math.abs(look.azimuthDegrees() - nearest / 2.0) < 0.05) {
          highest[nearest] = Math.max(highest[nearest], look.elevationDegrees());
        }
      }
    }
    for (double azimuth = 20; azimuth <= 80; azimuth += 0.5) {
      assertEquals(
          highest[(int) (2 * azimuth)], elevation(horizon, azimuth), 0.05, "azimuth " + azimuth);
    }
    assertTrue(horizon.highest().elevationDegrees() > 5);
  }

  private static double sq(double value) {
    return value * value;
  }

  private static LookAngles look(GroundSite eye, double lat, double lon, double heightMeters) {
    double phi = Math.toRadians(lat);
    double lambda = Math.toRadians(lon);
    double e2 = GroundSite.FLATTENING * (2 - GroundSite.FLATTENING);
    double n = GroundSite.EQUATORIAL_RADIUS_METERS / Math.sqrt(1 - e2 * sq(Math.sin(phi)));
    return new LocalHorizon(eye)
        .lookAngles(
            (n + heightMeters) * Math.cos(phi) * Math.cos(lambda),
            (n + heightMeters) * Math.cos(phi) * Math.sin(lambda),
            (n * (1 - e2) + heightMeters) * Math.sin(phi));
  }
}
