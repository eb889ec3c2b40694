package dev.skytally.atlas.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The division of an atlas into pieces: chunks of the grid times stretches of days.
 *
 * <p>How it works. Each piece propagates the satellites again, which costs the same for few rows as
 * for many; and it stores each of its cells once, which costs the same for few days as for many. So
 * for a piece of about a minute there is a best number of days. A stretch is never longer than a
 * month, so that months add up to years and to the whole period.
 *
 * @param chunks the chunks, from north to south and from west to east
 * @param stretches the stretches of days in order
 */
public record Division(List<Chunk> chunks, List<Stretch> stretches) {
  private static final double PIECE_NANOS = 60e9;
  private static final int LEAST_PIECES = 8;
  private static final double LEAST_NANOS = 0.5e9;

  /** Counters of more columns would not stay in a core's own cache. */
  private static final int MOST_COLUMNS = 7200;

  private static final int MOST_DAYS = 31;
  private static final long MOST_CELLS = 1 << 19;

  public Division {
    chunks = List.copyOf(chunks);
    stretches = List.copyOf(stretches);
  }

  public static Division of(Plan plan) {
    Cost cost = new Cost(plan);
    int rows = plan.grid().rows();
    int tiles = parts(plan.grid().columns(), MOST_COLUMNS);
    int columns = parts(plan.grid().columns(), tiles);
    double rowNanos = cost.rowNanos(columns);
    double all = (double) plan.days() * rows * tiles * rowNanos;
    double nanos = Math.max(LEAST_NANOS, Math.min(PIECE_NANOS, all / LEAST_PIECES));
    double bestDays =
        Math.sqrt(cost.storedCellNanos() * nanos * columns / (cost.dayNanos() * rowNanos));
    double mostDays = Math.min(MOST_DAYS, (double) plan.days());
    int days = (int) Math.max(1, Math.min(mostDays, Math.rint(bestDays)));
    double bestRows = Math.min(nanos / (days * rowNanos), (double) MOST_CELLS / columns);
    int bands = parts(rows, (int) Math.max(1, Math.min(rows, Math.rint(bestRows))));
    return new Division(chunks(plan, bands, tiles), stretches(plan, days));
  }

  /** Returns the number of parts of at most some size; or the greatest size of some parts. */
  private static int parts(int all, int size) {
    return (all + size - 1) / size;
  }

  private static List<Chunk> chunks(Plan plan, int bands, int tiles) {
    int rows = parts(plan.grid().rows(), bands);
    int columns = parts(plan.grid().columns(), tiles);
    List<Chunk> chunks = new ArrayList<>();
    for (int row = 0; row < plan.grid().rows(); row += rows) {
      for (int column = 0; column < plan.grid().columns(); column += columns) {
        chunks.add(
            new Chunk(
                row / rows,
                column / columns,
                row,
                Math.min(rows, plan.grid().rows() - row),
                column,
                Math.min(columns, plan.grid().columns() - column)));
      }
    }
    return chunks;
  }

  private static List<Stretch> stretches(Plan plan, int mostDays) {
    List<Stretch> stretches = new ArrayList<>();
    for (Period month : Period.of(plan, Part.MONTH)) {
      int days = (int) (month.lastDay().toEpochDay() - month.firstDay().toEpochDay()) + 1;
      int count = parts(days, mostDays);
      for (int i = 0; i < count; i++) {
        int from = days * i / count;
        int to = days * (i + 1) / count;
        stretches.add(new Stretch(month.firstDay().plusDays(from), to - from));
      }
    }
    return stretches;
  }

  /** Returns all pieces, stretch by stretch. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (Stretch stretch : stretches) {
      for (Chunk chunk : chunks) {
        pieces.add(new Piece(chunk, stretch));
      }
    }
    return pieces;
  }

  /** Returns the rows of the chunks, which is the height of a chunk; the last may have fewer. */
  public int chunkRows() {
    return chunks.get(0).rows();
  }

  public int chunkColumns() {
    return chunks.get(0).columns();
  }

  /** Returns the estimated processor time of all pieces. */
  public double seconds(Plan plan) {
    double seconds = 0;
    for (Chunk chunk : chunks) {
      seconds += plan.days() * seconds(plan, chunk);
      seconds += stretches.size() * chunk.cells() * new Cost(plan).storedCellNanos() / 1e9;
    }
    return seconds;
  }

  /** Returns the estimated processor time of a chunk over a day. */
  public double seconds(Plan plan, Chunk chunk) {
    Cost cost = new Cost(plan);
    return (cost.dayNanos() + chunk.rows() * cost.rowNanos(chunk.columns())) / 1e9;
  }
}
