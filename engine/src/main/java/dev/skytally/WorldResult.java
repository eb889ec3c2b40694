package dev.skytally;

import dev.skytally.grid.GridTally;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.time.Instant;

/** The answer of a {@link WorldStudy}, or of a piece of it: a tally of the cells of a grid. */
public final class WorldResult {
  private final Constellation constellation;
  private final Instant start;
  private final Duration duration;
  private final Duration step;
  private final ElevationMask mask;
  private final GridTally tally;

  WorldResult(
      Constellation constellation,
      Instant start,
      Duration duration,
      Duration step,
      ElevationMask mask,
      GridTally tally) {
    this.constellation = constellation;
    this.start = start;
    this.duration = duration;
    this.step = step;
    this.mask = mask;
    this.tally = tally;
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
   * This piece and another one of the same study together: of other rows or of other instants.
   *
   * @throws IllegalArgumentException if they are not of the same question and satellites
   */
  public WorldResult plus(WorldResult piece) {
    if (!piece.constellation.equals(constellation)
        || !piece.start.equals(start)
        || !piece.duration.equals(duration)
        || !piece.step.equals(step)
        || piece.mask.leastElevationRadians() != mask.leastElevationRadians()) {
      throw new IllegalArgumentException("these pieces are not of the same study");
    }
    return new WorldResult(constellation, start, duration, step, mask, tally.plus(piece.tally));
  }
}
