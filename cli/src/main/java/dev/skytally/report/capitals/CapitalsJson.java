package dev.skytally.report.capitals;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.StudyResult;
import dev.skytally.report.dilution.DilutionJson;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.site.SiteJson;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import java.io.IOException;
import java.util.List;

/**
 * The capitals as JSON of the schema {@code skytally/1}. A single system has nobody to lead: what
 * tells who is ahead is null then.
 */
public final class CapitalsJson {
  private CapitalsJson() {}

  static String text(CapitalsReport report) {
    StudyResult result = report.result();
    return JsonText.of(
        json -> {
          SettingJson.write(json, report.setting());
          json.writeArrayFieldStart("sites");
          for (int i = 0; i < result.tallies().size(); i++) {
            json.writeStartObject();
            writeTally(json, result.tallies().get(i), report.setting().systems());
            if (report.dilution().isPresent()) {
              DilutionJson.writeSite(
                  json, report.dilution().get().sites().get(i), report.setting().systems());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          writeLeads(json, result);
          if (report.dilution().isPresent()) {
            DilutionJson.writeAll(json, report.dilution().get());
          }
        });
  }

  /** The field {@code leads}: how many sites each system leads by each metric. */
  public static void writeLeads(JsonGenerator json, StudyResult result) throws IOException {
    if (result.constellation().systems().size() == 1) {
      json.writeNullField("leads");
      return;
    }
    json.writeObjectFieldStart("leads");
    for (Metric metric : Metric.values()) {
      json.writeObjectFieldStart(Words.key(metric));
      for (GnssSystem system : result.constellation().systems()) {
        json.writeNumberField(system.name(), result.ledBy(system, metric).size());
      }
      json.writeNumberField("tie", result.ties(metric).size());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** The fields {@code leads_max} to {@code leads_share} with missing satellites. */
  static void writeEffect(JsonGenerator json, MissingEffect effect) throws IOException {
    for (Metric metric : Metric.values()) {
      writeLeads(json, effect, metric);
    }
  }

  /** A range for each system; null where no range is known. */
  private static void writeLeads(JsonGenerator json, MissingEffect effect, Metric metric)
      throws IOException {
    String name = "leads_" + Words.key(metric);
    if (effect.isRange() && metric != Metric.MAX) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    for (GnssSystem system : effect.result().constellation().systems()) {
      StudyResult.Range led = effect.led(system, metric);
      json.writeObjectFieldStart(system.name());
      json.writeNumberField("least", led.least());
      json.writeNumberField("most", led.most());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeTally(JsonGenerator json, SiteTally tally, List<GnssSystem> systems)
      throws IOException {
    SiteJson.write(json, tally.site());
    json.writeObjectFieldStart("systems");
    for (GnssSystem system : systems) {
      writeSystem(json, system, tally.inView(system));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("share_ahead");
    boolean comparing = systems.size() > 1;
    for (GnssSystem system : systems) {
      if (comparing) {
        JsonText.number(json, system.name(), tally.shareAheadOfAll(system), 6);
      } else {
        json.writeNullField(system.name());
      }
    }
    json.writeEndObject();
    json.writeObjectFieldStart("share_ahead_pairs");
    for (GnssSystem system : systems) {
      json.writeObjectFieldStart(system.name());
      for (GnssSystem other : systems) {
        if (system != other) {
          JsonText.number(json, other.name(), tally.shareAhead(system, other), 6);
        }
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("leader");
    for (Metric metric : Metric.values()) {
      JsonText.textOrNull(
          json,
          Words.key(metric),
          comparing ? tally.leader(metric).map(GnssSystem::name).orElse("tie") : "");
    }
    json.writeEndObject();
  }

  static void writeSystem(JsonGenerator json, GnssSystem system, SystemTally inView)
      throws IOException {
    json.writeObjectFieldStart(system.name());
    json.writeNumberField("max", inView.max());
    JsonText.number(json, "mean", inView.mean(), 6);
    json.writeNumberField("min", inView.min());
    JsonText.number(json, "share_at_least_4", inView.shareAtLeastFour(), 6);
    json.writeEndObject();
  }
}
