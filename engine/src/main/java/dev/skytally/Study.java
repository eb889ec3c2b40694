package dev.skytally;

import dev.skytally.orbit.EarthOrientation;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;

/**
 * A question about satellites in a window of time, above a mask. Studies are immutable and safe for
 * use by several threads: each setter returns a new study.
 *
 * <p>The calling thread does part of the work itself. The study starts the other threads, which end
 * with it, unless {@link #on} sets an executor. If the calling thread is interrupted, the study
 * throws a {@link java.util.concurrent.CancellationException} and the thread stays interrupted.
 *
 * <p>Immutable.
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

  /** Returns the same question with another setting. */
  abstract S with(StudySetting newSetting);

  /**
   * Sets the window, from {@code start} (inclusive) to {@code start + duration} (exclusive), to the
   * microsecond.
   *
   * @param start the beginning of the window
   * @param duration the length of the window, above zero
   * @return the study with this setting
   * @throws IllegalArgumentException if the duration is less than a millisecond, or the window is
   *     not within the years 1957 to 2199
   */
  public final S over(Instant start, Duration duration) {
    return with(setting.over(start, duration));
  }

  /**
   * Sets the mask of every site that has no {@linkplain dev.skytally.site.GroundSite#mask mask of
   * its own} (default: 0 degrees).
   *
   * @param mask the least elevation that counts
   * @return the study with this setting
   * @throws IllegalArgumentException if this is a world study and the mask is not the same all
   *     around
   */
  public final S above(ElevationMask mask) {
    return with(setting.above(mask));
  }

  /**
   * Sets the Earth's orientation (default: mean sidereal time).
   *
   * @param orientation the orientation
   * @return the study with this setting
   */
  public final S orientedBy(EarthOrientation orientation) {
    return with(setting.orientedBy(orientation));
  }

  /**
   * Sets the outages in which a satellite does not count (default: none). It rises and sets as if
   * it were below the mask from the beginning of an outage to its end.
   *
   * @param outages the outages
   * @return the study with this setting
   */
  public final S without(Outages outages) {
    return with(setting.without(outages));
  }

  /**
   * Sets the greatest number of threads, including the calling one (default: the number of
   * processors).
   *
   * @param most the greatest number, at least 1
   * @return the study with this setting
   * @throws IllegalArgumentException if it is less than 1
   */
  public final S threads(int most) {
    return with(setting.threads(most));
  }

  /**
   * Sets the executor that provides all threads except the calling one. The study waits only for
   * work that has begun, never for a free thread, so it may run on a thread of the executor itself.
   * If the executor rejects work, the calling thread does it.
   *
   * @param executor the executor, which the study does not shut down
   * @return the study with this setting
   */
  public final S on(Executor executor) {
    return with(setting.on(executor));
  }

  /**
   * Sets who receives the finished part of the work, 0 to 1, in steps of about a hundredth, on the
   * asking thread. If a satellite cannot be propagated to the end of the window, the study begins
   * again without it, and so does the part. An exception of the receiver ends the study and reaches
   * the caller.
   *
   * @param progress receives the finished part, 0 to 1
   * @return the study with this setting
   */
  public final S reporting(DoubleConsumer progress) {
    return with(setting.reporting(progress));
  }

  /**
   * Finds the satellites that can be propagated over the whole window.
   *
   * @return the constellation without the others, which {@link Constellation#missing()} lists
   * @throws IllegalStateException if {@link #over} was not called
   */
  public final Constellation flown() {
    return setting.flight(setting.window(Optional.empty())).run();
  }
}
