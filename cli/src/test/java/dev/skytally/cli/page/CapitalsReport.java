package dev.skytally.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.cli.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report on all capitals, and the same result in the command's other formats.
 *
 * @param table what the command printed when it wrote the report
 * @param json the result as JSON
 */
record CapitalsReport(Path file, String table, JsonNode json) {
  static final int CAPITALS = 195;
  static final String DAY = "2020-11-25";
  static final String SYSTEMS = "GPS,BDS,GAL,GLO,QZS,NAVIC";

  static CapitalsReport write(Path file) {
    Run table = Reports.write(file, "capitals", "--date", DAY, "--systems", SYSTEMS);
    JsonNode json = Reports.answer("capitals", "--date", DAY, "--dop");
    return new CapitalsReport(file, table.out(), json);
  }

  static List<String> systems() {
    return List.of(SYSTEMS.split(",", -1));
  }

  JsonNode site(String name) {
    for (JsonNode site : json.get("sites")) {
      if (site.get("name").asText().equals(name)) {
        return site;
      }
    }
    throw new AssertionError(name);
  }

  /** A system's figures at a site. */
  JsonNode figures(String site, String system) {
    return site(site).get("systems").get(system.toLowerCase(Locale.ROOT));
  }

  /** The number of capitals where each system leads, and {@code tie}. */
  Map<String, Integer> leads(String metric) {
    Map<String, Integer> leads = new TreeMap<>();
    json.at(metric.equals("pdop") ? "/dop/leads" : "/leads/" + metric)
        .properties()
        .forEach(
            lead -> {
              boolean isTie = lead.getKey().equals("tie");
              leads.put(
                  isTie ? "tie" : lead.getKey().toUpperCase(Locale.ROOT), lead.getValue().asInt());
            });
    return leads;
  }
}
