package dev.skytally.report.sky;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.dop.Dilution;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.dilution.DilutionJson;
import dev.skytally.report.setting.SatelliteColumns;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.site.SiteColumns;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.visibility.Sky;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The sky over a site as JSON of the schema {@code skytally/2}. */
final class SkyJson {
  private SkyJson() {}

  static String text(SkyReport report) {
    return JsonText.of(
        json -> {
          SettingJson.write(json, report.setting());
          ColumnJson.writeList(json, "sites", SiteColumns.ALL, List.of(report.now().site()));
          ColumnJson.write(json, List.of(report.time()), report.now().utc());
          writeSatellites(json, report);
          json.writeObjectFieldStart("dop");
          for (GnssSystem system : report.setting().systems()) {
            writeDilution(json, Words.key(system), report.dilution(system));
          }
          writeDilution(
              json,
              "together",
              report.setting().systems().size() > 1 ? report.dilutionTogether() : Optional.empty());
          DilutionJson.writeClocks(json, report.clocks(), report.setting().systems());
          json.writeEndObject();
        });
  }

  private static void writeSatellites(JsonGenerator json, SkyReport report) throws IOException {
    List<Sky.InView> inView = report.now().inView();
    List<SkyReport.Track> tracks = report.tracks();
    json.writeArrayFieldStart("satellites");
    for (int i = 0; i < inView.size(); i++) {
      json.writeStartObject();
      ColumnJson.write(json, report.columns(), inView.get(i));
      if (report.hasTracks()) {
        writeTrack(json, report, tracks.get(i));
      } else {
        json.writeNullField("track");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rising");
    for (SkyReport.Track track : tracks.subList(inView.size(), tracks.size())) {
      json.writeStartObject();
      ColumnJson.write(json, SatelliteColumns.PRN_AND_NORAD, track.satellite());
      writeTrack(json, report, track);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTrack(JsonGenerator json, SkyReport report, SkyReport.Track track)
      throws IOException {
    json.writeArrayFieldStart("track");
    for (SkyReport.Place place : track.places()) {
      json.writeStartObject();
      ColumnJson.write(json, List.of(report.time()), place.utc());
      ColumnJson.write(json, SkyReport.DIRECTION, place.lookAngles());
      json.writeEndObject();
    }
    json.writeEndArray();
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
