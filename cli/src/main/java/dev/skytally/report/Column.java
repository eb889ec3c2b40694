package dev.skytally.report;

import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A figure of a row, defined once for every format.
 *
 * @param path the groups of the figure and then its own name; JSON nests objects by them, and all
 *     other formats join them to a {@link #name}
 * @param description the figure in words, for people
 * @param cell returns the value as text; empty if there is none
 * @param <R> the type of the rows
 */
public record Column<R>(
    List<String> path, String description, Kind kind, Function<R, String> cell) {
  /** The kind of a column's values. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** Yes or no. */
    FLAG
  }

  static final String YES = "yes";
  private static final String SYSTEMS = "systems";

  /** Returns a column of texts; a text is empty if there is none. */
  public static <R> Column<R> text(String name, String description, Function<R, String> value) {
    return new Column<>(List.of(name), description, Kind.TEXT, value);
  }

  /** Returns a column of {@code yes} or {@code no}. */
  public static <R> Column<R> flag(String name, String description, Predicate<R> value) {
    return new Column<>(List.of(name), description, Kind.FLAG, row -> value.test(row) ? YES : "no");
  }

  /** Returns a column of numbers as texts; a text is empty if there is none. */
  public static <R> Column<R> number(String name, String description, Function<R, String> value) {
    return new Column<>(List.of(name), description, Kind.NUMBER, value);
  }

  /** Returns a column of finite numbers, with as many decimals as needed up to a limit. */
  public static <R> Column<R> number(
      String name, int mostDecimals, String description, ToDoubleFunction<R> value) {
    return number(name, description, row -> Decimals.plain(value.applyAsDouble(row), mostDecimals));
  }

  /** Returns a column of whole numbers. */
  public static <R> Column<R> count(String name, String description, ToDoubleFunction<R> value) {
    return number(name, 0, description, value);
  }

  /** Returns a column of numbers; a number is NaN if there is none. */
  public static <R> Column<R> numberIfAny(
      String name, int mostDecimals, String description, ToDoubleFunction<R> value) {
    return number(
        name,
        description,
        row -> {
          double number = value.applyAsDouble(row);
          return Double.isNaN(number) ? "" : Decimals.plain(number, mostDecimals);
        });
  }

  /**
   * Returns the name in CSV, GeoTIFF and pages, in lower case and with the unit: {@code gps_mean},
   * {@code culmination_elevation_deg}.
   */
  public String name() {
    return String.join("_", path.get(0).equals(SYSTEMS) ? path.subList(1, path.size()) : path);
  }

  private <T> Column<T> with(Function<T, String> newCell) {
    return new Column<>(path, description, kind, newCell);
  }

  /** Returns this column for rows that contain a row of this column. */
  public <T> Column<T> from(Function<T, R> part) {
    return with(row -> cell.apply(part.apply(row)));
  }

  /** Returns this column for rows that may contain a row of this column. */
  public <T> Column<T> fromAny(Function<T, Optional<R>> part) {
    return with(row -> part.apply(row).map(cell).orElse(""));
  }

  /** Returns this column for rows that all contain the same row. */
  public <T> Column<T> always(R part) {
    String same = cell.apply(part);
    return with(row -> same);
  }

  /** Returns this column, or one of the same name with empty cells. */
  public Column<R> emptyUnless(boolean hasValues) {
    return hasValues ? this : with(row -> "");
  }

  /** Returns this column, whose empty cells get the values of another one. */
  public Column<R> or(Column<R> other) {
    return with(
        row -> {
          String value = cell.apply(row);
          return value.isEmpty() ? other.cell.apply(row) : value;
        });
  }

  /** Returns this column within a group, for example {@code rise_utc} from {@code utc}. */
  public Column<R> within(String group, String groupForPeople) {
    return within(List.of(group), groupForPeople);
  }

  /** Returns this column as one of a system, for example {@code gps_mean} from {@code mean}. */
  public Column<R> of(GnssSystem system) {
    return within(List.of(SYSTEMS, Words.key(system)), system.displayName());
  }

  private Column<R> within(List<String> groups, String groupForPeople) {
    List<String> longer = new ArrayList<>(groups);
    longer.addAll(path);
    return new Column<>(longer, groupForPeople + ": " + description, kind, cell);
  }

  /** Returns columns for rows that contain a row of these columns. */
  public static <R, T> List<Column<T>> from(List<Column<R>> columns, Function<T, R> part) {
    return each(columns, column -> column.from(part));
  }

  /** Returns columns for rows that may contain a row of these columns. */
  public static <R, T> List<Column<T>> fromAny(
      List<Column<R>> columns, Function<T, Optional<R>> part) {
    return each(columns, column -> column.fromAny(part));
  }

  /** Returns columns within a group. */
  public static <R> List<Column<R>> within(
      String group, String groupForPeople, List<Column<R>> columns) {
    return each(columns, column -> column.within(group, groupForPeople));
  }

  /** Returns columns as those of a system. */
  public static <R> List<Column<R>> of(GnssSystem system, List<Column<R>> columns) {
    return each(columns, column -> column.of(system));
  }

  private static <R, T> List<Column<T>> each(
      List<Column<R>> columns, Function<Column<R>, Column<T>> change) {
    List<Column<T>> changed = new ArrayList<>();
    for (Column<R> column : columns) {
      changed.add(change.apply(column));
    }
    return changed;
  }
}
