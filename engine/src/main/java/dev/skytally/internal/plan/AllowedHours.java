package dev.skytally.internal.plan;

import dev.skytally.plan.PlanQuestion.Hours;
import dev.skytally.tally.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The periods of a window in which the windows of a plan may lie, in microseconds of UTC. */
final class AllowedHours {
  private AllowedHours() {}

  /** A period, microseconds since 1970-01-01 UTC; the end is exclusive. */
  record Period(long beginMicros, long endMicros) {}

  /** Returns the periods in order of time; they do not touch each other. */
  static List<Period> of(Window window, Optional<Hours> hours) {
    if (hours.isEmpty()) {
      return List.of(new Period(window.startMicros(), window.endMicros()));
    }
    Hours daily = hours.get();
    List<Period> periods = new ArrayList<>();
    LocalDate last = LocalDate.ofInstant(window.end(), daily.zone());
    for (LocalDate day = LocalDate.ofInstant(window.start(), daily.zone()).minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      LocalDate lastDay = daily.to().isAfter(daily.from()) ? day : day.plusDays(1);
      ZonedDateTime begin = day.atTime(daily.from()).atZone(daily.zone());
      ZonedDateTime end = lastDay.atTime(daily.to()).atZone(daily.zone());
      add(
          periods,
          Math.max(micros(begin.toInstant()), window.startMicros()),
          Math.min(micros(end.withLaterOffsetAtOverlap().toInstant()), window.endMicros()));
    }
    return periods;
  }

  private static void add(List<Period> periods, long beginMicros, long endMicros) {
    if (beginMicros >= endMicros) {
      return;
    }
    int last = periods.size() - 1;
    if (last >= 0 && periods.get(last).endMicros() >= beginMicros) {
      Period before = periods.remove(last);
      periods.add(new Period(before.beginMicros(), Math.max(before.endMicros(), endMicros)));
    } else {
      periods.add(new Period(beginMicros, endMicros));
    }
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
