package dev.skytally.internal.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A comma-separated table (RFC 4180) whose first line names its columns. If that line has no comma,
 * semicolons are the separators, or else tabs; so are they if they stand between numbers. With
 * semicolons, numbers may have a decimal comma, unless another number has a point.
 *
 * <p>Columns may be in any order and are identified by their names, ignoring case. Blanks around
 * names and fields are ignored, and blank lines are skipped. Every problem gives the file, the line
 * and, for a single field, the column of characters at which it begins.
 */
public final class CsvTable {
  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final TextFile file;
  private final char separator;
  private boolean hasDecimalPoints;
  private final List<String> columns;
  private final String expected;
  private final List<InputFormatException> tooLong = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  private CsvTable(TextFile file, char separator, List<String> columns, String expected) {
    this.expected = expected;
    this.file = file;
    this.separator = separator;
    this.columns = columns;
  }

  /**
   * Reads a table.
   *
   * @param expected the columns that a message lists if the file may not be such a table
   * @throws InputFormatException if the text is not such a table, two columns have the same name, a
   *     row has more fields than there are columns, or no row follows the names
   */
  public static CsvTable read(TextFile file, String... expected) throws IOException {
    CsvTable table = readMaybeEmpty(file, expected).withoutTooLong();
    if (table.rows.isEmpty()) {
      throw file.problem(0, 0, "holds the names of columns only, expected rows below them");
    }
    return table;
  }

  /**
   * Reads a table that may have no rows, and leaves those out that have too many fields: {@link
   * #tooLong}.
   *
   * @param expected the columns that a message lists if the file may not be such a table
   * @throws InputFormatException if the text is not such a table, or two columns have the same name
   */
  public static CsvTable readMaybeEmpty(TextFile file, String... expected) throws IOException {
    return read(file, true, expected);
  }

  private static CsvTable read(TextFile file, boolean hasNames, String... expected)
      throws IOException {
    char separator = separator(file);
    try (CsvParser parser = parser(file, separator)) {
      List<Field> next = nextRow(parser);
      List<Field> first = next == null ? List.of() : next;
      List<String> columns = hasNames ? columns(file, first) : numbers(first.size());
      CsvTable table = new CsvTable(file, separator, columns, String.join(", ", expected));
      if (!hasNames) {
        table.add(first);
      }
      for (List<Field> fields = nextRow(parser); fields != null; fields = nextRow(parser)) {
        table.add(fields);
      }
      return table;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
      throw file.problem(
          Math.max(at.getLineNr(), 0),
          Math.max(at.getColumnNr(), 0),
          "is not comma-separated text: " + e.getOriginalMessage());
    }
  }

  /**
   * Reads a table without a line that names its columns, whose names are their numbers from 1.
   *
   * @throws InputFormatException as in {@link #read}
   */
  public static CsvTable readWithoutNames(TextFile file) throws IOException {
    return read(file, false).withoutTooLong();
  }

  private CsvTable withoutTooLong() throws InputFormatException {
    if (!tooLong.isEmpty()) {
      throw tooLong.get(0);
    }
    return this;
  }

  /** Returns a problem for each row that was left out because it has too many fields. */
  public List<InputFormatException> tooLong() {
    return tooLong;
  }

  /**
   * Returns the same table with other names of columns.
   *
   * @param names the new names by the present ones; other columns keep theirs
   */
  public CsvTable withNames(Map<String, String> names) {
    CsvTable renamed =
        new CsvTable(
            file,
            separator,
            columns.stream().map(column -> names.getOrDefault(column, column)).toList(),
            expected);
    rows.forEach(row -> renamed.rows.add(renamed.new Row(row.fields)));
    renamed.hasDecimalPoints = hasDecimalPoints;
    return renamed;
  }

  /** Returns the fields of the first line, which may name the columns. */
  public static List<String> firstLine(TextFile file) throws IOException {
    try (CsvParser parser = parser(file, separator(file))) {
      List<Field> fields = nextRow(parser);
      return fields == null ? List.of() : fields.stream().map(Field::text).toList();
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  /** Returns whether a field is a number, maybe with a decimal comma. */
  public static boolean isNumber(String field) {
    return !Double.isNaN(Row.parse(field.strip().replace(',', '.')));
  }

  private static CsvParser parser(TextFile file, char separator) throws IOException {
    CsvParser parser = CSV.createParser(file.text());
    parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator));
    return parser;
  }

  private static char separator(TextFile file) {
    String names = file.lines().stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    for (String separator : new String[] {";", "\t"}) {
      // Without names, a comma may be a decimal one.
      if (Stream.of(names.split(separator, -1)).filter(CsvTable::isNumber).count() > 1) {
        return separator.charAt(0);
      }
    }
    for (char separator : new char[] {',', ';', '\t'}) {
      if (names.indexOf(separator) >= 0) {
        return separator;
      }
    }
    return ',';
  }

  private static @Nullable List<Field> nextRow(CsvParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return null;
    }
    List<Field> fields = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonLocation at = parser.currentTokenLocation();
      fields.add(new Field(parser.getText(), at.getLineNr(), at.getColumnNr()));
    }
    return fields;
  }

  private static List<String> columns(TextFile file, List<Field> names)
      throws InputFormatException {
    List<String> columns = names.stream().map(n -> n.text().toLowerCase(Locale.ROOT)).toList();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (!column.isEmpty() && !seen.add(column)) {
        throw problem(file, names.get(i), "column " + TextFile.quoted(column) + " is named twice");
      }
    }
    return columns;
  }

  private static List<String> numbers(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }

  private void add(List<Field> fields) {
    if (fields.size() > columns.size()) {
      tooLong.add(
          problem(
              file,
              fields.get(columns.size()),
              "has %s fields, expected %s as in the first line"
                      .formatted(fields.size(), columns.size())
                  + (expected.isEmpty() ? "" : ", which must name the columns " + expected)));
      return;
    }
    rows.add(new Row(fields));
    for (Field field : fields) {
      hasDecimalPoints |= field.text().indexOf('.') >= 0 && !Double.isNaN(Row.parse(field.text()));
    }
  }

  private static InputFormatException problem(TextFile file, Field at, String problem) {
    return file.problem(at.line(), at.column(), problem);
  }

  /**
   * Returns a problem if some numbers between semicolons have decimal commas and others points. It
   * names the first one of the rarer kind, or of the second kind if both are equally frequent.
   *
   * @param columns the columns to compare
   */
  public Optional<InputFormatException> mixedDecimals(List<String> columns) {
    List<Field> commas = decimals(',', columns);
    List<Field> points = decimals('.', columns);
    if (separator != ';' || commas.isEmpty() || points.isEmpty()) {
      return Optional.empty();
    }
    boolean areCommasOdd =
        commas.size() == points.size()
            ? commas.get(0).line() > points.get(0).line()
            : commas.size() < points.size();
    Field odd = (areCommasOdd ? commas : points).get(0);
    Field usual = (areCommasOdd ? points : commas).get(0);
    return Optional.of(
        problem(
            file,
            odd,
            "%s has a decimal %s, expected a decimal %s as in %s in line %s"
                .formatted(
                    TextFile.quoted(odd.text()),
                    areCommasOdd ? "comma" : "point",
                    areCommasOdd ? "point" : "comma",
                    TextFile.quoted(usual.text()),
                    usual.line())));
  }

  private List<Field> decimals(char mark, List<String> columns) {
    List<Field> found = new ArrayList<>();
    for (Row row : rows) {
      for (String column : columns) {
        String text = row.text(column);
        if (text.indexOf(mark) >= 0 && isNumber(text)) {
          found.add(row.field(column));
        }
      }
    }
    return found;
  }

  private boolean hasDecimalCommas() {
    return separator == ';' && !hasDecimalPoints;
  }

  /** Returns whether there is a column with this name. */
  public boolean has(String column) {
    return columns.contains(column);
  }

  /**
   * Returns the names of the columns in lower case, in their order; empty for a column without a
   * name.
   */
  public List<String> columns() {
    return columns;
  }

  /** Returns the first of these names that belongs to a column, or the first name if none does. */
  public String named(String... names) {
    return Stream.of(names).filter(this::has).findFirst().orElse(names[0]);
  }

  /** Rejects the table if one of these columns is missing; the message lists the columns found. */
  public void require(String... required) throws InputFormatException {
    List<String> missing = List.of(required).stream().filter(c -> !has(c)).toList();
    if (!missing.isEmpty()) {
      throw file.problem(
          1,
          0,
          "no column %s, expected the columns %s; found %s"
              .formatted(
                  String.join(" and ", missing),
                  String.join(", ", required),
                  TextFile.quoted(String.join(", ", columns))));
    }
  }

  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** A field and the line and column, from 1, at which it begins. */
  private record Field(String text, int line, int column) {}

  /** A line of the table. */
  public final class Row {
    private final List<Field> fields;

    private Row(List<Field> fields) {
      this.fields = fields;
    }

    /** Returns the 1-based line of the file that this row begins at. */
    public int line() {
      return fields.get(0).line();
    }

    /** Returns the field of a column; empty if there is none. */
    public String text(String column) {
      return isThere(column) ? field(column).text() : "";
    }

    private boolean isThere(String column) {
      int index = columns.indexOf(column);
      return index >= 0 && index < fields.size();
    }

    private Field field(String column) {
      return fields.get(columns.indexOf(column));
    }

    /** Returns the field of a column, which must not be empty. */
    public String requiredText(String column) throws InputFormatException {
      String text = text(column);
      if (text.isEmpty()) {
        throw problem(column, column + " is empty");
      }
      return text;
    }

    /** Returns the number in a column, which must be within a range. */
    public double number(String column, double least, double most) throws InputFormatException {
      double value = number(column);
      if (!(value >= least && value <= most)) {
        throw unexpected(column, "a number from %s to %s".formatted(plain(least), plain(most)));
      }
      return value;
    }

    /** Returns the number in a column, which must be as expected. */
    public double number(String column, DoublePredicate isGood, String expected)
        throws InputFormatException {
      double value = number(column);
      if (!isGood.test(value)) {
        throw unexpected(column, expected);
      }
      return value;
    }

    /** Returns the number in a column; NaN for any other text. */
    public double number(String column) {
      String text = text(column);
      return parse(hasDecimalCommas() ? text.replace(',', '.') : text);
    }

    /**
     * Returns an exception for the field of a column, which quotes it and says what is expected.
     */
    public InputFormatException unexpected(String column, String expected) {
      String text = text(column);
      return problem(
          column,
          "%s is %s, expected %s"
              .formatted(column, text.isEmpty() ? "empty" : TextFile.quoted(text), expected));
    }

    /** Returns an exception for the field of a column, or for the row if it has no such field. */
    public InputFormatException problem(String column, String problem) {
      return isThere(column)
          ? CsvTable.problem(file, field(column), problem)
          : file.problem(line(), 0, problem);
    }

    /** Parses a decimal number; NaN for any other text. */
    private static double parse(String text) {
      try {
        return DecimalNumber.parse(text);
      } catch (NumberFormatException e) {
        return Double.NaN;
      }
    }

    private static String plain(double value) {
      return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }
  }
}
