package dev.skytally;

import dev.skytally.orbit.EarthOrientation;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;

/**
 * A question about satellites in a window, above a mask. Studies are immutable and safe for use by
 * several threads: each setter returns a new study.
 *
 * <p>The thread that asks does part of the work itself. The others are threads of the study, which
 * end with it, unless {@link #on} names an executor. If the asking thread is interrupted, the study
 * ends with a {@link java.util.concurrent.CancellationException} and the thread stays interrupted.
 *
 * @param <S> the kind of study
 */
public abstract sealed class Study<S extends Study<S>> permits VisibilityStudy, WorldStudy {
  private final StudySetting setting;

  Study(StudySetting setting) {
    this.setting = setting;
  }

  final StudySetting setting() {
    return setting;
  }

  /** The same question with another setting. */
  abstract S with(StudySetting newSetting);

  /**
   * Sets the window, from {@code start} (inclusive) to {@code start + duration} (exclusive), to the
   * microsecond.
   *
   * @throws IllegalArgumentException if the duration is less than a millisecond, or the window is
   *     not within the years 1957 to 2199
   */
  public final S over(Instant start, Duration duration) {
    return with(setting.over(start, duration));
  }

  /**
   * Sets the mask of every site (default: 0 degrees).
   *
   * @throws IllegalArgumentException if this is a world study and the mask is not the same all
   *     around
   */
  public final S above(ElevationMask mask) {
    return with(setting.above(mask));
  }

  /** Sets the Earth's orientation (default: by mean sidereal time). */
  public final S orientedBy(EarthOrientation orientation) {
    return with(setting.orientedBy(orientation));
  }

  /**
   * Sets the greatest number of threads, the asking one included (default: the number of
   * processors).
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public final S threads(int most) {
    return with(setting.threads(most));
  }

  /**
   * Sets the executor that provides all threads but the asking one. The study waits only for work
   * that has begun, never for a free thread, so that it may run on a thread of the executor itself.
   * If the executor rejects work, the asking thread does it.
   */
  public final S on(Executor executor) {
    return with(setting.on(executor));
  }

  /**
   * Sets who receives the finished part of the work, 0 to 1, in steps of about a hundredth, on the
   * asking thread. If a satellite cannot be propagated to the end of the window, the study begins
   * again without it, and so does the part. An exception of the receiver ends the study and reaches
   * the caller.
   */
  public final S reporting(DoubleConsumer progress) {
    return with(setting.reporting(progress));
  }

  /**
   * Finds which satellites can be flown over the whole window.
   *
   * @return the constellation without the others, which are {@linkplain Constellation#missing()
   *     missing} in it
   * @throws IllegalStateException if {@link #over} was not called
   */
  public final Constellation flown() {
    return setting.flight(setting.window(Optional.empty())).run();
  }
}
