package dev.skytally.report.text;

import dev.skytally.input.TextFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of text columns, each as wide as its widest cell up to a limit; a longer cell ends in an
 * ellipsis. Neighbouring columns may share a heading above their own.
 */
public final class TextTable {
  private static final String ELLIPSIS = "…";

  private record Column(String group, String title, boolean rightAligned, int mostWidth) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();

  /** Adds a column of words, cut to {@code mostWidth}. */
  public TextTable words(String title, int mostWidth) {
    return words("", title, mostWidth);
  }

  /**
   * Adds a column of words, cut to {@code mostWidth}.
   *
   * @param group the heading above this column and its neighbours of the same group
   */
  public TextTable words(String group, String title, int mostWidth) {
    columns.add(new Column(group, title, false, mostWidth));
    return this;
  }

  /** Adds a column of numbers, right-aligned and never cut. */
  public TextTable numbers(String title) {
    return numbers("", title);
  }

  /**
   * Adds a column of numbers, right-aligned and never cut.
   *
   * @param group the heading above this column and its neighbours of the same group
   */
  public TextTable numbers(String group, String title) {
    columns.add(new Column(group, title, true, Integer.MAX_VALUE));
    return this;
  }

  public void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + columns.size() + " columns");
    }
    String[] printable = new String[cells.length];
    for (int c = 0; c < cells.length; c++) {
      printable[c] = TextFile.printable(cells[c]);
    }
    rows.add(printable);
  }

  /** Adds an empty line and then a line of text between rows. */
  public void heading(String line) {
    rows.add(new String[] {line});
  }

  public void appendTo(StringBuilder text) {
    int[] widths = new int[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = width(c);
    }
    widenToGroups(widths);
    appendGroups(text, widths);
    String[] titles = columns.stream().map(Column::title).toArray(String[]::new);
    appendRow(text, titles, widths);
    for (String[] row : rows) {
      if (isHeading(row)) {
        text.append('\n').append(row[0]).append('\n');
      } else {
        appendRow(text, row, widths);
      }
    }
  }

  private boolean isHeading(String[] row) {
    return row.length < columns.size();
  }

  private int width(int c) {
    Column column = columns.get(c);
    int widest = length(column.title());
    for (String[] row : rows) {
      if (!isHeading(row)) {
        widest = Math.max(widest, length(row[c]));
      }
    }
    return Math.min(widest, column.mostWidth());
  }

  /** Widens the first column of a group whose heading would run into the next one. */
  private void widenToGroups(int[] widths) {
    int first = 0;
    int width = widths[0];
    for (int c = 1; c < widths.length; c++) {
      if (isFirstOfGroup(c)) {
        int wanted = length(columns.get(first).group()) + 1 - gap(c);
        widths[first] += Math.max(0, wanted - width);
      }
      if (columns.get(c).group().equals(columns.get(c - 1).group())) {
        width += gap(c) + widths[c];
      } else {
        first = c;
        width = widths[c];
      }
    }
  }

  private boolean isFirstOfGroup(int c) {
    String group = columns.get(c).group();
    return !group.isEmpty() && (c == 0 || !group.equals(columns.get(c - 1).group()));
  }

  private void appendGroups(StringBuilder text, int[] widths) {
    StringBuilder line = new StringBuilder();
    int begin = 0;
    for (int c = 0; c < widths.length; c++) {
      begin += gap(c);
      if (isFirstOfGroup(c)) {
        int blanks = begin - line.codePointCount(0, line.length());
        line.append(" ".repeat(Math.max(0, blanks))).append(columns.get(c).group());
      }
      begin += widths[c];
    }
    if (!line.isEmpty()) {
      text.append(line).append('\n');
    }
  }

  private void appendRow(StringBuilder text, String[] cells, int[] widths) {
    int lineBegin = text.length();
    for (int c = 0; c < cells.length; c++) {
      text.append(" ".repeat(gap(c)));
      String cell = shortened(cells[c], widths[c]);
      String blanks = " ".repeat(widths[c] - length(cell));
      if (columns.get(c).rightAligned()) {
        text.append(blanks).append(cell);
      } else {
        text.append(cell).append(blanks);
      }
    }
    int end = text.length();
    while (end > lineBegin && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    text.append('\n');
  }

  /** Returns two blanks before a new group of columns, one within a group. */
  private int gap(int c) {
    if (c == 0) {
      return 0;
    }
    return isFirstOfGroup(c) ? 2 : 1;
  }

  private static String shortened(String cell, int mostWidth) {
    if (length(cell) <= mostWidth) {
      return cell;
    }
    String kept = cell.substring(0, cell.offsetByCodePoints(0, mostWidth - 1));
    return kept.stripTrailing() + ELLIPSIS;
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
