package dev.skytally.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.io.IOException;

/** Passes as JSON of the schema {@code skytally/1}. */
final class PassesJson {
  private PassesJson() {}

  static String text(PassesReport report) {
    return JsonText.of(
        json -> {
          SettingJson.write(json, report.setting());
          json.writeArrayFieldStart("sites");
          json.writeStartObject();
          CapitalsJson.writeSite(json, report.site());
          json.writeEndObject();
          json.writeEndArray();
          json.writeArrayFieldStart("passes");
          for (Pass pass : report.passes()) {
            json.writeStartObject();
            json.writeStringField("site", pass.site().name());
            JsonText.textOrNull(json, "prn", pass.satellite().prn());
            json.writeNumberField("norad", pass.satellite().catalogNumber());
            json.writeFieldName("rise");
            writeEvent(json, pass.rise().orElse(null), false);
            json.writeFieldName("culmination");
            writeEvent(json, pass.culmination(), true);
            json.writeFieldName("set");
            writeEvent(json, pass.set().orElse(null), false);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void writeEvent(JsonGenerator json, PassEvent event, boolean withElevation)
      throws IOException {
    if (event == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("utc", Utc.iso(event.utc()));
    JsonText.number(json, "azimuth_deg", event.lookAngles().azimuthDegrees(), 4);
    if (withElevation) {
      JsonText.number(json, "elevation_deg", event.lookAngles().elevationDegrees(), 4);
    }
    json.writeEndObject();
  }
}
