package dev.skytally.report.setting;

import dev.skytally.report.text.Times;
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
 * @param choice how the choice of satellites differs from the default
 * @param flags the options of {@code skytally elements} that select the same satellites
 * @param times writes the times of the report, in the zone that was asked for
 * @param step the step of the sampled mode; empty if the counts are exact
 * @param effect what missing satellites would change, if that is known
 */
public record Setting(
    Selection selection,
    String membership,
    List<Choice> choice,
    String flags,
    Times times,
    Masks masks,
    Optional<Duration> step,
    Optional<? extends Effect> effect) {

  /** Returns this setting with another effect of missing satellites. */
  public Setting with(Optional<? extends Effect> newEffect) {
    return new Setting(selection, membership, choice, flags, times, masks, step, newEffect);
  }

  public List<GnssSystem> systems() {
    return selection.systems();
  }

  public double maskDegrees() {
    return masks.degrees();
  }

  /** Returns this setting as it is at a site. */
  public Setting at(GroundSite site) {
    return new Setting(
        selection, membership, choice, flags, times, masks.at(List.of(site)), step, effect);
  }

  public boolean isOneDay() {
    return selection.duration().equals(Duration.ofDays(1))
        || times.isDay(selection.start(), selection.end());
  }

  public double stepSeconds() {
    return step.orElseThrow().toMillis() / 1e3;
  }
}
