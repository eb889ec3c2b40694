package dev.skytally.outage;

import dev.skytally.input.TextFile;
import dev.skytally.satellites.GnssSystem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Applies notices in the order of their numbers, and keeps the outages that remain.
 *
 * <p>A notice finds the outage that it changes by the number of the notice that announced, began or
 * last changed it. If that notice is unknown, the outage begins with this one. What happened
 * replaces what was announced. A satellite is usable after each outage that has ended, so this also
 * ends outages of the satellite whose own end is not in the notices.
 */
final class Timetable {
  private final Set<Entry> entries = new LinkedHashSet<>();
  private final Map<String, Entry> byNotice = new HashMap<>();
  private final Consumer<String> problems;

  private Timetable(Consumer<String> problems) {
    this.problems = problems;
  }

  private static final class Entry {
    final GnssSystem system;
    final String prn;
    Instant from;
    @Nullable Instant to;
    boolean isForecast;
    String source;

    Entry(Advisory advisory, Instant from) {
      system = advisory.system();
      prn = advisory.prn();
      this.from = from;
      source = advisory.name();
    }
  }

  /**
   * Returns the outages according to some notices.
   *
   * @param problems receives a sentence for each notice that cannot be applied
   */
  static List<Outage> outages(List<Advisory> advisories, Consumer<String> problems) {
    Timetable timetable = new Timetable(problems);
    advisories.stream().sorted(Comparator.comparing(Advisory::number)).forEach(timetable::apply);
    List<Outage> outages = new ArrayList<>();
    for (Entry entry : timetable.entries) {
      outages.add(
          new Outage(
              entry.system,
              entry.prn,
              entry.from,
              Optional.ofNullable(entry.to),
              entry.isForecast,
              entry.source));
    }
    return outages;
  }

  private void apply(Advisory notice) {
    switch (notice.effect()) {
      case NONE -> {}
      case CANCELLED -> cancel(notice);
      case USABLE -> end(notice);
      case FIRST_USABLE -> begin(notice);
      case EXTENDED -> extend(notice);
      case FORECAST, RESCHEDULED, BEGUN, ENDED, DECOMMISSIONED -> set(notice);
    }
  }

  private void set(Advisory notice) {
    Instant start = notice.start().orElseThrow();
    Entry entry = referred(notice).orElseGet(() -> new Entry(notice, start));
    if (notice.effect() != Effect.DECOMMISSIONED || start.isBefore(entry.from)) {
      entry.from = start;
    }
    entry.to = notice.end().orElse(null);
    entry.isForecast = notice.effect() == Effect.FORECAST || notice.effect() == Effect.RESCHEDULED;
    keep(entry, notice);
    if (notice.effect() == Effect.ENDED) {
      endOpen(notice, notice.end().orElseThrow());
    }
  }

  private void extend(Advisory notice) {
    Optional<Entry> referred = referred(notice);
    if (referred.isEmpty() && notice.start().isEmpty()) {
      problems.accept(
          "%s extends an outage without a known start, expected its start%s"
              .formatted(
                  notice.name(),
                  notice.reference().isEmpty()
                      ? ""
                      : " or %s %s, to which it refers"
                          .formatted(notice.kind(), TextFile.quoted(notice.reference()))));
      return;
    }
    Entry entry = referred.orElseGet(() -> new Entry(notice, notice.start().orElseThrow()));
    Instant end = notice.end().orElse(null);
    if (end != null && end.isBefore(entry.from)) {
      problems.accept(
          "%s ends the outage before it starts, expected an end after %s; its end does not count"
              .formatted(notice.name(), entry.from));
      byNotice.put(notice.name(), entry);
      return;
    }
    entry.to = end;
    keep(entry, notice);
  }

  private void cancel(Advisory notice) {
    referred(notice).ifPresent(entries::remove);
  }

  /**
   * Ends the outage that a notice refers to, or all outages of the satellite without an end. An
   * outage does not take place if the satellite is usable before it begins.
   */
  private void end(Advisory notice) {
    Instant usable = notice.start().orElseThrow();
    Optional<Entry> referred = referred(notice);
    if (referred.isEmpty()) {
      endOpen(notice, usable);
      return;
    }
    Entry entry = referred.get();
    if (!usable.isAfter(entry.from)) {
      entries.remove(entry);
      return;
    }
    entry.to = usable;
    entry.isForecast = false;
    keep(entry, notice);
  }

  /** Ends all outages of a satellite without an end, because it is usable from an instant on. */
  private void endOpen(Advisory notice, Instant usable) {
    for (Entry entry : entries) {
      boolean isSame = entry.prn.equals(notice.prn()) && entry.system == notice.system();
      if (isSame && entry.to == null && entry.from.isBefore(usable)) {
        entry.to = usable;
        entry.isForecast = false;
        entry.source = notice.name();
      }
    }
  }

  /** The day on which a satellite begins to serve counts only from then on. */
  private void begin(Advisory notice) {
    end(notice);
    Instant usable = notice.start().orElseThrow();
    Entry entry = new Entry(notice, usable.truncatedTo(ChronoUnit.DAYS));
    entry.to = usable;
    keep(entry, notice);
  }

  private Optional<Entry> referred(Advisory notice) {
    return Optional.ofNullable(byNotice.get(notice.kind() + " " + notice.reference()))
        .filter(entry -> entry.prn.equals(notice.prn()));
  }

  private void keep(Entry entry, Advisory notice) {
    entry.source = notice.name();
    entries.add(entry);
    byNotice.put(notice.name(), entry);
  }
}
