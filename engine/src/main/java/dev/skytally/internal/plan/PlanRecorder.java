package dev.skytally.internal.plan;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.internal.visibility.SkyEvents;
import dev.skytally.plan.Condition;
import dev.skytally.plan.Measure;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.PlanWindow;
import dev.skytally.plan.PlanWindow.Ending;
import dev.skytally.plan.PlanWindow.Kind;
import dev.skytally.plan.SitePlan;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Finds when conditions hold over one site, and samples its series.
 *
 * <p>How it works. Crossings, the edges of the allowed hours and the edges of a block cut time into
 * segments in which the same satellites are in view. Within a segment the numbers of satellites are
 * constant, and a dilution is smooth. {@link LimitCrossings} solves for the instants at which it
 * crosses a limit, from its values at whole minutes and at the ends of the segment.
 *
 * <p>Not safe for use by several threads.
 */
public final class PlanRecorder implements SkyEvents {
  static final long MINUTE_MICROS = 60_000_000;

  private final GroundSite site;
  private final List<Satellite> satellites;
  private final List<GnssSystem> systems;
  private final int[] systemOfSatellite;
  private final Window window;
  private final PlanQuestion question;
  private final List<Condition> conditions;
  private final List<AllowedHours.Period> allowed;
  private final SkyGeometry geometry;
  private final LimitCrossings crossings;
  private final SpanRecorder spans = new SpanRecorder();
  private final SeriesRecorder series;
  private final Queue<Crossing> waiting = new ArrayDeque<>();

  /** The number in view of all systems together, from the beginning of each segment on. */
  private final List<Count> counts = new ArrayList<>();

  /** The PDOP of all together at each whole minute of the window; NaN where not needed. */
  private final double[] pdopAtMinute;

  private final long firstMinute;

  private boolean[] inView = {};
  private final int[] visible;
  private int visibleCount;
  private final int[] inViewBySystem;

  /** The number of allowed periods that ended. */
  private int passedPeriods;

  /** The latest crossing; null once time has passed since then. */
  private @Nullable Crossing latest;

  private final boolean[] holds;
  private long[] times = new long[16];
  private int timeCount;

  private record Crossing(long utcMicros, int satellite, boolean isInView, Kind kind) {}

  /** A number in view that lasts until the next one. */
  record Count(long fromMicros, int inView) {}

  /**
   * Creates a recorder at the window's start.
   *
   * @param systemOfSatellite the index of the system of each satellite in {@code systems}
   */
  public PlanRecorder(
      GroundSite site,
      List<Satellite> satellites,
      List<GnssSystem> systems,
      int[] systemOfSatellite,
      ReceiverClocks clocks,
      Window window,
      PlanQuestion question) {
    this.site = site;
    this.satellites = satellites;
    this.systems = systems;
    this.systemOfSatellite = systemOfSatellite;
    this.window = window;
    this.question = question;
    conditions = question.conditions();
    allowed =
        conditions.isEmpty() && question.length().isEmpty()
            ? List.of()
            : AllowedHours.of(window, question.hours());
    LocalHorizon horizon = new LocalHorizon(site);
    geometry = new SkyGeometry(horizon, systems, systemOfSatellite, clocks);
    crossings = new LimitCrossings(conditions, systems, geometry);

    series = new SeriesRecorder(site, horizon, satellites, systems, window, question, geometry);
    firstMinute = -Math.floorDiv(-window.startMicros(), MINUTE_MICROS);
    long endMinute = -Math.floorDiv(-window.endMicros(), MINUTE_MICROS);
    pdopAtMinute = new double[allowed.isEmpty() ? 0 : (int) (endMinute - firstMinute)];
    Arrays.fill(pdopAtMinute, Double.NaN);
    visible = new int[satellites.size()];
    inViewBySystem = new int[systems.size()];
    holds = new boolean[conditions.size()];
  }

  @Override
  public void begin(boolean[] inViewAtFirst) {
    inView = inViewAtFirst;
    waiting.clear();
  }

  @Override
  public void crossing(long utcMicros, int satellite, boolean rising) {
    waiting.add(new Crossing(utcMicros, satellite, rising, rising ? Kind.RISE : Kind.SET));
  }

  @Override
  public void service(long utcMicros, int satellite, boolean isUsable) {
    Kind kind = isUsable ? Kind.BACK_IN_SERVICE : Kind.OUT_OF_SERVICE;
    waiting.add(new Crossing(utcMicros, satellite, isUsable, kind));
  }

  /** Must be called after each block has been swept, in order of time. */
  public void finishBlock(EphemerisBlock block) {
    long from = Math.max(block.startMicros(0), window.startMicros());
    long to = Math.min(block.startMicros(block.steps()), window.endMicros());
    if (from >= to) {
      return;
    }
    cross(from);
    for (long begin = from; begin < to; ) {
      while (passedPeriods < allowed.size() && allowed.get(passedPeriods).endMicros() <= begin) {
        passedPeriods++;
      }
      long end = to;
      boolean isAllowed = false;
      if (passedPeriods < allowed.size()) {
        AllowedHours.Period period = allowed.get(passedPeriods);
        isAllowed = period.beginMicros() <= begin;
        end = Math.min(end, isAllowed ? period.endMicros() : period.beginMicros());
      }
      if (!waiting.isEmpty()) {
        end = Math.min(end, waiting.peek().utcMicros);
      }
      series.sample(block, begin, end, visible, visibleCount, inViewBySystem);
      if (isAllowed) {
        segment(block, begin, end);
        if (end == allowed.get(passedPeriods).endMicros()) {
          boolean isLast = end == window.endMicros();
          spans.close(end, Optional.of(ending(isLast ? Kind.STUDY : Kind.HOURS)));
        }
      }
      latest = null;
      cross(end);
      begin = end;
    }
  }

  private static Ending ending(Kind kind) {
    return new Ending(kind, Optional.empty(), Optional.empty());
  }

  /** Applies the crossings up to an instant. */
  private void cross(long utcMicros) {
    while (!waiting.isEmpty() && waiting.peek().utcMicros <= utcMicros) {
      Crossing crossing = waiting.remove();
      inView[crossing.satellite] = crossing.isInView;
      latest = crossing;
    }
    visibleCount = 0;
    Arrays.fill(inViewBySystem, 0);
    for (int j = 0; j < inView.length; j++) {
      if (inView[j]) {
        visible[visibleCount++] = j;
        inViewBySystem[systemOfSatellite[j]]++;
      }
    }
  }

  /** Follows the conditions through a segment in which the same satellites are in view. */
  private void segment(EphemerisBlock block, long beginMicros, long endMicros) {
    counts.add(new Count(beginMicros, visibleCount));
    listTimes(beginMicros, endMicros);
    crossings.begin(block, visible, visibleCount, times, timeCount);
    for (int i = 0; i < timeCount; i++) {
      geometry.moveTo(block, times[i], visible, visibleCount);
      crossings.evaluate(i);
      long minute = Math.floorDiv(times[i], MINUTE_MICROS);
      if (times[i] < endMicros && minute * MINUTE_MICROS == times[i]) {
        pdopAtMinute[(int) (minute - firstMinute)] = pdop();
      }
    }
    for (int c = 0; c < holds.length; c++) {
      Condition condition = conditions.get(c);
      holds[c] =
          condition.measure() == Measure.SATELLITES
              ? condition.holds(count(condition.system()))
              : crossings.holdsAtBegin(c);
    }
    change(block, beginMicros, latest);
    for (LimitCrossings.Flip flip : crossings.find()) {
      holds[flip.condition()] = flip.holds();
      if (flip.isLastOfInstant()) {
        change(block, flip.utcMicros(), null);
      }
    }
  }

  private int count(Optional<GnssSystem> system) {
    return system.isEmpty() ? visibleCount : inViewBySystem[systems.indexOf(system.get())];
  }

  /** Lists the ends of a segment and the whole minutes between; at least three instants. */
  private void listTimes(long beginMicros, long endMicros) {
    timeCount = 0;
    addTime(beginMicros);
    long minute = (Math.floorDiv(beginMicros, MINUTE_MICROS) + 1) * MINUTE_MICROS;
    for (; minute < endMicros; minute += MINUTE_MICROS) {
      addTime(minute);
    }
    if (timeCount == 1 && endMicros - beginMicros > 1) {
      addTime(beginMicros + (endMicros - beginMicros) / 2);
    }
    addTime(endMicros);
  }

  private void addTime(long utcMicros) {
    if (timeCount == times.length) {
      times = Arrays.copyOf(times, 2 * timeCount);
    }
    times[timeCount++] = utcMicros;
  }

  /** Opens or closes a span if the conditions as a whole begin or cease to hold. */
  private void change(EphemerisBlock block, long utcMicros, @Nullable Crossing cause) {
    int failed = 0;
    while (failed < holds.length && holds[failed]) {
      failed++;
    }
    boolean isGood = failed == holds.length;
    if (!spans.isOpen() || spans.isGood() != isGood) {
      if (spans.isOpen()) {
        spans.close(utcMicros, isGood ? Optional.empty() : Optional.of(ending(failed, cause)));
      }
      geometry.moveTo(block, utcMicros, visible, visibleCount);
      spans.open(utcMicros, isGood, pdop());
    }
    spans.note(holds);
  }

  private Ending ending(int failed, @Nullable Crossing cause) {
    return new Ending(
        cause == null ? Kind.DILUTION : cause.kind,
        cause == null ? Optional.empty() : Optional.of(satellites.get(cause.satellite)),
        Optional.of(conditions.get(failed)));
  }

  /** Returns the PDOP of all systems together where the geometry is. */
  private double pdop() {
    geometry.solve(systems.size());
    return Math.sqrt(geometry.squared(Measure.PDOP));
  }

  /** Returns the plan, once all blocks are finished. */
  public SitePlan plan() {
    RankedWindows ranked =
        new RankedWindows(question, spans.spans(), firstMinute, pdopAtMinute, counts);
    List<PlanWindow> windows = ranked.windows();
    return new SitePlan(
        site,
        windows,
        ranked.avoid(),
        windows.isEmpty() ? ranked.longest() : Optional.empty(),
        series.series());
  }
}
