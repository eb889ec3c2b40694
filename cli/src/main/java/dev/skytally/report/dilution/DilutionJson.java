package dev.skytally.report.dilution;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.DilutionResult;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.util.List;

/** Writes the dilution of precision. The field {@code leads} is null for a single system. */
public final class DilutionJson {
  private DilutionJson() {}

  public static void writeAll(JsonGenerator json, DilutionResult dilution) throws IOException {
    List<GnssSystem> systems = dilution.constellation().systems();
    json.writeObjectFieldStart("dop");
    JsonText.number(json, "step_s", dilution.step().orElseThrow().toMillis() / 1e3, 6);
    writeClocks(json, dilution.clocks(), systems);
    if (systems.size() > 1) {
      json.writeObjectFieldStart("leads");
      for (GnssSystem system : systems) {
        json.writeNumberField(Words.key(system), dilution.ledBy(system).size());
      }
      json.writeNumberField("tie", dilution.ties().size());
      json.writeEndObject();
    } else {
      json.writeNullField("leads");
    }
    json.writeEndObject();
  }

  /** Writes the field {@code clocks}: the systems of each receiver clock. */
  public static void writeClocks(
      JsonGenerator json, ReceiverClocks clocks, List<GnssSystem> systems) throws IOException {
    json.writeArrayFieldStart("clocks");
    for (List<GnssSystem> clock : clocks.divide(systems)) {
      json.writeStartArray();
      for (GnssSystem system : clock) {
        json.writeString(system.name());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
