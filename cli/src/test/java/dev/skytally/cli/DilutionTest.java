package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DilutionTest {
  /** Half of the last digit of a percentile below 10. */
  private static final double ROUNDING = 0.005 + 1e-9;

  private static final List<String> FIGURES =
      List.of("pdop_median", "pdop_p95", "share_pdop_at_most_6");

  @Test
  void dilutionIsToldOnlyWhereAskedFor() {
    JsonNode json = Run.ofLine("capitals --format json").json();
    assertFalse(json.has("dop") || json.at("/sites/0/systems/gps").has("pdop_median"));
    assertFalse(Run.ofLine("capitals --format csv").lines().get(0).contains("pdop"));
    assertFalse(Run.ofLine("capitals").out().contains("PDOP"));
  }

  @Test
  void leadersAddUpAndTogetherIsNeverWorse() {
    JsonNode json = Run.ofLine("capitals --dop --mask 20 --format json").json();
    assertEquals(60, json.at("/dop/step_s").asInt());
    int gps = 0;
    int tie = 0;
    for (JsonNode site : json.get("sites")) {
      double gpsMedian = site.at("/systems/gps/pdop_median").asDouble();
      double beiDouMedian = site.at("/systems/bds/pdop_median").asDouble();
      assertTrue(site.at("/together/pdop_median").asDouble() <= Math.min(gpsMedian, beiDouMedian));
      String leader = site.at("/leader/pdop").asText();
      assertEquals(
          gpsMedian < beiDouMedian ? "GPS" : gpsMedian > beiDouMedian ? "BDS" : "tie", leader);
      gps += leader.equals("GPS") ? 1 : 0;
      tie += leader.equals("tie") ? 1 : 0;
    }
    assertEquals(gps, json.at("/dop/leads/gps").asInt());
    assertEquals(tie, json.at("/dop/leads/tie").asInt());
    assertEquals(195 - gps - tie, json.at("/dop/leads/bds").asInt());
    String text = Run.ofLine("capitals --dop --mask 20").out();
    assertTrue(text.contains("\nBy the median PDOP: BeiDou " + (195 - gps - tie) + ", GPS " + gps));
  }

  @Test
  void csvHoldsTheFiguresOfJson() {
    Run csv = Run.ofLine("capitals --dop --mask 45 --systems GPS,QZS --format csv --every 600s");
    JsonNode json =
        Run.ofLine("capitals --dop --mask 45 --systems GPS,QZS --format json --every 600s").json();
    assertEquals(600, json.at("/dop/step_s").asInt());
    List<String> header = List.of(csv.cells(0));
    int noMedian = 0;
    for (int i = 0; i < 195; i++) {
      // No name of a country or capital that holds a comma has figures of its own to look at here.
      if (csv.lines().get(i + 1).contains("\"")) {
        continue;
      }
      String[] cells = csv.cells(i + 1);
      JsonNode site = json.get("sites").get(i);
      for (String of : List.of("gps", "qzs", "together")) {
        for (String figure : FIGURES) {
          JsonNode value = dilution(site, of).get(figure);
          String cell = cells[header.indexOf(of + "_" + figure)];
          if (value.isNull()) {
            assertEquals("", cell);
            noMedian++;
          } else {
            assertEquals(value.asDouble(), Double.parseDouble(cell));
          }
        }
      }
      assertEquals(site.at("/leader/pdop").asText(), cells[header.indexOf("leader_pdop")]);
    }
    assertTrue(noMedian > 0);
  }

  private static JsonNode dilution(JsonNode site, String of) {
    return of.equals("together") ? site.get(of) : site.get("systems").get(of);
  }

  @Test
  void medianOfASingleMomentIsThatOfItsSky() {
    JsonNode capitals =
        Run.ofLine(
                "capitals --dop --start 2026-10-06T07:30:00Z --duration 1s --mask 10 --format json")
            .json();
    JsonNode addis = null;
    for (JsonNode site : capitals.get("sites")) {
      addis = site.get("name").asText().equals("Addis Ababa") ? site : addis;
    }
    JsonNode sky =
        Run.ofLine("sky ET --at 2026-10-06T07:30:00Z --mask 10 --format json").json().get("dop");
    for (String of : List.of("gps", "bds", "together")) {
      assertEquals(
          sky.get(of).get("pdop").asDouble(),
          dilution(addis, of).get("pdop_median").asDouble(),
          ROUNDING);
    }
  }

  /** The clocks of the line, as JSON and as {@code --clocks} has them, and in words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GPS,QZS         |                 | [['GPS','QZS']]        | GPS+QZS | GPS and QZSS share a receiver clock.",
        "QZS,BDS         |                 | [['QZS'],['BDS']]      | own     | each system has its own receiver clock.",
        "BDS,QZS,GPS     |                 | [['BDS'],['QZS','GPS']] | QZS+GPS | QZSS and GPS share a receiver clock, every other system has its own.",
        "GPS,QZS         | --clocks OWN    | [['GPS'],['QZS']]      | own     | each system has its own receiver clock.",
        "GPS,QZS,BDS     | --clocks BDS+GPS | [['GPS','BDS'],['QZS']] | GPS+BDS | GPS and BeiDou share a receiver clock, every other system has its own.",
        "GPS,QZS,GAL,GLO | --clocks gal+glonass,GPS+QZS | [['GPS','QZS'],['GAL','GLO']] | 'GPS+QZS,GAL+GLO' | GPS and QZSS share a receiver clock, Galileo and GLONASS share another."
      })
  void resultsSayWhichSystemsShareAClock(
      String systems, String option, String json, String csv, String words) {
    String question =
        "--every 6h --dop --systems " + systems + (option == null ? "" : " " + option);
    String clocks = json.replace('\'', '"');
    assertEquals(
        clocks,
        Run.ofLine("capitals " + question + " --format json").json().at("/dop/clocks").toString());
    String row = Run.ofLine("capitals " + question + " --format csv").lines().get(1);
    assertTrue(row.endsWith("," + (csv.contains(",") ? '"' + csv + '"' : csv)), row);
    String table = Run.ofLine("capitals " + question).out().replaceAll("\\s+", " ");
    assertTrue(table.contains(" together: " + words), table);
    String sky =
        "sky Tokyo --date 2026-10-05 --systems " + systems + (option == null ? "" : " " + option);
    assertEquals(clocks, Run.ofLine(sky + " --format json").json().at("/dop/clocks").toString());
    String skyTable = Run.ofLine(sky).out().replaceAll("\\s+", " ");
    assertTrue(skyTable.contains(" together: " + words), skyTable);
  }

  /** The more systems share a clock, the fewer unknowns. */
  @Test
  void aSharedClockMakesThePositionBetter() {
    String moment = " --systems GPS,QZS,BDS --start 2026-10-06T07:30Z --duration 1s --dop";
    JsonNode own = Run.ofLine("capitals --clocks own --format json" + moment).json();
    JsonNode usual = Run.ofLine("capitals --format json" + moment).json();
    JsonNode one = Run.ofLine("capitals --clocks GPS+QZS+BDS --format json" + moment).json();
    int better = 0;
    int best = 0;
    for (int i = 0; i < 195; i++) {
      String median = "/sites/" + i + "/together/pdop_median";
      double withOne = one.at(median).asDouble();
      double byDefault = usual.at(median).asDouble();
      double withOwn = own.at(median).asDouble();
      assertTrue(withOne <= byDefault && byDefault <= withOwn);
      better += byDefault < withOwn ? 1 : 0;
      best += withOne < byDefault ? 1 : 0;
    }
    assertTrue(better > 20 && best > 20, better + " and " + best);
  }

  @Test
  void aSingleSystemHasNobodyToLead() {
    JsonNode json = Run.ofLine("capitals --dop --systems GLO --format json").json();
    assertTrue(json.at("/dop/leads").isNull());
    JsonNode site = json.get("sites").get(0);
    assertTrue(site.get("leader").isNull() && !site.has("together"));
    assertTrue(site.at("/systems/glo/pdop_median").isNumber());
    assertFalse(
        Run.ofLine("capitals --dop --systems GLO --format csv")
            .lines()
            .get(0)
            .contains("together"));
  }
}
