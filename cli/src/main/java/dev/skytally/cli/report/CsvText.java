package dev.skytally.cli.report;

/** Rows of comma-separated values, as RFC 4180 has them: CRLF ends a row, quotes are doubled. */
final class CsvText {
  private final StringBuilder text = new StringBuilder();
  private boolean rowBegun;

  CsvText cell(String value) {
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

  CsvText cell(int value) {
    return cell(Integer.toString(value));
  }

  CsvText cells(String... values) {
    for (String value : values) {
      cell(value);
    }
    return this;
  }

  void endRow() {
    text.append("\r\n");
    rowBegun = false;
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
