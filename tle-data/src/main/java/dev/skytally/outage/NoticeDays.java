package dev.skytally.outage;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The days that notices of each system name.
 *
 * <p>The notices cover a system from the first of these days to the last. A calendar year without
 * any is a gap. A notice about a PRN that the registry gives to no satellite on that day, perhaps a
 * typing error, covers nothing.
 */
final class NoticeDays {
  private final Map<GnssSystem, NavigableSet<LocalDate>> days = new EnumMap<>(GnssSystem.class);

  void add(GnssSystem system, Instant time) {
    add(system, LocalDate.ofInstant(time, ZoneOffset.UTC));
  }

  void add(GnssSystem system, LocalDate day) {
    days.computeIfAbsent(system, any -> new TreeSet<>()).add(day);
  }

  /** Adds the days on which an advisory begins and ends. */
  void add(Advisory advisory) {
    Optional<Instant> known = advisory.start().or(advisory::end);
    if (known.isPresent() && isRegistered(advisory.prn(), known.get())) {
      advisory.start().ifPresent(start -> add(advisory.system(), start));
      advisory.end().ifPresent(end -> add(advisory.system(), end));
    }
  }

  /** Adds the days on which an outage begins and ends. */
  void add(Outage outage) {
    if (!isRegistered(outage.prn(), outage.from())) {
      return;
    }
    add(outage.system(), outage.from());
    outage
        .to()
        .filter(to -> to.isAfter(outage.from()))
        .ifPresent(to -> add(outage.system(), to.minusNanos(1)));
  }

  private static boolean isRegistered(String prn, Instant time) {
    return prn.isEmpty() || Satellite.withPrn(prn, time).isPresent();
  }

  List<Outages.Coverage> coverage() {
    List<Outages.Coverage> coverage = new ArrayList<>();
    days.forEach(
        (system, named) -> {
          LocalDate first = named.first();
          LocalDate last = first;
          for (LocalDate day : named) {
            if (day.getYear() > last.getYear() + 1) {
              coverage.add(between(system, first, last));
              first = day;
            }
            last = day;
          }
          coverage.add(between(system, first, last));
        });
    return coverage;
  }

  private static Outages.Coverage between(GnssSystem system, LocalDate first, LocalDate last) {
    return new Outages.Coverage(
        system,
        first.atStartOfDay(ZoneOffset.UTC).toInstant(),
        last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
