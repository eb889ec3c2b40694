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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The element set of each satellite that is nearest in epoch to an instant, from all archived and
 * bundled snapshots. Of two equally near ones, the later is taken.
 *
 * <p>Does not change, so it is safe for use by several threads.
 */
public final class NearestElementSets {
  // First only epochs are compared, which are in the index. Then only the few snapshots with picked
  // element sets are read. If one of them is damaged, the search is repeated without it. Snapshots
  // that are nearer as a whole come first, so an element set in several is taken from the nearest.

  /**
   * The greatest distance of an element set in a bundled snapshot from the date of the snapshot.
   */
  private static final Duration BUNDLED_SPREAD = Duration.ofDays(60);

  /** A time longer than any history, whose microseconds fit into a long. */
  private static final Duration EVERYWHERE = Duration.ofDays(10_000_000);

  private static final int ORIGINS_TOLD = 3;

  private final long atMicros;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<Candidate, Snapshot> read = new LinkedHashMap<>();
  private final List<String> damagedFiles = new ArrayList<>();

  /** The archived files that are candidates, including those found to be damaged. */
  private final Set<String> considered = new HashSet<>();

  /** The picked element sets by catalogue number; each is from a snapshot that was read. */
  private Map<Integer, Pick> picks = Map.of();

  private interface Reader {
    Snapshot read() throws IOException;
  }

  /** A snapshot to pick from, and its content. */
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

  static NearestElementSets of(SnapshotArchive archive, Instant at, Duration reach)
      throws IOException {
    NearestElementSets nearest = new NearestElementSets(at);
    nearest.addArchived(archive, reach);
    nearest.addBundled(reach);
    nearest.pick(micros(reach));
    if (nearest.picks.isEmpty()) {
      nearest.addArchived(archive, EVERYWHERE);
      nearest.addBundled(EVERYWHERE);
      nearest.pick(nearest.leastDistanceMicros() + micros(Snapshot.OF_ONE_CATALOGUE));
    }
    return nearest;
  }

  private void addArchived(SnapshotArchive archive, Duration reach) throws IOException {
    Map<String, Epochs> index =
        EpochIndex.read(archive.folder(), atMicros - micros(reach), atMicros + micros(reach));
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : archive.entries()) {
      Epochs epochs = index.get(entry.file());
      if ((epochs == null || epochs.size() > 0) && considered.add(entry.file())) {
        entries.add(entry);
      }
    }
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
        damagedFiles.add(SnapshotArchive.damage(e));
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

  /**
   * Picks element sets within reach, until all snapshots that contain a picked one could be read.
   */
  private void pick(long reachMicros) throws IOException {
    do {
      picks = picks(reachMicros);
    } while (!areRead());
  }

  private boolean areRead() throws IOException {
    for (Pick pick : picks.values()) {
      if (!read.containsKey(pick.from()) && !isRead(pick.from())) {
        return false;
      }
    }
    return true;
  }

  private Map<Integer, Pick> picks(long reachMicros) {
    // Sorted only at the end, because a hundred thousand look-ups in a sorted map take longer.
    Map<Integer, Pick> nearest = new HashMap<>();
    for (Candidate candidate : candidates) {
      Epochs epochs = candidate.epochs();
      for (int i = 0; i < epochs.size(); i++) {
        long distance = distanceMicros(epochs.micros[i]);
        if (distance <= reachMicros) {
          Pick other = nearest.get(epochs.catalogNumbers[i]);
          if (other == null
              || distance < distanceMicros(other.epochMicros())
              || (distance == distanceMicros(other.epochMicros())
                  && epochs.micros[i] > other.epochMicros())) {
            nearest.put(epochs.catalogNumbers[i], new Pick(candidate, i));
          }
        }
      }
    }
    return new TreeMap<>(nearest);
  }

  /**
   * Reads a snapshot. If it is damaged or differs from the index, it is excluded from the next
   * search.
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
      damagedFiles.add(SnapshotArchive.damage(e));
    }
    return false;
  }

  private Snapshot content(Candidate from) {
    return Objects.requireNonNull(read.get(from));
  }

  /** {@return a line about each archived snapshot that was skipped because it is damaged} */
  public List<String> damagedFiles() {
    return List.copyOf(damagedFiles);
  }

  /** {@return the median epoch of the newest snapshot that contains a picked element set} */
  public Instant newestEpoch() {
    Instant newest = Instant.MIN;
    for (Candidate from : counts(picks.keySet()).keySet()) {
      Instant epoch = content(from).medianEpoch();
      newest = epoch.isAfter(newest) ? epoch : newest;
    }
    return newest;
  }

  /** {@return all picked element sets as a snapshot, labelled by their sources} */
  public Snapshot snapshot() {
    return snapshotNamedFor(picks.keySet());
  }

  /**
   * {@return all picked element sets as a snapshot whose label and origin name only the sources of
   * some satellites}
   *
   * @param catalogNumbers the numbers of these satellites, at least one of them picked
   */
  public Snapshot snapshotNamedFor(Collection<Integer> catalogNumbers) {
    List<ElementSet> elementSets = new ArrayList<>();
    for (Pick pick : picks.values()) {
      elementSets.add(content(pick.from()).elementSets().get(pick.index()));
    }
    List<ElementSetProblem> problems = new ArrayList<>();
    for (Candidate from : byShare(counts(picks.keySet()))) {
      for (ElementSetProblem problem : content(from).problems()) {
        if (!picks.containsKey(problem.catalogNumber())) {
          problems.add(problem);
        }
      }
    }
    Map<Candidate, Integer> counts = counts(catalogNumbers);
    List<Candidate> named = byShare(counts);
    return new Snapshot(label(named), origin(named, counts), elementSets, problems);
  }

  private Map<Candidate, Integer> counts(Collection<Integer> catalogNumbers) {
    Map<Candidate, Integer> counts = new LinkedHashMap<>();
    for (int number : catalogNumbers) {
      counts.merge(Objects.requireNonNull(picks.get(number)).from(), 1, Integer::sum);
    }
    return counts;
  }

  private static List<Candidate> byShare(Map<Candidate, Integer> counts) {
    List<Candidate> byShare = new ArrayList<>(counts.keySet());
    byShare.sort(Comparator.comparing(counts::get, Comparator.reverseOrder()));
    return byShare;
  }

  /**
   * Returns a label such as {@code 2026-10-06 and 2 others}, with the most frequent source first.
   */
  private String label(List<Candidate> byShare) {
    int others = byShare.size() - 1;
    String label = content(byShare.get(0)).label();
    return others == 0 ? label : label + " and " + others + (others == 1 ? " other" : " others");
  }

  private String origin(List<Candidate> byShare, Map<Candidate, Integer> counts) {
    StringBuilder origin = new StringBuilder();
    int rest = 0;
    for (int i = 0; i < byShare.size(); i++) {
      Candidate from = byShare.get(i);
      int count = counts.getOrDefault(from, 0);
      if (i < ORIGINS_TOLD) {
        Snapshot snapshot = content(from);
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
    return byShare.size() == 1 ? content(byShare.get(0)).origin() : origin.toString();
  }
}
