package dev.skytally.report.setting;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.Selection;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The definition behind the figures, which every report states.
 *
 * @param selection the selection, with the constellation as it flew
 * @param membership which satellites were asked for, for example {@code "status operational"}
 * @param flags the options of {@code skytally elements} that select the same satellites
 * @param horizonFile the file of the horizon, as the user gave it, if there is one
 * @param step the step of the sampled mode; empty if the counts are exact
 * @param effect what missing satellites would change, if that is known
 */
public record Setting(
    Selection selection,
    String membership,
    String flags,
    ElevationMask mask,
    Optional<String> horizonFile,
    Optional<Duration> step,
    Optional<? extends Effect> effect) {

  /** Returns this setting with another effect of missing satellites. */
  public Setting with(Optional<? extends Effect> newEffect) {
    return new Setting(selection, membership, flags, mask, horizonFile, step, newEffect);
  }

  public List<GnssSystem> systems() {
    return selection.systems();
  }

  public double maskDegrees() {
    return Math.toDegrees(mask.leastElevationRadians());
  }

  public boolean isOneDay() {
    return Duration.between(selection.start(), selection.end()).equals(Duration.ofDays(1));
  }

  public double stepSeconds() {
    return step.orElseThrow().toMillis() / 1e3;
  }
}
