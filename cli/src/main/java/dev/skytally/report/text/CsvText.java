package dev.skytally.report.text;

import dev.skytally.input.DecimalNumber;

/**
 * Builds comma-separated values by RFC 4180: CRLF ends a row, quotes are doubled. A text that a
 * spreadsheet would run as a formula begins with an apostrophe.
 */
public final class CsvText {
  private final StringBuilder text = new StringBuilder();
  private int cells;
  private int columns = -1;

  public CsvText cell(String content) {
    String value = isFormula(content) ? "'" + content : content;
    if (cells++ > 0) {
      text.append(',');
    }
    if (needsQuotes(value)) {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      text.append(value);
    }
    return this;
  }

  /**
   * Ends a row.
   *
   * @throws IllegalStateException if its number of cells differs from that of the first row
   */
  public void endRow() {
    if (columns < 0) {
      columns = cells;
    }
    if (cells != columns) {
      throw new IllegalStateException(cells + " cells for " + columns + " columns");
    }
    text.append("\r\n");
    cells = 0;
  }

  private static boolean isFormula(String value) {
    if (value.isEmpty() || "=+-@".indexOf(value.charAt(0)) < 0) {
      return false;
    }
    try {
      DecimalNumber.parse(value);
      return false;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\r' || c == '\n') {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
