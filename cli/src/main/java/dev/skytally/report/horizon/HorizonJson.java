package dev.skytally.report.horizon;

import dev.skytally.report.ColumnJson;
import dev.skytally.report.site.SiteColumns;
import dev.skytally.report.text.JsonText;
import dev.skytally.terrain.TerrainHorizon;
import java.util.List;

/** Horizons as JSON of the schema {@code skytally/2}. */
final class HorizonJson {
  private HorizonJson() {}

  static String text(HorizonReport report) {
    return JsonText.of(
        json -> {
          json.writeObjectFieldStart("model");
          json.writeStringField("source", report.source());
          JsonText.number(json, "spacing_m", report.model().spacingMeters(), 1);
          json.writeEndObject();
          JsonText.number(json, "antenna_m", report.setting().antennaMeters(), 3);
          JsonText.number(json, "refraction", report.setting().refraction(), 3);
          JsonText.number(json, "distance_m", report.setting().distanceMeters(), 0);
          json.writeArrayFieldStart("sites");
          for (TerrainHorizon horizon : report.horizons()) {
            json.writeStartObject();
            ColumnJson.write(json, SiteColumns.ALL, horizon.site());
            ColumnJson.write(json, List.of(HorizonReport.GROUND), horizon);
            ColumnJson.writeList(json, "horizon", HorizonReport.POINT, horizon.points());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
