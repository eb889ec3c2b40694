package dev.skytally.report.site;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.Sheet;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.JsonText;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.util.function.Function;

/** Rows about sites as GeoJSON by RFC 7946: a point for each row, with all columns. */
public final class SitesGeoJson {
  private static final int MOST_DECIMALS = 6;

  private SitesGeoJson() {}

  /**
   * Returns a collection of features.
   *
   * @param site returns the site of a row
   */
  public static <R> String text(Sheet<R> sheet, Function<R, GroundSite> site) {
    return JsonText.of(
        json -> {
          json.writeStringField("type", "FeatureCollection");
          json.writeArrayFieldStart("features");
          for (R row : sheet.rows()) {
            json.writeStartObject();
            json.writeStringField("type", "Feature");
            writePoint(json, site.apply(row));
            json.writeObjectFieldStart("properties");
            for (Column<R> column : sheet.columns()) {
              json.writeFieldName(column.name());
              ColumnJson.writeValue(json, column, row);
            }
            json.writeEndObject();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** Writes longitude, latitude and height; the longitude is between -180 and 180 degrees. */
  private static void writePoint(JsonGenerator json, GroundSite site) throws IOException {
    double longitude = site.longitudeDegrees();
    double turns = Math.floor((longitude + 180) / 360);
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "Point");
    json.writeArrayFieldStart("coordinates");
    json.writeNumber(Decimals.plain(longitude - 360 * turns, MOST_DECIMALS));
    json.writeNumber(Decimals.plain(site.latitudeDegrees(), MOST_DECIMALS));
    json.writeNumber(Decimals.plain(site.heightMeters(), MOST_DECIMALS));
    json.writeEndArray();
    json.writeEndObject();
  }
}
