package dev.skytally;

import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Pass;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * A question: which of these satellites can be seen from these sites in this window, above this
 * mask?
 *
 * <pre>{@code
 * var result = VisibilityStudy.of(constellation)
 *     .at(WorldCapitals.all())
 *     .over(start, Duration.ofDays(1))
 *     .above(ElevationMask.ofDegrees(5))
 *     .run();
 * result.tally("Addis Ababa").inView(BDS).max();
 * }</pre>
 *
 * <p>Instances are immutable; each step returns a new one. The same question gives the same answer,
 * bit for bit, for any number of threads.
 */
public final class VisibilityStudy {
  private VisibilityStudy() {}

  public static VisibilityStudy of(Constellation constellation) {
    throw new UnsupportedOperationException();
  }

  public VisibilityStudy at(Collection<GroundSite> sites) {
    throw new UnsupportedOperationException();
  }

  /** The window, from {@code start} (inclusive) to {@code start + duration} (exclusive). */
  public VisibilityStudy over(Instant start, Duration duration) {
    throw new UnsupportedOperationException();
  }

  /** The mask of every site; 0 degrees if not called. */
  public VisibilityStudy above(ElevationMask mask) {
    throw new UnsupportedOperationException();
  }

  /** Counts at {@code start + k * step} only, as planning tools do, instead of exactly. */
  public VisibilityStudy sampledEvery(Duration step) {
    throw new UnsupportedOperationException();
  }

  /** At most so many threads; all processors if not called. */
  public VisibilityStudy threads(int threads) {
    throw new UnsupportedOperationException();
  }

  /** Told the finished part, 0 to 1, now and then, from any thread. */
  public VisibilityStudy reporting(DoubleConsumer progress) {
    throw new UnsupportedOperationException();
  }

  /** Tallies every site. */
  public StudyResult run() {
    throw new UnsupportedOperationException();
  }

  /** Every pass over every site: in the order of the sites, then by rise, then by satellite. */
  public List<Pass> passes() {
    throw new UnsupportedOperationException();
  }
}
