package dev.skytally.history;

import dev.skytally.VisibilityStudy;
import dev.skytally.archive.ElementPool;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.Sha256;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.selection.FilledGaps;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The element sets of a run: those of a snapshot, and for each satellite that should count but has
 * no usable one there, the nearest usable one of another snapshot.
 *
 * @param facts the snapshot's facts, with another digest if gaps are filled, so that the run
 *     differs
 * @param filled the element sets that fill gaps, by catalogue number
 */
record FilledElements(
    SnapshotFacts facts, Snapshot snapshot, Map<Integer, FilledGaps.Added> filled) {

  /** Fills the gaps of a snapshot on its own day. */
  static FilledElements of(
      Snapshot snapshot, SnapshotFacts facts, RunSetting setting, ElementPool pool)
      throws IOException {
    Constellation flown =
        VisibilityStudy.of(select(snapshot, facts, setting))
            .over(facts.start(), Run.WINDOW)
            .threads(1)
            .flown();
    Map<Integer, FilledGaps.Added> filled = new TreeMap<>();
    FilledGaps.of(flown, facts.start(), facts.start().plus(Run.WINDOW), pool)
        .added()
        .forEach(one -> filled.put(one.satellite().catalogNumber(), one));
    if (filled.isEmpty()) {
      return new FilledElements(facts, snapshot, Map.of());
    }
    List<ElementSet> elementSets = new ArrayList<>(snapshot.elementSets());
    elementSets.removeIf(own -> filled.containsKey(own.catalogNumber()));
    StringBuilder text = new StringBuilder(facts.sha256());
    for (FilledGaps.Added one : filled.values()) {
      elementSets.add(one.elements());
      text.append('\n').append(one.elements().text());
    }
    return new FilledElements(
        facts.withSha256(Sha256.of(text.toString())),
        new Snapshot(snapshot.label(), snapshot.origin(), elementSets, snapshot.problems()),
        filled);
  }

  /** Selects the satellites that count on the day of the snapshot. */
  static Constellation select(Snapshot snapshot, SnapshotFacts facts, RunSetting setting) {
    Instant noon = facts.start().plus(Run.WINDOW.dividedBy(2));
    return ConstellationSelection.on(facts.day())
        .systems(setting.systems())
        .status(setting.status())
        .from(snapshot, noon)
        .withoutOlderThanDays(ElementSet.OLDEST_DAYS, noon);
  }
}
