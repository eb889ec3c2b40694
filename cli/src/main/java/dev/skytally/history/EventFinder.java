package dev.skytally.history;

import dev.skytally.history.Event.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what happened to satellites between successive runs of one setting.
 *
 * <p>A satellite may be missing from a snapshot and come back weeks later, so each is compared with
 * the state in which it was seen last, whenever that was.
 */
public final class EventFinder {
  private static final Comparator<Event> BY_SYSTEM_AND_LABEL =
      Comparator.comparing((Event event) -> event.satellite().system()).thenComparing(Event::label);

  private final Map<Integer, SatelliteState> lastSeen = new HashMap<>();
  private Set<Integer> countedBefore = Set.of();

  private EventFinder() {}

  /**
   * The events of each run but the first, by day, then system and PRN.
   *
   * @param runs of one setting, by time
   */
  public static List<Event> find(List<StoredRun> runs) {
    EventFinder finder = new EventFinder();
    List<Event> events = new ArrayList<>();
    for (StoredRun run : runs) {
      events.addAll(finder.eventsOf(run));
    }
    return List.copyOf(events);
  }

  /** The events of the last of these runs alone. */
  public static List<Event> ofLast(List<StoredRun> runs) {
    EventFinder finder = new EventFinder();
    List<Event> events = List.of();
    for (StoredRun run : runs) {
      events = finder.eventsOf(run);
    }
    return events;
  }

  private List<Event> eventsOf(StoredRun run) {
    List<Event> events = new ArrayList<>();
    boolean isFirst = lastSeen.isEmpty();
    Set<Integer> lost = countedBefore;
    countedBefore =
        run.satellites().stream()
            .filter(SatelliteState::counted)
            .map(SatelliteState::catalogNumber)
            .collect(Collectors.toSet());
    Set<Integer> present =
        run.satellites().stream().map(SatelliteState::catalogNumber).collect(Collectors.toSet());
    for (int number : lost) {
      if (!present.contains(number)) {
        events.add(new Event(run.day(), Kind.LOST, lastSeen.get(number), Optional.empty()));
      }
    }
    for (SatelliteState now : run.satellites()) {
      SatelliteState before = lastSeen.put(now.catalogNumber(), now);
      kind(before, now, lost.contains(now.catalogNumber()))
          .filter(kind -> !isFirst)
          .ifPresent(
              kind -> events.add(new Event(run.day(), kind, now, Optional.ofNullable(before))));
    }
    events.sort(BY_SYSTEM_AND_LABEL);
    return events;
  }

  /**
   * What happened to a satellite that a run found.
   *
   * @param before as it was seen last; null if never
   * @param countedBefore whether it counted in the run before, rather than in an earlier one
   */
  private static Optional<Kind> kind(
      SatelliteState before, SatelliteState now, boolean countedBefore) {
    if (before == null) {
      return Optional.of(Kind.APPEARED);
    }
    boolean isTheSame = before.status() == now.status() && before.prn().equals(now.prn());
    if (now.counted()) {
      if (!countedBefore) {
        return Optional.of(before.counted() || isTheSame ? Kind.FOUND : Kind.ENTERED);
      }
      boolean hasAnotherPrn = !before.prn().equals(now.prn());
      return hasAnotherPrn ? Optional.of(Kind.RENUMBERED) : Optional.empty();
    }
    if (!before.counted()) {
      return Optional.empty();
    }
    return Optional.of(countedBefore && isTheSame ? Kind.LOST : Kind.LEFT);
  }
}
