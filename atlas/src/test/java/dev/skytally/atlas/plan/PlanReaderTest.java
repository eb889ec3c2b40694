package dev.skytally.atlas.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {
  private static Plan read(String text) throws IOException {
    return PlanReader.read(TextFile.of("plan.json", text.replace('\'', '"')));
  }

  @Test
  void everyFieldIsRead() throws IOException {
    Plan plan =
        read(
            "{'first_day': '2023-11-30', 'last_day': '2025-01-02', 'step_s': 30,"
                + " 'resolution_deg': 0.01, 'bounds_deg': [5, 45, 11, 48], 'systems': ['GAL',"
                + " 'GPS', 'BDS'], 'mask_deg': 7.5, 'figures': ['range', 'pairs'], 'archive': 'snapshots',"
                + " 'by': ['month', 'year']}");
    Plan expected =
        new Plan(
            LocalDate.of(2023, 11, 30),
            LocalDate.of(2025, 1, 2),
            Duration.ofSeconds(30),
            WorldGrid.cells(0.01).within(5, 45, 11, 48),
            List.of(GnssSystem.GAL, GnssSystem.GPS, GnssSystem.BDS),
            7.5,
            Set.of(GridFigure.RANGE, GridFigure.PAIRS),
            Optional.of("snapshots"),
            Set.of(Part.MONTH, Part.YEAR));
    assertEquals(expected, plan);
    assertEquals(400, plan.days());
    assertEquals(2880, plan.instantsPerDay());
    assertEquals(
        List.of("whole", "2023", "2024", "2025", "2023-11", "2023-12", "2024-01"),
        plan.periods().stream().limit(7).map(Period::label).toList());
  }

  @Test
  void onlyTheDaysAreRequired() throws IOException {
    Plan plan = read("{'first_day': '2026-10-06', 'last_day': '2026-10-06'}");
    assertEquals(List.of(GnssSystem.GPS, GnssSystem.BDS), plan.systems());
    assertEquals(Duration.ofMinutes(1), plan.step());
    assertEquals(WorldGrid.cells(1), plan.grid());
    assertEquals(0, plan.maskDegrees());
    assertEquals(Set.of(GridFigure.LEADER), plan.figures());
    assertEquals(List.of("whole"), plan.periods().stream().map(Period::label).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'resolutoin_deg': 1    | line 1, column 55: unknown field \"resolutoin_deg\", expected one of",
        "'step_s': 7            | line 1, column 65: step_s 7 does not divide a day of 86400 seconds",
        "'step_s': 0            | step_s 0 does not divide a day",
        "'step_s': 60.5         | step_s must be a whole number",
        "'step_s': 60, 'step_s': 60 | is not JSON: Duplicate field 'step_s'",
        "'resolution_deg': 0.009| resolution 0.009 is outside 0.01 to 5 degrees",
        "'resolution_deg': '1'  | resolution_deg must be a number",
        "'bounds_deg': [1, 2]   | bounds_deg has 2 numbers, expected west, south, east and north",
        "'bounds_deg': [1,9,2,8]| south 9.0 is not below north 8.0",
        "'systems': []          | systems is empty, expected some of GPS, BDS, GAL, GLO, QZS, NAVIC",
        "'systems': ['GPS','GPS'] | systems contains \"GPS\" twice",
        "'systems': ['XYZ']     | unknown system \"XYZ\", expected one of GPS",
        "'systems': 'GPS'       | systems must be a list",
        "'mask_deg': 91         | 91",
        "'figures': ['mean']    | \"mean\" is unknown, expected some of leader, pairs, range, available",
        "'figures': ['pairs']   | figures contains \"pairs\", which needs three systems; for two,",
        "'by': ['whole']        | \"whole\" is unknown, expected some of year, month",
        "'archive': ''          | archive is empty, expected a folder",
        "'archive': 1           | archive must be a text in quotes"
      })
  void whatIsNoPlanIsRejectedInOneLine(String field, String problem) {
    String text = "{'first_day': '2026-10-06', 'last_day': '2026-10-07', " + field + "}";
    assertProblem(text, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                        | first_day is missing, expected a date such as 2024-01-01",
        "{'first_day':'2024-02-30'}| line 1, column 14: first_day \"2024-02-30\" is not a date",
        "{'first_day':'1900-01-01'}| first_day 1900-01-01 is not within 1957 to 2199",
        "{'first_day':'2024-02-02','last_day':'2024-02-01'} | last_day 2024-02-01 is before first_day",
        "[]                        | a plan is a JSON object, expected {",
        "{                         | is not JSON: Unexpected end-of-input",
        "{'first_day':'2020-01-01','last_day':'2020-01-01'} 1 | the file goes on after the end",
        "{'first_day':'2020-01-01','last_day':'2024-01-01','step_s':1} | 1462 days have more than"
      })
  void daysAreChecked(String text, String problem) {
    assertProblem(text, problem);
  }

  private static void assertProblem(String text, String expected) {
    String problem = assertThrows(InputFormatException.class, () -> read(text)).getMessage();
    assertEquals(-1, problem.indexOf('\n'), problem);
    assertEquals(true, problem.startsWith("plan.json"), problem);
    assertEquals(true, problem.contains(expected), problem);
  }
}
