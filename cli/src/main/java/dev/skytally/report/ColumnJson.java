package dev.skytally.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * Writes rows as JSON, with an object for each group of neighbouring columns. A missing value is
 * null, and so is a group without any value.
 */
public final class ColumnJson {
  private ColumnJson() {}

  /** Writes a list of objects as a field. */
  public static <R> void writeList(
      JsonGenerator json, String field, List<Column<R>> columns, List<R> rows) throws IOException {
    json.writeArrayFieldStart(field);
    for (R row : rows) {
      json.writeStartObject();
      write(json, columns, row);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes an object as a field. */
  public static <R> void writeObject(
      JsonGenerator json, String field, List<Column<R>> columns, R row) throws IOException {
    json.writeObjectFieldStart(field);
    write(json, columns, row);
    json.writeEndObject();
  }

  /** Writes the fields of a row into the current object. */
  public static <R> void write(JsonGenerator json, List<Column<R>> columns, R row)
      throws IOException {
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = columns.get(i).cell().apply(row);
    }
    write(json, columns, cells, 0, cells.length, 0);
  }

  private static <R> void write(
      JsonGenerator json, List<Column<R>> columns, String[] cells, int begin, int end, int depth)
      throws IOException {
    for (int i = begin; i < end; ) {
      List<String> path = columns.get(i).path();
      String field = path.get(depth);
      json.writeFieldName(field);
      if (path.size() == depth + 1) {
        writeValue(json, columns.get(i).kind(), cells[i]);
        i++;
        continue;
      }
      int groupEnd = i;
      boolean isEmpty = true;
      while (groupEnd < end && isWithin(columns.get(groupEnd), field, depth)) {
        isEmpty &= cells[groupEnd].isEmpty();
        groupEnd++;
      }
      if (isEmpty) {
        json.writeNull();
      } else {
        json.writeStartObject();
        write(json, columns, cells, i, groupEnd, depth + 1);
        json.writeEndObject();
      }
      i = groupEnd;
    }
  }

  private static boolean isWithin(Column<?> column, String group, int depth) {
    return column.path().size() > depth + 1 && column.path().get(depth).equals(group);
  }

  /** Writes a value without the column's name. */
  public static <R> void writeValue(JsonGenerator json, Column<R> column, R row)
      throws IOException {
    writeValue(json, column.kind(), column.cell().apply(row));
  }

  private static void writeValue(JsonGenerator json, Column.Kind kind, String cell)
      throws IOException {
    if (cell.isEmpty()) {
      json.writeNull();
      return;
    }
    switch (kind) {
      case TEXT -> json.writeString(cell);
      case NUMBER -> json.writeNumber(cell);
      case FLAG -> json.writeBoolean(cell.equals(Column.YES));
    }
  }
}
