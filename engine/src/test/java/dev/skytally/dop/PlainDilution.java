package dev.skytally.dop;

import dev.skytally.site.LookAngles;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** The slow and plain way to the dilution of precision: the inverse of the full normal matrix. */
public final class PlainDilution {
  private static final int COORDINATES = 3;

  private PlainDilution() {}

  /**
   * Returns the inverse of the full normal matrix: east, north, up, then each clock.
   *
   * @param lookAnglesByClock the satellites of each receiver clock
   */
  static RealMatrix covariance(List<List<LookAngles>> lookAnglesByClock) {
    return solver(lookAnglesByClock).getInverse();
  }

  /** Returns the PDOP; infinite if there is no position. Clocks may be without satellites. */
  public static double pdop(Collection<List<LookAngles>> lookAnglesByClock) {
    List<List<LookAngles>> inView =
        lookAnglesByClock.stream().filter(lookAngles -> !lookAngles.isEmpty()).toList();
    int satellites = inView.stream().mapToInt(List::size).sum();
    if (satellites < COORDINATES + inView.size() || !solver(inView).isNonSingular()) {
      return Double.POSITIVE_INFINITY;
    }
    double pdop = root(covariance(inView), 0, COORDINATES);
    return pdop <= Dilution.WORST_PDOP ? pdop : Double.POSITIVE_INFINITY;
  }

  /** Returns GDOP, PDOP, HDOP, VDOP and TDOP; infinite if there is no position. */
  public static double[] all(Collection<List<LookAngles>> lookAnglesByClock) {
    double[] all = new double[5];
    if (pdop(lookAnglesByClock) == Double.POSITIVE_INFINITY) {
      Arrays.fill(all, Double.POSITIVE_INFINITY);
      return all;
    }
    RealMatrix covariance =
        covariance(lookAnglesByClock.stream().filter(clock -> !clock.isEmpty()).toList());
    all[0] = root(covariance, 0, covariance.getRowDimension());
    all[1] = root(covariance, 0, COORDINATES);
    all[2] = root(covariance, 0, 2);
    all[3] = root(covariance, 2, COORDINATES);
    all[4] = root(covariance, COORDINATES, covariance.getRowDimension());
    return all;
  }

  private static DecompositionSolver solver(List<List<LookAngles>> lookAnglesByClock) {
    int rows = lookAnglesByClock.stream().mapToInt(List::size).sum();
    RealMatrix design = MatrixUtils.createRealMatrix(rows, COORDINATES + lookAnglesByClock.size());
    int row = 0;
    for (int clock = 0; clock < lookAnglesByClock.size(); clock++) {
      for (LookAngles seen : lookAnglesByClock.get(clock)) {
        double horizontal = Math.cos(seen.elevationRadians());
        design.setEntry(row, 0, -horizontal * Math.sin(seen.azimuthRadians()));
        design.setEntry(row, 1, -horizontal * Math.cos(seen.azimuthRadians()));
        design.setEntry(row, 2, -Math.sin(seen.elevationRadians()));
        design.setEntry(row, COORDINATES + clock, 1);
        row++;
      }
    }
    return new LUDecomposition(design.transpose().multiply(design)).getSolver();
  }

  /** Returns the root of a part of the trace. */
  static double root(RealMatrix covariance, int from, int to) {
    double trace = 0;
    for (int i = from; i < to; i++) {
      trace += covariance.getEntry(i, i);
    }
    return Math.sqrt(trace);
  }
}
