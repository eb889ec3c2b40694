package dev.skytally.atlas.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A period of an atlas, from its first day to its last day (inclusive).
 *
 * @param index the place among the periods of the same part
 */
public record Period(Part part, int index, LocalDate firstDay, LocalDate lastDay) {
  /** Returns the periods of a part, cut at the ends of the plan. */
  public static List<Period> of(Plan plan, Part part) {
    List<Period> periods = new ArrayList<>();
    LocalDate first = plan.firstDay();
    while (!first.isAfter(plan.lastDay())) {
      LocalDate next =
          switch (part) {
            case WHOLE -> plan.lastDay().plusDays(1);
            case YEAR -> first.withDayOfYear(1).plusYears(1);
            case MONTH -> first.withDayOfMonth(1).plusMonths(1);
          };
      LocalDate last = next.minusDays(1);
      last = last.isAfter(plan.lastDay()) ? plan.lastDay() : last;
      periods.add(new Period(part, periods.size(), first, last));
      first = next;
    }
    return periods;
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /** Returns the name for people and tables: {@code 2024-05}, {@code 2024} or {@code whole}. */
  public String label() {
    return switch (part) {
      case WHOLE -> "whole";
      case YEAR -> firstDay.toString().substring(0, 4);
      case MONTH -> firstDay.toString().substring(0, 7);
    };
  }
}
