package dev.skytally.internal.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.ReferenceData;
import dev.skytally.elements.ElementSet;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.TimeGrid;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.reference.PlainCrossings;
import dev.skytally.reference.PlainCrossings.Crossing;
import dev.skytally.reference.PlainView;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both kernels find the crossings that the plain way finds, from the same half day's positions. */
class CrossingsContractTest {
  private static final double END_SECONDS = 43_200;
  private static final long SPAN = ReferenceData.SNAPSHOT.toEpochDay() * 2;

  /** Crossings are solved to 0.4 microseconds and rounded to whole ones. */
  private static final double TIME_SECONDS = 2e-6;

  /** Where a satellite hardly moves against the mask, the search ends at a millisecond. */
  private static final double GRAZING_SECONDS = 5.1e-4;

  /** Between the lowest and the highest sites on the equator at longitude 0. */
  private static final double MIDDLE_X =
      GroundSite.EQUATORIAL_RADIUS_METERS + GroundSite.HIGHEST_METERS / 2;

  private static final double[] MASKS_DEGREES = {-5, 0, 5, 30, 60, 85, 89};

  /** How far a pass rises above the mask, or a gap dips below it. */
  private static final double[] TIPS_DEGREES = {1, 1e-2, 1e-4, 1e-6};

  private static final List<GroundSite> SITES =
      List.of(
          GroundSite.ofDegrees("North Pole", 90, 0, 0),
          GroundSite.ofDegrees("South Pole", -90, 0, 2835),
          GroundSite.ofDegrees("equator on the antimeridian", 0, 180, 0),
          GroundSite.ofDegrees("west of the antimeridian", -17.8, -179.999, 0),
          GroundSite.ofDegrees("Toulouse", 43.6, 1.45, 150));

  /** A valley: steep sides, a notch and a jagged ridge. */
  private static final ElevationMask VALLEY =
      ElevationMask.horizonOfDegrees(
          Map.of(
              0.0, 25.0, 40.0, 5.0, 41.0, 30.0, 90.0, 20.0, 91.5, -1.0, 93.0, 20.0, 180.0, 3.0,
              250.0, 40.0, 300.0, 12.0, 359.0, 24.0));

  private static final ElementSet LOW = orbit("low", 15.5, 0.001, 51.6);

  private static ElementSet orbit(
      String name, double revolutionsPerDay, double eccentricity, double inclinationDegrees) {
    return ReferenceData.elementSet(
        name, 90_001, revolutionsPerDay, eccentricity, inclinationDegrees, 10, 270, 30);
  }

  private static List<ElementSet> navigationOrbits() {
    return List.of(
        orbit("GPS", 2.0056, 0.012, 55),
        orbit("GLONASS", 2.131, 0.001, 64.8),
        orbit("inclined geosynchronous", 1.0027, 0.005, 55),
        orbit("geostationary", 1.0027, 0.0002, 0.05),
        orbit("Galileo astray", 1.8552, 0.16, 50),
        orbit("Molniya", 2.006, 0.7, 63.4));
  }

  private static EphemerisBlock block(List<ElementSet> orbits) {
    return block(orbits, TimeGrid.of(orbits));
  }

  private static EphemerisBlock block(List<ElementSet> orbits, TimeGrid grid) {
    return block(orbits, grid, SPAN);
  }

  private static EphemerisBlock block(List<ElementSet> orbits, TimeGrid grid, long span) {
    EphemerisBlock block = new EphemerisBlock(grid, EarthOrientation.mean(), span, orbits.size());
    for (int j = 0; j < orbits.size(); j++) {
      try {
        block.propagate(j, PositionSource.of(orbits.get(j)));
      } catch (PropagationException e) {
        throw new IllegalStateException(e);
      }
    }
    return block;
  }

  /** The same mask all around, by the path for masks by azimuth. */
  private static ElevationMask almostConstant(double degrees) {
    return ElevationMask.horizonOfDegrees(Map.of(0.0, degrees, 180.0, degrees + 1e-9));
  }

  private static DoubleUnaryOperator aboveMaskDegrees(
      EphemerisBlock block, int satellite, PlainView view) {
    double[] state = new double[6];
    return seconds -> {
      int step = (int) Math.min(seconds / block.stepSeconds(), block.steps() - 1);
      block.state(step, satellite, seconds / block.stepSeconds() - step, state);
      return view.aboveMaskDegrees(state[0], state[1], state[2]);
    };
  }

  /** What a kernel reports, by satellite. */
  private static final class Recorder implements SkyEvents {
    private final long startMicros;
    private boolean[] inView;
    private final List<List<Crossing>> crossings = new ArrayList<>();

    Recorder(EphemerisBlock block) {
      startMicros = block.startMicros(0);
      for (int j = 0; j < block.satellites(); j++) {
        crossings.add(new ArrayList<>());
      }
    }

    @Override
    public void begin(boolean[] inViewAtFirst) {
      inView = inViewAtFirst.clone();
    }

    @Override
    public void crossing(long utcMicros, int satellite, boolean rising) {
      crossings.get(satellite).add(new Crossing((utcMicros - startMicros) / 1e6, rising));
    }
  }

  /**
   * Requires that a kernel finds what the plain way finds.
   *
   * @return the number of crossings
   */
  private static int compare(
      EphemerisBlock block, GroundSite site, ElevationMask mask, double everySeconds) {
    return compare(block, site, mask, everySeconds, TIME_SECONDS);
  }

  private static int compare(
      EphemerisBlock block,
      GroundSite site,
      ElevationMask mask,
      double everySeconds,
      double toleranceSeconds) {
    return compare(CrossingFinder.of(mask), block, site, mask, everySeconds, toleranceSeconds);
  }

  private static int compare(
      CrossingFinder finder,
      EphemerisBlock block,
      GroundSite site,
      ElevationMask mask,
      double everySeconds,
      double toleranceSeconds) {
    Recorder found = new Recorder(block);
    finder.prepare(block, mask);
    finder.sweep(new LocalHorizon(site), 0, block.steps(), true, found);
    int crossings = 0;
    for (int j = 0; j < block.satellites(); j++) {
      String what = site + ", " + mask + ", satellite " + j;
      DoubleUnaryOperator above = aboveMaskDegrees(block, j, new PlainView(site, mask));
      List<Crossing> expected = PlainCrossings.of(above, END_SECONDS, everySeconds);
      List<Crossing> actual = found.crossings.get(j);
      assertEquals(above.applyAsDouble(0) >= 0, found.inView[j], what);
      assertEquals(expected.size(), actual.size(), () -> what + ": " + expected + actual);
      for (int k = 0; k < expected.size(); k++) {
        assertEquals(expected.get(k).rising(), actual.get(k).rising(), what);
        assertEquals(expected.get(k).seconds(), actual.get(k).seconds(), toleranceSeconds, what);
      }
      crossings += expected.size();
    }
    return crossings;
  }

  /** A place on the ellipsoid by its direction from the Earth's centre. */
  private static GroundSite below(double x, double y, double z, double heightMeters) {
    double oneLess = 1 - GroundSite.FLATTENING;
    return GroundSite.ofDegrees(
        "below",
        Math.toDegrees(Math.atan(z / (oneLess * oneLess * Math.hypot(x, y)))),
        Math.toDegrees(Math.atan2(y, x)),
        heightMeters);
  }

  /** The place below a satellite after a third of a step, which halving never comes near. */
  private static GroundSite below(EphemerisBlock block, int step, double heightMeters) {
    double[] state = new double[6];
    block.state(step, 0, 1.0 / 3, state);
    return below(state[0], state[1], state[2], heightMeters);
  }

  @ParameterizedTest
  @MethodSource("navigationOrbits")
  void everyMaskOverEverySite(ElementSet orbit) {
    EphemerisBlock block = block(List.of(orbit));
    List<GroundSite> sites = new ArrayList<>(SITES);
    sites.add(below(block, block.steps() / 3, 0));
    int crossings = 0;
    for (GroundSite site : sites) {
      for (double maskDegrees : MASKS_DEGREES) {
        crossings += compare(block, site, ElevationMask.ofDegrees(maskDegrees), 20);
        crossings += compare(block, site, almostConstant(maskDegrees), 20);
      }
      crossings += compare(block, site, VALLEY, 2);
    }
    assertTrue(crossings > 0 || orbit.name().equals("geostationary"));
  }

  /** Passes right overhead, shorter than a step, at distances that no navigation satellite has. */
  @Test
  void everyMaskBelowALowSatellite() {
    EphemerisBlock block = block(List.of(LOW));
    for (int step : new int[] {3, 20, 41}) {
      GroundSite site = below(block, step, 0);
      for (double maskDegrees : MASKS_DEGREES) {
        assertTrue(compare(block, site, ElevationMask.ofDegrees(maskDegrees), 1) > 0);
      }
      assertTrue(compare(block, site, almostConstant(60), 1) > 0);
    }
    assertTrue(compare(block, below(block, 41, 0), VALLEY, 0.5) > 0);
  }

  /** The highest site, 60 km below one of the lowest satellites. */
  @Test
  void everyMaskJustBelowALowSatellite() {
    EphemerisBlock block = block(List.of(orbit("lowest", 16.45, 0.0005, 51.6)));
    GroundSite site = below(block, 20, GroundSite.HIGHEST_METERS);
    for (double maskDegrees : MASKS_DEGREES) {
      assertTrue(compare(block, site, ElevationMask.ofDegrees(maskDegrees), 0.5) > 0);
    }
  }

  static Stream<ElementSet> grazingOrbits() {
    return Stream.concat(navigationOrbits().stream(), Stream.of(LOW));
  }

  /** The mask is put just below each culmination, and just above each lowest point in view. */
  @ParameterizedTest
  @MethodSource("grazingOrbits")
  void grazingPassesAndGaps(ElementSet orbit) {
    EphemerisBlock block = block(List.of(orbit));
    double everySeconds = orbit.equals(LOW) ? 5 : 60;
    int grazing = 0;
    for (GroundSite site : SITES) {
      DoubleUnaryOperator elevation =
          aboveMaskDegrees(block, 0, new PlainView(site, ElevationMask.ofDegrees(0)));
      for (PlainCrossings.Turn turn : PlainCrossings.turns(elevation, END_SECONDS, everySeconds)) {
        double turnDegrees = elevation.applyAsDouble(turn.seconds());
        if (turnDegrees < -4 || turnDegrees > 87) {
          continue;
        }
        for (double tipDegrees : TIPS_DEGREES) {
          double maskDegrees = turnDegrees + (turn.isTop() ? -tipDegrees : tipDegrees);
          int crossings =
              compare(
                  block, site, ElevationMask.ofDegrees(maskDegrees), everySeconds, GRAZING_SECONDS);
          if (tipDegrees >= 1e-4 && !orbit.equals(LOW)) {
            assertEquals(
                crossings, compare(block, site, almostConstant(maskDegrees), everySeconds));
          }
          grazing++;
        }
      }
    }
    assertTrue(grazing > 0, "the case that this test is for does not occur");
  }

  /**
   * Over this site a low satellite comes up to the horizon in the middle of a step, where the bound
   * on the margin's curvature is tightest.
   */
  @Test
  void grazingTheHorizonInTheMiddleOfAStep() {
    EphemerisBlock block = block(List.of(LOW));
    ElevationMask horizon = ElevationMask.ofDegrees(0);
    for (int step : new int[] {3, 20, 41, 60}) {
      GroundSite site = grazed(block, step, 1e-3);
      assertTrue(compare(block, site, horizon, 5, GRAZING_SECONDS) > 0);
      DoubleUnaryOperator above = aboveMaskDegrees(block, 0, new PlainView(site, horizon));
      assertFalse(above.applyAsDouble(step * block.stepSeconds()) >= 0);
      assertFalse(above.applyAsDouble((step + 1) * block.stepSeconds()) >= 0);
    }
  }

  /** A site beside the track that the satellite passes a little above the horizon. */
  private static GroundSite grazed(EphemerisBlock block, int step, double tipDegrees) {
    double[] p = new double[6];
    block.state(step, 0, 0.5, p);
    double near = Math.toRadians(5);
    double far = Math.toRadians(40);
    for (int halving = 0; halving < 60; halving++) {
      double middle = (near + far) / 2;
      DoubleUnaryOperator above =
          aboveMaskDegrees(block, 0, new PlainView(beside(p, middle), ElevationMask.ofDegrees(0)));
      double top =
          PlainCrossings.turn(
              above, step * block.stepSeconds(), (step + 1) * block.stepSeconds(), true);
      if (above.applyAsDouble(top) > tipDegrees) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return beside(p, near);
  }

  /** The place at an angle from a satellite's position, across its velocity. */
  private static GroundSite beside(double[] p, double radians) {
    double crossX = p[1] * p[5] - p[2] * p[4];
    double crossY = p[2] * p[3] - p[0] * p[5];
    double crossZ = p[0] * p[4] - p[1] * p[3];
    double along = Math.cos(radians) / Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
    double across =
        Math.sin(radians) / Math.sqrt(crossX * crossX + crossY * crossY + crossZ * crossZ);
    return below(
        along * p[0] + across * crossX,
        along * p[1] + across * crossY,
        along * p[2] + across * crossZ,
        0);
  }

  /** Shorter steps keep the satellite further from the Earth's centre, which bounds less. */
  @Test
  void everyMaskBelowALowSatelliteInShortSteps() {
    TimeGrid shortSteps = TimeGrid.of(List.of(LOW, orbit("eccentric", 4, 0.6, 10)));
    EphemerisBlock block = block(List.of(LOW), shortSteps);
    assertTrue(block.steps() > block(List.of(LOW)).steps());
    for (int step : new int[] {3, 20, 41}) {
      for (double maskDegrees : MASKS_DEGREES) {
        ElevationMask mask = ElevationMask.ofDegrees(maskDegrees);
        assertTrue(compare(block, below(block, step, 0), mask, 1) > 0);
      }
    }
  }

  /** Narrow peaks and notches, which a satellite passes in seconds. */
  private static ElevationMask jagged(Random random, double narrowestDegrees) {
    Map<Double, Double> points = new TreeMap<>();
    for (int azimuth = 0; azimuth < 360; azimuth += 6) {
      double base = 5 + 30 * random.nextDouble();
      double tip = random.nextInt(3) > 0 ? 40 + 48 * random.nextDouble() : -5;
      double halfWidth = narrowestDegrees * (1 + random.nextDouble());
      points.put(azimuth + 3.0 - halfWidth, base);
      points.put(azimuth + 3.0, tip);
      points.put(azimuth + 3.0 + halfWidth, base);
    }
    return ElevationMask.horizonOfDegrees(points);
  }

  @Test
  void behindEachPeakOfAJaggedHorizon() {
    Random random = new Random(7);
    EphemerisBlock block = block(navigationOrbits());
    for (GroundSite site : SITES) {
      assertTrue(compare(block, site, jagged(random, 0.3), 0.5) > 20);
    }
  }

  @Test
  void behindEachPeakOfAJaggedHorizonFromALowOrbit() {
    Random random = new Random(8);
    EphemerisBlock block = block(List.of(LOW));
    assertTrue(compare(block, below(block, 20, 0), jagged(random, 1), 0.25) > 20);
  }

  /** The place that sees a position in the north, at an angle from the zenith. */
  private static GroundSite southOf(double[] p, double zenithDegrees) {
    double longitude = Math.toDegrees(Math.atan2(p[1], p[0]));
    double south = -89;
    double north = 89;
    for (int halving = 0; halving < 60; halving++) {
      double latitude = (south + north) / 2;
      LookAngles angles =
          new LocalHorizon(GroundSite.ofDegrees("south", latitude, longitude, 0))
              .lookAngles(p[0], p[1], p[2]);
      double northwards = (90 - angles.elevationDegrees()) * Math.cos(angles.azimuthRadians());
      if (northwards > zenithDegrees) {
        south = latitude;
      } else {
        north = latitude;
      }
    }
    return GroundSite.ofDegrees("south", south, longitude, 0);
  }

  /** A wall almost up to the zenith, behind which satellites culminate for some seconds. */
  @Test
  void behindAWallNearTheZenith() {
    EphemerisBlock block = block(List.of(navigationOrbits().get(0)));
    double[] state = new double[6];
    int crossings = 0;
    for (int step = 1; step < block.steps(); step++) {
      block.state(step, 0, 0.4, state);
      GroundSite site = southOf(state, 0.04);
      LookAngles top = new LocalHorizon(site).lookAngles(state[0], state[1], state[2]);
      assertTrue(top.elevationDegrees() > 89.9);
      Map<Double, Double> points = new TreeMap<>();
      for (double beside : new double[] {-90, -31, 31, 90, 180}) {
        points.put((top.azimuthDegrees() + beside + 360) % 360, 10.0);
      }
      for (double beside : new double[] {-30, 30}) {
        points.put((top.azimuthDegrees() + beside + 360) % 360, 89.99);
      }
      ElevationMask wall = ElevationMask.horizonOfDegrees(points);
      crossings += compare(block, site, wall, 1);
    }
    assertTrue(crossings > 2 * block.steps(), crossings + " crossings");
  }

  /** An almost flat horizon with a point exactly in the direction of the satellite. */
  private static ElevationMask through(LookAngles at) {
    double[] azimuths = {0.1, 1.6, 3.1, 4.6, 6.1, at.azimuthRadians()};
    Arrays.sort(azimuths);
    double[] elevations = new double[azimuths.length];
    Arrays.fill(elevations, at.elevationRadians() + 1e-11);
    elevations[Arrays.binarySearch(azimuths, at.azimuthRadians())] = at.elevationRadians();
    return ElevationMask.horizonOfRadians(azimuths, elevations);
  }

  /** It rises or sets just where two steps meet. */
  @Test
  void aSatelliteExactlyOnTheHorizonIsInView() {
    EphemerisBlock block = block(List.of(navigationOrbits().get(0)));
    int rises = 0;
    int sets = 0;
    for (GroundSite site : SITES) {
      LocalHorizon horizon = new LocalHorizon(site);
      for (int end = 1; end < block.steps(); end++) {
        LookAngles at =
            horizon.lookAngles(block.xMeters()[end], block.yMeters()[end], block.zMeters()[end]);
        if (at.elevationDegrees() < 5 || at.elevationDegrees() > 80) {
          continue;
        }
        ElevationMask mask = through(at);
        double seconds = end * block.stepSeconds();
        DoubleUnaryOperator above = aboveMaskDegrees(block, 0, new PlainView(site, mask));
        boolean rising = above.applyAsDouble(seconds + 1) > above.applyAsDouble(seconds - 1);
        CrossingFinder finder = CrossingFinder.of(mask);
        finder.prepare(block, mask);
        Recorder before = new Recorder(block);
        finder.sweep(horizon, end - 1, end + 1, true, before);
        List<Crossing> there =
            before.crossings.get(0).stream()
                .filter(crossing -> Math.abs(crossing.seconds() - seconds) < 1)
                .toList();
        assertEquals(1, there.size(), () -> site + ", " + mask + ": " + there);
        assertEquals(rising, there.get(0).rising());
        assertEquals(seconds, there.get(0).seconds(), TIME_SECONDS);
        Recorder from = new Recorder(block);
        finder.sweep(horizon, end, end + 1, true, from);
        assertTrue(from.inView[0]);
        rises += rising ? 1 : 0;
        sets += rising ? 0 : 1;
      }
    }
    assertTrue(rises > 5 && sets > 5, rises + " rises, " + sets + " sets");
  }

  private static ElementSet orbit(double meanAnomalyDegrees) {
    return ReferenceData.elementSet("", 90_001, 2.0056, 0.012, 55, 10, 270, meanAnomalyDegrees);
  }

  /** Mean anomalies of {@link #orbit(double)} with which a function of the block is almost 0. */
  private static List<Double> meanAnomalies(
      long span, ToDoubleFunction<EphemerisBlock> function, double withinDegrees) {
    DoublePredicate isPositive =
        degrees -> {
          List<ElementSet> orbits = List.of(orbit(degrees));
          return function.applyAsDouble(block(orbits, TimeGrid.of(orbits), span)) > 0;
        };
    List<Double> found = new ArrayList<>();
    for (int degrees = 0; degrees < 360; degrees += 30) {
      boolean isPositiveBefore = isPositive.test(degrees);
      if (isPositiveBefore == isPositive.test(degrees + 30)) {
        continue;
      }
      double from = degrees;
      double to = degrees + 30;
      while (to - from > withinDegrees) {
        double middle = (from + to) / 2;
        if (isPositive.test(middle) == isPositiveBefore) {
          from = middle;
        } else {
          to = middle;
        }
      }
      found.add(from);
    }
    return found;
  }

  /**
   * The horizon of a site on the equator at longitude 0 is a plane of equal x, so the margin is
   * exactly 0 where the satellite's x is the site's.
   */
  @Test
  void aSatelliteExactlyOnAMaskThatIsTheSameAllAroundIsInView() {
    int end = 5;
    ElevationMask mask = ElevationMask.ofDegrees(0);
    int rises = 0;
    int sets = 0;
    for (double degrees : meanAnomalies(SPAN, block -> block.xMeters()[end] - MIDDLE_X, 0.01)) {
      EphemerisBlock block = block(List.of(orbit(degrees)));
      double x = block.xMeters()[end];
      GroundSite site =
          GroundSite.ofDegrees("equator", 0, 0, x - GroundSite.EQUATORIAL_RADIUS_METERS);
      LocalHorizon horizon = new LocalHorizon(site);
      assertEquals(x, horizon.xMeters, 0);
      compare(block, site, mask, 20);
      CrossingFinder finder = CrossingFinder.of(mask);
      finder.prepare(block, mask);
      Recorder fromThere = new Recorder(block);
      finder.sweep(horizon, end, end + 1, true, fromThere);
      assertTrue(fromThere.inView[0]);
      double[] state = new double[6];
      block.state(end, 0, 0, state);
      rises += state[3] > 0 ? 1 : 0;
      sets += state[3] < 0 ? 1 : 0;
    }
    assertTrue(rises > 0 && sets > 0, rises + " rises, " + sets + " sets");
  }

  /** Two satellites pass the plane of a site's horizon in a leap second, and one does not. */
  @Test
  void aCrossingInALeapSecondIsReportedAtMidnightAfterIt() {
    long span = LocalDate.of(2016, 12, 31).toEpochDay() * 2 + 1;
    List<ElementSet> orbits = new ArrayList<>();
    for (double degrees :
        meanAnomalies(
            span,
            block ->
                (block.xMeters()[block.steps()] + block.xMeters()[block.steps() + 1]) / 2
                    - MIDDLE_X,
            1e-3)) {
      orbits.add(orbit(degrees));
    }
    orbits.add(1, navigationOrbits().get(0));
    assertEquals(3, orbits.size());
    EphemerisBlock block = block(orbits, TimeGrid.of(orbits), span);
    int steps = block.steps();
    LocalHorizon horizon =
        new LocalHorizon(
            GroundSite.ofDegrees("equator", 0, 0, MIDDLE_X - GroundSite.EQUATORIAL_RADIUS_METERS));
    for (ElevationMask mask : List.of(ElevationMask.ofDegrees(0), almostConstant(0))) {
      CrossingFinder finder = CrossingFinder.of(mask);
      finder.prepare(block, mask);
      Recorder last = new Recorder(block);
      finder.sweep(horizon, steps - 1, steps, true, last);
      Recorder earlier = new Recorder(block);
      finder.sweep(horizon, steps - 2, steps - 1, true, earlier);
      List<Crossing> atMidnight = new ArrayList<>();
      for (int j = 0; j < orbits.size(); j++) {
        boolean atFirst = block.xMeters()[(steps - 1) * orbits.size() + j] >= MIDDLE_X;
        assertEquals(atFirst, last.inView[j]);
        boolean before = block.xMeters()[steps * orbits.size() + j] >= MIDDLE_X;
        boolean after = block.xMeters()[(steps + 1) * orbits.size() + j] >= MIDDLE_X;
        List<Crossing> expected =
            before == after ? List.of() : List.of(new Crossing(END_SECONDS, after));
        assertEquals(expected, last.crossings.get(j));
        assertEquals(List.of(), earlier.crossings.get(j));
        atMidnight.addAll(expected);
      }
      assertEquals(2, atMidnight.size());
      assertNotEquals(atMidnight.get(0).rising(), atMidnight.get(1).rising());
    }
  }

  /**
   * The first two blocks have equally many ends of steps, but not equally many steps. The last one
   * has equally many steps as the one before, but more ends.
   */
  @Test
  void oneFinderServesBlocksOfAllSizesAndOtherMasks() {
    List<ElementSet> orbits = new ArrayList<>();
    for (int k = 0; k < 33; k++) {
      orbits.add(
          ReferenceData.elementSet(
              "", 90_001 + k, 2.0056, 0.01, 55, 60 * k % 360, 270, 37 * k % 360));
    }
    TimeGrid halfSteps = TimeGrid.of(List.of(orbit("eccentric", 2.0056, 0.3, 55)));
    EphemerisBlock first = block(orbits);
    EphemerisBlock second = block(orbits.subList(0, 17), halfSteps);
    assertEquals(16 * 33, first.steps() * first.satellites());
    assertEquals(32 * 17, second.steps() * second.satellites());
    List<ElementSet> few = orbits.subList(5, 9);
    EphemerisBlock beforeLeapSecond =
        block(few, TimeGrid.of(few), LocalDate.of(2016, 12, 31).toEpochDay() * 2 + 1);
    assertTrue(beforeLeapSecond.leapSecondFollows());
    List<EphemerisBlock> blocks = List.of(first, second, first, block(few), beforeLeapSecond);
    for (ElevationMask mask : List.of(ElevationMask.ofDegrees(5), VALLEY)) {
      CrossingFinder finder = CrossingFinder.of(mask);
      for (EphemerisBlock block : blocks) {
        assertTrue(compare(finder, block, SITES.get(4), mask, 10, TIME_SECONDS) > 0);
      }
      ElevationMask higher = mask.atLeastDegrees(30);
      assertTrue(compare(finder, beforeLeapSecond, SITES.get(4), higher, 10, TIME_SECONDS) > 0);
    }
  }

  @Test
  void noSatellite() {
    EphemerisBlock block = block(List.of());
    for (ElevationMask mask : List.of(ElevationMask.ofDegrees(5), VALLEY)) {
      assertEquals(0, compare(block, SITES.get(0), mask, 60));
    }
  }

  @Test
  void hundredAndTwentySevenSatellites() {
    List<ElementSet> orbits =
        List.copyOf(ReferenceData.elementSets(ReferenceData.SNAPSHOT).values()).subList(0, 127);
    EphemerisBlock block = block(orbits);
    for (GroundSite site : List.of(SITES.get(0), SITES.get(3))) {
      assertTrue(compare(block, site, ElevationMask.ofDegrees(5), 60) > 127);
      assertTrue(compare(block, site, VALLEY, 10) > 127);
    }
  }
}
