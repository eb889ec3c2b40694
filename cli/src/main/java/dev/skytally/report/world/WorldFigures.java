package dev.skytally.report.world;

import dev.skytally.GridTally;
import dev.skytally.grid.GridFigure;
import dev.skytally.report.Column;
import dev.skytally.report.Figure;
import dev.skytally.report.dilution.DilutionColumns;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The figures of a cell, in the order of the files. */
public final class WorldFigures {
  /**
   * One figure.
   *
   * @param column its column, for rows that are cells
   */
  public record WorldFigure(Column<Cell> column, Value value) {}

  /** A figure's value at a cell; NaN if it has none. */
  public interface Value {
    double at(int row, int column);
  }

  /** The current cell, reused for all cells to save memory. */
  public static final class Cell {
    int row;
    int column;
    String latitudeDegrees = "";
    String longitudeDegrees = "";
  }

  private final List<WorldFigure> figures = new ArrayList<>();

  private WorldFigures() {}

  /** Returns the figures that were tallied. */
  public static List<WorldFigure> of(GridTally tally) {
    return of(tally, WorldDilution.of(tally));
  }

  static List<WorldFigure> of(GridTally tally, Optional<WorldDilution> dilution) {
    WorldFigures all = new WorldFigures();
    List<GnssSystem> systems = tally.systems();
    for (GnssSystem system : systems) {
      all.add(system, Figure.MEAN, (r, c) -> tally.mean(system, r, c));
    }
    Set<GridFigure> figures = tally.figures();
    if (systems.size() > 1 && figures.contains(GridFigure.LEADER)) {
      for (GnssSystem system : systems) {
        all.add(system, Figure.SHARE_AHEAD, (r, c) -> tally.shareAheadOfAll(system, r, c));
      }
    }
    for (GnssSystem system : systems) {
      if (figures.contains(GridFigure.RANGE)) {
        all.add(system, Figure.MAX, (r, c) -> tally.max(system, r, c));
        all.add(system, Figure.MIN, (r, c) -> tally.min(system, r, c));
      }
      if (figures.contains(GridFigure.AVAILABLE)) {
        all.add(system, Figure.SHARE_AT_LEAST_4, (r, c) -> tally.shareAtLeastFour(system, r, c));
      }
    }
    if (systems.size() > 2 && figures.contains(GridFigure.PAIRS)) {
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
    dilution.ifPresent(tallied -> all.add(tally, tallied));
    return all.figures;
  }

  private void add(GridTally tally, WorldDilution dilution) {
    int systems = tally.systems().size();
    for (int set = 0; set < (systems > 1 ? systems + 1 : systems); set++) {
      for (int figure = 0; figure < dilution.figures().size(); figure++) {
        int ofSet = set;
        int number = figure;
        Value value = (row, column) -> dilution.value(ofSet, number, row, column);
        Column<Cell> column =
            Column.numberIfAny(
                dilution.figures().get(figure).name(),
                4,
                dilution.figures().get(figure).description(),
                cell -> value.at(cell.row, cell.column));
        figures.add(
            new WorldFigure(
                set < systems
                    ? column.of(tally.systems().get(set))
                    : column.within(DilutionColumns.TOGETHER, "all systems together"),
                value));
      }
    }
    if (systems > 1) {
      Value leader = (row, column) -> (dilution.leader(row, column) + 1) % (systems + 1);
      Column<Cell> column =
          Column.count(
              "leader_pdop_number",
              "number of the system with the least median PDOP, counted from 1 in the order of"
                  + " these columns; 0 if none or several",
              cell -> leader.at(cell.row, cell.column));
      figures.add(new WorldFigure(column, leader));
    }
  }

  private void add(GnssSystem system, Figure figure, Value value) {
    Column<Cell> column = figure.from(cell -> value.at(cell.row, cell.column));
    figures.add(new WorldFigure(column.of(system), value));
  }
}
