package dev.skytally.report.finding;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.capitals.CapitalsJson;
import dev.skytally.report.finding.FindingReport.Row;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Utc;
import dev.skytally.report.text.Words;
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
          Published published = report.published();
          json.writeStringField("source", published.source());
          json.writeNumberField("capitals_led_by_BDS", published.capitals());
          json.writeNumberField("capitals", Published.SITES);
          if (published.addisAbaba().isPresent()) {
            json.writeNumberField("addis_ababa_max_BDS", published.addisAbaba().getAsInt());
            json.writeStringField("addis_ababa_max_GPS", "half of that");
          } else {
            json.writeNullField("addis_ababa_max_BDS");
            json.writeNullField("addis_ababa_max_GPS");
          }
          json.writeEndObject();
          SettingJson.writeElements(json, report.selection());
          SettingJson.writeMissing(json, report.completeness());
          json.writeArrayFieldStart("settings");
          for (Row row : report.rows()) {
            writeRow(json, report, "", row);
          }
          json.writeEndArray();
          json.writeStringField("firmness", report.firmness());
          json.writeArrayFieldStart("choices");
          for (FindingReport.Choice choice : report.choices()) {
            writeRow(json, report, choice.what(), choice.row());
          }
          json.writeEndArray();
          json.writeArrayFieldStart("later");
          for (Row row : report.later()) {
            writeRow(json, report, "", row);
          }
          json.writeEndArray();
          json.writeStringField("today", report.today());
        });
  }

  private static void writeRow(JsonGenerator json, FindingReport report, String choice, Row row)
      throws IOException {
    json.writeStartObject();
    if (!choice.isEmpty()) {
      json.writeStringField("choice", choice);
    }
    json.writeStringField("start", Utc.iso(row.result().start()));
    json.writeNumberField("hours", row.hours());
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
    json.writeBooleanField("gives_both_published_numbers", row.gives(report.published()));
    writeNames(json, "led_by_GPS_max", row.result().ledBy(GPS, Metric.MAX));
    writeNames(json, "ties_max", row.result().ties(Metric.MAX));
    SettingJson.writeComplete(json, row.completeness());
    json.writeNumberField("old_orbit_satellites", row.oldOrbits().members().size());
    if (row.effect().isPresent()) {
      SettingJson.writeEffect(json, row.effect().get());
    }
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
