package dev.skytally.site;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.input.VisibleText;
import dev.skytally.internal.input.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the sites of a user from CSV or GeoJSON. The content decides the format.
 *
 * <p>CSV is separated by commas, semicolons or tabs, with columns in any order: {@code name} (or
 * {@code capital}, {@code site}, {@code station} or {@code city}), {@code latitude_deg} ({@code
 * latitude}, {@code lat}) and {@code longitude_deg} ({@code longitude}, {@code lon}, {@code lng},
 * {@code long}) in degrees; optionally {@code height_m} ({@code height}, {@code altitude}, {@code
 * alt}, {@code elevation}) in metres, {@code mask_deg}, the site's own mask in degrees, {@code
 * country} and {@code iso2}. Other columns are ignored, but a column that looks like a height in
 * another unit is an error.
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
  /**
   * A column that may be a height, for example {@code height_ft}, {@code alt (km)} or {@code
   * elevation_m}.
   */
  private static final Pattern OTHER_HEIGHT =
      Pattern.compile("(height|altitude|alt|elevation)([_ (\\[].*)?");

  private static final String MASK = "mask_deg";

  /** A column that may be a mask, for example {@code mask} or {@code mask (rad)}. */
  private static final Pattern OTHER_MASK = Pattern.compile("mask([_ (\\[].*)?");

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
      list.addRows(file);
    }
    return List.copyOf(list.sites);
  }

  private void addRows(TextFile file) throws IOException {
    CsvTable table = CsvTable.read(file, "name", "latitude_deg", "longitude_deg");
    String name = table.named("name", "capital", "site", "station", "city");
    String latitude = table.named("latitude_deg", "latitude", "lat");
    String longitude = table.named("longitude_deg", "longitude", "lon", "lng", "long");
    String height = table.named("height_m", "height", "altitude", "alt", "elevation");
    table.require(name, latitude, longitude);
    if (!table.has(height)) {
      rejectOther(table, OTHER_HEIGHT, "heights as height_m, in metres", file);
    }
    if (!table.has(MASK)) {
      rejectOther(table, OTHER_MASK, "masks as mask_deg, in degrees", file);
    }
    for (CsvTable.Row row : table.rows()) {
      GroundSite site =
          GroundSite.ofDegrees(
                  row.requiredText(name),
                  row.number(latitude, -90, 90),
                  row.number(longitude, -180, 360),
                  row.text(height).isEmpty()
                      ? 0
                      : row.number(height, GroundSite.LOWEST_METERS, GroundSite.HIGHEST_METERS))
              .inCountry(row.text("country"), row.text("iso2"));
      add(
          row.text(MASK).isEmpty()
              ? site
              : site.withMask(
                  ElevationMask.ofDegrees(
                      row.number(MASK, ElevationMask::isMask, ElevationMask.EXPECTED))),
          row.line(),
          problem -> row.problem(name, problem));
    }
  }

  private static void rejectOther(CsvTable table, Pattern lookalikes, String wanted, TextFile file)
      throws InputFormatException {
    for (String column : table.columns()) {
      if (lookalikes.matcher(column).matches()) {
        throw file.problem(
            1,
            0,
            "column %s is not read; give %s, or rename the column"
                .formatted(TextFile.quoted(column), wanted));
      }
    }
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
