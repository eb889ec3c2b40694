package dev.skytally.archive;

import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Picks the element set nearest to an instant of each satellite. */
final class NearestElementSets {
  private final Instant at;
  private final Map<Integer, ElementSet> nearest = new TreeMap<>();

  NearestElementSets(SnapshotArchive archive, Instant at, Duration reach) throws IOException {
    this.at = at;
    for (Entry entry : archive.entries()) {
      offer(archive.load(entry));
    }
    for (LocalDate date : BundledSnapshots.dates()) {
      offer(BundledSnapshots.load(date));
    }
    List<ElementSet> near = new ArrayList<>(nearest.values());
    near.removeIf(elements -> elements.age(at).abs().compareTo(reach) > 0);
    if (!near.isEmpty()) {
      nearest.values().retainAll(near);
    }
  }

  private void offer(Snapshot snapshot) {
    for (ElementSet elements : snapshot.elementSets()) {
      ElementSet other = nearest.get(elements.catalogNumber());
      if (other == null || elements.age(at).abs().compareTo(other.age(at).abs()) < 0) {
        nearest.put(elements.catalogNumber(), elements);
      }
    }
  }

  Snapshot snapshot() {
    return new Snapshot("nearest", "archive and bundled", List.copyOf(nearest.values()), List.of());
  }
}
