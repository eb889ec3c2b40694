package dev.skytally.report.finding;

import static dev.skytally.satellites.GnssSystem.GPS;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.finding.Finding;
import dev.skytally.finding.Finding.Row;
import dev.skytally.finding.PublishedFigure;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.capitals.CapitalsEffect;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.text.JsonText;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import java.io.IOException;
import java.util.List;

/** The finding as JSON of the schema {@code skytally/2}. */
final class FindingJson {
  private FindingJson() {}

  static String text(FindingReport report) {
    return JsonText.of(
        json -> {
          json.writeObjectFieldStart("published");
          Finding finding = report.finding();
          PublishedFigure published = finding.figure();
          json.writeStringField("source", published.source());
          json.writeNumberField("capitals_led_by_bds", published.capitals());
          json.writeNumberField("capitals", PublishedFigure.SITES);
          if (published.addisAbaba().isPresent()) {
            json.writeNumberField("addis_ababa_max_bds", published.addisAbaba().getAsInt());
            json.writeStringField("addis_ababa_max_gps", "half of that");
          } else {
            json.writeNullField("addis_ababa_max_bds");
            json.writeNullField("addis_ababa_max_gps");
          }
          json.writeEndObject();
          SettingJson.writeElements(json, report.selection(), report.times());
          SettingJson.writeMissing(json, report.completeness());
          SettingJson.writeOutages(json, report.selection(), report.times());
          json.writeArrayFieldStart("settings");
          for (Row row : finding.settings()) {
            writeRow(json, report, row);
          }
          json.writeEndArray();
          json.writeStringField("firmness", report.firmness());
          json.writeArrayFieldStart("choices");
          for (Row row : finding.choices()) {
            writeRow(json, report, row);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("later");
          for (Row row : finding.later()) {
            writeRow(json, report, row);
          }
          json.writeEndArray();
          json.writeStringField("today", report.today());
        });
  }

  private static void writeRow(JsonGenerator json, FindingReport report, Row row)
      throws IOException {
    json.writeStartObject();
    if (!row.choice().isEmpty()) {
      json.writeStringField("choice", row.choice());
    }
    ColumnJson.write(json, report.columns(), row);
    json.writeBooleanField("gives_both_published_numbers", row.gives(report.finding().figure()));
    writeNames(json, "led_by_gps_max", row.result().ledBy(GPS, Metric.MAX));
    writeNames(json, "ties_max", row.result().ties(Metric.MAX));
    SettingJson.writeComplete(json, row.completeness());
    ColumnJson.write(json, List.of(FindingReport.OLD_ORBIT_SATELLITES), row);
    if (row.withMissing().isPresent()) {
      SettingJson.writeEffect(json, new CapitalsEffect(row.withMissing().get()), report.times());
    }
    json.writeEndObject();
  }

  private static void writeNames(JsonGenerator json, String field, List<SiteTally> tallies)
      throws IOException {
    JsonText.texts(json, field, tallies.stream().map(tally -> tally.site().name()).toList());
  }
}
