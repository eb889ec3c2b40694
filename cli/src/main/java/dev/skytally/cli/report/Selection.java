package dev.skytally.cli.report;

import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A window and the satellites that are looked at in it.
 *
 * @param snapshot what the satellites' element sets were taken from
 */
public record Selection(
    Instant start, Instant end, Snapshot snapshot, Constellation constellation) {

  /** The same question, with the constellation as it flew. */
  public Selection of(Constellation flown) {
    return new Selection(start, end, snapshot, flown);
  }

  List<GnssSystem> systems() {
    return constellation.systems();
  }

  Instant middle() {
    return start.plus(Duration.between(start, end).dividedBy(2));
  }

  Instant medianEpoch() {
    return constellation.medianEpoch().orElseThrow();
  }

  /** The median of the days between the element sets' epochs and the middle of the window. */
  double medianAgeDays() {
    return constellation.medianAgeDays(middle()).orElseThrow();
  }

  /** The labels of the satellites that count though their status is uncertain. */
  List<String> uncertain() {
    return constellation.members().stream()
        .map(Constellation.Member::satellite)
        .filter(Satellite::statusIsUncertain)
        .map(Satellite::label)
        .toList();
  }
}
