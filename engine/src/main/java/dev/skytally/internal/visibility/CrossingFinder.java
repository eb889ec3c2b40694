package dev.skytally.internal.visibility;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds every crossing of a mask over a site, in order of time, from an ephemeris block.
 *
 * <p>There are two kinds: {@link ConstantMaskCrossings} for a mask that is the same all around, and
 * the slower {@link HorizonCrossings} for a mask by azimuth. Both first evaluate the ends of each
 * step, and search inside only if there is or may be a crossing. A finder belongs to one thread and
 * reuses its memory for all sites.
 */
public abstract sealed class CrossingFinder permits ConstantMaskCrossings, HorizonCrossings {
  /** The greatest distance of a site from the Earth's centre. */
  private static final double FARTHEST_SITE_METERS =
      GroundSite.EQUATORIAL_RADIUS_METERS + GroundSite.HIGHEST_METERS;

  /**
   * The least distance in bounds, which keeps them finite for a satellite near the highest sites.
   */
  private static final double LEAST_DISTANCE_METERS = 1000;

  private static final int SATELLITE_BITS = 12;

  /** The greatest number of satellites in a block. */
  public static final int MOST_SATELLITES = 1 << SATELLITE_BITS;

  /**
   * The crossings of one step, packed so that they sort by time: microseconds within the step,
   * satellite, direction.
   */
  private long[] crossings = new long[64];

  private int crossingCount;

  /** The block that is prepared and the site that is swept. */
  @SuppressWarnings("NullAway.Init")
  EphemerisBlock block;

  @SuppressWarnings("NullAway.Init")
  LocalHorizon site;

  private @Nullable ElevationMask mask;

  /** Creates a finder for one thread and for all masks of the same kind as this one. */
  public static CrossingFinder of(ElevationMask mask) {
    return mask.isConstant() ? new ConstantMaskCrossings() : new HorizonCrossings();
  }

  /**
   * Prepares the finder for sites with a mask on a block, unless it is already prepared.
   *
   * @param newMask of the same kind as the mask that the finder was created for
   */
  public final void prepare(EphemerisBlock newBlock, ElevationMask newMask) {
    if (block != newBlock || !newMask.equals(mask)) {
      block = newBlock;
      mask = newMask;
      boundSteps(newMask);
    }
  }

  /**
   * Reports the events at a site over some steps of the prepared block. A crossing between two
   * blocks, in a leap second, is reported at the end of the first one.
   *
   * @param fromStep the first step
   * @param toStep the step after the last
   * @param isAfterGap whether the block does not follow the last one of the site, so that it begins
   *     with {@link SkyEvents#begin}
   */
  public final void sweep(
      LocalHorizon newSite, int fromStep, int toStep, boolean isAfterGap, SkyEvents events) {
    site = newSite;
    evaluateEnds();
    if (isAfterGap) {
      boolean[] inView = new boolean[block.satellites()];
      for (int j = 0; j < inView.length; j++) {
        inView[j] = inViewAtEnd(fromStep * inView.length + j);
      }
      events.begin(inView);
    }
    for (int step = fromStep; step < toStep; step++) {
      crossingCount = 0;
      searchStep(step);
      report(block.startMicros(step), events);
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

  /** Returns the least distance of a satellite from any site over a step. */
  static double leastDistanceMeters(double leastRadiusMeters) {
    return Math.max(LEAST_DISTANCE_METERS, leastRadiusMeters - FARTHEST_SITE_METERS);
  }

  /** Bounds what the criterion can do over each step of the block. */
  abstract void boundSteps(ElevationMask newMask);

  /** Evaluates the site's criterion at the ends of all steps. */
  abstract void evaluateEnds();

  /** Returns whether a satellite is in view at an end: {@code end * satellites + satellite}. */
  abstract boolean inViewAtEnd(int index);

  /** Calls {@link #found} for each crossing of a step. */
  abstract void searchStep(int step);

  /**
   * Records a crossing at {@code tau} of the current step. The crossings of one satellite must come
   * in order of time, and keep this order even within the same microsecond.
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

  /** Reports the crossings of the current step, in order of time. */
  final void report(long stepStartMicros, SkyEvents events) {
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
