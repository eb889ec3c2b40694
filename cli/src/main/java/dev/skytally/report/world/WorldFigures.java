package dev.skytally.report.world;

import dev.skytally.GridTally;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a cell one by one, as the files have them. */
final class WorldFigures {
  /**
   * One figure.
   *
   * @param name as {@code bds_mean}
   * @param description for people
   */
  record Figure(String name, String description, Value value) {}

  /** A figure's value at a cell. */
  interface Value {
    double at(int row, int column);
  }

  private WorldFigures() {}

  static List<Figure> of(GridTally tally) {
    List<Figure> figures = new ArrayList<>();
    List<GnssSystem> systems = tally.systems();
    for (GnssSystem system : systems) {
      figures.add(
          figure(system, "mean", "mean number in view", (r, c) -> tally.mean(system, r, c)));
    }
    if (systems.size() > 1) {
      for (GnssSystem system : systems) {
        figures.add(
            figure(
                system,
                "ahead",
                "share of time with more in view than every other system",
                (r, c) -> tally.shareAheadOfAll(system, r, c)));
      }
    }
    for (GnssSystem system : systems) {
      figures.add(
          figure(system, "max", "greatest number in view", (r, c) -> tally.max(system, r, c)));
      figures.add(figure(system, "min", "least number in view", (r, c) -> tally.min(system, r, c)));
      figures.add(
          figure(
              system,
              "share_at_least_4",
              "share of time with four or more in view",
              (r, c) -> tally.shareAtLeastFour(system, r, c)));
    }
    if (systems.size() > 2) {
      addPairs(tally, figures);
    }
    return figures;
  }

  private static void addPairs(GridTally tally, List<Figure> figures) {
    for (GnssSystem system : tally.systems()) {
      for (GnssSystem other : tally.systems()) {
        if (system != other) {
          figures.add(
              figure(
                  system,
                  "ahead_of_" + key(other),
                  "share of time with more in view than " + other.displayName(),
                  (r, c) -> tally.shareAhead(system, other, r, c)));
        }
      }
    }
  }

  private static Figure figure(GnssSystem system, String name, String description, Value value) {
    return new Figure(key(system) + "_" + name, system.displayName() + ": " + description, value);
  }

  private static String key(GnssSystem system) {
    return system.name().toLowerCase(Locale.ROOT);
  }
}
