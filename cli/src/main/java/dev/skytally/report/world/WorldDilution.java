package dev.skytally.report.world;

import dev.skytally.GridTally;
import dev.skytally.dop.CellDilution;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.text.Decimals;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The dilution of precision in all cells of a grid, of each system and of all together. */
final class WorldDilution {
  /**
   * A figure.
   *
   * @param description for people
   */
  record Figure(String name, String description, ToDoubleFunction<CellDilution> value) {}

  private final WorldGrid grid;
  private final List<GnssSystem> systems;
  private final List<Figure> figures;

  private final GridTally tally;

  /** The numbers of the figures that a picture needs. */
  private final int medianPdopFigure;

  private final int shareGoodFigure;

  /**
   * All figures by set of systems, then figure, then cell; NaN if there is no such figure. Empty
   * until one is needed that a picture does not need.
   */
  private float[][][] values = {};

  /** Likewise, only the figures that a picture needs. */
  private float[][][] drawn = {};

  /** Returns the dilution; empty if it was not tallied. */
  static Optional<WorldDilution> of(GridTally tally) {
    return tally.figures().contains(GridFigure.DILUTION)
        ? Optional.of(new WorldDilution(tally))
        : Optional.empty();
  }

  private WorldDilution(GridTally tally) {
    this.tally = tally;
    grid = tally.grid();
    systems = tally.systems();
    figures = figures(tally.goodPdop());
    medianPdopFigure = 1;
    shareGoodFigure = figures.size() - 1;
  }

  private float[][][] read(List<Figure> wanted) {
    int columns = grid.columns();
    float[][][] read =
        new float[systems.size() > 1 ? systems.size() + 1 : systems.size()][wanted.size()]
            [grid.rows() * columns];
    for (int set = 0; set < read.length; set++) {
      for (int row = 0; row < grid.rows(); row++) {
        List<CellDilution> cells =
            set < systems.size()
                ? tally.dilution(systems.get(set), row)
                : tally.dilutionTogether(row);
        for (int figure = 0; figure < wanted.size(); figure++) {
          for (int column = 0; column < columns; column++) {
            read[set][figure][row * columns + column] =
                (float) wanted.get(figure).value().applyAsDouble(cells.get(column));
          }
        }
      }
    }
    return read;
  }

  private static List<Figure> figures(double goodPdop) {
    List<Figure> figures = new ArrayList<>();
    add(figures, "PDOP", CellDilution::pdop);
    add(figures, "HDOP", CellDilution::hdop);
    add(figures, "VDOP", CellDilution::vdop);
    figures.add(
        new Figure("share_position", "share of time with a position", CellDilution::sharePosition));
    String limit = Decimals.plain(goodPdop, 3);
    figures.add(
        new Figure(
            "share_pdop_at_most_" + limit,
            "share of time with a PDOP of " + limit + " or less",
            CellDilution::shareGood));
    return List.copyOf(figures);
  }

  private static void add(
      List<Figure> figures, String dop, Function<CellDilution, CellDilution.Figures> of) {
    String key = dop.toLowerCase(Locale.ROOT);
    figures.add(
        new Figure(
            key + "_mean",
            "mean " + dop + " of the time with a position",
            cell -> orNaN(of.apply(cell).mean())));
    figures.add(
        new Figure(
            key + "_median",
            dop + " not exceeded for 50 % of the time",
            cell -> orNaN(of.apply(cell).median())));
    figures.add(
        new Figure(
            key + "_p95",
            dop + " not exceeded for 95 % of the time",
            cell -> orNaN(of.apply(cell).percentile95())));
    figures.add(
        new Figure(
            key + "_max",
            "greatest " + dop + " of the time with a position",
            cell -> orNaN(of.apply(cell).max())));
  }

  private static double orNaN(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  List<Figure> figures() {
    return figures;
  }

  /**
   * Returns a figure of a cell; NaN if there is none.
   *
   * @param set the number of a system, or the number of systems for all together
   */
  double value(int set, int figure, int row, int column) {
    if (values.length == 0) {
      values = read(figures);
    }
    return values[set][figure][row * grid.columns() + column];
  }

  /** Returns the median PDOP; NaN if more than half of the time has no position. */
  double medianPdop(int set, int row, int column) {
    return drawn(set, medianPdopFigure, row, column);
  }

  /** Returns the share of time with a good PDOP. */
  double shareGood(int set, int row, int column) {
    return drawn(set, shareGoodFigure, row, column);
  }

  private double drawn(int set, int figure, int row, int column) {
    if (values.length > 0) {
      return value(set, figure, row, column);
    }
    if (drawn.length == 0) {
      drawn = read(List.of(figures.get(medianPdopFigure), figures.get(shareGoodFigure)));
    }
    return drawn[set][figure == medianPdopFigure ? 0 : 1][row * grid.columns() + column];
  }

  /**
   * Returns the number of the system with the least median PDOP; the number of systems if two share
   * it or none has one.
   */
  int leader(int row, int column) {
    int leader = systems.size();
    double least = Double.POSITIVE_INFINITY;
    for (int system = 0; system < systems.size(); system++) {
      double median = medianPdop(system, row, column);
      if (median < least) {
        least = median;
        leader = system;
      } else if (median == least) {
        leader = systems.size();
      }
    }
    return leader;
  }
}
