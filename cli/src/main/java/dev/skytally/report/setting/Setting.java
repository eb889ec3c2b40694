package dev.skytally.report.setting;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.Selection;
import dev.skytally.site.GroundSite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The definition behind the figures, which every report states.
 *
 * @param selection the selection, with the constellation as it flew
 * @param membership which satellites were asked for, for example {@code "status operational"}
 * @param flags the options of {@code skytally elements} that select the same satellites
 * @param step the step of the sampled mode; empty if the counts are exact
 * @param effect what missing satellites would change, if that is known
 */
public record Setting(
    Selection selection,
    String membership,
    String flags,
    Masks masks,
    Optional<Duration> step,
    Optional<? extends Effect> effect) {

  /** Returns this setting with another effect of missing satellites. */
  public Setting with(Optional<? extends Effect> newEffect) {
    return new Setting(selection, membership, flags, masks, step, newEffect);
  }

  public List<GnssSystem> systems() {
    return selection.systems();
  }

  public double maskDegrees() {
    return masks.degrees();
  }

  /** Returns this setting as it is at a site. */
  public Setting at(GroundSite site) {
    return new Setting(selection, membership, flags, masks.at(List.of(site)), step, effect);
  }

  public boolean isOneDay() {
    return Duration.between(selection.start(), selection.end()).equals(Duration.ofDays(1));
  }

  public double stepSeconds() {
    return step.orElseThrow().toMillis() / 1e3;
  }
}
