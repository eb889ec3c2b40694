package dev.skytally.report.sky;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.dop.Dilution;
import dev.skytally.report.dilution.DilutionJson;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.site.SiteJson;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Utc;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Sky;
import java.io.IOException;
import java.util.Optional;

/** The sky over a site as JSON of the schema {@code skytally/1}. */
final class SkyJson {
  private SkyJson() {}

  static String text(SkyReport report) {
    return JsonText.of(
        json -> {
          SettingJson.write(json, report.setting());
          json.writeArrayFieldStart("sites");
          json.writeStartObject();
          SiteJson.write(json, report.now().site());
          json.writeEndObject();
          json.writeEndArray();
          json.writeStringField("utc", Utc.iso(report.now().utc()));
          json.writeArrayFieldStart("satellites");
          for (Sky.InView seen : report.now().inView()) {
            writeSatellite(json, report, seen);
          }
          json.writeEndArray();
          json.writeObjectFieldStart("dop");
          for (GnssSystem system : report.setting().systems()) {
            writeDilution(json, system.name(), report.dilution(system));
          }
          writeDilution(
              json,
              "together",
              report.setting().systems().size() > 1 ? report.dilutionTogether() : Optional.empty());
          DilutionJson.writeClocks(json, report.clocks(), report.setting().systems());
          json.writeEndObject();
        });
  }

  private static void writeSatellite(JsonGenerator json, SkyReport report, Sky.InView seen)
      throws IOException {
    json.writeStartObject();
    JsonText.textOrNull(json, "prn", seen.satellite().prn());
    json.writeNumberField("norad", seen.satellite().catalogNumber());
    writeDirection(json, seen.lookAngles());
    JsonText.number(json, "range_m", seen.lookAngles().rangeMeters(), 0);
    JsonText.textOrNull(json, "health", report.setting().selection().healthWord(seen.satellite()));
    if (report.hasTracks()) {
      json.writeArrayFieldStart("track");
      for (SkyReport.Place place : report.track(seen)) {
        json.writeStartObject();
        json.writeStringField("utc", Utc.iso(place.utc()));
        writeDirection(json, place.lookAngles());
        json.writeEndObject();
      }
      json.writeEndArray();
    } else {
      json.writeNullField("track");
    }
    json.writeEndObject();
  }

  private static void writeDirection(JsonGenerator json, LookAngles angles) throws IOException {
    JsonText.number(json, "azimuth_deg", angles.azimuthDegrees(), 4);
    JsonText.number(json, "elevation_deg", angles.elevationDegrees(), 4);
  }

  private static void writeDilution(JsonGenerator json, String of, Optional<Dilution> dilution)
      throws IOException {
    if (dilution.isEmpty()) {
      json.writeNullField(of);
      return;
    }
    json.writeObjectFieldStart(of);
    JsonText.number(json, "gdop", dilution.get().gdop(), 3);
    JsonText.number(json, "pdop", dilution.get().pdop(), 3);
    JsonText.number(json, "hdop", dilution.get().hdop(), 3);
    JsonText.number(json, "vdop", dilution.get().vdop(), 3);
    JsonText.number(json, "tdop", dilution.get().tdop(), 3);
    json.writeEndObject();
  }
}
