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
 * @param selection with the constellation as it flew
 * @param membership which satellites were asked for, for people, as {@code "status operational"}
 * @param flags those of {@code skytally elements} that select the same satellites again
 * @param horizonFile the file that the mask came from, as the user gave it, if it is a horizon
 * @param step of the sampled mode; empty if the counts are exact
 * @param effect what missing satellites would change, where that is known
 */
public record Setting(
    Selection selection,
    String membership,
    String flags,
    ElevationMask mask,
    Optional<String> horizonFile,
    Optional<Duration> step,
    Optional<? extends Effect> effect) {

  /** The same with what missing satellites would change. */
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
