package dev.skytally.history;

import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The outages on the days of runs that count satellites only while they are usable. */
public final class OutageEvents {
  private OutageEvents() {}

  /** Adds an event for each outage on the day of a run to the other events, by day. */
  public static List<Event> with(List<Event> others, RunSetting setting, List<StoredRun> runs) {
    List<Event> events = new ArrayList<>(others);
    for (StoredRun run : runs) {
      events.addAll(of(setting.outages(), run));
    }
    events.sort(Comparator.comparing(Event::day));
    return List.copyOf(events);
  }

  private static List<Event> of(Outages outages, StoredRun run) {
    List<Event> events = new ArrayList<>();
    Instant end = run.start().plus(Run.WINDOW);
    for (SatelliteState state : run.satellites()) {
      if (state.counted()) {
        for (Outage outage : outages.of(state.satellite(), run.start(), end)) {
          events.add(
              new Event(
                  run.day(), Event.Kind.OUTAGE, state, Optional.empty(), Optional.of(outage)));
        }
      }
    }
    return events;
  }
}
