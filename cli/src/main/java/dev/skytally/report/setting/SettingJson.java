package dev.skytally.report.setting;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Utc;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.Satellite;
import dev.skytally.selection.Notice;
import dev.skytally.selection.Selection;
import java.io.IOException;
import java.util.List;

/** The definition behind the figures, as the first fields of a JSON result. */
public final class SettingJson {
  private SettingJson() {}

  public static void write(JsonGenerator json, Setting setting) throws IOException {
    json.writeObjectFieldStart("window");
    json.writeStringField("start", Utc.iso(setting.selection().start()));
    json.writeStringField("end", Utc.iso(setting.selection().end()));
    json.writeEndObject();
    if (setting.horizonFile().isPresent()) {
      json.writeNullField("mask_deg");
      json.writeStringField("horizon", setting.horizonFile().get());
    } else {
      JsonText.number(json, "mask_deg", setting.maskDegrees(), 6);
      json.writeNullField("horizon");
    }
    if (setting.step().isPresent()) {
      json.writeStringField("mode", "sampled");
      JsonText.number(json, "step_s", setting.stepSeconds(), 6);
    } else {
      json.writeStringField("mode", "exact");
      json.writeNullField("step_s");
    }
    writeSelection(json, setting.selection());
    if (setting.effect().isPresent()) {
      writeEffect(json, setting.effect().get());
    }
  }

  /** The field {@code with_missing}. */
  public static void writeEffect(JsonGenerator json, Effect effect) throws IOException {
    json.writeObjectFieldStart("with_missing");
    json.writeArrayFieldStart("added");
    for (Added added : effect.added()) {
      Member member = added.member();
      json.writeStartObject();
      JsonText.textOrNull(json, "prn", member.satellite().prn());
      json.writeNumberField("norad", member.satellite().catalogNumber());
      json.writeStringField("epoch", Utc.iso(member.elementSet().epoch()));
      json.writeStringField("snapshot", added.snapshot());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("without_elements");
    for (Missing one : effect.withoutElements()) {
      json.writeStartObject();
      JsonText.textOrNull(json, "prn", one.satellite().prn());
      json.writeNumberField("norad", one.satellite().catalogNumber());
      json.writeEndObject();
    }
    json.writeEndArray();
    effect.writeFigures(json);
    json.writeEndObject();
  }

  /** The fields {@code complete} and {@code missing}. */
  public static void writeMissing(JsonGenerator json, Completeness completeness)
      throws IOException {
    writeComplete(json, completeness);
    json.writeArrayFieldStart("missing");
    for (Missing one : completeness.missing()) {
      json.writeStartObject();
      json.writeStringField("system", one.satellite().system().name());
      JsonText.textOrNull(json, "prn", one.satellite().prn());
      json.writeNumberField("norad", one.satellite().catalogNumber());
      json.writeStringField("status", Words.key(one.satellite().status()));
      json.writeStringField("reason", Words.key(one.reason()));
      json.writeStringField("text", one.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The field {@code old_orbits}. */
  public static void writeOldOrbits(JsonGenerator json, OldOrbits old) throws IOException {
    json.writeArrayFieldStart("old_orbits");
    for (Member member : old.members()) {
      json.writeStartObject();
      json.writeStringField("system", member.satellite().system().name());
      JsonText.textOrNull(json, "prn", member.satellite().prn());
      json.writeNumberField("norad", member.satellite().catalogNumber());
      JsonText.number(json, "age_days", member.ageDays(old.at()), 3);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The field {@code complete}: null where nobody knows. */
  public static void writeComplete(JsonGenerator json, Completeness completeness)
      throws IOException {
    if (completeness.isUnknown()) {
      json.writeNullField("complete");
    } else {
      json.writeBooleanField("complete", completeness.isComplete());
    }
  }

  /**
   * The fields {@code elements}, {@code systems}, {@code excluded}, of completeness and of old
   * orbits.
   */
  public static void writeSelection(JsonGenerator json, Selection selection) throws IOException {
    writeElements(json, selection);
    json.writeObjectFieldStart("systems");
    for (GnssSystem system : selection.systems()) {
      json.writeObjectFieldStart(system.name());
      json.writeArrayFieldStart("satellites");
      for (Member member : selection.constellation().members(system)) {
        writeMember(json, selection, member);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("excluded");
    for (Exclusion exclusion : selection.constellation().excluded()) {
      json.writeStartObject();
      if (exclusion.catalogNumber() == 0) {
        json.writeNullField("norad");
      } else {
        json.writeNumberField("norad", exclusion.catalogNumber());
      }
      JsonText.textOrNull(json, "name", exclusion.name());
      json.writeStringField("reason", exclusion.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    writeMissing(json, selection.constellation().completeness());
    writeOldOrbits(json, selection.oldOrbits());
    writeNotices(json, selection.notices());
  }

  /** The field {@code notices}. */
  private static void writeNotices(JsonGenerator json, List<Notice> notices) throws IOException {
    json.writeArrayFieldStart("notices");
    for (Notice notice : notices) {
      json.writeStartObject();
      json.writeStringField("kind", Words.key(notice.kind()));
      json.writeArrayFieldStart("satellites");
      for (Satellite satellite : notice.satellites()) {
        json.writeString(satellite.label());
      }
      json.writeEndArray();
      json.writeStringField("text", notice.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The field {@code elements}. */
  public static void writeElements(JsonGenerator json, Selection selection) throws IOException {
    json.writeObjectFieldStart("elements");
    json.writeStringField("snapshot", selection.source().label());
    json.writeStringField("origin", selection.source().origin());
    JsonText.textOrNull(json, "epoch_median", selection.medianEpoch().map(Utc::iso).orElse(""));
    JsonText.number(json, "age_days_median", selection.medianAgeDays(), 3);
    json.writeEndObject();
  }

  private static void writeMember(JsonGenerator json, Selection selection, Member member)
      throws IOException {
    Satellite satellite = member.satellite();
    json.writeStartObject();
    JsonText.textOrNull(json, "prn", satellite.prn());
    json.writeNumberField("norad", satellite.catalogNumber());
    JsonText.textOrNull(json, "name", satellite.name());
    JsonText.textOrNull(
        json, "orbit", satellite.orbitClass() == null ? "" : satellite.orbitClass().name());
    JsonText.textOrNull(json, "generation", satellite.generation());
    JsonText.textOrNull(json, "block", satellite.block());
    json.writeStringField("status", Words.key(satellite.status()));
    json.writeBooleanField("status_uncertain", satellite.statusIsUncertain());
    json.writeBooleanField("in_registry", satellite.inRegistry());
    JsonText.textOrNull(
        json, "epoch", member.elements().map(elements -> Utc.iso(elements.epoch())).orElse(""));
    JsonText.textOrNull(json, "health", selection.healthWord(member));
    json.writeEndObject();
  }
}
