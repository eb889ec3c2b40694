package dev.skytally.dop;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Sky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Dilution of precision: how much the geometry of the satellites multiplies the error of a range,
 * if all ranges are equally good. Less is better.
 *
 * <p>Source: R. B. Langley, Dilution of Precision, GPS World, May 1999. Each system has a receiver
 * clock of its own; a system without a satellite in view has none. For one system these are the
 * usual figures. For more, the position's share is the position's part of the inverse of the full
 * normal matrix (three coordinates and a clock a system), and {@code gdop} is the root of its
 * trace, as of Y. Teng and J. Wang, A closed-form formula to calculate geometric dilution of
 * precision (GDOP) for multi-GNSS constellations, GPS Solutions 20, 2016. So {@code gdop^2 = pdop^2
 * + tdop^2} and {@code pdop^2 = hdop^2 + vdop^2} always; where a system comes into view with one
 * satellite, the position stays as it is and {@code gdop} grows by a clock.
 *
 * @param gdop of position and clocks
 * @param pdop of the position
 * @param hdop of the horizontal position
 * @param vdop of the height
 * @param tdop of the clocks: the root of the sum of their variances, so for one system of its clock
 */
public record Dilution(double gdop, double pdop, double hdop, double vdop, double tdop) {
  /**
   * A geometry with a greater PDOP counts as singular: a metre of range error is a kilometre of
   * position.
   */
  public static final double WORST_PDOP = 1000;

  /**
   * Of some systems used together, or of one; a system that is named twice counts once.
   *
   * @return empty if there is no position: fewer satellites than unknowns (three, and one for each
   *     system in view), or a singular geometry
   */
  public static Optional<Dilution> of(Sky sky, GnssSystem... systems) {
    return of(Arrays.stream(systems).distinct().map(sky::lookAngles).toList());
  }

  /**
   * Of any satellites.
   *
   * @param lookAnglesByClock the satellites of each receiver clock
   * @return empty if there is no position, as above
   */
  public static Optional<Dilution> of(Collection<List<LookAngles>> lookAnglesByClock) {
    PositionNormals position = new PositionNormals();
    List<Directions> systems = new ArrayList<>();
    for (List<LookAngles> lookAngles : lookAnglesByClock) {
      if (!lookAngles.isEmpty()) {
        Directions directions = new Directions();
        lookAngles.forEach(directions::add);
        PositionNormals normals = new PositionNormals();
        directions.writeTo(normals);
        position.add(normals);
        systems.add(directions);
      }
    }
    double pdopSquared = position.solve();
    if (pdopSquared == Double.POSITIVE_INFINITY) {
      return Optional.empty();
    }
    double clocks = 0;
    for (Directions system : systems) {
      clocks += system.clockVariance(position);
    }
    return Optional.of(
        new Dilution(
            Math.sqrt(pdopSquared + clocks),
            Math.sqrt(pdopSquared),
            Math.sqrt(position.inverseXx + position.inverseYy),
            Math.sqrt(position.inverseZz),
            Math.sqrt(clocks)));
  }

  /** Sums over the directions (east, north, up) to the satellites of one clock. */
  private static final class Directions {
    private int n;
    private double east;
    private double north;
    private double up;
    private double eastEast;
    private double eastNorth;
    private double eastUp;
    private double northNorth;
    private double northUp;
    private double upUp;

    void add(LookAngles lookAngles) {
      double horizontal = Math.cos(lookAngles.elevationRadians());
      double e = horizontal * Math.sin(lookAngles.azimuthRadians());
      double n = horizontal * Math.cos(lookAngles.azimuthRadians());
      double u = Math.sin(lookAngles.elevationRadians());
      this.n++;
      east += e;
      north += n;
      up += u;
      eastEast += e * e;
      eastNorth += e * n;
      eastUp += e * u;
      northNorth += n * n;
      northUp += n * u;
      upUp += u * u;
    }

    void writeTo(PositionNormals normals) {
      normals.setSystem(n, east, north, up, eastEast, eastNorth, eastUp, northNorth, northUp, upUp);
    }

    double clockVariance(PositionNormals solved) {
      return 1.0 / n + solved.variance(east / n, north / n, up / n);
    }
  }
}
