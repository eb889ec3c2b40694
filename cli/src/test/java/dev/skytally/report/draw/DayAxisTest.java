package dev.skytally.report.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.report.text.Language;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayAxisTest {
  private static final double LEFT = 50;
  private static final double RIGHT = 950;

  private static DayAxis axis(String first, String last) {
    return new DayAxis(LocalDate.parse(first), LocalDate.parse(last), LEFT, RIGHT, Language.EN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-02-27 | 2024-03-15 | Feb 27 | 2024 | Feb 28 |
          2023-12-11 | 2024-03-15 | Dec 11 | 2023 | Dec 18 |
          2023-11-20 | 2024-10-01 | Dec    | 2023 | Jan    | 2024
          2021-12-06 | 2026-02-10 | Jan    | 2022 | Apr    |
          2010-05-05 | 2026-02-10 | 2011   |      | 2012   |
          1981-05-05 | 2026-02-10 | 1985   |      | 1990   |
          """)
  void ticksAreRound(
      String first, String last, String one, String year, String two, String nextYear) {
    List<DayAxis.Tick> ticks = axis(first, last).ticks();
    assertEquals(one, ticks.get(0).label());
    assertEquals(year == null ? "" : year, ticks.get(0).year());
    assertEquals(two, ticks.get(1).label());
    assertEquals(nextYear == null ? "" : nextYear, ticks.get(1).year());
  }

  @Test
  void singleDayStandsInTheMiddle() {
    DayAxis axis = axis("2024-02-27", "2024-02-27");
    assertEquals((LEFT + RIGHT) / 2, axis.x(LocalDate.parse("2024-02-27")), 1e-9);
    assertTrue(axis.ticks().size() > 5);
  }

  @Test
  void daysLieWithinTheAxis() {
    DayAxis axis = axis("2021-12-06", "2026-02-10");
    for (DayAxis.Tick tick : axis.ticks()) {
      double x = axis.x(tick.day());
      assertTrue(x >= LEFT && x <= RIGHT, tick + " at " + x);
    }
  }
}
