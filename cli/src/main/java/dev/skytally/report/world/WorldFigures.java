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
import java.util.function.IntBinaryOperator;

/** The figures of a cell, in the order of the files. */
public final class WorldFigures {
  /**
   * One figure.
   *
   * @param column its column, for rows that are cells
   * @param isOfLeaders whether its values are numbers of systems
   */
  public record WorldFigure(Column<Cell> column, Value value, boolean isOfLeaders) {
    /** Returns the band of a GeoTIFF. */
    public CloudTiff.Band band() {
      return new CloudTiff.Band(column.name(), column.description(), isOfLeaders);
    }
  }

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

  /** Returns the figures that were tallied, without the leaders by what each system has. */
  public static List<WorldFigure> of(GridTally tally) {
    WorldFigures all = new WorldFigures();
    all.addTallied(tally);
    WorldDilution.of(tally).ifPresent(tallied -> all.add(tally, tallied));
    return all.figures;
  }

  /** Returns the figures that were tallied, with the leaders. */
  static List<WorldFigure> withLeaders(GridTally tally, Optional<WorldDilution> dilution) {
    WorldFigures all = new WorldFigures();
    all.addTallied(tally);
    if (tally.systems().size() > 1) {
      all.addLeader(tally, "mean", "the mean number in view", (r, c) -> leaderByMean(tally, r, c));
      if (tally.figures().contains(GridFigure.LEADER)) {
        all.addLeader(
            tally, "share", "the share of time ahead", (r, c) -> leaderByShare(tally, r, c));
      }
    }
    dilution.ifPresent(tallied -> all.add(tally, tallied));
    return all.figures;
  }

  /** Returns the index of the system with the greatest mean; the number of systems for a tie. */
  static int leaderByMean(GridTally tally, int row, int column) {
    List<GnssSystem> systems = tally.systems();
    int leader = systems.size();
    double most = -1;
    for (int system = 0; system < systems.size(); system++) {
      double mean = tally.mean(systems.get(system), row, column);
      if (mean >= most) {
        leader = mean > most ? system : systems.size();
        most = mean;
      }
    }
    return leader;
  }

  /** Returns the index of the system that leads by share; the number of systems for a tie. */
  private static int leaderByShare(GridTally tally, int row, int column) {
    List<GnssSystem> systems = tally.systems();
    return tally.leader(row, column).map(systems::indexOf).orElse(systems.size());
  }

  private void addTallied(GridTally tally) {
    List<GnssSystem> systems = tally.systems();
    for (GnssSystem system : systems) {
      add(system, Figure.MEAN, (r, c) -> tally.mean(system, r, c));
    }
    Set<GridFigure> figures = tally.figures();
    if (systems.size() > 1 && figures.contains(GridFigure.LEADER)) {
      for (GnssSystem system : systems) {
        add(system, Figure.SHARE_AHEAD, (r, c) -> tally.shareAheadOfAll(system, r, c));
      }
    }
    for (GnssSystem system : systems) {
      if (figures.contains(GridFigure.RANGE)) {
        add(system, Figure.MAX, (r, c) -> tally.max(system, r, c));
        add(system, Figure.MIN, (r, c) -> tally.min(system, r, c));
      }
      if (figures.contains(GridFigure.AVAILABLE)) {
        add(system, Figure.SHARE_AT_LEAST_4, (r, c) -> tally.shareAtLeastFour(system, r, c));
      }
    }
    if (systems.size() > 2 && figures.contains(GridFigure.PAIRS)) {
      for (GnssSystem system : systems) {
        for (GnssSystem other : systems) {
          if (system != other) {
            add(
                system,
                Figure.shareAheadOf(other),
                (r, c) -> tally.shareAhead(system, other, r, c));
          }
        }
      }
    }
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
                value,
                false));
      }
    }
    if (systems > 1) {
      addLeader(tally, "pdop", "the median PDOP", dilution::leader);
    }
  }

  /**
   * Adds the leader of each cell.
   *
   * @param leader of a row and a column: the index of a system, or the number of systems for a tie
   */
  private void addLeader(GridTally tally, String measure, String words, IntBinaryOperator leader) {
    List<GnssSystem> systems = tally.systems();
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < systems.size(); i++) {
      numbers.append(", ").append(i + 1).append(' ').append(systems.get(i).displayName());
    }
    Value value = (row, column) -> (leader.applyAsInt(row, column) + 1) % (systems.size() + 1);
    Column<Cell> column =
        Column.count(
            "leader_" + measure + "_number",
            "leader by " + words + ": 0 none or a tie" + numbers,
            cell -> value.at(cell.row, cell.column));
    figures.add(new WorldFigure(column, value, true));
  }

  private void add(GnssSystem system, Figure figure, Value value) {
    Column<Cell> column = figure.from(cell -> value.at(cell.row, cell.column));
    figures.add(new WorldFigure(column.of(system), value, false));
  }
}
