package dev.skytally.orbit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.input.TextFile;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GLONASS messages around midnight in Moscow, which is at 21:00 UTC. */
class GlonassMotionTest {
  /**
   * The integration's step, and the Moon's and Sun's pull, which is kept constant in other axes.
   */
  private static final double TOLERANCE_METERS = 1;

  /** Metres, metres per second, and metres per second squared by Moon and Sun. */
  private static final double[] POSITION = {-15_766_139.6, -11_014_561.5, -16_763_001.5};

  private static final double[] VELOCITY = {2_239.98, 505.58, -2_438.23};
  private static final double[] MOON_AND_SUN = {-0.93e-6, 1.86e-6, 0.93e-6};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-01-13T20:45:00",
        "2022-01-13T21:15:00",
        "2022-01-13T12:15:00",
        // The last day of 2019, so that days are counted anew from the next midnight.
        "2019-12-31T20:45:00"
      })
  void messageIsIntegratedAcrossMidnightInMoscow(LocalDateTime utc) throws Exception {
    Instant own = utc.toInstant(ZoneOffset.UTC);
    OrbitFile file =
        OrbitFile.read(
            TextFile.of(
                "orbits",
                OrbitSamples.navigation(
                    OrbitSamples.glonassMessage("R01", utc, POSITION, VELOCITY, MOON_AND_SUN))),
            own,
            own);
    for (int seconds = -1_800; seconds <= 1_800; seconds += 60) {
      double[] expected = integrated(seconds);
      double[] actual = at(file, own.plusSeconds(seconds));
      double distance =
          Math.hypot(
              Math.hypot(expected[0] - actual[0], expected[1] - actual[1]),
              expected[2] - actual[2]);
      assertTrue(distance <= TOLERANCE_METERS, distance + " m after " + seconds + " s");
    }
  }

  private static double[] at(OrbitFile file, Instant utc) throws PropagationException {
    double[][] axes = new double[3][1];
    long[] micros = {ChronoUnit.MICROS.between(Instant.EPOCH, utc)};
    PositionSource.of(file.orbits().get("R01"), utc, utc)
        .propagate(new PropagationNodes(micros, EarthOrientation.mean()), axes);
    return new double[] {axes[0][0], axes[1][0], axes[2][0]};
  }

  /**
   * The position some seconds after the message, by the GLONASS interface control document 5.1,
   * appendix A.3.1.2: its equations of motion in the Earth-fixed axes of PZ-90, integrated by the
   * classical Runge-Kutta method in steps of about ten seconds.
   */
  private static double[] integrated(double seconds) {
    int steps = Math.max(1, (int) Math.abs(seconds / 10));
    double h = seconds / steps;
    double[] state = {POSITION[0], POSITION[1], POSITION[2], VELOCITY[0], VELOCITY[1], VELOCITY[2]};
    for (int step = 0; step < steps; step++) {
      double[] k1 = derivative(state);
      double[] k2 = derivative(moved(state, k1, h / 2));
      double[] k3 = derivative(moved(state, k2, h / 2));
      double[] k4 = derivative(moved(state, k3, h));
      for (int i = 0; i < 6; i++) {
        state[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return state;
  }

  private static double[] moved(double[] state, double[] derivative, double seconds) {
    double[] moved = new double[6];
    for (int i = 0; i < 6; i++) {
      moved[i] = state[i] + seconds * derivative[i];
    }
    return moved;
  }

  private static double[] derivative(double[] state) {
    double mu = 398_600.4418e9;
    double equatorialRadius = 6_378_136;
    double j2 = 1_082.62575e-6;
    double omega = 7.292115e-5;
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double r = Math.sqrt(x * x + y * y + z * z);
    double central = -mu / Math.pow(r, 3);
    double flattening = -1.5 * j2 * mu * Math.pow(equatorialRadius, 2) / Math.pow(r, 5);
    double zz = 5 * z * z / (r * r);
    return new double[] {
      state[3],
      state[4],
      state[5],
      (central + flattening * (1 - zz) + omega * omega) * x
          + 2 * omega * state[4]
          + MOON_AND_SUN[0],
      (central + flattening * (1 - zz) + omega * omega) * y
          - 2 * omega * state[3]
          + MOON_AND_SUN[1],
      (central + flattening * (3 - zz)) * z + MOON_AND_SUN[2]
    };
  }
}
