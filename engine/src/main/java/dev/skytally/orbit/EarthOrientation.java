package dev.skytally.orbit;

import java.time.Instant;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.jspecify.annotations.Nullable;
import org.orekit.data.DataContext;
import org.orekit.frames.Frame;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.TimeScalarFunction;
import org.orekit.utils.IERSConventions;

/**
 * The orientation of the Earth at an instant: the rotation from TEME, the frame of SGP4, to
 * Earth-fixed.
 *
 * <p>Without Earth-orientation parameters, it is one rotation about the pole by Greenwich mean
 * sidereal time of 1982, with UT1 taken as UTC. Orekit's full chain of frames differs from it by at
 * most 1.1e-5 degrees (5 m at 27,000 km), since what the nutation adds on the way it takes away
 * again ({@code EarthRotationTest}). With parameters, Orekit's full chain to ITRF is used, which
 * includes UT1 and polar motion. This turns the Earth by up to 14 arc seconds more or less, since
 * 2018 by up to 5.
 *
 * <p>Immutable.
 */
public final class EarthOrientation {
  private static final TimeScalarFunction SIDEREAL_TIME = OrekitContext.greenwichMeanSiderealTime();
  private static final EarthOrientation MEAN = new EarthOrientation(null, null);

  /** Null for mean sidereal time. */
  private final @Nullable Frame teme;

  private final @Nullable Frame itrf;

  private EarthOrientation(@Nullable Frame teme, @Nullable Frame itrf) {
    this.teme = teme;
    this.itrf = itrf;
  }

  /** {@return the orientation by mean sidereal time, without parameters} */
  public static EarthOrientation mean() {
    return MEAN;
  }

  /**
   * {@return the orientation by the full chain of frames (IERS 2010, tides ignored) with the
   * parameters of a data context} Orekit takes all parameters as zero on dates that they do not
   * cover, so UT1 jumps there.
   *
   * @param context provides time scales, frames and parameters
   * @throws org.orekit.errors.OrekitException if the context has no leap seconds or frames
   */
  public static EarthOrientation of(DataContext context) {
    return new EarthOrientation(
        context.getFrames().getTEME(),
        context.getFrames().getITRF(IERSConventions.IERS_2010, true));
  }

  /**
   * Returns the matrix of the rotation from TEME to Earth-fixed: nine numbers, row by row.
   *
   * @param utc the date by a clock that ignores leap seconds since the first node, for UT1, which
   *     has none
   */
  double[] matrix(AbsoluteDate date, Instant utc) {
    if (teme == null || itrf == null) {
      double siderealTimeRadians = SIDEREAL_TIME.value(OrekitContext.date(utc));
      double sine = Math.sin(siderealTimeRadians);
      double cosine = Math.cos(siderealTimeRadians);
      return new double[] {cosine, sine, 0, -sine, cosine, 0, 0, 0, 1};
    }
    Rotation rotation = teme.getStaticTransformTo(itrf, date).getRotation();
    double[][] rows = rotation.getMatrix();
    double[] matrix = new double[9];
    for (int row = 0; row < 3; row++) {
      System.arraycopy(rows[row], 0, matrix, 3 * row, 3);
    }
    return matrix;
  }
}
