package dev.skytally.report.passes;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.site.SiteJson;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Utc;
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
          SiteJson.write(json, report.site());
          json.writeEndObject();
          json.writeEndArray();
          json.writeArrayFieldStart("passes");
          for (Pass pass : report.passes()) {
            json.writeStartObject();
            json.writeStringField("site", pass.site().name());
            JsonText.textOrNull(json, "prn", pass.satellite().prn());
            json.writeNumberField("norad", pass.satellite().catalogNumber());
            json.writeFieldName("rise");
            writeCrossing(json, pass.rise().orElse(null));
            json.writeObjectFieldStart("culmination");
            writePlace(json, pass.culmination());
            JsonText.number(
                json, "elevation_deg", pass.culmination().lookAngles().elevationDegrees(), 4);
            json.writeBooleanField("at_window_edge", report.isAtEdge(pass));
            json.writeEndObject();
            json.writeFieldName("set");
            writeCrossing(json, pass.set().orElse(null));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void writeCrossing(JsonGenerator json, PassEvent event) throws IOException {
    if (event == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    writePlace(json, event);
    json.writeEndObject();
  }

  private static void writePlace(JsonGenerator json, PassEvent event) throws IOException {
    json.writeStringField("utc", Utc.iso(event.utc()));
    JsonText.number(json, "azimuth_deg", event.lookAngles().azimuthDegrees(), 4);
  }
}
