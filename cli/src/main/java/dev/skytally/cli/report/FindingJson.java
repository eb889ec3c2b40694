package dev.skytally.cli.report;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.cli.report.FindingReport.Row;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import java.io.IOException;
import java.util.List;

/** The finding as JSON of the schema {@code skytally/1}. */
final class FindingJson {
  private FindingJson() {}

  static String text(FindingReport report) {
    return JsonText.of(
        json -> {
          json.writeObjectFieldStart("published");
          json.writeStringField("source", FindingReport.SOURCE);
          json.writeNumberField("capitals_led_by_BDS", FindingReport.PUBLISHED_CAPITALS);
          json.writeNumberField("capitals", FindingReport.PUBLISHED_SITES);
          json.writeNumberField("addis_ababa_max_BDS", FindingReport.PUBLISHED_ADDIS_ABABA);
          json.writeStringField("addis_ababa_max_GPS", "half of that");
          json.writeEndObject();
          SettingJson.writeElements(json, report.selection());
          json.writeArrayFieldStart("settings");
          for (Row row : report.rows()) {
            writeRow(json, row);
          }
          json.writeEndArray();
          json.writeStringField("firmness", report.firmness());
        });
  }

  private static void writeRow(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("date", row.day().toString());
    writeNumbers(json, "satellites", row.satellites(BDS), row.satellites(GPS));
    json.writeObjectFieldStart("status");
    json.writeStringField(BDS.name(), Words.key(row.beidou()));
    json.writeStringField(GPS.name(), "operational");
    json.writeEndObject();
    JsonText.number(json, "mask_deg", row.maskDegrees(), 6);
    json.writeStringField("mode", row.isExact() ? "exact" : "sampled");
    if (row.isExact()) {
      json.writeNullField("step_s");
    } else {
      json.writeNumberField("step_s", row.stepSeconds());
    }
    CapitalsJson.writeLeads(json, row.result());
    writeNumbers(json, "addis_ababa_max", row.addisAbaba(BDS), row.addisAbaba(GPS));
    json.writeBooleanField("gives_both_published_numbers", row.givesBothNumbers());
    writeNames(json, "led_by_GPS_max", row.result().ledBy(GPS, Metric.MAX));
    writeNames(json, "ties_max", row.result().ties(Metric.MAX));
    json.writeEndObject();
  }

  private static void writeNumbers(JsonGenerator json, String field, int beidou, int gps)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeNumberField(GnssSystem.BDS.name(), beidou);
    json.writeNumberField(GnssSystem.GPS.name(), gps);
    json.writeEndObject();
  }

  private static void writeNames(JsonGenerator json, String field, List<SiteTally> tallies)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (SiteTally tally : tallies) {
      json.writeString(tally.site().name());
    }
    json.writeEndArray();
  }
}
