package dev.skytally;

import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.answer.AnswerInput;
import dev.skytally.internal.answer.AnswerOutput;
import dev.skytally.internal.grid.GridSums;
import dev.skytally.internal.visibility.UsableTimes;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import dev.skytally.tally.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a {@link WorldStudy}, or of a piece of it: a tally of the cells of a grid.
 *
 * <p>Immutable.
 */
public final class WorldResult {
  private static final String KIND = "world";

  private final Constellation constellation;
  private final Instant start;
  private final Duration duration;
  private final Duration step;
  private final ElevationMask mask;
  private final UsableTimes usable;
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
      UsableTimes usable,
      GridTally tally,
      List<Piece> pieces) {
    this.constellation = constellation;
    this.start = start;
    this.duration = duration;
    this.step = step;
    this.mask = mask;
    this.usable = usable;
    this.tally = tally;
    this.pieces = pieces;
  }

  /**
   * {@return the satellites that were propagated} The others are listed under {@link
   * Constellation#excluded()} with the reason.
   */
  public Constellation constellation() {
    return constellation;
  }

  /** {@return the start of the whole window, even if this is a piece} */
  public Instant start() {
    return start;
  }

  /** {@return the end of the whole window, even if this is a piece} */
  public Instant end() {
    return start.plus(duration);
  }

  /** {@return the time between two instants} */
  public Duration step() {
    return step;
  }

  /** {@return the least elevation that counts} */
  public ElevationMask mask() {
    return mask;
  }

  /** {@return the grid} */
  public WorldGrid grid() {
    return tally.grid();
  }

  /** {@return the counts} */
  public GridTally tally() {
    return tally;
  }

  /** {@return whether every row of the grid was counted at every instant of the window} */
  public boolean isComplete() {
    long instants = new Window(start, duration, Optional.of(step)).totalWeight();
    for (int row = 0; row < grid().rows(); row++) {
      boolean isInside = row >= tally.firstRow() && row < tally.endRow();
      if (!isInside || tally.instants(row) != instants) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds another piece of the same study, of other rows or other instants.
   *
   * @param other the other piece
   * @return the sum
   * @throws IllegalArgumentException if question, satellites or their outages differ, or if both
   *     contain the same row at the same instant
   */
  public WorldResult plus(WorldResult other) {
    requireSameStudy(other);
    requireNoOverlap(pieces, other.pieces);
    List<Piece> all = new ArrayList<>(pieces);
    all.addAll(other.pieces);
    return of(tally.plus(other.tally), all);
  }

  /**
   * Adds the pieces of one study. A piece is no longer needed once it is added.
   *
   * @param pieces the pieces, at least one
   * @return the sum
   * @throws IllegalArgumentException as in {@link #plus}, or if there is no piece
   */
  public static WorldResult sum(Iterable<WorldResult> pieces) {
    Iterator<WorldResult> rest = pieces.iterator();
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("no piece to add, expected at least one");
    }
    WorldResult first = rest.next();
    GridTally tally = first.tally;
    GridSums sums = tally.sums().ofRows(0, tally.grid().rows());
    sums.add(tally.sums());
    List<Piece> all = new ArrayList<>(first.pieces);
    while (rest.hasNext()) {
      WorldResult piece = rest.next();
      first.requireSameStudy(piece);
      requireNoOverlap(all, piece.pieces);
      sums.add(piece.tally.sums());
      all.addAll(piece.pieces);
    }
    return first.of(new GridTally(sums), all);
  }

  /** Once all pieces are added, how the study was divided is forgotten, so that bytes agree. */
  private WorldResult of(GridTally sum, List<Piece> all) {
    WorldResult result =
        new WorldResult(constellation, start, duration, step, mask, usable, sum, List.copyOf(all));
    if (!result.isComplete()) {
      return result;
    }
    Piece whole = new Piece(0, grid().rows(), 0, sum.instants(0));
    return new WorldResult(constellation, start, duration, step, mask, usable, sum, List.of(whole));
  }

  private void requireSameStudy(WorldResult other) {
    List<String> differences = tally.differences(other.tally);
    if (!other.start.equals(start) || !other.duration.equals(duration)) {
      differences.add("window");
    }
    if (!other.step.equals(step)) {
      differences.add("step");
    }
    if (!other.mask.equals(mask)) {
      differences.add("mask");
    }
    if (!other.constellation.equals(constellation)) {
      differences.add("satellites");
    } else if (!other.usable.equals(usable)) {
      differences.add("outages");
    }
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException("these pieces are of different " + differences);
    }
  }

  private static void requireNoOverlap(List<Piece> pieces, List<Piece> others) {
    for (Piece piece : pieces) {
      for (Piece added : others) {
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
  }

  /**
   * Writes the answer, or the piece of it, in a compact format that {@link #readFrom} reads on any
   * machine. A complete answer has the same bytes, however the study was divided. The stream is not
   * closed, and nothing may follow in it.
   *
   * @param stream the stream, which stays open
   * @throws IOException if the stream cannot be written
   */
  public void writeTo(OutputStream stream) throws IOException {
    AnswerOutput out = new AnswerOutput(stream, KIND);
    out.constellation(constellation);
    out.instant(start);
    out.duration(duration);
    out.duration(step);
    out.mask(mask);
    usable.writeTo(out);
    out.number(pieces.size());
    for (Piece piece : pieces) {
      out.number(piece.firstRow);
      out.number(piece.endRow);
      out.number(piece.firstInstant);
      out.number(piece.endInstant);
    }
    tally.sums().writeTo(out);
    out.finish();
  }

  /**
   * Reads an answer that {@link #writeTo} wrote; it equals the written one if all satellites flew
   * by element sets. Satellites whose orbits are not element sets cannot be propagated again.
   *
   * @param stream holds this answer alone; read to its end, not closed
   * @return the answer
   * @throws dev.skytally.input.InputFormatException if the stream is not such an answer, has
   *     another version, or is truncated or damaged
   */
  public static WorldResult readFrom(InputStream stream) throws IOException {
    return AnswerInput.read(
        stream,
        KIND,
        in -> {
          Constellation constellation = in.constellation();
          Instant start = in.instant();
          Duration duration = in.duration();
          Duration step = in.duration();
          ElevationMask mask = in.mask();
          UsableTimes usable = UsableTimes.read(in);
          List<Piece> pieces =
              in.list(
                  one ->
                      new Piece(
                          one.integer(), one.integer(), one.longInteger(), one.longInteger()));
          GridTally tally = new GridTally(GridSums.read(in));
          return new WorldResult(
              constellation, start, duration, step, mask, usable, tally, List.copyOf(pieces));
        });
  }

  /** Answers are equal if question, satellites and all numbers are, however they were divided. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WorldResult result
        && result.constellation.equals(constellation)
        && result.start.equals(start)
        && result.duration.equals(duration)
        && result.step.equals(step)
        && result.mask.equals(mask)
        && result.usable.equals(usable)
        && result.tally.equals(tally);
  }

  @Override
  public int hashCode() {
    return Objects.hash(start, duration, step, tally);
  }
}
