package dev.skytally;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.flight.Flight;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import dev.skytally.tally.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;

/**
 * The settings that all studies share: the satellites, the window, the mask, the Earth's
 * orientation, outages and the threads.
 *
 * @param window empty until it is set
 * @param outages the times in which satellites do not count
 * @param executor empty if the study starts threads of its own
 * @param blocks the positions of the satellites by the starts of the blocks, if they are kept
 */
record StudySetting(
    Constellation constellation,
    Optional<Window> window,
    ElevationMask mask,
    EarthOrientation orientation,
    Outages outages,
    int threads,
    Optional<Executor> executor,
    DoubleConsumer progress,
    Map<Long, EphemerisBlock> blocks) {
  private static final Instant FIRST = Instant.parse("1957-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Duration LONGEST_STEP = Duration.ofDays(36_525);

  /** Returns the defaults: a mask of 0 degrees, mean sidereal time, all processors. */
  static StudySetting of(Constellation constellation) {
    return new StudySetting(
        constellation,
        Optional.empty(),
        ElevationMask.ofDegrees(0),
        EarthOrientation.mean(),
        Outages.none(),
        Runtime.getRuntime().availableProcessors(),
        Optional.empty(),
        part -> {},
        Map.of());
  }

  StudySetting about(Constellation newConstellation) {
    return new StudySetting(
        newConstellation,
        window,
        mask,
        orientation,
        outages,
        threads,
        executor,
        progress,
        newConstellation.equals(constellation) ? blocks : Map.of());
  }

  /** Keeps the positions of a flight through the window. */
  StudySetting propagated() {
    Flight flight = reporting(part -> {}).flight(window(Optional.empty()));
    Map<Long, EphemerisBlock> flown = flight.blocks();
    return new StudySetting(
        flight.flying(), window, mask, orientation, outages, threads, executor, progress, flown);
  }

  StudySetting over(Instant start, Duration duration) {
    if (duration.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("the window " + duration + " is less than a millisecond");
    }
    if (start.isBefore(FIRST)
        || start.isAfter(LAST)
        || duration.compareTo(Duration.between(start, LAST)) > 0) {
      throw new IllegalArgumentException(
          "the window from %s, %s long, is not within the years 1957 to 2199"
              .formatted(start, duration));
    }
    return new StudySetting(
        constellation,
        Optional.of(new Window(start, duration, Optional.empty())),
        mask,
        orientation,
        outages,
        threads,
        executor,
        progress,
        Map.of());
  }

  /**
   * Checks an instant of the caller.
   *
   * @throws IllegalArgumentException if it is not within the years 1957 to 2199
   */
  static void requireYears(Instant instant) {
    if (instant.isBefore(FIRST) || !instant.isBefore(LAST)) {
      throw new IllegalArgumentException(
          "the instant %s is not within the years 1957 to 2199".formatted(instant));
    }
  }

  StudySetting above(ElevationMask newMask) {
    return new StudySetting(
        constellation, window, newMask, orientation, outages, threads, executor, progress, blocks);
  }

  StudySetting orientedBy(EarthOrientation newOrientation) {
    return new StudySetting(
        constellation,
        window,
        mask,
        newOrientation,
        outages,
        threads,
        executor,
        progress,
        Map.of());
  }

  StudySetting without(Outages newOutages) {
    return new StudySetting(
        constellation, window, mask, orientation, newOutages, threads, executor, progress, blocks);
  }

  StudySetting threads(int most) {
    if (most < 1) {
      throw new IllegalArgumentException(most + " threads are too few; at least 1");
    }
    return new StudySetting(
        constellation, window, mask, orientation, outages, most, executor, progress, blocks);
  }

  StudySetting on(Executor newExecutor) {
    return new StudySetting(
        constellation,
        window,
        mask,
        orientation,
        outages,
        threads,
        Optional.of(newExecutor),
        progress,
        blocks);
  }

  StudySetting reporting(DoubleConsumer newProgress) {
    return new StudySetting(
        constellation, window, mask, orientation, outages, threads, executor, newProgress, blocks);
  }

  /**
   * Returns the window, exact or sampled.
   *
   * @throws IllegalStateException if it was not set
   */
  Window window(Optional<Duration> sampledEvery) {
    Window exact =
        window.orElseThrow(
            () -> new IllegalStateException("a study needs a window: call over(start, duration)"));
    return new Window(exact.start(), exact.duration(), sampledEvery);
  }

  /**
   * Checks the step of a sampled window.
   *
   * @throws IllegalArgumentException if it is less than a millisecond, longer than a century or not
   *     of whole microseconds
   */
  static Duration requireStep(Duration step) {
    if (step.compareTo(Duration.ofMillis(1)) < 0
        || step.compareTo(LONGEST_STEP) > 0
        || step.toNanos() % 1000 != 0) {
      throw new IllegalArgumentException(
          "the step %s is not a millisecond to a century in whole microseconds".formatted(step));
    }
    return step;
  }

  /** Creates a flight of the satellites through the window. */
  Flight flight(Window flown) {
    return flight(flown, flown.startMicros(), flown.endMicros());
  }

  /** Creates a flight through a part of the window, in microseconds of UTC. */
  Flight flight(Window flown, long fromMicros, long endMicros) {
    boolean isWindow =
        window.isPresent()
            && window.get().start().equals(flown.start())
            && window.get().duration().equals(flown.duration());
    return new Flight(
            constellation, flown, fromMicros, endMicros, orientation, threads, executor, progress)
        .reusing(isWindow ? blocks : Map.of());
  }
}
