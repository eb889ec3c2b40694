package dev.skytally.report.validation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Utc;
import dev.skytally.report.text.Words;
import dev.skytally.report.validation.OrbitReport.Entry;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.validation.OrbitComparison;
import dev.skytally.validation.OrbitComparison.PositionErrors;
import dev.skytally.validation.OrbitComparison.ViewErrors;
import dev.skytally.validation.Spread;
import java.io.IOException;
import java.util.List;

/** The errors of element sets as JSON of the schema {@code skytally/1}. */
final class OrbitJson {
  private OrbitJson() {}

  static String text(OrbitReport report) {
    OrbitComparison first = report.entries().get(0).comparison();
    return JsonText.of(
        json -> {
          json.writeObjectFieldStart("truth");
          json.writeStringField("file", report.truth());
          json.writeStringField("form", report.form());
          json.writeEndObject();
          json.writeObjectFieldStart("window");
          json.writeStringField("start", Utc.iso(first.start()));
          json.writeStringField("end", Utc.iso(first.end()));
          json.writeEndObject();
          JsonText.number(json, "mask_deg", report.entries().get(0).maskDegrees(), 6);
          json.writeNumberField("sites", report.entries().get(0).sites());
          json.writeArrayFieldStart("comparisons");
          for (Entry entry : report.entries()) {
            write(json, entry);
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, Entry entry) throws IOException {
    OrbitComparison comparison = entry.comparison();
    json.writeStartObject();
    json.writeStringField("elements", entry.elements());
    JsonText.number(json, "age_days_median", entry.ageDays(), 3);
    SettingJson.writeMissing(json, entry.completeness());
    json.writeNumberField("satellites_in_both", comparison.matches().inBoth());
    json.writeNumberField("satellites_compared", comparison.truth().members().size());
    json.writeArrayFieldStart("left_out");
    for (Exclusion exclusion : comparison.matches().leftOut()) {
      json.writeStartObject();
      json.writeNumberField("norad", exclusion.catalogNumber());
      json.writeStringField("reason", exclusion.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    labels(json, "only_in_truth", comparison.matches().onlyTrue());
    labels(json, "only_in_elements", comparison.matches().onlyPredicted());
    json.writeArrayFieldStart("positions");
    for (PositionErrors errors : comparison.positionErrors()) {
      json.writeStartObject();
      json.writeStringField("system", errors.system().name());
      json.writeStringField("orbit", errors.orbitClass().name());
      json.writeNumberField("satellites", errors.satellites());
      json.writeNumberField("positions", errors.meters().count());
      json.writeNumberField("positions_left_out", errors.positionsLeftOut());
      json.writeStringField("worst", errors.worst().label());
      spread(json, "error_m", errors.meters(), 1);
      spread(json, "along_m", errors.alongMeters(), 1);
      spread(json, "cross_m", errors.crossMeters(), 1);
      spread(json, "radial_m", errors.radialMeters(), 1);
      if (Double.isNaN(errors.shareDiffering())) {
        json.writeNullField("share_in_view_differs");
      } else {
        json.writeFieldName("share_in_view_differs");
        json.writeNumber(Decimals.scientific(errors.shareDiffering()));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("share_in_view_differs");
    json.writeNumber(Decimals.scientific(comparison.shareDiffering()));
    json.writeArrayFieldStart("views");
    for (ViewErrors errors : comparison.viewErrors()) {
      write(json, errors);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("leader_differs");
    for (Metric metric : Metric.values()) {
      json.writeArrayFieldStart(Words.key(metric));
      for (GroundSite site : comparison.leaderDiffers(metric)) {
        json.writeString(site.name());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ViewErrors errors) throws IOException {
    json.writeStartObject();
    json.writeStringField("system", errors.system().name());
    json.writeNumberField("satellites", errors.satellites());
    json.writeFieldName("share_in_view_differs");
    json.writeNumber(Decimals.scientific(errors.shareDiffering()));
    spread(json, "rise_set_error_s", errors.riseAndSetSeconds(), 3);
    json.writeNumberField("rises_and_sets", errors.riseAndSetSeconds().count());
    json.writeNumberField("rises_and_sets_unmatched", errors.unmatched());
    JsonText.number(json, "share_count_differs", errors.shareCountDiffers(), 6);
    json.writeNumberField("count_error_max", errors.greatestCountError());
    json.writeNumberField("sites_max_differs", errors.maxDiffers());
    spread(json, "mean_error", errors.meanInView(), 6);
    spread(json, "share_ahead_error", errors.shareAhead(), 6);
    json.writeEndObject();
  }

  private static void labels(JsonGenerator json, String field, List<Satellite> satellites)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Satellite satellite : satellites) {
      json.writeString(satellite.label());
    }
    json.writeEndArray();
  }

  private static void spread(JsonGenerator json, String field, Spread spread, int decimals)
      throws IOException {
    if (spread.count() == 0) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    JsonText.number(json, "median", spread.median(), decimals);
    JsonText.number(json, "p95", spread.percentile95(), decimals);
    JsonText.number(json, "max", spread.max(), decimals);
    json.writeEndObject();
  }
}
