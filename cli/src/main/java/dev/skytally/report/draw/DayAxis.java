package dev.skytally.report.draw;

import dev.skytally.report.text.Language;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A horizontal axis of days, with ticks at round dates. */
public final class DayAxis {
  /** The axis adds empty days around a shorter history. */
  private static final int FEWEST_DAYS = 14;

  private static final double LEAST_TICK_PIXELS = 46;

  private static final int MONTHS_A_YEAR = 12;

  private static final List<Period> STEPS =
      List.of(
          Period.ofDays(1),
          Period.ofDays(7),
          Period.ofMonths(1),
          Period.ofMonths(3),
          Period.ofYears(1),
          Period.ofYears(5));

  /**
   * A tick.
   *
   * @param year the year at its first tick; else, and if the label is the year, empty
   */
  public record Tick(LocalDate day, String label, String year) {}

  private final LocalDate first;
  private final LocalDate last;
  private final double left;
  private final double pixelsADay;
  private final Language language;

  public DayAxis(
      LocalDate firstDay, LocalDate lastDay, double left, double right, Language language) {
    this.language = language;
    long days = ChronoUnit.DAYS.between(firstDay, lastDay);
    long missing = Math.max(0, FEWEST_DAYS - days);
    long pad = Math.max((missing + 1) / 2, days / 100);
    first = firstDay.minusDays(pad);
    last = lastDay.plusDays(pad);
    this.left = left;
    pixelsADay = (right - left) / ChronoUnit.DAYS.between(first, last);
  }

  public double x(LocalDate day) {
    return left + pixelsADay * ChronoUnit.DAYS.between(first, day);
  }

  public List<Tick> ticks() {
    Period step = step();
    List<Tick> ticks = new ArrayList<>();
    int year = Integer.MIN_VALUE;
    for (LocalDate day = begin(step); !day.isAfter(last); day = day.plus(step)) {
      if (!day.isBefore(first)) {
        boolean namesYear = step.toTotalMonths() < MONTHS_A_YEAR && day.getYear() != year;
        year = day.getYear();
        ticks.add(new Tick(day, label(day, step), namesYear ? language.words("year", year) : ""));
      }
    }
    return ticks;
  }

  private Period step() {
    for (Period step : STEPS) {
      double days = ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(step));
      if (days * pixelsADay >= LEAST_TICK_PIXELS) {
        return step;
      }
    }
    return STEPS.get(STEPS.size() - 1);
  }

  /** Steps of months begin in a year that is divisible by five, steps of days on the first day. */
  private LocalDate begin(Period step) {
    return step.toTotalMonths() == 0 ? first : LocalDate.of(first.getYear() / 5 * 5, 1, 1);
  }

  private String label(LocalDate day, Period step) {
    if (step.toTotalMonths() >= MONTHS_A_YEAR) {
      return language.words("year", day.getYear());
    }
    String month = language.month(day.getMonthValue());
    return step.toTotalMonths() == 0 ? language.words("day", day.getDayOfMonth(), month) : month;
  }
}
