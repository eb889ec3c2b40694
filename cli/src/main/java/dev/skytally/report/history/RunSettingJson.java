package dev.skytally.report.history;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.history.Event;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SatelliteState;
import dev.skytally.history.SideChange;
import dev.skytally.history.StoredRun;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.site.SiteColumns;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.util.List;

/** Writes the common fields of all JSON about a history. */
final class RunSettingJson {
  private RunSettingJson() {}

  /** Writes the field {@code setting}. */
  static void write(JsonGenerator json, RunSetting setting) throws IOException {
    json.writeObjectFieldStart("setting");
    json.writeStringField("site_list", setting.siteList());
    json.writeNumberField("sites", setting.sites().size());
    JsonText.texts(json, "systems", setting.systems().stream().map(GnssSystem::name).toList());
    json.writeStringField("status", Words.key(setting.status()));
    JsonText.number(json, "mask_deg", setting.maskDegrees(), 6);
    json.writeStringField("mode", "exact");
    if (setting.usable()) {
      json.writeStringField("usable_according_to", setting.outages().source());
    }
    json.writeEndObject();
  }

  /** Writes the fields of a run into the current object. */
  static void writeRun(JsonGenerator json, StoredRun run, RunSetting setting, Times times)
      throws IOException {
    ColumnJson.write(json, RunColumns.of(setting.systems(), times), run);
    json.writeStringField("snapshot_sha256", run.snapshot().sha256());
    json.writeStringField("computed_at", times.iso(run.computedAt()));
    SettingJson.writeMissing(json, run.completeness());
    if (setting.usable()) {
      JsonText.texts(
          json,
          "outages_unknown",
          setting.withUnknownOutages(run).stream().map(GnssSystem::name).toList());
    }
    writeFilled(json, run.filled(), times);
  }

  private static void writeFilled(JsonGenerator json, List<SatelliteState> filled, Times times)
      throws IOException {
    json.writeArrayFieldStart("filled");
    for (SatelliteState satellite : filled) {
      json.writeStartObject();
      ColumnJson.write(json, RunColumns.SATELLITE, satellite);
      json.writeStringField("snapshot", satellite.fill().orElseThrow().snapshot());
      json.writeStringField("epoch", times.iso(satellite.fill().orElseThrow().epoch()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the field {@code events}. */
  static void writeEvents(JsonGenerator json, List<Event> events) throws IOException {
    ColumnJson.writeList(json, "events", RunColumns.EVENT, events);
  }

  /** Writes the field {@code changed_sides}. */
  static void writeChanges(JsonGenerator json, List<SideChange> changes) throws IOException {
    List<Column<SideChange>> columns = Column.from(SiteColumns.ALL, SideChange::site);
    columns.addAll(RunColumns.SIDES);
    ColumnJson.writeList(json, "changed_sides", columns, changes);
  }
}
