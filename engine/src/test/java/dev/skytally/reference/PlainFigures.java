package dev.skytally.reference;

import dev.skytally.dop.PlainDilution;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.orbit.PropagationException;
import dev.skytally.plan.Condition;
import dev.skytally.plan.Measure;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.LookAngles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers in view and the dilution of precision over one site at every second, the slow and
 * obvious way: each satellite's position straight from the propagator, and the inverse of the full
 * normal matrix.
 */
public final class PlainFigures {
  private final Constellation constellation;
  private final List<double[]> positions = new ArrayList<>();
  private final int seconds;

  /** By second, then group (all systems together last), then measure. */
  private double[][][] values = {};

  /** By second, then member. */
  private boolean[][] inView = {};

  public PlainFigures(Constellation constellation, Instant start, int seconds)
      throws PropagationException {
    this.constellation = constellation;
    this.seconds = seconds;
    for (Member member : constellation.members()) {
      positions.add(EarthFixedPositions.every(member.elementSet(), start, 1, seconds));
    }
  }

  private PlainFigures(PlainFigures other) {
    constellation = other.constellation;
    seconds = other.seconds;
    positions.addAll(other.positions);
  }

  /** The figures over a site. */
  public PlainFigures over(PlainView view, ReceiverClocks clocks) {
    PlainFigures over = new PlainFigures(this);
    over.values = new double[seconds][][];
    over.inView = new boolean[seconds][constellation.members().size()];
    for (int second = 0; second < seconds; second++) {
      List<LookAngles> angles = new ArrayList<>();
      for (int j = 0; j < positions.size(); j++) {
        over.inView[second][j] = view.aboveMaskDegrees(positions.get(j), second) >= 0;
        angles.add(view.lookAngles(positions.get(j), second));
      }
      List<double[]> groups = new ArrayList<>();
      for (GnssSystem system : constellation.systems()) {
        groups.add(figures(angles, over.inView[second], List.of(List.of(system))));
      }
      groups.add(figures(angles, over.inView[second], clocks.divide(constellation.systems())));
      over.values[second] = groups.toArray(double[][]::new);
    }
    return over;
  }

  private double[] figures(
      List<LookAngles> angles, boolean[] isInView, List<List<GnssSystem>> clocks) {
    List<List<LookAngles>> byClock = new ArrayList<>();
    int count = 0;
    for (List<GnssSystem> clock : clocks) {
      List<LookAngles> ofClock = new ArrayList<>();
      for (int j = 0; j < isInView.length; j++) {
        if (isInView[j] && clock.contains(constellation.members().get(j).satellite().system())) {
          ofClock.add(angles.get(j));
        }
      }
      count += ofClock.size();
      byClock.add(ofClock);
    }
    double[] dilutions = PlainDilution.all(byClock);
    return new double[] {
      count, dilutions[0], dilutions[1], dilutions[2], dilutions[3], dilutions[4]
    };
  }

  public int seconds() {
    return seconds;
  }

  public boolean isInView(int second, int member) {
    return inView[second][member];
  }

  public double value(int second, Optional<GnssSystem> system, Measure measure) {
    List<GnssSystem> systems = constellation.systems();
    int group = system.map(systems::indexOf).orElse(systems.size());
    return values[second][group][List.of(Measure.values()).indexOf(measure)];
  }

  /** Whether all conditions hold. */
  public boolean holds(int second, List<Condition> conditions) {
    return conditions.stream().allMatch(one -> one.holds(value(second, one)));
  }

  public double value(int second, Condition condition) {
    return value(second, condition.system(), condition.measure());
  }
}
