package dev.skytally.report.setting;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.Satellite;
import dev.skytally.selection.FilledGaps.Added;
import dev.skytally.selection.Notice;
import dev.skytally.selection.Selection;
import java.io.IOException;
import java.util.List;

/** Writes the definition behind the figures as the first fields of a JSON result. */
public final class SettingJson {
  private SettingJson() {}

  public static void write(JsonGenerator json, Setting setting) throws IOException {
    ColumnJson.write(json, SettingColumns.SETTING, setting);
    json.writeStringField("mode", setting.step().isPresent() ? "sampled" : "exact");
    writeSelection(json, setting.selection(), setting.times());
    if (setting.effect().isPresent()) {
      writeEffect(json, setting.effect().get(), setting.times());
    }
  }

  /** Writes the field {@code with_missing}. */
  public static void writeEffect(JsonGenerator json, Effect effect, Times times)
      throws IOException {
    json.writeObjectFieldStart("with_missing");
    json.writeArrayFieldStart("added");
    for (Added added : effect.added()) {
      json.writeStartObject();
      ColumnJson.write(json, SatelliteColumns.PRN_AND_NORAD, added.satellite());
      json.writeStringField("epoch", times.iso(added.elements().epoch()));
      json.writeStringField("snapshot", added.snapshot());
      json.writeEndObject();
    }
    json.writeEndArray();
    ColumnJson.writeList(
        json,
        "without_elements",
        SatelliteColumns.PRN_AND_NORAD,
        effect.withoutElements().stream().map(Missing::satellite).toList());
    effect.writeFigures(json);
    json.writeEndObject();
  }

  /** Writes the fields {@code complete} and {@code missing}. */
  public static void writeMissing(JsonGenerator json, Completeness completeness)
      throws IOException {
    writeComplete(json, completeness);
    ColumnJson.writeList(json, "missing", SatelliteColumns.MISSING, completeness.missing());
  }

  /** Writes the field {@code old_orbits}. */
  public static void writeOldOrbits(JsonGenerator json, OldOrbits old) throws IOException {
    List<Column<Member>> columns = Column.from(SatelliteColumns.IDENTITY, Member::satellite);
    columns.add(SatelliteColumns.age(old.at()));
    ColumnJson.writeList(json, "old_orbits", columns, old.members());
  }

  /** Writes the field {@code complete}, which is null if it is unknown. */
  public static void writeComplete(JsonGenerator json, Completeness completeness)
      throws IOException {
    if (completeness.isUnknown()) {
      json.writeNullField("complete");
    } else {
      json.writeBooleanField("complete", completeness.isComplete());
    }
  }

  /** Writes the fields about the satellites, their orbits, exclusions and notices. */
  public static void writeSelection(JsonGenerator json, Selection selection, Times times)
      throws IOException {
    writeElements(json, selection, times);
    List<Column<Member>> columns = SatelliteColumns.all(selection, times);
    json.writeObjectFieldStart("systems");
    for (GnssSystem system : selection.systems()) {
      json.writeObjectFieldStart(Words.key(system));
      ColumnJson.writeList(json, "satellites", columns, selection.constellation().members(system));
      json.writeEndObject();
    }
    json.writeEndObject();
    ColumnJson.writeList(
        json, "excluded", SatelliteColumns.EXCLUSION, selection.constellation().excluded());
    writeMissing(json, selection.constellation().completeness());
    writeOldOrbits(json, selection.oldOrbits());
    writeOutages(json, selection, times);
    writeNotices(json, selection.notices());
  }

  /** Writes the field {@code outages} if satellites count only while they are usable. */
  public static void writeOutages(JsonGenerator json, Selection selection, Times times)
      throws IOException {
    if (selection.outages().isNone()) {
      return;
    }
    json.writeObjectFieldStart("outages");
    json.writeStringField("rule", "usable according to notices");
    json.writeStringField("source", selection.outages().source());
    JsonText.texts(
        json, "unknown", selection.withUnknownOutages().stream().map(GnssSystem::name).toList());
    ColumnJson.writeList(
        json, "list", SatelliteColumns.outOfService(times), selection.outOfService());
    json.writeEndObject();
  }

  /** Writes the field {@code notices}. */
  private static void writeNotices(JsonGenerator json, List<Notice> notices) throws IOException {
    json.writeArrayFieldStart("notices");
    for (Notice notice : notices) {
      json.writeStartObject();
      json.writeStringField("kind", Words.key(notice.kind()));
      List<Satellite> satellites = notice.satellites();
      JsonText.texts(json, "satellites", satellites.stream().map(Satellite::label).toList());
      json.writeStringField("text", notice.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the field {@code elements}. */
  public static void writeElements(JsonGenerator json, Selection selection, Times times)
      throws IOException {
    json.writeObjectFieldStart("elements");
    json.writeStringField("snapshot", selection.source().label());
    json.writeStringField("origin", selection.source().origin());
    JsonText.textOrNull(json, "epoch_median", selection.medianEpoch().map(times::iso).orElse(""));
    JsonText.number(json, "age_days_median", selection.medianAgeDays(), 3);
    json.writeEndObject();
  }
}
