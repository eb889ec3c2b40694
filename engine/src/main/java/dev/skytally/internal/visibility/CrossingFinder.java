package dev.skytally.internal.visibility;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LocalHorizon;
import java.util.Arrays;

/**
 * Finds every crossing of a mask over a site, in order of time, from an ephemeris block.
 *
 * <p>There are two kinds: {@link ConstantMaskCrossings} for a mask that is the same all around and
 * the slower {@link HorizonCrossings} for a mask by azimuth. Both look at the ends of each step
 * first and search inside only where a crossing is there or may hide. A finder belongs to one
 * thread; it keeps scratch memory from site to site.
 */
public abstract sealed class CrossingFinder permits ConstantMaskCrossings, HorizonCrossings {
  /** No site is farther from the Earth's centre. */
  private static final double FARTHEST_SITE_METERS =
      GroundSite.EQUATORIAL_RADIUS_METERS + GroundSite.HIGHEST_METERS;

  /** Keeps bounds finite for a satellite that comes near the highest sites. */
  private static final double LEAST_DISTANCE_METERS = 1000;

  private static final int SATELLITE_BITS = 12;

  /** The most satellites that a block may hold. */
  public static final int MOST_SATELLITES = 1 << SATELLITE_BITS;

  /**
   * The crossings of one step, packed so that they sort by time: microseconds within the step,
   * satellite, direction.
   */
  private long[] crossings = new long[64];

  private int crossingCount;

  /** The block that is prepared and the site that is swept. */
  EphemerisBlock block;

  LocalHorizon site;

  /** A new finder for one thread. */
  public static CrossingFinder of(ElevationMask mask) {
    return mask.isConstant()
        ? new ConstantMaskCrossings(mask.leastElevationRadians())
        : new HorizonCrossings(mask);
  }

  /** Readies the finder for the sites of a block, unless it is ready for them. */
  public final void prepare(EphemerisBlock newBlock) {
    if (block != newBlock) {
      block = newBlock;
      boundSteps();
    }
  }

  /**
   * Tells the events at a site over some steps of the prepared block. What crosses between two
   * blocks, in a leap second, is told where the first one ends.
   *
   * @param fromStep the first step
   * @param toStep the step after the last
   * @param first whether this is the site's first block, so that {@link SkyEvents#begin} is due
   */
  public final void sweep(
      LocalHorizon newSite, int fromStep, int toStep, boolean first, SkyEvents events) {
    site = newSite;
    evaluateEnds();
    if (first) {
      boolean[] inView = new boolean[block.satellites()];
      for (int j = 0; j < inView.length; j++) {
        inView[j] = inViewAtEnd(fromStep * inView.length + j);
      }
      events.begin(inView);
    }
    for (int step = fromStep; step < toStep; step++) {
      crossingCount = 0;
      searchStep(step);
      tell(block.startMicros(step), events);
    }
    if (toStep == block.steps() && block.leapSecondFollows()) {
      tellLeapSecond(events);
    }
  }

  private void tellLeapSecond(SkyEvents events) {
    int satellites = block.satellites();
    int before = block.steps() * satellites;
    int after = before + satellites;
    for (int j = 0; j < satellites; j++) {
      boolean inView = inViewAtEnd(after + j);
      if (inView != inViewAtEnd(before + j)) {
        events.crossing(block.startMicros(block.steps()), j, inView);
      }
    }
  }

  /** The least distance of a satellite from any site over a step. */
  static double leastDistanceMeters(double leastRadiusMeters) {
    return Math.max(LEAST_DISTANCE_METERS, leastRadiusMeters - FARTHEST_SITE_METERS);
  }

  /** Bounds what the satellites of the block can do over each of its steps. */
  abstract void boundSteps();

  /** Evaluates the site's criterion at the ends of all steps. */
  abstract void evaluateEnds();

  /** Whether a satellite is in view at an end: {@code end * satellites + satellite}. */
  abstract boolean inViewAtEnd(int index);

  /** Calls {@link #found} for each crossing of a step. */
  abstract void searchStep(int step);

  /**
   * Notes a crossing at {@code tau} of the step at hand. Those of one satellite come in order of
   * time, and keep it even within the same microsecond.
   */
  final void found(int satellite, double tau, boolean rising) {
    if (crossingCount == crossings.length) {
      crossings = Arrays.copyOf(crossings, 2 * crossingCount);
    }
    long microsInStep = Math.round(tau * block.stepMicros());
    if (crossingCount > 0) {
      long last = crossings[crossingCount - 1];
      if (satellite(last) == satellite && microsInStep(last) >= microsInStep) {
        microsInStep = microsInStep(last) + 1;
      }
    }
    crossings[crossingCount++] =
        microsInStep << (SATELLITE_BITS + 1) | (long) satellite << 1 | (rising ? 1 : 0);
  }

  private void tell(long stepStartMicros, SkyEvents events) {
    if (crossingCount > 1) {
      Arrays.sort(crossings, 0, crossingCount);
    }
    for (int k = 0; k < crossingCount; k++) {
      long crossing = crossings[k];
      events.crossing(
          stepStartMicros + microsInStep(crossing), satellite(crossing), (crossing & 1) != 0);
    }
  }

  private static long microsInStep(long crossing) {
    return crossing >> (SATELLITE_BITS + 1);
  }

  private static int satellite(long crossing) {
    return (int) (crossing >> 1) & (MOST_SATELLITES - 1);
  }
}
