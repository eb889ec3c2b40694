package dev.skytally.report.validation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.setting.SatelliteColumns;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.validation.OrbitComparison;
import dev.skytally.validation.Validation.Entry;
import java.io.IOException;
import java.util.List;

/** The errors of element sets as JSON of the schema {@code skytally/2}. */
final class OrbitJson {
  private OrbitJson() {}

  static String text(OrbitReport report) {
    OrbitComparison first = report.entries().get(0).comparison();
    return JsonText.of(
        json -> {
          json.writeObjectFieldStart("truth");
          json.writeStringField("file", report.truth());
          json.writeStringField("format", report.format());
          json.writeEndObject();
          json.writeObjectFieldStart("window");
          json.writeStringField("start", report.times().iso(first.start()));
          json.writeStringField("end", report.times().iso(first.end()));
          json.writeEndObject();
          JsonText.number(json, "mask_deg", OrbitReport.maskDegrees(report.entries().get(0)), 6);
          ColumnJson.write(json, List.of(OrbitReport.SITES), report.entries().get(0));
          json.writeArrayFieldStart("comparisons");
          for (Entry<OrbitComparison> entry : report.entries()) {
            write(json, entry);
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, Entry<OrbitComparison> entry) throws IOException {
    OrbitComparison comparison = entry.comparison();
    json.writeStartObject();
    ColumnJson.write(json, SourceColumns.ALL, entry);
    SettingJson.writeMissing(json, entry.completeness());
    json.writeNumberField("satellites_in_both", comparison.matches().inBoth());
    json.writeNumberField("satellites_compared", comparison.truth().members().size());
    ColumnJson.writeList(
        json, "excluded", SatelliteColumns.EXCLUSION, comparison.matches().leftOut());
    labels(json, "only_in_truth", comparison.matches().onlyTrue());
    labels(json, "only_in_elements", comparison.matches().onlyPredicted());
    ColumnJson.writeList(json, "positions", OrbitReport.POSITIONS, comparison.positionErrors());
    Column<OrbitComparison> shareInViewDiffers =
        OrbitReport.shareInViewDiffers(OrbitComparison::shareDiffering);
    ColumnJson.write(json, List.of(shareInViewDiffers), comparison);
    ColumnJson.writeList(json, "views", OrbitReport.VIEWS, comparison.viewErrors());
    json.writeObjectFieldStart("leader_differs");
    for (Metric metric : Metric.values()) {
      List<GroundSite> sites = comparison.leaderDiffers(metric);
      JsonText.texts(json, Words.key(metric), sites.stream().map(GroundSite::name).toList());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void labels(JsonGenerator json, String field, List<Satellite> satellites)
      throws IOException {
    JsonText.texts(json, field, satellites.stream().map(Satellite::label).toList());
  }
}
