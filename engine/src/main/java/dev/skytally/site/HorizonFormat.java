package dev.skytally.site;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.CsvTable;
import dev.skytally.internal.input.DecimalNumber;
import dev.skytally.internal.input.SimilarNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The formats of horizons. A text is read in the first format that detects it. */
enum HorizonFormat {
  /**
   * The table that PVGIS writes: a line of names with {@code A} and {@code H_hor}, then the points
   * up to an empty line.
   *
   * <p>Azimuth {@code A} is 0 in the south, 90 in the west and -90 in the east, in versions 5.0 to
   * 5.3 (Joint Research Centre, "PVGIS tools: Horizon profile"). The table has north twice, at -180
   * and 180.
   */
  PVGIS {
    @Override
    boolean detects(List<String> lines) {
      return headerLine(lines) >= 0;
    }

    @Override
    SortedMap<Double, Double> points(TextFile file) throws IOException {
      List<String> lines = file.lines();
      int header = headerLine(lines);
      List<String> names = fields(lines.get(header)).stream().map(Field::text).toList();
      int azimuth = names.indexOf(PVGIS_AZIMUTH);
      int elevation = names.indexOf(PVGIS_ELEVATION);
      SortedMap<Double, Double> points = new TreeMap<>();
      for (int i = header + 1; i < lines.size() && !lines.get(i).isBlank(); i++) {
        List<Field> fields = fields(lines.get(i));
        if (fields.size() <= Math.max(azimuth, elevation)) {
          throw file.problem(
              i + 1,
              0,
              "has too few fields, expected those that line %s names".formatted(header + 1));
        }
        add(
            points,
            number(file, i, fields.get(azimuth), PVGIS_AZIMUTH, -180, 180) + 180,
            elevation(file, i, fields.get(elevation), PVGIS_ELEVATION),
            file,
            i,
            fields.get(azimuth));
      }
      if (points.isEmpty()) {
        throw file.problem(header + 1, 0, "names the columns of PVGIS, expected points below it");
      }
      return fromNorth(points);
    }
  },

  /**
   * A point on each line, azimuth and then elevation, separated by blanks, tabs, commas or
   * semicolons; a line that begins with {@code #} is a comment. Astronomy programs use this format:
   * Stellarium (horizon lists of the mode {@code azDeg_altDeg}), N.I.N.A., Cartes du Ciel.
   */
  LIST {
    @Override
    boolean detects(List<String> lines) {
      for (String line : lines) {
        if (!isComment(line)) {
          return fields(line).size() > 1 && !Double.isNaN(value(fields(line).get(0)));
        }
      }
      return false;
    }

    @Override
    SortedMap<Double, Double> points(TextFile file) throws IOException {
      List<String> lines = file.lines();
      SortedMap<Double, Double> points = new TreeMap<>();
      for (int i = 0; i < lines.size(); i++) {
        if (isComment(lines.get(i))) {
          continue;
        }
        List<Field> fields = fields(lines.get(i));
        if (fields.size() < 2) {
          throw file.problem(
              i + 1, 0, "has no elevation, expected azimuth and elevation in degrees");
        }
        if (fields.size() > 2) {
          throw file.problem(
              i + 1,
              fields.get(2).column(),
              "has a third field, expected azimuth and elevation in degrees");
        }
        double azimuth = value(fields.get(0));
        if (azimuth < 0) {
          throw problem(file, i, fields.get(0), "azimuth", FROM_NORTH);
        }
        add(
            points,
            number(file, i, fields.get(0), "azimuth", 0, 360),
            elevation(file, i, fields.get(1), "elevation"),
            file,
            i,
            fields.get(0));
      }
      return fromNorth(points);
    }
  },

  /**
   * A table with the columns {@code azimuth_deg} (from north over east, 0 to 360, exclusive) and
   * {@code elevation_deg}, or their names in many languages, in any order; other columns are
   * ignored.
   */
  CSV {
    @Override
    boolean detects(List<String> lines) {
      return true;
    }

    @Override
    SortedMap<Double, Double> points(TextFile file) throws IOException {
      CsvTable table = CsvTable.read(file, "azimuth_deg", "elevation_deg");
      String azimuth = column(table, "azimuth_deg", AZIMUTH_NAMES);
      String elevation = column(table, "elevation_deg", ELEVATION_NAMES);
      table.require(azimuth, elevation);
      SortedMap<Double, Double> points = new TreeMap<>();
      for (CsvTable.Row row : table.rows()) {
        row.number(azimuth, degrees -> !(degrees < 0), FROM_NORTH);
        double azimuthDegrees = row.number(azimuth, 0, 360) + 0.0;
        if (azimuthDegrees == 360) {
          throw row.problem(azimuth, azimuth + " is 360, expected less: north is 0");
        }
        double elevationDegrees =
            row.number(elevation, ElevationMask::isMask, ElevationMask.EXPECTED);
        if (points.put(azimuthDegrees, elevationDegrees) != null) {
          throw row.problem(azimuth, azimuth + " " + row.text(azimuth) + " is given twice");
        }
      }
      return points;
    }
  };

  /** Names of columns in many languages, separated by commas. */
  private static final String AZIMUTH_NAMES =
      "azimuth_deg, azimuth, az, Azimut, acimut, azimute, azimutale, azymut, азимут, 方位角";

  private static final String ELEVATION_NAMES =
      "elevation_deg, elevation, el, altitude, alt, height, horizon, Höhe, Höhenwinkel, Horizont,"
          + " hauteur, élévation, elevación, altura, elevação, elevazione, elewacja, высота, угол"
          + " места, 高度角, 仰角";

  /** What an azimuth below 0 should be. */
  private static final String FROM_NORTH =
      "0 to 360 from north over east; if the file counts from south, add 180 to each";

  private static final String PVGIS_AZIMUTH = "A";
  private static final String PVGIS_ELEVATION = "H_hor";

  /** Returns whether a text seems to be in this format. */
  abstract boolean detects(List<String> lines);

  /**
   * Reads a horizon.
   *
   * @return elevations by azimuths, which are from north over east, 0 to 360 (exclusive), degrees
   * @throws InputFormatException if the text is not such a horizon; the message gives the place
   */
  abstract SortedMap<Double, Double> points(TextFile file) throws IOException;

  /** Detects the format of a file by its content. */
  static HorizonFormat of(TextFile file) {
    List<String> lines = file.lines();
    for (HorizonFormat format : values()) {
      if (format.detects(lines)) {
        return format;
      }
    }
    throw new AssertionError("the last format detects every text");
  }

  /** Returns the first column with one of some names; the name in the documents if none has. */
  private static String column(CsvTable table, String key, String names) {
    return Stream.of(names.split(", ", -1))
        .map(SimilarNames::plain)
        .flatMap(name -> table.columns().stream().filter(c -> SimilarNames.plain(c).equals(name)))
        .findFirst()
        .orElse(key);
  }

  /** A field and its column, from 1. */
  private record Field(String text, int column) {}

  /**
   * Returns the fields of a line between blanks and separators. With semicolons, numbers may have a
   * decimal comma.
   */
  private static List<Field> fields(String line) {
    String separators = line.indexOf(';') >= 0 ? "; \t" : ", \t";
    List<Field> fields = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || separators.indexOf(line.charAt(i)) >= 0) {
        if (i > begin) {
          fields.add(new Field(line.substring(begin, i), begin + 1));
        }
        begin = i + 1;
      }
    }
    return fields;
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }

  private static int headerLine(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(PVGIS_ELEVATION)) {
        List<String> names = fields(lines.get(i)).stream().map(Field::text).toList();
        if (names.contains(PVGIS_AZIMUTH) && names.contains(PVGIS_ELEVATION)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Returns the number in a field; NaN for any other text. */
  private static double value(Field field) {
    try {
      return DecimalNumber.parse(field.text().replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static double number(
      TextFile file, int line, Field field, String name, int least, int most)
      throws InputFormatException {
    double value = value(field);
    if (!(value >= least && value <= most)) {
      throw problem(file, line, field, name, "a number from " + least + " to " + most);
    }
    return value;
  }

  private static double elevation(TextFile file, int line, Field field, String name)
      throws InputFormatException {
    double value = value(field);
    if (!ElevationMask.isMask(value)) {
      throw problem(file, line, field, name, ElevationMask.EXPECTED);
    }
    return value;
  }

  private static InputFormatException problem(
      TextFile file, int line, Field field, String name, String expected) {
    return file.problem(
        line + 1,
        field.column(),
        "%s is %s, expected %s".formatted(name, TextFile.quoted(field.text()), expected));
  }

  /**
   * Adds a point, with an azimuth up to 360. A horizon may have north twice, at 0 and 360 in any
   * order, with the same elevation.
   */
  private static void add(
      SortedMap<Double, Double> points,
      double azimuthDegrees,
      double elevationDegrees,
      TextFile file,
      int line,
      Field azimuth)
      throws InputFormatException {
    boolean isNorth = azimuthDegrees == 0 || azimuthDegrees == 360;
    Double across = isNorth ? points.get(360 - azimuthDegrees) : null;
    if (points.putIfAbsent(azimuthDegrees + 0.0, elevationDegrees) != null
        || (across != null && across != elevationDegrees)) {
      throw file.problem(
          line + 1,
          azimuth.column(),
          "azimuth " + TextFile.quoted(azimuth.text()) + " is given twice");
    }
  }

  /** Returns the points with a full turn as azimuth 0. */
  private static SortedMap<Double, Double> fromNorth(SortedMap<Double, Double> points) {
    Double north = points.remove(360.0);
    if (north != null) {
      points.put(0.0, north);
    }
    return points;
  }
}
