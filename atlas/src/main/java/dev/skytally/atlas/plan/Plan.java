package dev.skytally.atlas.plan;

import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.GnssSystem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an atlas contains.
 *
 * @param lastDay the last day, which is counted too
 * @param step the time between two instants; a whole number of steps makes a day
 * @param figures the figures to tally besides the mean
 * @param archive the folder of archived snapshots; empty for the bundled ones alone
 * @param by the parts to show besides the whole period
 */
public record Plan(
    LocalDate firstDay,
    LocalDate lastDay,
    Duration step,
    WorldGrid grid,
    List<GnssSystem> systems,
    double maskDegrees,
    Set<GridFigure> figures,
    Optional<String> archive,
    Set<Part> by) {

  public Plan {
    systems = List.copyOf(systems);
    figures = Set.copyOf(figures);
    by = Set.copyOf(by);
  }

  public long days() {
    return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
  }

  public int instantsPerDay() {
    return (int) Duration.ofDays(1).dividedBy(step);
  }

  /** Returns all periods: the whole one, the years and the months. */
  public List<Period> periods() {
    List<Period> periods = new ArrayList<>();
    for (Part part : Part.values()) {
      if (part == Part.WHOLE || by.contains(part)) {
        periods.addAll(Period.of(this, part));
      }
    }
    return periods;
  }
}
