package dev.skytally.internal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  @Test
  void fieldsAreFoundByColumnNameWhateverTheCase() throws IOException {
    CsvTable table = table("Name , B\r\n x ,\"1,5\"\r\n\r\ny\r\n");
    assertTrue(table.has("name"));
    assertFalse(table.has("c"));
    assertEquals("x", table.rows().get(0).text("name"));
    assertEquals("1,5", table.rows().get(0).text("b"));
    assertEquals("", table.rows().get(1).text("b"));
    assertEquals("", table.rows().get(1).text("c"));
  }

  @Test
  void linesAreCountedThroughBlankLinesAndQuotedLineEnds() throws IOException {
    CsvTable table = table("a,b\n\n1,\"two\nlines\"\n2,x\n3,y");
    assertEquals(3, table.rows().get(0).line());
    assertEquals("two\nlines", table.rows().get(0).text("b"));
    assertEquals(5, table.rows().get(1).line());
    assertEquals(6, table.rows().get(2).line());
  }

  @Test
  void whatIsNoTableIsRefusedWithItsLine() {
    assertProblem("t.csv, line 1, column 5: column \"a\" is named twice", "a,b,A\n1,2,3");
    assertProblem(
        "t.csv, line 3, column 5: has 3 fields, expected 2 as in the first line",
        "a,b\n1,2\n1,2,3");
    assertProblem("t.csv: holds the names of columns only, expected rows below them", "a,b\n\n");
  }

  @Test
  void columnsOfATableAreNamedWhereTheFileIsNone() {
    TextFile file = TextFile.of("t.csv", "# A title\n\nwords, and more");
    assertEquals(
        "t.csv, line 3, column 8: has 2 fields, expected 1 as in the first line, which must name the"
            + " columns name, latitude_deg",
        assertThrows(InputFormatException.class, () -> CsvTable.read(file, "name", "latitude_deg"))
            .getMessage());
  }

  @Test
  void anUnclosedQuoteIsRefusedInOneLine() {
    String message =
        assertThrows(InputFormatException.class, () -> table("a,b\n1,\"2\n3,4")).getMessage();
    assertTrue(message.startsWith("t.csv, line "), message);
    assertFalse(message.contains("\n"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "1d", "0x1p3", "1 000", "--1", "e", "91", "-90.0001"})
  void whatIsNoDecimalNumberInRangeIsRefused(String text) throws IOException {
    CsvTable.Row row = table("a,b\n1," + text).rows().get(0);
    assertEquals(
        "t.csv, line 2, column 3: b is \"" + text + "\", expected a number from -90 to 90",
        assertThrows(InputFormatException.class, () -> row.number("b", -90, 90)).getMessage());
  }

  @Test
  void numbersMayHaveSignsAndExponents() throws IOException {
    CsvTable.Row row = table("a,b,c\n+1.5,-90,.25E1").rows().get(0);
    assertEquals(1.5, row.number("a", -90, 90));
    assertEquals(-90, row.number("b", -90, 90));
    assertEquals(2.5, row.number("c", -90, 90));
  }

  @Test
  void anEmptyFieldIsToldAsEmpty() throws IOException {
    CsvTable.Row row = table("a,b\n1,\n").rows().get(0);
    assertEquals(
        "t.csv, line 2, column 3: b is empty, expected a number from 0 to 0.5",
        assertThrows(InputFormatException.class, () -> row.number("b", 0, 0.5)).getMessage());
    assertEquals(
        "t.csv, line 2, column 3: b is empty",
        assertThrows(InputFormatException.class, () -> row.requiredText("b")).getMessage());
  }

  @Test
  void aProblemIsToldWhereItsFieldBegins() throws IOException {
    CsvTable table = table("a,b,c\n\"two\nlines\", \"x\" ,1\n2");
    assertEquals(
        "t.csv, line 3, column 9: no", table.rows().get(0).problem("b", "no").getMessage());
    assertEquals("t.csv, line 4: no", table.rows().get(1).problem("b", "no").getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n a;b;c\n1;x,y;2\n", "a\tb\tc\n1\tx,y\t2\n", "a,b,c\n1,\"x,y\",2\n"})
  void fieldsAreSeparatedAsTheNamesOfTheColumnsAre(String text) throws IOException {
    CsvTable table = table(text);
    assertEquals(List.of("a", "b", "c"), table.columns());
    assertEquals("x,y", table.rows().get(0).text("b"));
    assertEquals(2, table.rows().get(0).number("c", 0, 9));
  }

  @Test
  void firstColumnMayHaveNoName() throws IOException {
    CsvTable table = table(";b\n1;2\n");
    assertEquals(List.of("", "b"), table.columns());
    assertEquals("2", table.rows().get(0).text("b"));
  }

  @Test
  void numbersBetweenSemicolonsMayHaveDecimalCommasUnlessAnotherHasPoint() throws IOException {
    assertEquals(-6.2, table("a;b\n-6,2;St. John\n").rows().get(0).number("a", -90, 90));
    for (String text : List.of("a;b\n-6,2;.5\n", "a\tb\n-6,2\tx\n", "a,b\n\"-6,2\",x\n")) {
      CsvTable.Row row = table(text).rows().get(0);
      assertThrows(InputFormatException.class, () -> row.number("a", -90, 90), text);
    }
  }

  @Test
  void limitsOfNumberAreAllowed() throws IOException {
    CsvTable.Row row = table("a,b\n-90,90").rows().get(0);
    assertEquals(-90, row.number("a", -90, 90));
    assertEquals(90, row.number("b", -90, 90));
  }

  @Test
  void columnIsFoundUnderTheFirstOfItsNamesThatTheTableHas() throws IOException {
    CsvTable table = table("lat,latitude\n1,2");
    assertEquals("latitude", table.named("latitude_deg", "latitude", "lat"));
    assertEquals("height", table.named("height", "altitude"));
    assertEquals("1", table.rows().get(0).requiredText("lat"));
  }

  @Test
  void missingColumnsAreRefused() throws IOException {
    CsvTable table = table("a,b\n1,2");
    table.require("b", "a");
    assertEquals(
        "t.csv, line 1: no column c, expected the columns a, c; found \"a, b\"",
        assertThrows(InputFormatException.class, () -> table.require("a", "c")).getMessage());
  }

  private static CsvTable table(String text) throws IOException {
    return CsvTable.read(TextFile.of("t.csv", text));
  }

  @Test
  void aProblemHasItsPlaceAlsoAsNumbers() {
    InputFormatException e =
        assertThrows(InputFormatException.class, () -> table("a,b\n1,2\n1,2,3"));
    assertEquals("t.csv", e.source());
    assertEquals(3, e.line());
    assertEquals(5, e.column());
  }

  private static void assertProblem(String message, String text) {
    assertEquals(message, assertThrows(InputFormatException.class, () -> table(text)).getMessage());
  }
}
