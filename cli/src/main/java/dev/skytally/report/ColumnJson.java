package dev.skytally.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes rows as JSON, with an object for each group of neighbouring columns. A missing value is
 * null, and so is a group without any value.
 */
public final class ColumnJson {
  private ColumnJson() {}

  /**
   * A field of an object.
   *
   * @param begin the first column of the field
   * @param end the column after its last one
   * @param kind the kind of its values if it is a column
   * @param parts its own fields if it is a group, else none
   */
  private record Field(String name, int begin, int end, Column.Kind kind, List<Field> parts) {}

  /** Writes a list of objects as a field. */
  public static <R> void writeList(
      JsonGenerator json, String field, List<Column<R>> columns, List<R> rows) throws IOException {
    List<Field> fields = fields(columns, 0, columns.size(), 0);
    json.writeArrayFieldStart(field);
    for (R row : rows) {
      json.writeStartObject();
      write(json, fields, cells(columns, row));
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
    write(json, fields(columns, 0, columns.size(), 0), cells(columns, row));
  }

  /** Returns the fields of neighbouring columns within a number of groups. */
  private static <R> List<Field> fields(List<Column<R>> columns, int begin, int end, int groups) {
    List<Field> fields = new ArrayList<>();
    for (int i = begin; i < end; ) {
      Column<R> column = columns.get(i);
      String name = column.path().get(groups);
      int first = i++;
      if (column.path().size() == groups + 1) {
        fields.add(new Field(name, first, i, column.kind(), List.of()));
        continue;
      }
      while (i < end && isWithin(columns.get(i), name, groups)) {
        i++;
      }
      fields.add(new Field(name, first, i, column.kind(), fields(columns, first, i, groups + 1)));
    }
    return fields;
  }

  private static boolean isWithin(Column<?> column, String group, int groups) {
    return column.path().size() > groups + 1 && column.path().get(groups).equals(group);
  }

  private static <R> String[] cells(List<Column<R>> columns, R row) {
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = columns.get(i).cell().apply(row);
    }
    return cells;
  }

  private static void write(JsonGenerator json, List<Field> fields, String[] cells)
      throws IOException {
    for (Field field : fields) {
      json.writeFieldName(field.name());
      if (field.parts().isEmpty()) {
        writeValue(json, field.kind(), cells[field.begin()]);
      } else if (isEmpty(cells, field.begin(), field.end())) {
        json.writeNull();
      } else {
        json.writeStartObject();
        write(json, field.parts(), cells);
        json.writeEndObject();
      }
    }
  }

  private static boolean isEmpty(String[] cells, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (!cells[i].isEmpty()) {
        return false;
      }
    }
    return true;
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
