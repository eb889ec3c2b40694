package dev.skytally.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void csvQuotesWhatRfc4180SaysAndNothingElse() {
    CsvText csv = new CsvText();
    for (String cell : List.of("plain", "with blank", "a,b", "say \"hi\"", "two\nlines", "")) {
      csv.cell(cell);
    }
    csv.endRow();
    assertEquals("plain,with blank,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n", csv.toString());
  }

  @Test
  void aRowOfCsvHasAsManyCellsAsTheFirst() {
    CsvText csv = new CsvText();
    csv.cell("a").cell("b").endRow();
    csv.cell("1");
    assertThrows(IllegalStateException.class, csv::endRow);
  }

  @Test
  void aLineBreaksBetweenWordsButNotBeforeAPercentSign() {
    StringBuilder text = new StringBuilder();
    Words.append(text, "x".repeat(68) + " leads 76.4 %, over all", 2);
    Words.append(text, "100 %", 0);
    assertEquals("x".repeat(68) + " leads\n  76.4 %, over all\n100 %\n", text.toString());
  }

  @Test
  void tableAlignsCutsAndGroups() {
    TextTable table = new TextTable().words("place", 6).numbers("GPS", "max").numbers("GPS", "min");
    table.row("Addis Ababa", "14", "9");
    table.row("Rome", "7", "10");
    table.heading("others");
    table.row("São Tomé", "1", "2");
    StringBuilder text = new StringBuilder();
    table.appendTo(text);
    assertEquals(
        """
                GPS
        place   max min
        Addis…   14   9
        Rome      7  10

        others
        São T…    1   2
        """,
        text.toString());
  }

  @Test
  void headingsOfGroupsKeepApartHoweverNarrowTheirColumns() {
    TextTable table =
        new TextTable().numbers("rise/set, s", "50 %").numbers("number", "%").numbers("lead", "a");
    table.row("0.5", "1", "2");
    StringBuilder text = new StringBuilder();
    table.appendTo(text);
    assertEquals(
        """
        rise/set, s number lead
              50 %      %  a
               0.5      1  2
        """,
        text.toString());
  }

  @Test
  void rowMustHaveACellForEachColumn() {
    TextTable table = new TextTable().words("a", 5).words("b", 5);
    assertThrows(IllegalArgumentException.class, () -> table.row("one"));
  }

  @Property
  void brokenLinesHoldAllWordsAndFit(
      @ForAll @Size(max = 60) List<@AlphaChars @NotEmpty @StringLength(max = 30) String> words) {
    StringBuilder text = new StringBuilder();
    Words.append(text, String.join(" ", words), 4);
    assertEquals(
        words, Arrays.stream(text.toString().split("\\s+")).filter(w -> !w.isEmpty()).toList());
    assertTrue(text.toString().lines().allMatch(line -> line.length() <= Words.WIDTH));
  }
}
