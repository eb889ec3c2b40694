package dev.skytally.plan;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.visibility.Sky;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a site at equal steps of time.
 *
 * <p>Immutable.
 */
public final class PlanSeries {
  private static final List<Measure> MEASURES = List.of(Measure.values());

  private final List<GnssSystem> systems;
  private final long startMicros;
  private final long stepMicros;
  private final List<double[]> values;
  private final List<Sky> skies;

  /**
   * Creates a series.
   *
   * @param systems the systems
   * @param startMicros the first instant, microseconds since 1970-01-01 UTC
   * @param stepMicros the step
   * @param values of each {@link Measure}, by instant, then system, all together last; infinite
   *     without a position; the arrays are not copied
   * @param skies the sky at each instant, or empty
   */
  public PlanSeries(
      List<GnssSystem> systems,
      long startMicros,
      long stepMicros,
      List<double[]> values,
      List<Sky> skies) {
    this.systems = List.copyOf(systems);
    this.startMicros = startMicros;
    this.stepMicros = stepMicros;
    this.values = List.copyOf(values);
    this.skies = List.copyOf(skies);
  }

  /** {@return the systems} */
  public List<GnssSystem> systems() {
    return systems;
  }

  /** {@return the number of instants} */
  public int size() {
    return values.get(0).length / (systems.size() + 1);
  }

  /**
   * {@return an instant}
   *
   * @param k 0 to {@code size() - 1}
   */
  public Instant utc(int k) {
    return Instant.EPOCH.plus(startMicros + k * stepMicros, ChronoUnit.MICROS);
  }

  /**
   * {@return a figure at an instant; infinite for a dilution without a position}
   *
   * @param k the instant, 0 to {@code size() - 1}
   * @param system the system; empty for all together
   * @param measure the figure
   * @throws IllegalArgumentException if the system is not among the systems
   */
  public double value(int k, Optional<GnssSystem> system, Measure measure) {
    int group = system.map(systems::indexOf).orElse(systems.size());
    if (group < 0) {
      throw new IllegalArgumentException(system.get() + " is not among the systems " + systems);
    }
    return values.get(MEASURES.indexOf(measure))[k * (systems.size() + 1) + group];
  }

  /** {@return the sky at each instant; empty if directions were not asked for} */
  public List<Sky> skies() {
    return skies;
  }
}
