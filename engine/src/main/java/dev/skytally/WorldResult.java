package dev.skytally;

import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The answer of a {@link WorldStudy}, or of a piece of it: a tally of the cells of a grid. */
public final class WorldResult {
  private final Constellation constellation;
  private final Instant start;
  private final Duration duration;
  private final Duration step;
  private final ElevationMask mask;
  private final GridTally tally;
  private final List<Piece> pieces;

  /** Some rows over some instants, each from the first (inclusive) to the end (exclusive). */
  record Piece(int firstRow, int endRow, long firstInstant, long endInstant) {
    static Piece whole(WorldGrid grid) {
      return new Piece(0, grid.rows(), 0, Long.MAX_VALUE);
    }

    boolean overlaps(Piece other) {
      return firstRow < other.endRow
          && other.firstRow < endRow
          && firstInstant < other.endInstant
          && other.firstInstant < endInstant;
    }
  }

  WorldResult(
      Constellation constellation,
      Instant start,
      Duration duration,
      Duration step,
      ElevationMask mask,
      GridTally tally,
      List<Piece> pieces) {
    this.constellation = constellation;
    this.start = start;
    this.duration = duration;
    this.step = step;
    this.mask = mask;
    this.tally = tally;
    this.pieces = pieces;
  }

  /**
   * The constellation as it flew: members that could not be propagated are no longer members but
   * listed under {@link Constellation#excluded()} with the reason.
   */
  public Constellation constellation() {
    return constellation;
  }

  /** The start of the whole window, also if this is a piece. */
  public Instant start() {
    return start;
  }

  /** The end of the whole window, also if this is a piece. */
  public Instant end() {
    return start.plus(duration);
  }

  public Duration step() {
    return step;
  }

  public ElevationMask mask() {
    return mask;
  }

  public WorldGrid grid() {
    return tally.grid();
  }

  public GridTally tally() {
    return tally;
  }

  /**
   * This piece and another one of the same study together, of other rows or of other instants.
   *
   * @throws IllegalArgumentException if they are not of the same question and satellites, or if a
   *     row at an instant is in both
   */
  public WorldResult plus(WorldResult other) {
    if (!other.constellation.equals(constellation)
        || !other.start.equals(start)
        || !other.duration.equals(duration)
        || !other.step.equals(step)
        || other.mask.leastElevationRadians() != mask.leastElevationRadians()) {
      throw new IllegalArgumentException("these pieces are not of the same study");
    }
    for (Piece piece : pieces) {
      for (Piece added : other.pieces) {
        if (piece.overlaps(added)) {
          throw new IllegalArgumentException(
              "rows %s to %s at instants %s to %s are in both: each may be added once"
                  .formatted(
                      Math.max(piece.firstRow, added.firstRow),
                      Math.min(piece.endRow, added.endRow),
                      Math.max(piece.firstInstant, added.firstInstant),
                      Math.min(piece.endInstant, added.endInstant)));
        }
      }
    }
    List<Piece> all = new ArrayList<>(pieces);
    all.addAll(other.pieces);
    return new WorldResult(
        constellation, start, duration, step, mask, tally.plus(other.tally), List.copyOf(all));
  }
}
