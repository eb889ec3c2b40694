package dev.skytally.atlas.plan;

import dev.skytally.grid.GridFigure;
import java.util.Set;

/**
 * The estimated processor time of the parts of an atlas, from measurements on one kind of machine.
 * The division depends only on it, so that every machine divides a plan in the same way.
 */
final class Cost {
  private static final int SATELLITES_OF_SYSTEM = 35;
  private static final double PROPAGATION_NANOS = 170_000;
  private static final double STRETCH_NANOS = 6.5;
  private static final double MEAN_NANOS = 0.1;
  private static final double LEADER_NANOS = 0.3;
  private static final double RANGE_NANOS = 0.25;
  private static final double AVAILABLE_NANOS = 0.15;
  private static final double PAIR_NANOS = 0.12;
  private static final double DILUTION_NANOS = 12;
  private static final double SUMS_OF_DILUTION = 30;
  private static final double STORED_SUM_NANOS = 200;

  private final int systems;
  private final int instants;
  private final Set<GridFigure> figures;

  Cost(Plan plan) {
    systems = plan.systems().size();
    instants = plan.instantsPerDay();
    figures = plan.figures();
  }

  /** Returns the time to propagate all satellites through a day, whatever the grid. */
  double dayNanos() {
    return systems * SATELLITES_OF_SYSTEM * PROPAGATION_NANOS;
  }

  /** Returns the time to count a row of some columns over a day. */
  double rowNanos(int columns) {
    double perCell = systems * MEAN_NANOS;
    for (GridFigure figure : figures) {
      perCell += nanos(figure);
    }
    double perInstant = systems * SATELLITES_OF_SYSTEM * STRETCH_NANOS + columns * perCell;
    return instants * perInstant;
  }

  private double nanos(GridFigure figure) {
    return switch (figure) {
      case LEADER -> systems * LEADER_NANOS;
      case RANGE -> systems * RANGE_NANOS;
      case AVAILABLE -> systems * AVAILABLE_NANOS;
      case PAIRS -> systems * (systems - 1) * PAIR_NANOS;
      case DILUTION -> (systems + 1) * DILUTION_NANOS;
    };
  }

  /** Returns the time to store a cell, and to read it again. */
  double storedCellNanos() {
    double sums = systems;
    for (GridFigure figure : figures) {
      sums +=
          switch (figure) {
            case LEADER, AVAILABLE -> systems;
            case RANGE -> 0.5 * systems;
            case PAIRS -> systems * (systems - 1);
            case DILUTION -> (systems + 1) * SUMS_OF_DILUTION;
          };
    }
    return sums * STORED_SUM_NANOS;
  }
}
