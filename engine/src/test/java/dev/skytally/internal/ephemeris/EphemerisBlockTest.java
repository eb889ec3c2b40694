package dev.skytally.internal.ephemeris;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.ReferenceData;
import dev.skytally.elements.ElementSet;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.OrbitSamples;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.ProvidedOrbit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orekit.utils.PVCoordinates;

class EphemerisBlockTest {
  private static final long SPAN = ReferenceData.SNAPSHOT.toEpochDay() * 2;
  private static final double EARTH_ROTATION_RADIANS_PER_SECOND = 7.2921151467e-5;
  private static final double RADIUS_METERS = 26_560_000;
  private static final int PARTS = 200;

  /** Sums of absolute coefficients exceed what they bound, most for low and eccentric orbits. */
  private static final double MOST_OF_SPEED = 2.1;

  private static final double MOST_OF_ACCELERATION = 2.7;

  /** Double precision leaves this much of a bound that is met exactly. */
  private static final double ROUNDING = 1e-9;

  private static ElementSet orbit(
      String name, double revolutionsPerDay, double eccentricity, double inclinationDegrees) {
    return ReferenceData.elementSet(
        name, 90_001, revolutionsPerDay, eccentricity, inclinationDegrees, 10, 270, 30);
  }

  private static List<ElementSet> orbits() {
    return List.of(
        orbit("GPS", 2.0056, 0.012, 55),
        orbit("geosynchronous", 1.0027, 0.005, 55),
        orbit("Galileo astray", 1.8552, 0.16, 50),
        orbit("Molniya", 2.006, 0.7, 63.4),
        orbit("low", 15.5, 0.001, 51.6));
  }

  private static EphemerisBlock block(long span, List<ElementSet> orbits) throws Exception {
    EphemerisBlock block =
        new EphemerisBlock(TimeGrid.of(orbits), EarthOrientation.mean(), span, orbits.size());
    for (int j = 0; j < orbits.size(); j++) {
      block.propagate(j, PositionSource.of(orbits.get(j)));
    }
    return block;
  }

  private static double length(double x, double y, double z) {
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** The bounds of each step hold, and are not much greater than what they bound. */
  @ParameterizedTest
  @MethodSource("orbits")
  void boundsHoldAndAreNear(ElementSet orbit) throws Exception {
    EphemerisBlock block = block(SPAN, List.of(orbits().get(0), orbit));
    double[] state = new double[6];
    double[] later = new double[6];
    double worstSpeed = 0;
    double worstAcceleration = 0;
    for (int step = 0; step < block.steps(); step++) {
      int index = step * block.satellites() + 1;
      double leastRadius = Double.MAX_VALUE;
      double greatestSpeed = 0;
      double greatestAcceleration = 0;
      double partSeconds = block.stepSeconds() / PARTS;
      for (int k = 0; k < PARTS; k++) {
        block.state(step, 1, (double) k / PARTS, state);
        block.state(step, 1, (k + 1.0) / PARTS, later);
        leastRadius = Math.min(leastRadius, length(state[0], state[1], state[2]));
        greatestSpeed = Math.max(greatestSpeed, length(state[3], state[4], state[5]));
        greatestAcceleration =
            Math.max(
                greatestAcceleration,
                length(later[3] - state[3], later[4] - state[4], later[5] - state[5])
                    / partSeconds);
      }
      double speed = block.greatestSpeedsMetersPerSecond()[index];
      double acceleration = block.greatestAccelerationsMetersPerSecondSquared()[index];
      assertTrue(speed >= greatestSpeed * (1 - ROUNDING));
      assertTrue(acceleration >= greatestAcceleration * (1 - ROUNDING));
      block.state(step, 1, 0, state);
      assertTrue(block.leastRadiiMeters()[index] <= leastRadius);
      assertEquals(
          length(state[0], state[1], state[2]) - speed * block.stepSeconds(),
          block.leastRadiiMeters()[index],
          1e-6);
      worstSpeed = Math.max(worstSpeed, speed / greatestSpeed);
      worstAcceleration = Math.max(worstAcceleration, acceleration / greatestAcceleration);
    }
    assertTrue(worstSpeed < MOST_OF_SPEED);
    assertTrue(worstAcceleration < MOST_OF_ACCELERATION);
  }

  /** Velocity by the difference of positions. */
  @Test
  void theVelocityIsTheRateOfThePosition() throws Exception {
    EphemerisBlock block = block(SPAN, orbits());
    double[] before = new double[6];
    double[] after = new double[6];
    double[] state = new double[6];
    for (int j = 0; j < block.satellites(); j++) {
      for (long micros = 1_000_000; micros < EphemerisBlock.SPAN_MICROS; micros += 1_234_567_891) {
        long at = block.startMicros(0) + micros;
        block.stateAt(at, j, state);
        block.stateAt(at - 50_000, j, before);
        block.stateAt(at + 50_000, j, after);
        for (int axis = 0; axis < 3; axis++) {
          assertEquals((after[axis] - before[axis]) / 0.1, state[3 + axis], 0.01);
        }
      }
    }
  }

  /** The ends of the steps are the positions of the polynomials there, and of the next block. */
  @Test
  void stepsAndBlocksMeet() throws Exception {
    List<ElementSet> orbits = orbits();
    EphemerisBlock block = block(SPAN, orbits);
    EphemerisBlock next = block(SPAN + 1, orbits);
    assertFalse(block.leapSecondFollows());
    assertEquals((block.steps() + 1) * orbits.size(), block.xMeters().length);
    assertEquals(next.startMicros(0), block.startMicros(block.steps()));
    double[] state = new double[6];
    for (int j = 0; j < orbits.size(); j++) {
      for (int end = 0; end <= block.steps(); end++) {
        block.stateAt(block.startMicros(end), j, state);
        assertIsEnd(block, end, j, state, 1);
      }
      next.stateAt(next.startMicros(0), j, state);
      assertIsEnd(block, block.steps(), j, state, 1e-3);
    }
  }

  private static void assertIsEnd(
      EphemerisBlock block, int end, int satellite, double[] state, double toleranceMeters) {
    int at = end * block.satellites() + satellite;
    assertEquals(state[0], block.xMeters()[at], toleranceMeters);
    assertEquals(state[1], block.yMeters()[at], toleranceMeters);
    assertEquals(state[2], block.zMeters()[at], toleranceMeters);
  }

  /**
   * The last second of 2016: a satellite flies on for the second that UTC does not count. The Earth
   * turns by UT1, which is taken as UTC, so it stands still meanwhile.
   */
  @Test
  void aLeapSecondHasAnEndOfItsOwn() throws Exception {
    List<ElementSet> orbits = orbits();
    long span = LocalDate.of(2016, 12, 31).toEpochDay() * 2 + 1;
    EphemerisBlock block = block(span, orbits);
    EphemerisBlock next = block(span + 1, orbits);
    assertTrue(block.leapSecondFollows());
    assertFalse(next.leapSecondFollows());
    double[] state = new double[6];
    for (int j = 0; j < orbits.size(); j++) {
      next.stateAt(next.startMicros(0), j, state);
      assertIsEnd(block, block.steps() + 1, j, state, 1e-3);
      int before = block.steps() * orbits.size() + j;
      int after = before + orbits.size();
      assertEquals(
          length(
              state[3] - EARTH_ROTATION_RADIANS_PER_SECOND * state[1],
              state[4] + EARTH_ROTATION_RADIANS_PER_SECOND * state[0],
              state[5]),
          length(
              block.xMeters()[after] - block.xMeters()[before],
              block.yMeters()[after] - block.yMeters()[before],
              block.zMeters()[after] - block.zMeters()[before]),
          6);
    }
  }

  /** The motion of a circular orbit above the equator, with a height above it by seconds. */
  private static EphemerisBlock blockOf(DoubleUnaryOperator zMeters) throws Exception {
    Instant begin = ReferenceData.SNAPSHOT.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = begin.plus(Duration.ofDays(1));
    ProvidedOrbit orbit =
        OrbitSamples.orbit(
            begin,
            end,
            seconds -> {
              double angle = EARTH_ROTATION_RADIANS_PER_SECOND * seconds;
              double speed = EARTH_ROTATION_RADIANS_PER_SECOND * RADIUS_METERS;
              return new PVCoordinates(
                  new Vector3D(
                      RADIUS_METERS * Math.cos(angle),
                      RADIUS_METERS * Math.sin(angle),
                      zMeters.applyAsDouble(seconds)),
                  new Vector3D(-speed * Math.sin(angle), speed * Math.cos(angle), 0));
            });
    EphemerisBlock block =
        new EphemerisBlock(TimeGrid.of(List.of(orbit)), EarthOrientation.mean(), SPAN, 1);
    block.propagate(0, PositionSource.of(orbit, begin, end));
    return block;
  }

  /** As where one message replaces another: the acceleration changes its sign every hour. */
  @Test
  void orbitWithBendsIsMetWithinAMeter() throws Exception {
    DoubleUnaryOperator arches =
        seconds -> {
          double sinceBend = seconds % 3_600;
          double arch = 2e-5 / 2 * sinceBend * (3_600 - sinceBend);
          return seconds % 7_200 < 3_600 ? arch : -arch;
        };
    EphemerisBlock block = blockOf(arches);
    double[] state = new double[6];
    for (int second = 0; second < 43_200; second += 97) {
      block.stateAt(block.startMicros(0) + second * 1_000_000L, 0, state);
      assertEquals(arches.applyAsDouble(second), state[2], 1, second + " s");
    }
  }

  @Test
  void jumpIsConfinedToTheStepThatHoldsIt() throws Exception {
    int jumpSecond = 20_000;
    EphemerisBlock block = blockOf(seconds -> seconds < jumpSecond ? 0 : 1_000);
    double[] state = new double[6];
    for (int step = 0; step < block.steps(); step++) {
      long begin = block.startMicros(step) - block.startMicros(0);
      long end = block.startMicros(step + 1) - block.startMicros(0);
      long jump = jumpSecond * 1_000_000L;
      if (jump < begin || jump > end) {
        for (double tau : new double[] {0, 0.3, 0.9}) {
          block.state(step, 0, tau, state);
          assertEquals(end < jump ? 0 : 1_000, state[2], 1e-6, "step " + step);
        }
      }
    }
  }

  @Test
  void samplesAreThePositionsOfEachSatelliteAtEachInstant() throws Exception {
    EphemerisBlock block = block(SPAN, orbits());
    long[] micros = {block.startMicros(0), block.startMicros(3) + 7, block.startMicros(9) - 1};
    SampledPositions samples = new SampledPositions(block, micros);
    assertEquals(3, samples.samples());
    assertEquals(orbits().size(), samples.satellites());
    double[] state = new double[6];
    double[] position = new double[3];
    for (int k = 0; k < micros.length; k++) {
      assertEquals(micros[k], samples.micros(k));
      for (int j = 0; j < samples.satellites(); j++) {
        block.stateAt(micros[k], j, state);
        int at = k * samples.satellites() + j;
        assertEquals(state[0], samples.xMeters()[at]);
        assertEquals(state[1], samples.yMeters()[at]);
        assertEquals(state[2], samples.zMeters()[at]);
        block.positionAt(micros[k], j, position);
        assertArrayEquals(Arrays.copyOf(state, 3), position);
      }
    }
  }
}
