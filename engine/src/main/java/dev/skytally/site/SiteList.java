package dev.skytally.site;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.input.VisibleText;
import dev.skytally.internal.input.CsvTable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sites of a user from CSV or GeoJSON. The content decides the format.
 *
 * <p>CSV is separated by commas, semicolons or tabs, with columns in any order: {@code name},
 * {@code latitude_deg} and {@code longitude_deg} in degrees; optionally {@code height_m} in metres,
 * {@code country}, {@code iso2}, and the site's own mask: {@code mask_deg} in degrees, {@code
 * horizon}, points such as {@code 0:5,90:12} or a file relative to the list, or the greater of
 * both. Columns may also have common names in many languages, such as {@code lat}, {@code Breite}
 * or {@code 纬度}. Other columns are ignored, but a column that looks like a height or a mask in
 * another unit is an error. A list needs no header if it has one column of texts and two of
 * numbers, and one of the two is beyond 90, so it is no latitude, or if angles have letters such as
 * {@code 47.03N}. Names such as {@code S7} are texts if the other columns have no such cells and
 * the names are no coordinates beside one of them and heights.
 *
 * <p>GeoJSON (RFC 7946): a {@code FeatureCollection} of {@code Point}s, longitude first, the third
 * coordinate the height in metres. The name is the property {@code name}, {@code NAME}, {@code
 * capital} or {@code city}; {@code mask_deg}, {@code country} and {@code iso2} are optional.
 *
 * <p>Two sites may share a name only in different countries.
 *
 * <p>Safe for use by several threads.
 */
public final class SiteList {
  /** The names of the columns that a list may have. */
  public static final List<String> COLUMNS =
      Stream.of(SiteListNames.values()).map(SiteListNames::key).toList();

  private static final String HEADER = "name,latitude_deg,longitude_deg";

  /** A name of a letter and a number that could be a latitude or longitude. */
  private static final Pattern NUMBERED_NAME = Pattern.compile("[NSEWnsew] ?\\d+");

  private final List<GroundSite> sites = new ArrayList<>();
  private final Map<List<String>, Integer> firstLines = new HashMap<>();

  private SiteList() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the sites of the file
   * @throws InputFormatException if the file is not such a list; the message gives file, line and
   *     column
   */
  public static List<GroundSite> read(Path file) throws IOException {
    return read(TextFile.read(file));
  }

  /**
   * Reads a list from a text.
   *
   * @param file the text and its source, for example from {@link TextFile#of}
   * @return the sites of the list
   * @throws InputFormatException as in {@link #read(Path)}
   */
  public static List<GroundSite> read(TextFile file) throws IOException {
    return read(file, Map.of());
  }

  /**
   * Reads a list from a text whose columns have names of their own.
   *
   * @param file the text and its source
   * @param columns the names in the header by the names above, for example {@code Breite} by {@code
   *     latitude_deg}; the number of a column if there is no header
   * @return the sites of the list
   * @throws InputFormatException as in {@link #read(Path)}
   */
  public static List<GroundSite> read(TextFile file, Map<String, String> columns)
      throws IOException {
    SiteList list = new SiteList();
    String text = file.text().stripLeading();
    if (text.startsWith("[")) {
      throw file.problem(
          0, 0, "is a JSON array, expected a GeoJSON object of the type FeatureCollection, or CSV");
    }
    if (text.startsWith("{")) {
      for (GeoJsonSites.Feature feature : GeoJsonSites.read(file)) {
        list.add(
            feature.site(),
            feature.at().line(),
            problem -> GeoJsonSites.problem(file, feature.at(), problem));
      }
    } else {
      list.addRows(file, columns);
    }
    return List.copyOf(list.sites);
  }

  /**
   * {@return the names of the columns of a CSV list that are ignored, as the file writes them;
   * empty for a list without a header and for GeoJSON}
   *
   * @param file the text and its source
   * @param columns as in {@link #read(TextFile, Map)}
   * @throws dev.skytally.input.InputFormatException if the first line is no line of a table
   */
  public static List<String> ignoredColumns(TextFile file, Map<String, String> columns)
      throws IOException {
    List<String> header = CsvTable.firstLine(file);
    if (file.text().stripLeading().startsWith("{") || !isHeader(header)) {
      return List.of();
    }
    List<String> read =
        Stream.of(SiteListNames.values())
            .flatMap(name -> name.in(header, columns).stream())
            .toList();
    return header.stream().filter(name -> !name.isBlank() && !read.contains(name)).toList();
  }

  /**
   * {@return how many sites a list has at most: one in each line of CSV but the header, or in each
   * feature of GeoJSON} Does not check the sites.
   *
   * @param file the text and its source
   * @throws IOException if the first line is no line of a table, or the text is no JSON
   */
  public static long countAtMost(TextFile file) throws IOException {
    if (file.text().stripLeading().startsWith("{")) {
      return GeoJsonSites.count(file);
    }
    long lines = file.text().lines().filter(line -> !line.isBlank()).count();
    return lines > 0 && !isWithoutHeader(file) ? lines - 1 : lines;
  }

  /**
   * {@return whether a list is CSV whose first line already is a site}
   *
   * @param file the text and its source
   * @throws IOException if the first line is no line of a table
   */
  public static boolean isWithoutHeader(TextFile file) throws IOException {
    return !file.text().stripLeading().startsWith("{") && !isHeader(CsvTable.firstLine(file));
  }

  private static boolean isHeader(List<String> first) {
    return first.stream().filter(cell -> CsvTable.isNumber(cell) || angle(cell) != null).count()
        < 2;
  }

  private void addRows(TextFile file, Map<String, String> given) throws IOException {
    List<String> first = CsvTable.firstLine(file);
    boolean hasHeader = isHeader(first);
    if (hasHeader
        && given.isEmpty()
        && SiteListNames.LATITUDE.in(first, given).isEmpty()
        && SiteListNames.LONGITUDE.in(first, given).isEmpty()) {
      throw noHeader(file, "");
    }
    CsvTable table =
        hasHeader
            ? CsvTable.read(file, "name", "latitude_deg", "longitude_deg")
            : CsvTable.readWithoutNames(file);
    Map<String, String> columns = hasHeader || !given.isEmpty() ? given : unambiguous(file, table);
    requireKnown(file, table, columns, hasHeader);
    if (!hasHeader) {
      columns = new HashMap<>(columns);
      table = named(table, columns);
    }
    String name = SiteListNames.NAME.in(table, columns);
    String latitude = SiteListNames.LATITUDE.in(table, columns);
    String longitude = SiteListNames.LONGITUDE.in(table, columns);
    table.require(name, latitude, longitude);
    String height = SiteListNames.HEIGHT.in(table, columns);
    String mask = SiteListNames.MASK.in(table, columns);
    String horizon = SiteListNames.HORIZON.in(table, columns);
    String country = SiteListNames.COUNTRY.in(table, columns);
    String iso2 = SiteListNames.ISO2.in(table, columns);
    Optional<InputFormatException> mixed = table.mixedDecimals(List.of(latitude, longitude));
    if (mixed.isPresent()) {
      throw mixed.get();
    }
    if (!table.has(height)) {
      rejectOther(
          table, SiteListNames.HEIGHT::isNamedWithUnit, "heights as height_m, in metres", file);
    }
    if (!table.has(mask)) {
      rejectOther(
          table, SiteListNames.MASK::isNamedWithUnit, "masks as mask_deg, in degrees", file);
    }
    for (CsvTable.Row row : table.rows()) {
      GroundSite site =
          GroundSite.ofDegrees(
                  row.requiredText(name),
                  degrees(row, latitude, true, 90),
                  degrees(row, longitude, false, 360),
                  row.text(height).isEmpty()
                      ? 0
                      : row.number(height, GroundSite.LOWEST_METERS, GroundSite.HIGHEST_METERS))
              .inCountry(row.text(country), row.text(iso2));
      Optional<ElevationMask> own = mask(file, row, mask, horizon);
      add(
          own.isEmpty() ? site : site.withMask(own.get()),
          row.line(),
          problem -> row.problem(name, problem));
    }
  }

  /** Returns a latitude or longitude: a number, or an angle with the letter of its hemisphere. */
  private static double degrees(CsvTable.Row row, String column, boolean isLatitude, int most)
      throws InputFormatException {
    int least = isLatitude ? -90 : -180;
    WrittenCoordinates.Angle angle = angle(row.text(column));
    return angle != null
            && angle.isLatitude() == isLatitude
            && angle.degrees() >= least
            && angle.degrees() <= most
        ? angle.degrees()
        : row.number(column, least, most);
  }

  /** Returns an angle with the letter of its hemisphere; null for any other text. */
  private static WrittenCoordinates.@Nullable Angle angle(String cell) {
    try {
      return WrittenCoordinates.angle(cell.replace(',', '.'));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Returns the own mask of the site in a row: a number, points or a file beside the list, or both.
   */
  private static Optional<ElevationMask> mask(
      TextFile file, CsvTable.Row row, String mask, String horizon) throws IOException {
    Optional<Double> degrees =
        row.text(mask).isEmpty()
            ? Optional.empty()
            : Optional.of(row.number(mask, ElevationMask::isMask, ElevationMask.EXPECTED));
    String path = row.text(horizon);
    if (path.isEmpty()) {
      return degrees.map(ElevationMask::ofDegrees);
    }
    Optional<ElevationMask> written;
    try {
      written = ElevationMask.ofText(path);
    } catch (IllegalArgumentException e) {
      throw row.problem(horizon, String.valueOf(e.getMessage()));
    }
    if (written.isPresent()) {
      return Optional.of(degrees.map(written.get()::atLeastDegrees).orElse(written.get()));
    }
    if (!file.isFile()) {
      throw row.problem(
          horizon,
          "%s is %s, expected points such as 0:5,90:12; only a list in a file can name files"
              .formatted(horizon, TextFile.quoted(path)));
    }
    try {
      ElevationMask terrain =
          ElevationMask.readHorizon(Path.of(file.source()).resolveSibling(Path.of(path)));
      return Optional.of(degrees.map(terrain::atLeastDegrees).orElse(terrain));
    } catch (InvalidPathException e) {
      throw row.problem(
          horizon, "%s is %s, expected a file".formatted(horizon, TextFile.quoted(path)));
    } catch (InputFormatException e) {
      throw row.problem(horizon, e.getMessage());
    }
  }

  /**
   * Gives the columns of a table without a header their names in the documents, which messages
   * quote.
   *
   * @param columns their numbers, replaced by their names
   */
  private static CsvTable named(CsvTable table, Map<String, String> columns) {
    Map<String, String> names = new HashMap<>();
    for (SiteListNames column : SiteListNames.values()) {
      if (columns.containsKey(column.key())) {
        String number = column.in(table, columns);
        names.putIfAbsent(number, column.key());
        columns.put(column.key(), names.getOrDefault(number, number));
      }
    }
    return table.withNames(names);
  }

  /** Rejects columns that are given but not there. */
  private static void requireKnown(
      TextFile file, CsvTable table, Map<String, String> given, boolean hasHeader)
      throws InputFormatException {
    for (SiteListNames column : SiteListNames.values()) {
      if (given.containsKey(column.key()) && column.in(table.columns(), given).isEmpty()) {
        String found = String.join(", ", table.columns());
        throw file.problem(
            1,
            0,
            "no column %s for %s; %s"
                .formatted(
                    TextFile.quoted(given.get(column.key())),
                    column.key(),
                    hasHeader
                        ? "found " + TextFile.quoted(found)
                        : "the list has no header, expected the number of a column: " + found));
      }
    }
  }

  /**
   * Returns the columns of a table without a header: one of texts, and two of numbers. One of the
   * two must be beyond 90, so that it is no latitude, or both have letters of hemispheres. If no
   * column has texts, the only one whose cells could be numbered names has them, unless the columns
   * are also coordinates and heights: {@code N47,128.5,35}.
   */
  private static Map<String, String> unambiguous(TextFile file, CsvTable table)
      throws InputFormatException {
    List<String> texts = new ArrayList<>();
    List<String> coordinates = new ArrayList<>();
    for (String column : table.columns()) {
      boolean isText = angle(column, table) == null && Double.isNaN(greatest(column, table));
      (isText ? texts : coordinates).add(column);
    }
    if (texts.stream().anyMatch(column -> hasMostlyCoordinates(column, table))) {
      throw ambiguous(file, table, texts, List.of(), List.of());
    }
    if (texts.isEmpty()) {
      List<String> numbered = coordinates.stream().filter(c -> isNumbered(c, table)).toList();
      if (numbered.size() == 1 && !isCoordinate(numbered.get(0), coordinates, table)) {
        texts.addAll(numbered);
        coordinates.removeAll(numbered);
      }
    }
    List<String> latitudes = new ArrayList<>();
    List<String> longitudes = new ArrayList<>();
    for (String column : coordinates) {
      WrittenCoordinates.Angle angle = angle(column, table);
      boolean isLatitude = angle == null ? greatest(column, table) <= 90 : angle.isLatitude();
      (isLatitude ? latitudes : longitudes).add(column);
    }
    if (texts.size() != 1 || latitudes.size() != 1 || longitudes.size() != 1) {
      throw ambiguous(file, table, texts, latitudes, longitudes);
    }
    return Map.of(
        SiteListNames.NAME.key(), texts.get(0),
        SiteListNames.LATITUDE.key(), latitudes.get(0),
        SiteListNames.LONGITUDE.key(), longitudes.get(0));
  }

  /** Says which field or which columns make a table without a header ambiguous. */
  private static InputFormatException ambiguous(
      TextFile file,
      CsvTable table,
      List<String> texts,
      List<String> latitudes,
      List<String> longitudes) {
    Optional<InputFormatException> odd = table.mixedDecimals(table.columns());
    if (odd.isPresent()) {
      return odd.get();
    }
    if (!texts.isEmpty() && latitudes.size() + longitudes.size() < 2) {
      odd = odd(texts, table, SiteList::isCoordinate, "a number as in other lines");
    } else if (texts.size() == 1 && latitudes.isEmpty() && longitudes.size() == 2) {
      odd =
          odd(
              longitudes,
              table,
              (row, column) -> !(Math.abs(row.number(column)) > 90),
              "a latitude from -90 to 90 here or in the other column of numbers");
    }
    boolean isEither = texts.size() == 1 && latitudes.size() == 2 && longitudes.isEmpty();
    return odd.orElseGet(
        () ->
            noHeader(
                file,
                ", because the columns could be "
                    + (isEither ? "latitude and longitude or the reverse" : "anything")
                    + "; add this line, or give the number of each column"));
  }

  /**
   * Names the first unusual field of the column with the fewest of them; empty if no column has
   * both usual and unusual fields.
   */
  private static Optional<InputFormatException> odd(
      List<String> columns,
      CsvTable table,
      BiPredicate<CsvTable.Row, String> isUsual,
      String expected) {
    List<CsvTable.Row> fewest = table.rows();
    Optional<String> odd = Optional.empty();
    for (String column : columns) {
      List<CsvTable.Row> rows =
          table.rows().stream().filter(row -> !isUsual.test(row, column)).toList();
      if (!rows.isEmpty() && rows.size() < fewest.size()) {
        fewest = rows;
        odd = Optional.of(column);
      }
    }
    CsvTable.Row row = fewest.get(0);
    return odd.map(
        column ->
            row.problem(
                column,
                "%s in a list without a header, expected %s; correct it, or add a header such as %s"
                    .formatted(
                        row.text(column).isEmpty()
                            ? "an empty field"
                            : TextFile.quoted(row.text(column)),
                        expected,
                        HEADER)));
  }

  /** A text among numbers is rather a mistake than one name among numbered ones. */
  private static boolean hasMostlyCoordinates(String column, CsvTable table) {
    long coordinates = table.rows().stream().filter(row -> isCoordinate(row, column)).count();
    return 2 * coordinates >= table.rows().size();
  }

  private static boolean isCoordinate(CsvTable.Row row, String column) {
    return angle(row.text(column)) != null || !Double.isNaN(row.number(column));
  }

  private static WrittenCoordinates.@Nullable Angle angle(String column, CsvTable table) {
    return angle(table.rows().get(0).text(column));
  }

  private static double greatest(String column, CsvTable table) {
    double greatest = 0;
    for (CsvTable.Row row : table.rows()) {
      greatest = Math.max(greatest, Math.abs(row.number(column)));
    }
    return greatest;
  }

  /** Returns whether each cell could be a name such as {@code S7}, which is an angle too. */
  private static boolean isNumbered(String column, CsvTable table) {
    return table.rows().stream()
        .allMatch(row -> NUMBERED_NAME.matcher(row.text(column).strip()).matches());
  }

  /**
   * Returns whether a column makes coordinates with one of the others, and the rest are heights.
   */
  private static boolean isCoordinate(String column, List<String> columns, CsvTable table) {
    List<String> others = columns.stream().filter(other -> !other.equals(column)).toList();
    return others.stream()
        .filter(
            other ->
                (areAngles(column, true, table) && areAngles(other, false, table))
                    || (areAngles(column, false, table) && areAngles(other, true, table)))
        .anyMatch(
            other ->
                others.stream()
                    .allMatch(rest -> rest.equals(other) || !Double.isNaN(greatest(rest, table))));
  }

  private static boolean areAngles(String column, boolean areLatitudes, CsvTable table) {
    double most = areLatitudes ? 90 : 360;
    for (CsvTable.Row row : table.rows()) {
      WrittenCoordinates.Angle angle = angle(row.text(column));
      boolean isAngle =
          angle == null
              ? Math.abs(row.number(column)) <= most
              : angle.isLatitude() == areLatitudes && Math.abs(angle.degrees()) <= most;
      if (!isAngle) {
        return false;
      }
    }
    return true;
  }

  private static InputFormatException noHeader(TextFile file, String why) {
    List<String> lines = file.lines();
    int first = 0;
    while (lines.get(first).isBlank()) {
      first++;
    }
    return file.problem(
        first + 1,
        0,
        "no header found in %s, expected one such as %s%s"
            .formatted(TextFile.quoted(lines.get(first)), HEADER, why));
  }

  private static void rejectOther(
      CsvTable table, Predicate<String> isLookalike, String wanted, TextFile file)
      throws InputFormatException {
    for (String column : table.columns()) {
      if (isLookalike.test(column) && !isRead(column)) {
        throw file.problem(
            1,
            0,
            "column %s is not read; give %s, or rename the column"
                .formatted(TextFile.quoted(column), wanted));
      }
    }
  }

  /** Returns whether a column has a known name, for example {@code elevation_mask}. */
  private static boolean isRead(String column) {
    return Stream.of(SiteListNames.values())
        .anyMatch(known -> known.in(List.of(column), Map.of()).isPresent());
  }

  private void add(GroundSite site, int line, Function<String, InputFormatException> problem)
      throws InputFormatException {
    if (Math.max(site.name().length(), site.country().length()) > VisibleText.LONGEST_NAME) {
      throw problem.apply(
          "name %s is too long, expected at most %s characters"
              .formatted(TextFile.quoted(site.name()), VisibleText.LONGEST_NAME));
    }
    Integer firstLine = firstLines.putIfAbsent(List.of(site.name(), site.country()), line);
    if (firstLine != null) {
      throw problem.apply(
          "site %s is on line %s already; give it another name or country"
              .formatted(TextFile.quoted(site.name()), firstLine));
    }
    sites.add(site);
  }
}
