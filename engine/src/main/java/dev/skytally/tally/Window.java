package dev.skytally.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that a study covers, and how it weighs time: exactly in microseconds, or by samples.
 *
 * <p>Times within the engine are microseconds of UTC since 1970-01-01, without leap seconds (as
 * {@link Instant} counts them).
 *
 * <p>Immutable.
 */
public final class Window {
  private final Instant start;
  private final Duration duration;
  private final Optional<Duration> sampledEvery;
  private final long startMicros;
  private final long endMicros;
  private final long stepMicros;

  /**
   * Creates a window from {@code start} (inclusive) to {@code start + duration} (exclusive).
   *
   * @param start the beginning of the window
   * @param duration the length of the window, above zero
   * @param sampledEvery the step of the samples, the first at the start; empty for exact weights
   */
  public Window(Instant start, Duration duration, Optional<Duration> sampledEvery) {
    this.start = start;
    this.duration = duration;
    this.sampledEvery = sampledEvery;
    startMicros = micros(start);
    endMicros = micros(start.plus(duration));
    stepMicros = sampledEvery.map(step -> step.toNanos() / 1000).orElse(1L);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** {@return the beginning of the window} */
  public Instant start() {
    return start;
  }

  /** {@return the end of the window (exclusive)} */
  public Instant end() {
    return start.plus(duration);
  }

  /** {@return the length of the window} */
  public Duration duration() {
    return duration;
  }

  /** {@return the step of the sampled mode; empty if the counts are exact} */
  public Optional<Duration> sampledEvery() {
    return sampledEvery;
  }

  /** {@return the beginning, microseconds since 1970-01-01 UTC} */
  public long startMicros() {
    return startMicros;
  }

  /** {@return the end (exclusive), microseconds since 1970-01-01 UTC} */
  public long endMicros() {
    return endMicros;
  }

  /** {@return the step of the samples; one for an exact window} */
  public long stepMicros() {
    return stepMicros;
  }

  /**
   * {@return the time of a sample; the samples count from 0 at the start}
   *
   * @param sample the number of the sample, from 0
   */
  public long sampleMicros(long sample) {
    return startMicros + sample * stepMicros;
  }

  /** {@return the weight of the whole window} */
  public long totalWeight() {
    return weightBefore(endMicros);
  }

  /**
   * {@return the weight of the part of the window before an instant: microseconds, or the number of
   * samples} Instants outside the window count as its edges.
   *
   * @param utcMicros an instant, microseconds since 1970-01-01 UTC
   */
  public long weightBefore(long utcMicros) {
    long elapsed = Math.min(Math.max(utcMicros, startMicros), endMicros) - startMicros;
    return sampledEvery.isEmpty() ? elapsed : (elapsed + stepMicros - 1) / stepMicros;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Window window
        && window.start.equals(start)
        && window.duration.equals(duration)
        && window.sampledEvery.equals(sampledEvery);
  }

  @Override
  public int hashCode() {
    return Objects.hash(start, duration, sampledEvery);
  }
}
