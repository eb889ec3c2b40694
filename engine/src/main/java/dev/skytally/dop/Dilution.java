package dev.skytally.dop;

import dev.skytally.internal.dop.Directions;
import dev.skytally.internal.dop.PositionNormals;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Sky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Dilution of precision: the factor by which the geometry of the satellites multiplies the error of
 * a range, if all ranges are equally accurate. Smaller is better.
 *
 * <p>Source: R. B. Langley, Dilution of Precision, GPS World, May 1999. {@link ReceiverClocks} says
 * which systems share a receiver clock: by default GPS and QZSS do, and every other system has its
 * own. A clock without a satellite in view does not count as an unknown. With one clock, these are
 * the usual figures. With more, {@code gdop} is the root of the trace of the inverse of the full
 * normal matrix (three coordinates and the clocks), and {@code pdop} that of its position part, as
 * in Y. Teng and J. Wang, A closed-form formula to calculate geometric dilution of precision (GDOP)
 * for multi-GNSS constellations, GPS Solutions 20, 2016. So {@code gdop^2 = pdop^2 + tdop^2} and
 * {@code pdop^2 = hdop^2 + vdop^2} always. The first satellite of a further clock does not change
 * the position; {@code gdop} grows by that clock.
 *
 * <p>Immutable.
 *
 * @param gdop of position and clocks
 * @param pdop of the position
 * @param hdop of the horizontal position
 * @param vdop of the height
 * @param tdop of the clocks: the root of the sum of their variances
 */
public record Dilution(double gdop, double pdop, double hdop, double vdop, double tdop) {
  /**
   * A geometry with a greater PDOP counts as singular: a metre of range error is a kilometre of
   * position.
   */
  public static final double WORST_PDOP = PositionNormals.WORST_PDOP;

  /**
   * Computes the dilution of precision of systems used together, or of one, with the {@linkplain
   * ReceiverClocks#DEFAULT default clocks}; a repeated system counts once.
   *
   * @param sky the sky
   * @param systems the systems; if none is given, all in view
   * @return empty if there is no position: fewer satellites than unknowns (three coordinates and
   *     the clocks of the satellites in view), or a singular geometry
   */
  public static Optional<Dilution> of(Sky sky, GnssSystem... systems) {
    return of(sky, ReceiverClocks.DEFAULT, systems);
  }

  /**
   * Computes the dilution of precision of systems as {@link #of(Sky, GnssSystem...)}, with other
   * clocks.
   *
   * @param sky the sky
   * @param clocks the systems that share a clock
   * @param systems the systems; if none is given, all in view
   * @return the dilution; empty if too few satellites are in view or their geometry is singular
   */
  public static Optional<Dilution> of(Sky sky, ReceiverClocks clocks, GnssSystem... systems) {
    Set<GnssSystem> used = new LinkedHashSet<>(Arrays.asList(systems));
    if (systems.length == 0) {
      sky.inView().forEach(seen -> used.add(seen.satellite().system()));
    }
    List<List<LookAngles>> lookAnglesByClock = new ArrayList<>();
    for (List<GnssSystem> clock : clocks.divide(used)) {
      lookAnglesByClock.add(
          clock.stream().flatMap(system -> sky.lookAngles(system).stream()).toList());
    }
    return of(lookAnglesByClock);
  }

  /**
   * Computes the dilution of precision of any satellites.
   *
   * @param lookAnglesByClock the satellites of each receiver clock
   * @return empty if there is no position, as above
   */
  public static Optional<Dilution> of(Collection<List<LookAngles>> lookAnglesByClock) {
    PositionNormals position = new PositionNormals();
    PositionNormals ofClock = new PositionNormals();
    List<Directions> clocks = new ArrayList<>();
    for (List<LookAngles> lookAngles : lookAnglesByClock) {
      if (!lookAngles.isEmpty()) {
        Directions clock = eastNorthUp(lookAngles);
        clock.writeTo(ofClock);
        position.add(ofClock);
        clocks.add(clock);
      }
    }
    double pdopSquared = position.solve();
    if (pdopSquared == Double.POSITIVE_INFINITY) {
      return Optional.empty();
    }
    double tdopSquared = 0;
    for (Directions clock : clocks) {
      tdopSquared += clock.clockVariance(position);
    }
    return Optional.of(
        new Dilution(
            Math.sqrt(pdopSquared + tdopSquared),
            Math.sqrt(pdopSquared),
            Math.sqrt(position.variance(1, 0, 0) + position.variance(0, 1, 0)),
            Math.sqrt(position.variance(0, 0, 1)),
            Math.sqrt(tdopSquared)));
  }

  private static Directions eastNorthUp(List<LookAngles> lookAngles) {
    Directions directions = new Directions();
    for (LookAngles seen : lookAngles) {
      double horizontal = Math.cos(seen.elevationRadians());
      directions.add(
          horizontal * Math.sin(seen.azimuthRadians()),
          horizontal * Math.cos(seen.azimuthRadians()),
          Math.sin(seen.elevationRadians()));
    }
    return directions;
  }
}
