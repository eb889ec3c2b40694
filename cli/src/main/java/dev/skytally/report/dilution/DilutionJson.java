package dev.skytally.report.dilution;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.DilutionResult;
import dev.skytally.dop.DilutionSummary;
import dev.skytally.dop.ReceiverClocks;
import dev.skytally.dop.SiteDilution;
import dev.skytally.report.text.JsonText;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** The fields {@code dop}: of a site, and of all. A single system has nobody to lead: null. */
public final class DilutionJson {
  private DilutionJson() {}

  public static void writeSite(JsonGenerator json, SiteDilution site, List<GnssSystem> systems)
      throws IOException {
    json.writeObjectFieldStart("dop");
    for (GnssSystem system : systems) {
      write(json, system.name(), site.of(system));
    }
    if (systems.size() > 1) {
      write(json, "together", site.together());
      json.writeStringField("leader", site.leader().map(GnssSystem::name).orElse("tie"));
    } else {
      json.writeNullField("together");
      json.writeNullField("leader");
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String of, DilutionSummary summary)
      throws IOException {
    json.writeObjectFieldStart(of);
    writePercentile(json, "pdop_median", summary.medianPdop());
    writePercentile(json, "pdop_95", summary.pdop95());
    JsonText.number(json, "share_pdop_at_most_6", summary.shareAtMostSix(), 6);
    json.writeEndObject();
  }

  private static void writePercentile(JsonGenerator json, String field, OptionalDouble pdop)
      throws IOException {
    if (pdop.isPresent()) {
      JsonText.number(json, field, pdop.getAsDouble(), 2);
    } else {
      json.writeNullField(field);
    }
  }

  public static void writeAll(JsonGenerator json, DilutionResult dilution) throws IOException {
    List<GnssSystem> systems = dilution.constellation().systems();
    json.writeObjectFieldStart("dop");
    JsonText.number(json, "step_s", dilution.step().toMillis() / 1e3, 6);
    writeClocks(json, dilution.clocks(), systems);
    if (systems.size() > 1) {
      json.writeObjectFieldStart("leads");
      for (GnssSystem system : systems) {
        json.writeNumberField(system.name(), dilution.ledBy(system).size());
      }
      json.writeNumberField("tie", dilution.ties().size());
      json.writeEndObject();
    } else {
      json.writeNullField("leads");
    }
    json.writeEndObject();
  }

  /** The field {@code clocks}: the systems of each receiver clock. */
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
