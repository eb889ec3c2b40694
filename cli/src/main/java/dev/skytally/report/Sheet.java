package dev.skytally.report;

import dev.skytally.report.text.CsvText;
import java.util.List;

/** Rows and their columns. */
public record Sheet<R>(List<Column<R>> columns, List<R> rows) {
  public Sheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Returns CSV by RFC 4180: a header and a line for each row. */
  String csv() {
    CsvText csv = new CsvText();
    appendHeader(csv, columns);
    for (R row : rows) {
      appendRow(csv, columns, row);
    }
    return csv.toString();
  }

  /** Appends a line of the columns' names. */
  public static <R> void appendHeader(CsvText csv, List<Column<R>> columns) {
    for (Column<R> column : columns) {
      csv.cell(column.name());
    }
    csv.endRow();
  }

  /** Appends a line of the columns' values. */
  public static <R> void appendRow(CsvText csv, List<Column<R>> columns, R row) {
    for (Column<R> column : columns) {
      csv.cell(column.cell().apply(row));
    }
    csv.endRow();
  }
}
