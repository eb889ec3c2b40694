package dev.skytally.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds rises and sets the slow and obvious way: looks at every sample, and at the top and bottom
 * of each arch between samples, and bisects where a satellite is in view at one and not at the
 * next.
 */
public final class PlainCrossings {
  private static final int HALVINGS = 100;

  private PlainCrossings() {}

  public record Crossing(double seconds, boolean rising) {}

  /** Where a function turns from growing to falling, its top, or back. */
  public record Turn(double seconds, boolean isTop) {}

  /**
   * Finds all crossings from 0 to {@code endSeconds}, in order of time.
   *
   * @param aboveMask how far a satellite is above the mask, by seconds; in view if not negative
   * @param stepSeconds between two samples; within two steps the function turns once at most
   */
  public static List<Crossing> of(
      DoubleUnaryOperator aboveMask, double endSeconds, double stepSeconds) {
    NavigableSet<Double> instants = new TreeSet<>();
    for (long k = 0; k * stepSeconds < endSeconds; k++) {
      instants.add(k * stepSeconds);
    }
    instants.add(endSeconds);
    turns(aboveMask, endSeconds, stepSeconds).forEach(turn -> instants.add(turn.seconds()));
    List<Crossing> crossings = new ArrayList<>();
    double before = instants.first();
    for (double after : instants) {
      boolean isInView = aboveMask.applyAsDouble(after) >= 0;
      if (isInView != aboveMask.applyAsDouble(before) >= 0) {
        crossings.add(new Crossing(between(aboveMask, before, after), isInView));
      }
      before = after;
    }
    return crossings;
  }

  /** Finds all tops and bottoms of a function from 0 to {@code endSeconds}, as {@link #of}. */
  public static List<Turn> turns(
      DoubleUnaryOperator function, double endSeconds, double stepSeconds) {
    List<Turn> turns = new ArrayList<>();
    for (long k = 1; (k + 1) * stepSeconds <= endSeconds; k++) {
      double from = (k - 1) * stepSeconds;
      double to = (k + 1) * stepSeconds;
      double at = function.applyAsDouble(k * stepSeconds);
      double beforeIt = function.applyAsDouble(from);
      double afterIt = function.applyAsDouble(to);
      if (at >= beforeIt && at >= afterIt) {
        turns.add(new Turn(turn(function, from, to, true), true));
      } else if (at <= beforeIt && at <= afterIt) {
        turns.add(new Turn(turn(function, from, to, false), false));
      }
    }
    return turns;
  }

  /** The instant between two at which a function with one turn there is greatest, or least. */
  public static double turn(
      DoubleUnaryOperator function, double fromSeconds, double toSeconds, boolean isTop) {
    double sign = isTop ? 1 : -1;
    double from = fromSeconds;
    double to = toSeconds;
    for (int i = 0; i < HALVINGS; i++) {
      double first = from + (to - from) / 3;
      double second = to - (to - from) / 3;
      if (sign * function.applyAsDouble(first) < sign * function.applyAsDouble(second)) {
        from = first;
      } else {
        to = second;
      }
    }
    return from + (to - from) / 2;
  }

  /** Finds the crossing between two instants; the satellite is in view at one of them. */
  private static double between(
      DoubleUnaryOperator aboveMask, double fromSeconds, double toSeconds) {
    boolean isInViewAtFirst = aboveMask.applyAsDouble(fromSeconds) >= 0;
    double from = fromSeconds;
    double to = toSeconds;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = from + (to - from) / 2;
      if (aboveMask.applyAsDouble(middle) >= 0 == isInViewAtFirst) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return to;
  }
}
