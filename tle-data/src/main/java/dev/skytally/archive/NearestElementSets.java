package dev.skytally.archive;

import dev.skytally.archive.EpochIndex.Epochs;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.ElementSetProblem;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Picks of each satellite the element set nearest in epoch to an instant, from archived and bundled
 * snapshots alike; of two as near, the later.
 */
final class NearestElementSets {
  // First only epochs are compared, which the index has at hand; then the few snapshots that
  // something was picked from are read. If one of them is damaged, all is done again without it.
  // Snapshots nearer as a whole come first, so that what is in several is taken from the nearest.

  /** An element set of a bundled snapshot is at most so far from the snapshot's date. */
  private static final Duration BUNDLED_SPREAD = Duration.ofDays(60);

  /** If nothing is within reach, what is so little further than the nearest is taken with it. */
  private static final Duration OF_ONE_CATALOGUE = Duration.ofDays(30);

  private static final int ORIGINS_TOLD = 3;

  private final long atMicros;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<Candidate, Snapshot> read = new LinkedHashMap<>();
  private final List<ElementSetProblem> problems = new ArrayList<>();

  private interface Reader {
    Snapshot read() throws IOException;
  }

  /** A snapshot to pick from, and what it holds. */
  private record Candidate(Reader reader, Epochs epochs) {}

  /** An element set by its place in a snapshot. */
  private record Pick(Candidate from, int index) {
    long epochMicros() {
      return from.epochs().micros[index];
    }
  }

  private NearestElementSets(Instant at) {
    atMicros = EpochIndex.micros(at);
  }

  static Snapshot of(SnapshotArchive archive, Instant at, Duration reach) throws IOException {
    NearestElementSets nearest = new NearestElementSets(at);
    nearest.addArchived(archive);
    nearest.addBundled(reach);
    Map<Integer, Pick> picks = nearest.readPicks(micros(reach));
    if (picks.isEmpty()) {
      nearest.addBundled(Duration.ofDays(Integer.MAX_VALUE));
      picks = nearest.readPicks(nearest.leastDistanceMicros() + micros(OF_ONE_CATALOGUE));
    }
    return nearest.snapshot(picks);
  }

  private void addArchived(SnapshotArchive archive) throws IOException {
    Map<String, Epochs> index = EpochIndex.read(archive.folder());
    List<Entry> entries = new ArrayList<>(archive.entries());
    entries.sort(
        Comparator.comparing(entry -> distanceMicros(EpochIndex.micros(entry.medianEpoch()))));
    for (Entry entry : entries) {
      Epochs epochs = index.get(entry.file());
      try {
        candidates.add(
            new Candidate(
                () -> archive.load(entry),
                epochs == null ? Epochs.of(archive.load(entry)) : epochs));
      } catch (InputFormatException e) {
        tellDamaged(e);
      }
    }
  }

  private void addBundled(Duration reach) {
    for (LocalDate date : BundledSnapshots.dates()) {
      Instant noon = date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
      if (distanceMicros(EpochIndex.micros(noon)) <= micros(reach.plus(BUNDLED_SPREAD))) {
        Snapshot bundled = BundledSnapshots.load(date);
        Snapshot named =
            new Snapshot(
                bundled.label(),
                "bundled; " + bundled.origin(),
                bundled.elementSets(),
                bundled.problems());
        candidates.add(new Candidate(() -> named, Epochs.of(bundled)));
      }
    }
  }

  private static long micros(Duration duration) {
    return duration.toSeconds() * 1_000_000;
  }

  private long distanceMicros(long epochMicros) {
    return Math.abs(epochMicros - atMicros);
  }

  private long leastDistanceMicros() {
    return picks(Long.MAX_VALUE / 2).values().stream()
        .mapToLong(pick -> distanceMicros(pick.epochMicros()))
        .min()
        .orElseThrow();
  }

  /** The picks within reach, once all snapshots that they are from could be read. */
  private Map<Integer, Pick> readPicks(long reachMicros) throws IOException {
    while (true) {
      Map<Integer, Pick> picks = picks(reachMicros);
      boolean allRead = true;
      for (Pick pick : picks.values()) {
        allRead &= read.containsKey(pick.from()) || isRead(pick.from());
      }
      if (allRead) {
        return picks;
      }
    }
  }

  private Map<Integer, Pick> picks(long reachMicros) {
    Map<Integer, Pick> picks = new TreeMap<>();
    for (Candidate candidate : candidates) {
      Epochs epochs = candidate.epochs();
      for (int i = 0; i < epochs.size(); i++) {
        long distance = distanceMicros(epochs.micros[i]);
        if (distance <= reachMicros) {
          Pick other = picks.get(epochs.catalogNumbers[i]);
          long otherDistance = other == null ? Long.MAX_VALUE : distanceMicros(other.epochMicros());
          if (distance < otherDistance
              || (distance == otherDistance && epochs.micros[i] > other.epochMicros())) {
            picks.put(epochs.catalogNumbers[i], new Pick(candidate, i));
          }
        }
      }
    }
    return picks;
  }

  /**
   * Reads a snapshot; one that is damaged, or not what the index says, is not picked from again.
   */
  private boolean isRead(Candidate candidate) throws IOException {
    try {
      Snapshot snapshot = candidate.reader().read();
      Candidate asRead = new Candidate(() -> snapshot, Epochs.of(snapshot));
      if (asRead.epochs().isSameAs(candidate.epochs())) {
        read.put(candidate, snapshot);
        return true;
      }
      candidates.set(candidates.indexOf(candidate), asRead);
    } catch (InputFormatException e) {
      candidates.remove(candidate);
      tellDamaged(e);
    }
    return false;
  }

  private void tellDamaged(InputFormatException problem) {
    problems.add(new ElementSetProblem(0, "", problem.getMessage()));
  }

  private Snapshot snapshot(Map<Integer, Pick> picks) {
    List<ElementSet> elementSets = new ArrayList<>();
    Map<Candidate, Integer> counts = new LinkedHashMap<>();
    for (Pick pick : picks.values()) {
      elementSets.add(read.get(pick.from()).elementSets().get(pick.index()));
      counts.merge(pick.from(), 1, Integer::sum);
    }
    List<Candidate> byShare = new ArrayList<>(counts.keySet());
    byShare.sort(Comparator.comparing(counts::get, Comparator.reverseOrder()));
    for (Candidate from : byShare) {
      for (ElementSetProblem problem : read.get(from).problems()) {
        if (!picks.containsKey(problem.catalogNumber())) {
          problems.add(problem);
        }
      }
    }
    return new Snapshot(label(byShare), origin(byShare, counts), elementSets, problems);
  }

  /** As {@code 2026-10-06 and 2 others}, the one that most are from first. */
  private String label(List<Candidate> byShare) {
    int others = byShare.size() - 1;
    String label = read.get(byShare.get(0)).label();
    return others == 0 ? label : label + " and " + others + (others == 1 ? " other" : " others");
  }

  private String origin(List<Candidate> byShare, Map<Candidate, Integer> counts) {
    StringBuilder origin = new StringBuilder();
    int rest = 0;
    for (int i = 0; i < byShare.size(); i++) {
      Candidate from = byShare.get(i);
      int count = counts.get(from);
      if (i < ORIGINS_TOLD) {
        Snapshot snapshot = read.get(from);
        origin.append(i == 0 ? "" : "; ").append(count);
        origin.append(count == 1 ? " element set of " : " element sets of ");
        origin.append(snapshot.label()).append(" (").append(snapshot.origin()).append(')');
      } else {
        rest += count;
      }
    }
    if (rest > 0) {
      int others = byShare.size() - ORIGINS_TOLD;
      origin.append("; ").append(rest).append(" of ").append(others);
      origin.append(others == 1 ? " other" : " others");
    }
    return byShare.size() == 1 ? read.get(byShare.get(0)).origin() : origin.toString();
  }
}
