package dev.skytally.report.world;

import dev.skytally.GridTally;
import dev.skytally.report.Column;
import dev.skytally.report.Figure;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.List;

/** The figures of a cell, in the order of the files. */
final class WorldFigures {
  /**
   * One figure.
   *
   * @param column its column, for rows that are cells
   */
  record WorldFigure(Column<Cell> column, Value value) {}

  /** A figure's value at a cell. */
  interface Value {
    double at(int row, int column);
  }

  /** The current cell, reused for all cells to save memory. */
  static final class Cell {
    int row;
    int column;
    String latitudeDegrees = "";
    String longitudeDegrees = "";
  }

  private final List<WorldFigure> figures = new ArrayList<>();

  private WorldFigures() {}

  static List<WorldFigure> of(GridTally tally) {
    WorldFigures all = new WorldFigures();
    List<GnssSystem> systems = tally.systems();
    for (GnssSystem system : systems) {
      all.add(system, Figure.MEAN, (r, c) -> tally.mean(system, r, c));
    }
    if (systems.size() > 1) {
      for (GnssSystem system : systems) {
        all.add(system, Figure.SHARE_AHEAD, (r, c) -> tally.shareAheadOfAll(system, r, c));
      }
    }
    for (GnssSystem system : systems) {
      all.add(system, Figure.MAX, (r, c) -> tally.max(system, r, c));
      all.add(system, Figure.MIN, (r, c) -> tally.min(system, r, c));
      all.add(system, Figure.SHARE_AT_LEAST_4, (r, c) -> tally.shareAtLeastFour(system, r, c));
    }
    if (systems.size() > 2) {
      for (GnssSystem system : systems) {
        for (GnssSystem other : systems) {
          if (system != other) {
            all.add(
                system,
                Figure.shareAheadOf(other),
                (r, c) -> tally.shareAhead(system, other, r, c));
          }
        }
      }
    }
    return all.figures;
  }

  private void add(GnssSystem system, Figure figure, Value value) {
    Column<Cell> column = figure.from(cell -> value.at(cell.row, cell.column));
    figures.add(new WorldFigure(column.of(system), value));
  }
}
