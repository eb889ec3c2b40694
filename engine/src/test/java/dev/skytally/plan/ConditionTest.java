package dev.skytally.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.skytally.plan.Condition.Comparison;
import dev.skytally.satellites.GnssSystem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as people write them. */
class ConditionTest {
  @Test
  void listHasSystemsFiguresAndLimits() {
    assertEquals(
        List.of(
            new Condition(Optional.empty(), Measure.SATELLITES, Comparison.AT_LEAST, 8),
            new Condition(Optional.of(GnssSystem.GPS), Measure.PDOP, Comparison.LESS, 2.5),
            new Condition(Optional.empty(), Measure.HDOP, Comparison.AT_MOST, 1)),
        Condition.parse(" satellites>=8 ,GPS.pdop < 2.50, all.hdop <= 1"));
    assertEquals(
        Condition.parse("satellites >= 8, pdop <= 2"), Condition.parse("satellites ≥ 8, pdop ≤ 2"));
  }

  @Test
  void textIsReadAgain() {
    String text = "bds.satellites > 5, vdop <= 1.25, navic.tdop >= 3";
    List<Condition> conditions = Condition.parse(text);
    assertEquals(text, String.join(", ", conditions.stream().map(Condition::toString).toList()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "satelites >= 8         | column 1: \"satelites\", expected satellites, gdop, pdop, hdop, vdop or tdop",
        "satellites >= 8, pdp<2 | column 18: \"pdp\", expected satellites, gdop, pdop, hdop, vdop or tdop",
        "gsp.pdop <= 2          | column 1: \"gsp\", expected all or one of gps, bds, gal, glo, qzs, navic",
        "satellites = 8         | column 12: \"=\", expected >=, <=, > or <",
        "satellites >= 8.5      | column 15: \"8.5\", expected a whole number such as 8",
        "pdop <= two            | column 9: \"two\", expected a number above 0 such as 2.5",
        "pdop <= 0              | column 9: \"0\", expected a number above 0 such as 2.5",
        "pdop <=                | column 8: the end, expected a number above 0 such as 2.5",
        "pdop <= 2 hdop <= 1    | column 11: \"hdop\", expected a comma before the next condition",
        "pdop <= 2,             | column 11: the end, expected satellites, gdop, pdop, hdop, vdop or tdop",
        "pdop <= 2,5            | column 11: \"5\", expected satellites, gdop, pdop, hdop, vdop or tdop; decimals have a point, as in 2.5",
        "gps >= 5               | column 1: \"gps\", expected a figure of this system such as gps.satellites",
        "pdop <= 2, , hdop <= 1 | column 12: \",\", expected satellites, gdop, pdop, hdop, vdop or tdop",
        "``                     | column 1: the end, expected satellites, gdop, pdop, hdop, vdop or tdop",
      })
  void errorHasTheColumnAndWhatIsExpectedThere(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Condition.parse(text)).getMessage());
  }
}
