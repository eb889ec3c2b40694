package dev.skytally.report.history;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.history.Event;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SatelliteState;
import dev.skytally.history.SideChange;
import dev.skytally.history.StoredRun;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.site.SiteJson;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Utc;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import java.io.IOException;
import java.util.List;

/** What the JSON of a history has in common. */
final class RunSettingJson {
  private RunSettingJson() {}

  /** The field {@code setting}. */
  static void write(JsonGenerator json, RunSetting setting) throws IOException {
    json.writeObjectFieldStart("setting");
    json.writeStringField("site_list", setting.siteList());
    json.writeNumberField("sites", setting.sites().size());
    json.writeArrayFieldStart("systems");
    for (GnssSystem system : setting.systems()) {
      json.writeString(system.name());
    }
    json.writeEndArray();
    json.writeStringField("status", Words.key(setting.status()));
    JsonText.number(json, "mask_deg", setting.maskDegrees(), 6);
    json.writeStringField("mode", "exact");
    json.writeEndObject();
  }

  /** The fields of a run, within an object. */
  static void writeRun(JsonGenerator json, StoredRun run, RunSetting setting) throws IOException {
    json.writeStringField("date", run.day().toString());
    json.writeStringField("snapshot", run.snapshot().label());
    json.writeStringField("snapshot_sha256", run.snapshot().sha256());
    json.writeStringField("epoch_median", Utc.iso(run.snapshot().medianEpoch()));
    json.writeStringField("computed_at", Utc.iso(run.computedAt()));
    json.writeStringField("program_version", run.programVersion());
    json.writeObjectFieldStart("satellites");
    for (GnssSystem system : setting.systems()) {
      json.writeNumberField(system.name(), run.counted(system));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("leads");
    for (Metric metric : Metric.values()) {
      StoredRun.Leads leads = run.leads().get(metric);
      if (leads != null) {
        json.writeObjectFieldStart(Words.key(metric));
        for (GnssSystem system : setting.systems()) {
          json.writeNumberField(system.name(), leads.sites(system));
        }
        json.writeNumberField("tie", leads.ties());
        json.writeEndObject();
      }
    }
    json.writeEndObject();
    SettingJson.writeMissing(json, run.completeness());
    writeFilled(json, run.filled());
  }

  private static void writeFilled(JsonGenerator json, List<SatelliteState> filled)
      throws IOException {
    json.writeArrayFieldStart("filled");
    for (SatelliteState satellite : filled) {
      json.writeStartObject();
      json.writeStringField("system", satellite.system().name());
      JsonText.textOrNull(json, "prn", satellite.prn());
      json.writeNumberField("norad", satellite.catalogNumber());
      json.writeStringField("snapshot", satellite.fill().orElseThrow().snapshot());
      json.writeStringField("epoch", Utc.iso(satellite.fill().orElseThrow().epoch()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The field {@code events}. */
  static void writeEvents(JsonGenerator json, List<Event> events) throws IOException {
    json.writeArrayFieldStart("events");
    for (Event event : events) {
      json.writeStartObject();
      json.writeStringField("date", event.day().toString());
      json.writeStringField("kind", Words.key(event.kind()));
      json.writeStringField("system", event.satellite().system().name());
      JsonText.textOrNull(json, "prn", event.satellite().prn());
      json.writeNumberField("norad", event.satellite().catalogNumber());
      json.writeBooleanField("changes_counts", event.changesCounts());
      json.writeStringField("text", event.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The field {@code changed_sides}. */
  static void writeChanges(JsonGenerator json, List<SideChange> changes) throws IOException {
    json.writeArrayFieldStart("changed_sides");
    for (SideChange change : changes) {
      json.writeStartObject();
      SiteJson.write(json, change.site());
      json.writeStringField("from", change.from().map(GnssSystem::name).orElse("tie"));
      json.writeStringField("to", change.to().map(GnssSystem::name).orElse("tie"));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
