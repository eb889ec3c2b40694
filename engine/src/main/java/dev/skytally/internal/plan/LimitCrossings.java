package dev.skytally.internal.plan;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.plan.Condition;
import dev.skytally.plan.Condition.Comparison;
import dev.skytally.plan.Measure;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds when dilutions of precision cross their limits while the same satellites are in view.
 *
 * <p>How it works. The margin of a condition is {@code 1 / limit^2 - 1 / dop^2} or its opposite,
 * not negative where the condition holds. It is smooth even where a geometry is singular, because
 * the dilution is infinite and the margin finite there. Between two values of different sign there
 * is a crossing, found by bisection. Between two values of the same sign there may be two: if the
 * parabola through them and a third value comes near zero between them, the turn of the margin is
 * searched for by the golden section.
 */
final class LimitCrossings {
  private static final long TOLERANCE_MICROS = 1_000;

  /** A turn is searched for if it may come this much nearer to zero than the values beside it. */
  private static final double NEAR = 0.5;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final List<Condition> conditions;
  private final int[] groups;
  private final SkyGeometry geometry;

  @SuppressWarnings("NullAway.Init")
  private EphemerisBlock block;

  private int[] visible = {};
  private int visibleCount;
  private long[] times = {};
  private int timeCount;

  /** By condition, then time. */
  private final double[][] margins;

  private final List<Flip> flips = new ArrayList<>();

  /**
   * A change of one condition.
   *
   * @param isLastOfInstant whether no other change has the same time
   */
  record Flip(long utcMicros, int condition, boolean holds, boolean isLastOfInstant) {}

  LimitCrossings(List<Condition> conditions, List<GnssSystem> systems, SkyGeometry geometry) {
    this.conditions = conditions;
    this.geometry = geometry;
    groups =
        conditions.stream()
            .mapToInt(condition -> condition.system().map(systems::indexOf).orElse(systems.size()))
            .toArray();
    margins = new double[groups.length][0];
  }

  /** Begins a segment; {@link #evaluate} must follow for each of the times, at least two. */
  void begin(
      EphemerisBlock newBlock,
      int[] newVisible,
      int newVisibleCount,
      long[] newTimes,
      int newTimeCount) {
    block = newBlock;
    visible = newVisible;
    visibleCount = newVisibleCount;
    times = newTimes;
    timeCount = newTimeCount;
    for (int c = 0; c < margins.length; c++) {
      if (margins[c].length < timeCount) {
        margins[c] = new double[times.length];
      }
    }
  }

  /** Evaluates all margins where the geometry is, which must be at the time. */
  void evaluate(int time) {
    for (int c = 0; c < margins.length; c++) {
      if (isDilution(c)) {
        margins[c][time] = margin(c);
      }
    }
  }

  private boolean isDilution(int c) {
    return conditions.get(c).measure() != Measure.SATELLITES;
  }

  private double margin(int c) {
    Condition condition = conditions.get(c);
    geometry.solve(groups[c]);
    double above =
        1 / (condition.limit() * condition.limit()) - 1 / geometry.squared(condition.measure());
    Comparison comparison = condition.comparison();
    return comparison == Comparison.AT_MOST || comparison == Comparison.LESS ? -above : above;
  }

  private double margin(int c, long utcMicros) {
    geometry.moveTo(block, utcMicros, visible, visibleCount);
    return margin(c);
  }

  boolean holdsAtBegin(int c) {
    return margins[c][0] >= 0;
  }

  /** Returns the changes of the conditions on dilutions in the segment, in order of time. */
  List<Flip> find() {
    flips.clear();
    for (int c = 0; c < margins.length; c++) {
      if (isDilution(c)) {
        for (int i = 0; i + 1 < timeCount; i++) {
          search(c, i);
        }
      }
    }
    flips.sort(Comparator.comparingLong(Flip::utcMicros));
    for (int i = 0; i + 1 < flips.size(); i++) {
      Flip flip = flips.get(i);
      if (flip.utcMicros == flips.get(i + 1).utcMicros) {
        flips.set(i, new Flip(flip.utcMicros, flip.condition, flip.holds, false));
      }
    }
    return flips;
  }

  private void search(int c, int i) {
    double a = margins[c][i];
    double b = margins[c][i + 1];
    if ((a >= 0) != (b >= 0)) {
      bisect(c, times[i], times[i + 1], b >= 0);
    } else if (mayTurn(c, i - 1, i) || mayTurn(c, i, i)) {
      turn(c, times[i], times[i + 1], a >= 0);
    }
  }

  /** Returns whether the parabola through three values turns near zero between two of them. */
  private boolean mayTurn(int c, int first, int left) {
    if (first < 0 || first + 2 >= timeCount) {
      return false;
    }
    double[] f = margins[c];
    double width = times[first + 1] - times[first];
    double nextWidth = times[first + 2] - times[first + 1];
    double slope = (f[first + 1] - f[first]) / width;
    double nextSlope = (f[first + 2] - f[first + 1]) / nextWidth;
    double curvature = (nextSlope - slope) / (width + nextWidth);
    double slopeAtFirst = slope - curvature * width;
    double at = -slopeAtFirst / (2 * curvature);
    boolean isBetween = at > times[left] - times[first] && at < times[left + 1] - times[first];
    double sign = f[left] >= 0 ? 1 : -1;
    double turned = sign * (f[first] + at * (slopeAtFirst + curvature * at));
    return isBetween && turned < NEAR * Math.min(sign * f[left], sign * f[left + 1]);
  }

  /** Searches for the value nearest to zero, or beyond it, and the crossings beside it. */
  private void turn(int c, long fromMicros, long toMicros, boolean holds) {
    double sign = holds ? 1 : -1;
    long low = fromMicros;
    long high = toMicros;
    long left = high - Math.round(GOLDEN * (high - low));
    long right = low + Math.round(GOLDEN * (high - low));
    double atLeft = sign * margin(c, left);
    double atRight = sign * margin(c, right);
    while (high - low > TOLERANCE_MICROS) {
      long best = atLeft < atRight ? left : right;
      if ((sign * Math.min(atLeft, atRight) >= 0) != holds) {
        bisect(c, fromMicros, best, !holds);
        bisect(c, best, toMicros, holds);
        return;
      }
      if (atLeft < atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - Math.round(GOLDEN * (high - low));
        atLeft = sign * margin(c, left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + Math.round(GOLDEN * (high - low));
        atRight = sign * margin(c, right);
      }
    }
  }

  /** Finds the change between two instants; the condition changes to {@code holds}. */
  private void bisect(int c, long fromMicros, long toMicros, boolean holds) {
    long low = fromMicros;
    long high = toMicros;
    while (high - low > TOLERANCE_MICROS) {
      long middle = low + (high - low) / 2;
      if (margin(c, middle) >= 0 == holds) {
        high = middle;
      } else {
        low = middle;
      }
    }
    flips.add(new Flip(high, c, holds, true));
  }
}
