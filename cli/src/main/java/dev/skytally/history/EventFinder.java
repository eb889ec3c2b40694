package dev.skytally.history;

import dev.skytally.history.Event.Kind;
import dev.skytally.satellites.SatelliteStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what happened to satellites between successive runs of one setting.
 *
 * <p>Each run records which satellites should count according to the registry. A satellite that
 * counted and is gone is missing from the element sets if it should still count, otherwise it is
 * out of service. A satellite may come back weeks later, so each is compared with its last known
 * state.
 */
public final class EventFinder {
  private static final Comparator<Event> BY_SYSTEM_AND_LABEL =
      Comparator.comparing((Event event) -> event.satellite().system()).thenComparing(Event::label);

  private final Map<Integer, SatelliteState> lastKnown = new HashMap<>();
  private final Set<Integer> seen = new HashSet<>();
  private Map<Integer, SatelliteState> before = Map.of();

  private EventFinder() {}

  /**
   * Finds the events of each run except the first, by day, then system and PRN.
   *
   * @param runs runs of one setting, by time
   */
  public static List<Event> find(List<StoredRun> runs) {
    EventFinder finder = new EventFinder();
    List<Event> events = new ArrayList<>();
    for (StoredRun run : runs) {
      events.addAll(finder.eventsOf(run));
    }
    return List.copyOf(events);
  }

  /** Finds the events of only the last of these runs. */
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
    boolean isFirst = lastKnown.isEmpty();
    Map<Integer, SatelliteState> now = new HashMap<>();
    for (SatelliteState state : run.satellites()) {
      now.put(state.catalogNumber(), state);
    }
    for (SatelliteState gone : before.values()) {
      boolean shouldHaveCounted = gone.counted() || gone.lack().isPresent();
      if (shouldHaveCounted && !now.containsKey(gone.catalogNumber())) {
        Kind kind = isKnownToRegistry(gone) ? Kind.LEFT : Kind.LOST;
        events.add(new Event(run.day(), kind, gone, Optional.empty(), Optional.empty()));
      }
    }
    for (SatelliteState state : run.satellites()) {
      Optional<Kind> kind = kind(state);
      if (kind.isPresent() && !isFirst) {
        Optional<SatelliteState> known = Optional.ofNullable(lastKnown.get(state.catalogNumber()));
        events.add(new Event(run.day(), kind.get(), state, known, Optional.empty()));
      }
    }
    for (SatelliteState state : run.satellites()) {
      lastKnown.put(state.catalogNumber(), state);
      if (state.isInElementSets()) {
        seen.add(state.catalogNumber());
      }
    }
    before = now;
    events.sort(BY_SYSTEM_AND_LABEL);
    return events;
  }

  /** Returns whether the registry knows when such a satellite should count. */
  private static boolean isKnownToRegistry(SatelliteState state) {
    return state.status() != SatelliteStatus.UNKNOWN && state.status() != SatelliteStatus.RETIRED;
  }

  /** Returns what happened to a satellite that a run lists, if anything did. */
  private Optional<Kind> kind(SatelliteState now) {
    SatelliteState known = lastKnown.get(now.catalogNumber());
    SatelliteState last = before.get(now.catalogNumber());
    boolean countedBefore = last != null && last.counted();
    if (now.counted() && countedBefore) {
      return last.prn().equals(now.prn()) ? Optional.empty() : Optional.of(Kind.RENUMBERED);
    }
    if (countedBefore) {
      return Optional.of(now.lack().isPresent() ? Kind.LOST : Kind.LEFT);
    }
    if (now.counted()) {
      return Optional.of(kindOfCounted(now, known, last));
    }
    boolean lackedBefore = last != null && last.lack().isPresent();
    if (lackedBefore && now.lack().isEmpty()) {
      return Optional.of(Kind.LEFT);
    }
    if (!lackedBefore && now.lack().isPresent()) {
      return Optional.of(Kind.ENTERED);
    }
    boolean isNew = now.lack().isEmpty() && !seen.contains(now.catalogNumber());
    return isNew ? Optional.of(Kind.APPEARED) : Optional.empty();
  }

  /**
   * Returns what happened to a satellite that counts and did not in the run before.
   *
   * @param known its last known state; null if there is none
   * @param last its state in the run before; null if that run does not list it
   */
  private Kind kindOfCounted(SatelliteState now, SatelliteState known, SatelliteState last) {
    if (last != null && last.lack().isPresent()) {
      return last.status() == now.status() ? Kind.FOUND : Kind.ENTERED;
    }
    if (now.status() == SatelliteStatus.OPERATIONAL) {
      return Kind.ENTERED;
    }
    if (known == null) {
      return Kind.APPEARED;
    }
    boolean isTheSame = known.status() == now.status() && known.prn().equals(now.prn());
    return isTheSame ? Kind.FOUND : Kind.ENTERED;
  }
}
