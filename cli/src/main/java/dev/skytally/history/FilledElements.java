package dev.skytally.history;

import dev.skytally.archive.ElementPool;
import dev.skytally.archive.ElementPool.Found;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.Sha256;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The element sets of a run: those of a snapshot, and for each satellite that should count and that
 * the snapshot cannot fly, the nearest one that is kept anywhere else.
 *
 * @param facts with a digest of its own if something is filled, so that the run is another one
 * @param filled by catalogue number
 */
record FilledElements(SnapshotFacts facts, Snapshot snapshot, Map<Integer, Found> filled) {
  static final Duration OLDEST = Duration.ofDays(ElementSet.OLDEST_DAYS);

  /** Fills the gaps of a snapshot on its own day. */
  static FilledElements of(
      Snapshot snapshot, SnapshotFacts facts, RunSetting setting, ElementPool pool)
      throws IOException {
    Instant noon = noon(facts);
    List<Integer> missing =
        select(snapshot, facts, setting).missing().stream()
            .map(one -> one.satellite().catalogNumber())
            .toList();
    Map<Integer, Found> found = pool.nearest(missing, noon, OLDEST);
    if (found.isEmpty()) {
      return new FilledElements(facts, snapshot, Map.of());
    }
    List<ElementSet> elementSets = new ArrayList<>(snapshot.elementSets());
    StringBuilder text = new StringBuilder(facts.sha256());
    for (Found one : found.values()) {
      elementSets.add(one.elements());
      text.append('\n').append(one.elements().text());
    }
    return new FilledElements(
        facts.withSha256(Sha256.of(text.toString())),
        new Snapshot(snapshot.label(), snapshot.origin(), elementSets, snapshot.problems()),
        found);
  }

  /** The satellites that count, on the day of the snapshot. */
  static Constellation select(Snapshot snapshot, SnapshotFacts facts, RunSetting setting) {
    Instant noon = noon(facts);
    return ConstellationSelection.on(facts.day())
        .systems(setting.systems())
        .status(setting.status())
        .from(snapshot, noon)
        .withoutOlderThanDays(ElementSet.OLDEST_DAYS, noon);
  }

  private static Instant noon(SnapshotFacts facts) {
    return facts.day().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }
}
