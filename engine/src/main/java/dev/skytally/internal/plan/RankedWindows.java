package dev.skytally.internal.plan;

import dev.skytally.plan.Condition;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.PlanWindow;
import dev.skytally.plan.PlanWindow.Ending;
import dev.skytally.plan.PlanWindow.Kind;
import dev.skytally.plan.SitePlan.Avoid;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes the windows of a plan from its spans.
 *
 * <p>A median is the least value that half of the samples do not exceed, at whole minutes.
 */
final class RankedWindows {
  private static final Comparator<PlanWindow> RANK =
      Comparator.<PlanWindow>comparingDouble(
              window -> window.medianPdop().orElse(Double.POSITIVE_INFINITY))
          .thenComparing(PlanWindow::begin);

  private final PlanQuestion question;
  private final List<Span> spans;
  private final long firstMinute;
  private final double[] pdopAtMinute;
  private final List<PlanRecorder.Count> counts;
  private final long lengthMicros;

  RankedWindows(
      PlanQuestion question,
      List<Span> spans,
      long firstMinute,
      double[] pdopAtMinute,
      List<PlanRecorder.Count> counts) {
    this.counts = counts;
    this.question = question;
    this.spans = spans;
    this.firstMinute = firstMinute;
    this.pdopAtMinute = pdopAtMinute;
    lengthMicros = question.length().map(RankedWindows::micros).orElse(0L);
  }

  private static long micros(Duration length) {
    return length.toNanos() / 1000;
  }

  List<PlanWindow> windows() {
    List<PlanWindow> windows = new ArrayList<>();
    for (Span span : spans) {
      if (isWindow(span)) {
        windows.add(question.conditions().isEmpty() ? bestOf(span) : whole(span));
      }
    }
    windows.sort(RANK);
    return windows;
  }

  /** Returns the longest span in which all conditions hold, the first of equal ones. */
  Optional<PlanWindow> longest() {
    Span longest = null;
    for (Span span : spans) {
      if (span.isGood() && (longest == null || length(span) > length(longest))) {
        longest = span;
      }
    }
    return Optional.ofNullable(longest).map(this::whole);
  }

  private static long length(Span span) {
    return span.endMicros() - span.beginMicros();
  }

  private boolean isWindow(Span span) {
    return span.isGood() && length(span) >= lengthMicros;
  }

  private PlanWindow whole(Span span) {
    double[] sorted = samples(span.beginMicros(), span.endMicros());
    Arrays.sort(sorted);
    double median = sorted.length == 0 ? span.pdopAtBegin() : median(sorted);
    return window(span.beginMicros(), span.endMicros(), median, span.ending().orElseThrow());
  }

  private PlanWindow window(long beginMicros, long endMicros, double pdop, Ending ending) {
    return new PlanWindow(
        instant(beginMicros),
        instant(endMicros),
        pdop < Double.POSITIVE_INFINITY ? OptionalDouble.of(pdop) : OptionalDouble.empty(),
        leastInView(beginMicros, endMicros),
        ending);
  }

  private int leastInView(long beginMicros, long endMicros) {
    int least = Integer.MAX_VALUE;
    for (int i = counts.size() - 1; i >= 0; i--) {
      PlanRecorder.Count count = counts.get(i);
      if (count.fromMicros() < endMicros) {
        least = Math.min(least, count.inView());
      }
      if (count.fromMicros() <= beginMicros) {
        break;
      }
    }
    return least;
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Returns the index of the first whole minute that is not before an instant. */
  private int minuteFrom(long micros) {
    return (int) (-Math.floorDiv(-micros, PlanRecorder.MINUTE_MICROS) - firstMinute);
  }

  private double[] samples(long beginMicros, long endMicros) {
    return Arrays.copyOfRange(pdopAtMinute, minuteFrom(beginMicros), minuteFrom(endMicros));
  }

  private static double median(double[] sorted) {
    return sorted[(sorted.length - 1) / 2];
  }

  /** Returns the best part of a span, which begins with it or at a whole minute. */
  private PlanWindow bestOf(Span span) {
    long bestMicros = span.beginMicros();
    double[] sorted = samples(bestMicros, bestMicros + lengthMicros);
    Arrays.sort(sorted);
    double least = sorted.length == 0 ? span.pdopAtBegin() : median(sorted);
    int first = minuteFrom(bestMicros);
    int count = (int) -Math.floorDiv(-lengthMicros, PlanRecorder.MINUTE_MICROS);
    sorted = Arrays.copyOfRange(pdopAtMinute, first, first + count);
    Arrays.sort(sorted);
    for (int minute = first; ; minute++) {
      long beginMicros = (firstMinute + minute) * PlanRecorder.MINUTE_MICROS;
      if (beginMicros + lengthMicros > span.endMicros()) {
        break;
      }
      if (minute > first) {
        replace(sorted, pdopAtMinute[minute - 1], pdopAtMinute[minute + count - 1]);
      }
      if (median(sorted) < least) {
        least = median(sorted);
        bestMicros = beginMicros;
      }
    }
    return window(
        bestMicros,
        bestMicros + lengthMicros,
        least,
        new Ending(Kind.LENGTH, Optional.empty(), Optional.empty()));
  }

  /** Replaces one of the sorted values. */
  private static void replace(double[] sorted, double removed, double added) {
    int from = Arrays.binarySearch(sorted, removed);
    int to = Arrays.binarySearch(sorted, added);
    to = to < 0 ? -to - 1 : to;
    if (to > from) {
      System.arraycopy(sorted, from + 1, sorted, from, to - 1 - from);
      sorted[to - 1] = added;
    } else {
      System.arraycopy(sorted, to, sorted, to + 1, from - to);
      sorted[to] = added;
    }
  }

  /**
   * Returns the rest of the allowed hours; in each period, either all conditions hold throughout,
   * or at every instant at least one fails.
   */
  List<Avoid> avoid() {
    List<Avoid> avoid = new ArrayList<>();
    for (Span span : spans) {
      if (!question.conditions().isEmpty() && !isWindow(span)) {
        List<Condition> failing =
            span.failing().stream().mapToObj(question.conditions()::get).toList();
        avoid.add(new Avoid(instant(span.beginMicros()), instant(span.endMicros()), failing));
      }
    }
    return avoid;
  }
}
