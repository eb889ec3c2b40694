package dev.skytally.report.text;

import dev.skytally.input.DecimalNumber;

/**
 * Rows of comma-separated values, as RFC 4180 has them: CRLF ends a row, quotes are doubled. A text
 * that a spreadsheet would run as a formula begins with an apostrophe.
 */
public final class CsvText {
  private final StringBuilder text = new StringBuilder();
  private boolean rowBegun;

  public CsvText cell(String content) {
    String value = isFormula(content) ? "'" + content : content;
    if (rowBegun) {
      text.append(',');
    }
    rowBegun = true;
    if (needsQuotes(value)) {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      text.append(value);
    }
    return this;
  }

  public CsvText cell(int value) {
    return cell(Integer.toString(value));
  }

  public CsvText cells(String... values) {
    for (String value : values) {
      cell(value);
    }
    return this;
  }

  public void endRow() {
    text.append("\r\n");
    rowBegun = false;
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
