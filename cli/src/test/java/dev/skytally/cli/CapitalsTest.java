package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.history.TestElements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapitalsTest {
  /** What python-sgp4 counts: see engine/src/test/resources/reference/README.md. */
  private static final int LED_BY_BEIDOU_ON_2020_11_25 = 163;

  private static final int CAPITALS = 195;

  @TempDir Path folder;

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void verdictIsTheReferences() {
    Run run = Run.ofLine("capitals --date 2020-11-25 --every 60s");
    assertEquals(new Run(0, run.out(), ""), run);
    assertTrue(
        run.out()
            .startsWith(
                "BeiDou leads in %s of %s capitals by the daily maximum, GPS in "
                    .formatted(LED_BY_BEIDOU_ON_2020_11_25, CAPITALS)),
        run.lines().get(0));
  }

  @Test
  void aSiteOfAListMayHaveItsOwnMask() throws IOException {
    Path sites =
        Files.writeString(
            folder.resolve("sites.csv"),
            "name,lat,lon,mask_deg\nRoof,46.9,7.4,\nYard,46.9,7.4,30\nSame,46.9,7.4,10\n");
    String line = "capitals --sites " + sites + " --mask 10";
    Run table = Run.ofLine(line);
    assertTrue(
        table.out().contains("elevation 10 degrees or more (2 sites have their own mask); exact"),
        table.out());
    assertTrue(
        table.out().matches("(?s).*\\nRoof +10° .*\\nYard +30° .*\\nSame +10° .*"), table.out());
    Run three = Run.ofLine(line + " --systems GPS,BDS,GAL");
    assertTrue(three.out().matches("(?s).*\\nYard +30° +GPS .*"), three.out());
    Run csv = Run.ofLine(line + " --format csv");
    int mask = List.of(csv.cells(0)).indexOf("mask_deg");
    int mean = List.of(csv.cells(0)).indexOf("gps_mean");
    assertEquals("10", csv.cells(1)[mask]);
    assertEquals("30", csv.cells(2)[mask]);
    assertEquals(csv.cells(1)[mean], csv.cells(3)[mean]);
    Run apart = Run.ofLine("capitals --sites " + sites + " --mask 30 --format csv");
    assertEquals(apart.cells(1)[mean], csv.cells(2)[mean]);
    JsonNode json = Run.ofLine(line + " --format json").json();
    assertEquals(10, json.get("mask_deg").asInt());
    assertEquals(30, json.at("/sites/1/mask_deg").asInt());
    assertTrue(
        Run.ofLine("sky Yard --sites " + sites + " --horizon nowhere.csv")
            .err()
            .contains("nowhere"));
    Run sky = Run.ofLine("sky Yard --sites " + sites + " --format json");
    assertEquals(30, sky.json().get("mask_deg").asInt());
    Path all =
        Files.writeString(folder.resolve("all.csv"), "name,lat,lon,mask_deg\nA,1,2,5\nB,1,3,6\n");
    assertTrue(
        Run.ofLine("capitals --sites " + all)
            .out()
            .contains("In view   elevation at or above each site's own mask; exact"));
    Path horizon =
        Files.writeString(folder.resolve("horizon.csv"), "azimuth_deg,elevation_deg\n0,3\n9,4\n");
    assertTrue(
        Run.ofLine("capitals --sites " + all + " --horizon " + horizon)
            .err()
            .startsWith(
                "skytally: --horizon applies to no site, since each has mask_deg or horizon in "));
    Run recompute = Run.ofLine("recompute --no-fetch --sites " + sites);
    assertTrue(
        recompute
            .err()
            .startsWith(
                "skytally: "
                    + sites
                    + ": a history has one mask for all sites; remove mask_deg and horizon, and give --mask "),
        recompute.err());
  }

  /** So a script can ask about one site after the other with the same options. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan Yard --for 1h --date 2020-11-25",
        "passes Wall --date 2020-11-25",
        "sky Yard --at 2020-11-25T12:00"
      })
  void optionsThatFitAListFitEachOfItsSites(String command) throws IOException {
    Path house = Files.writeString(folder.resolve("house.csv"), "Azimut;Höhe\n160;40\n200;40\n");
    Path sites =
        Files.writeString(
            folder.resolve("sites.csv"),
            """
            name,lat,lon,mask_deg,horizon
            Roof,46.9,7.4,,
            Yard,46.9,7.4,30,
            Wall,46.9,7.4,,"160:40,200:50"
            """);
    String line = command + " --systems GPS --format json --sites " + sites;
    Run own = Run.ofLine(line);
    assertEquals(0, own.exitCode(), own.err());
    for (String option : List.of(" --mask 5", " --horizon " + house)) {
      Run run = Run.ofLine(line + option);
      assertEquals(0, run.exitCode(), run.err());
      assertEquals(own.json().get("horizon"), run.json().get("horizon"));
      assertEquals(own.err(), run.err());
    }
  }

  @Test
  void anOptionThatFitsNoSiteOfAListIsRejectedForEach() throws IOException {
    Path sites =
        Files.writeString(folder.resolve("all.csv"), "name,lat,lon,mask_deg\nA,1,2,5\nB,1,3,6\n");
    String problem =
        "skytally: --mask applies to no site, since each has mask_deg or horizon in the";
    for (String command : List.of("capitals", "passes A", "sky B")) {
      Run run = Run.ofLine(command + " --mask 5 --sites " + sites);
      assertTrue(run.err().startsWith(problem), run.err());
    }
    assertEquals("", Run.ofLine("passes 1,2 --mask 5 --sites " + sites).err());
  }

  @Test
  void medianAgeIsNamedSo() {
    String out = Run.ofLine("capitals").out().replaceAll("\\s+", " ");
    assertTrue(out.contains(" UTC, median age 0.5 days at the window's middle"), out);
  }

  /** The snapshot's payloads of GAGAN, SDCM and EGNOS were never GPS satellites. */
  @Test
  void leftOutAreSatellitesOfTheSystemsAskedForAndNoAugmentationPayloads() {
    String out = Run.ofLine("capitals --systems GPS").out();
    assertTrue(
        out.contains("Excluded  1 satellite (status is commissioning on 2026-10-05)\n"), out);
    assertTrue(Run.ofLine("elements --elements 2026-10-06").out().contains("(EGNOS/PRN 123)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "capitals",
        "capitals --date 2020-11-25 --mask 10 --every 600s --status all",
        "capitals --systems GLO,GAL",
        "capitals --systems NAVIC",
        "capitals --dop --systems GPS,BDS,GAL,GLO,QZS,NAVIC",
        "capitals --dop --mask 30",
        "sky 0,100 --systems GPS,BDS,GAL,GLO,QZS,NAVIC",
        "passes Kiribati --systems QZS,NAVIC",
        "passes -33.92,18.42,25",
        "elements",
        "elements --elements 2026-10-06 --systems GPS,BDS,GAL,GLO,QZS,NAVIC",
        "finding"
      })
  void everyLineFitsInEightyColumns(String line) {
    Run run = Run.ofLine(line);
    assertEquals(0, run.exitCode());
    assertEquals(
        List.of(), run.lines().stream().filter(l -> l.codePointCount(0, l.length()) > 80).toList());
  }

  @Test
  void tableStatesTheDefinitionInUtc() {
    Run run = Run.ofLine("capitals --date 2020-11-25 --mask 7.5 --every 5m");
    assertTrue(run.lines().contains("Window    2020-11-25 00:00 to 2020-11-26 00:00 UTC"));
    assertTrue(
        run.lines().contains("In view   elevation 7.5 degrees or more; sampled every 300 s"));
    assertTrue(run.lines().contains("Counted   30 GPS, 44 BeiDou; status operational"));
  }

  @Test
  void hintNamesTheFlagsThatListTheSameSatellites() {
    String out = Run.ofLine("capitals --mask 5 --status transmitting --date 2020-11-25").out();
    assertTrue(
        out.contains(
            "\n          details: skytally elements --status transmitting --date 2020-11-25\n"),
        out);
    assertTrue(
        Run.of("capitals")
            .out()
            .contains("\n          details: skytally elements --date 2026-10-05\n"));
  }

  @Test
  void withoutADateTheDayOfTheMedianEpochCountsWhateverTheElementSetsCameFrom() throws IOException {
    JsonNode json = Run.ofLine("capitals --format json").json();
    assertEquals("2026-10-05T00:00:00.000Z", json.at("/window/start").asText());
    assertEquals("2026-10-06T00:00:00.000Z", json.at("/window/end").asText());
    assertEquals("2026-10-06", json.at("/elements/snapshot").asText());
    Path file = TestElements.writeBundled(folder).resolve("2026-10-06.tle");
    for (String systems : List.of("GPS,BDS", "GAL,GLO")) {
      JsonNode bundled = Run.ofLine("capitals --format json --systems " + systems).json();
      JsonNode own =
          Run.of(
                  "capitals",
                  "--format",
                  "json",
                  "--systems",
                  systems,
                  "--elements",
                  file.toString())
              .json();
      assertEquals(bundled.get("window"), own.get("window"));
      assertEquals(bundled.get("sites"), own.get("sites"));
    }
    Run recomputed = Run.in(Map.of("HOME", folder.toString()), "recompute", "--no-fetch");
    assertTrue(recomputed.out().contains("2026-10-05"), recomputed.out());
  }

  @Test
  void jsonHasTheDocumentedStructure() {
    JsonNode json =
        Run.ofLine("capitals --date 2020-11-25 --systems BDS,GPS --mask 5 --format json").json();
    assertEquals("skytally/2", json.get("schema").asText());
    assertEquals(5, json.get("mask_deg").asDouble());
    assertEquals("exact", json.get("mode").asText());
    assertTrue(json.get("step_s").isNull());
    assertEquals(
        List.of("snapshot", "origin", "epoch_median", "age_days_median"),
        names(json.get("elements")));
    assertEquals(44, json.at("/systems/bds/satellites").size());
    JsonNode satellite = json.at("/systems/bds/satellites/0");
    for (String field : List.of("prn", "norad", "orbit", "generation", "status")) {
      assertTrue(satellite.has(field), field);
    }
    JsonNode excluded = json.at("/excluded/0");
    assertEquals(List.of("norad", "name", "kind", "reason"), names(excluded));
    assertEquals("status", excluded.get("kind").asText());

    assertEquals(CAPITALS, json.get("sites").size());
    JsonNode ethiopia = null;
    for (JsonNode site : json.get("sites")) {
      ethiopia = site.get("iso2").asText().equals("ET") ? site : ethiopia;
    }
    assertEquals("Ethiopia", ethiopia.get("country").asText());
    assertEquals("Addis Ababa", ethiopia.get("capital").asText());
    assertEquals("Addis Ababa", ethiopia.get("name").asText());
    assertEquals(9.025, ethiopia.get("latitude_deg").asDouble());
    assertEquals(38.7469, ethiopia.get("longitude_deg").asDouble());
    assertEquals(List.of("bds", "gps"), names(ethiopia.get("systems")));
    JsonNode beiDou = ethiopia.at("/systems/bds");
    assertEquals(
        List.of("max", "mean", "min", "share_at_least_4", "share_ahead", "share_ahead_of_gps"),
        names(beiDou));
    assertEquals(beiDou.get("share_ahead"), beiDou.get("share_ahead_of_gps"));
    assertEquals(List.of("max", "mean", "share"), names(ethiopia.get("leader")));
    for (String metric : List.of("max", "mean", "share")) {
      JsonNode leads = json.get("leads").get(metric);
      assertEquals(List.of("bds", "gps", "tie"), names(leads));
      assertEquals(
          CAPITALS, leads.get("bds").asInt() + leads.get("gps").asInt() + leads.get("tie").asInt());
    }
  }

  @Test
  void sampledModeTellsItsStep() {
    JsonNode json = Run.ofLine("capitals --every 10m --format json").json();
    assertEquals("sampled", json.get("mode").asText());
    assertEquals(600, json.get("step_s").asInt());
  }

  @Test
  void csvHoldsTheFiguresOfJson() {
    Run csv = Run.ofLine("capitals --date 2020-11-25 --format csv");
    JsonNode json = Run.ofLine("capitals --date 2020-11-25 --format json").json();
    JsonNode site = json.at("/sites/0");
    String[] header = csv.cells(0);
    String[] first = csv.cells(1);
    assertEquals(CAPITALS + 1, csv.lines().size());
    for (int c = 0; c < header.length; c++) {
      String[] parts = header[c].split("_", 2);
      JsonNode expected =
          switch (parts[0]) {
            case "window" -> json.at("/window/" + parts[1]);
            case "mask", "horizon", "step" -> json.get(header[c]);
            case "snapshot" -> json.at("/elements/snapshot");
            case "missing" -> json.at("/missing/0");
            case "gps", "bds" -> site.at("/systems/" + parts[0] + "/" + parts[1]);
            case "leader" -> site.at("/leader/" + parts[1]);
            default -> site.get(header[c]);
          };
      assertEquals(expected.asText(""), first[c].replaceAll("(\\.0)$", ""), header[c]);
    }
  }

  @Test
  void csvTellsWhatItIsOf() throws IOException {
    String setting = "window_start,window_end,mask_deg,horizon,step_s,snapshot,missing";
    Run masked = Run.ofLine("capitals --date 2020-11-25 --mask 5 --every 60s --dop --format csv");
    assertTrue(masked.lines().get(0).endsWith("," + setting + ",clocks"), masked.lines().get(0));
    String window = ",2020-11-25T00:00:00.000Z,2020-11-26T00:00:00.000Z,";
    for (String row : masked.lines().subList(1, CAPITALS + 1)) {
      assertTrue(row.endsWith(window + "5,,60,2020-12-01,,own"), row);
    }
    Path horizon =
        Files.writeString(folder.resolve("wall.csv"), "azimuth_deg,elevation_deg\n0,10\n180,30\n");
    String day = "capitals --date 2020-11-25 --format csv --horizon ";
    Run aboveHorizon = Run.ofLine(day + horizon);
    assertTrue(aboveHorizon.lines().get(0).endsWith("," + setting));
    String row = aboveHorizon.lines().get(1);
    assertTrue(row.endsWith(window + "," + horizon + ",,2020-12-01,"), row);
  }

  @Test
  void capitalsThatTheFirstSystemDoesNotLeadAreListed() {
    JsonNode json = Run.ofLine("capitals --dop --format json").json();
    List<String> expected = new ArrayList<>();
    for (JsonNode site : json.get("sites")) {
      JsonNode leader = site.get("leader");
      String leaders =
          "%s %s %s %s"
              .formatted(
                  leader.get("max").asText(),
                  leader.get("mean").asText(),
                  leader.get("share").asText(),
                  leader.get("pdop").asText());
      if (!leaders.equals("BDS BDS BDS BDS")) {
        expected.add(leaders);
      }
    }
    List<String> lines = Run.ofLine("capitals --dop").lines();
    int title =
        lines.indexOf(
            "In %s of 195 capitals, BeiDou does not lead by every measure:"
                .formatted(expected.size()));
    assertTrue(title > 0, lines.toString());
    List<String> listed = lines.subList(title + 3, lines.size());
    assertEquals(
        expected, listed.stream().map(l -> l.substring(32).replaceAll(" +", " ")).toList());
  }

  @Test
  void moreThanTwoSystemsStandBelowEachOther() {
    List<String> lines = Run.ofLine("capitals --systems GPS,BDS,GAL").lines();
    int ethiopia =
        lines.indexOf(
            lines.stream().filter(l -> l.startsWith("Ethiopia ")).findFirst().orElseThrow());
    JsonNode json = Run.ofLine("capitals --systems GPS,BDS,GAL --format json").json();
    JsonNode addis = null;
    for (JsonNode site : json.get("sites")) {
      addis = site.get("name").asText().equals("Addis Ababa") ? site : addis;
    }
    List<String> systems = List.of("GPS", "BDS", "GAL");
    for (int i = 0; i < systems.size(); i++) {
      String[] cells = lines.get(ethiopia + i).substring(32).split(" +", 6);
      JsonNode inView = addis.at("/systems/" + systems.get(i).toLowerCase(Locale.ROOT));
      assertEquals(inView.get("max").asText(), cells[1]);
      assertEquals(inView.get("min").asText(), cells[3]);
      for (String metric : List.of("max", "mean", "share")) {
        assertEquals(
            addis.at("/leader/" + metric).asText().equals(systems.get(i)),
            cells.length == 6 && List.of(cells[5].split(" ", -1)).contains(metric),
            metric);
      }
    }
  }

  @Test
  void oneSiteIsCalledByItsName() throws IOException {
    Path sites =
        Files.writeString(
            folder.resolve("one.csv"), "name,latitude_deg,longitude_deg\nHarbour,10,100\n");
    List<String> lines = Run.of("capitals", "--mask", "1", "--sites", sites.toString()).lines();
    assertEquals("BeiDou leads in Harbour by the daily maximum.", lines.get(0));
    assertEquals("By the mean number in view: BeiDou.", lines.get(1));
    assertTrue(
        lines.contains("In view   elevation 1 degree or more; exact, without a time step"),
        lines.toString());
    String alone =
        Run.of("capitals", "--systems", "GPS", "--sites", sites.toString()).lines().get(0);
    assertTrue(alone.endsWith(" in view from Harbour."), alone);
  }

  @Test
  void commaInANameIsQuoted() {
    assertTrue(
        Run.ofLine("capitals --format csv")
            .out()
            .contains("\r\nUS,United States,\"Washington, D.C.\",\"Washington, D.C.\","));
  }

  @Test
  void ownSitesAreSitesAndNoCapitals() throws IOException {
    Path sites =
        Files.writeString(
            folder.resolve("sites.csv"),
            "name,latitude_deg,longitude_deg,height_m\nHarbour,-33.9,18.4,12\nHill,-33.8,18.5,300\n");
    Run table = Run.of("capitals", "--sites", sites.toString());
    assertTrue(table.lines().get(0).contains(" of 2 sites by "), table.lines().get(0));
    JsonNode site =
        Run.of("capitals", "--sites", sites.toString(), "--format", "json").json().at("/sites/0");
    assertEquals("Harbour", site.get("name").asText());
    assertEquals(12, site.get("height_m").asDouble());
    for (String field : List.of("iso2", "country", "capital")) {
      assertTrue(site.get(field).isNull(), field);
    }
  }

  @Test
  void horizonIsNamedAndTheMaskIsNull() throws IOException {
    Path horizon =
        Files.writeString(
            folder.resolve("horizon.csv"), "azimuth_deg,elevation_deg\n0,10\n180,30\n");
    JsonNode json = Run.of("capitals", "--horizon", horizon.toString(), "--format", "json").json();
    assertTrue(json.get("mask_deg").isNull());
    assertEquals(horizon.toString(), json.get("horizon").asText());
  }

  @Test
  void onlyTheListedSatellitesCount() throws IOException {
    Path only =
        Files.writeString(
            folder.resolve("only.csv"), "system,norad\nBDS,40938\nGPS,28474\nGPS,40294\n");
    JsonNode json = Run.of("capitals", "--only", only.toString(), "--format", "json").json();
    assertEquals(2, json.at("/systems/gps/satellites").size());
    assertEquals(40938, json.at("/systems/bds/satellites/0/norad").asInt());
  }

  @Test
  void singleSystemLeadsNobody() {
    JsonNode json = Run.ofLine("capitals --systems QZS --format json").json();
    assertTrue(json.get("leads").isNull());
    assertTrue(json.at("/sites/0/systems/qzs/share_ahead").isNull());
    assertTrue(json.at("/sites/0/leader").isNull());
    Run csv = Run.ofLine("capitals --systems QZS --format csv");
    List<String> header = List.of(csv.cells(0));
    int ahead = header.indexOf("qzs_share_ahead");
    assertEquals(
        List.of("qzs_share_ahead", "leader_max", "leader_mean", "leader_share", "window_start"),
        header.subList(ahead, ahead + 5));
    assertEquals(
        List.of("", "", "", ""), List.of(csv.cells(1)).subList(ahead, ahead + 4), "nobody leads");
  }

  @Test
  void controlCharactersOfANameDoNotReachTheTerminal() throws IOException {
    Path sites =
        Files.writeString(
            folder.resolve("sites.csv"),
            "name,latitude_deg,longitude_deg\n\"Red \u001b[31m\",0,0\n");
    for (String[] arguments :
        List.of(
            new String[] {"capitals", "--sites", sites.toString()},
            new String[] {"passes", "Red \u001b[31m", "--sites", sites.toString()})) {
      Run run = Run.of(arguments);
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(run.out().contains("Red \\u001b[31m"), run.out());
      assertTrue(run.out().indexOf('\u001b') < 0, run.out());
    }
  }

  @Test
  void placesThatNobodyLeadsAreTold() throws IOException {
    Path only =
        Files.writeString(folder.resolve("only.csv"), "system,norad\nBDS,40938\nGPS,28474\n");
    String none =
        Run.of("capitals", "--only", only.toString(), "--duration", "1s", "--mask", "89.99").out();
    assertTrue(
        none.startsWith("GPS and BeiDou are tied in all 195 capitals by the greatest number in"),
        none);
  }

  @Test
  void threadsDoNotChangeAByte() {
    assertEquals(
        Run.ofLine("capitals --format json --threads 1"),
        Run.ofLine("capitals --format json --threads 3"));
  }

  @Test
  void threeSystemsAreComparedInTheirOrder() {
    Run run = Run.ofLine("capitals --systems GAL,GPS,BDS --format csv");
    assertEquals(
        List.of(
            "gal_share_ahead",
            "gal_share_ahead_of_gps",
            "gal_share_ahead_of_bds",
            "gps_share_ahead",
            "gps_share_ahead_of_gal",
            "gps_share_ahead_of_bds",
            "bds_share_ahead",
            "bds_share_ahead_of_gal",
            "bds_share_ahead_of_gps"),
        Stream.of(run.cells(0)).filter(name -> name.contains("_share_ahead")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"24h", "1440m", "86400s", "1d", "PT24H", "P1D"})
  void durationsAreWrittenAsPeopleDo(String duration) {
    assertEquals(
        Run.ofLine("capitals --format csv"),
        Run.ofLine("capitals --format csv --duration " + duration));
  }

  /** RFC 7946: positions are longitude, latitude and height, east of 180 degrees is west. */
  @Test
  void geoJsonHasAPointForEachSiteWithTheColumnsOfTheCsv() throws IOException {
    Path sites = folder.resolve("sites.csv");
    Files.writeString(
        sites, "name,latitude_deg,longitude_deg,height_m\nTaveuni,-16.85,190.02,35\nX,1,-3,0\n");
    String line = "capitals --dop --date 2020-11-25 --sites " + sites + " --format ";
    JsonNode json = Run.ofLine(line + "geojson").json();
    assertEquals("FeatureCollection", json.get("type").asText());
    assertEquals(2, json.get("features").size());
    JsonNode island = json.get("features").get(0);
    assertEquals("Feature", island.get("type").asText());
    assertEquals("Point", island.at("/geometry/type").asText());
    assertEquals("[-169.98,-16.85,35]", island.at("/geometry/coordinates").toString());
    List<String> csv = Run.ofLine(line + "csv").lines();
    List<String> names = List.of(csv.get(0).split(",", -1));
    List<String> cells = List.of(csv.get(1).split(",", -1));
    List<String> found = new ArrayList<>();
    island.get("properties").fieldNames().forEachRemaining(found::add);
    assertEquals(names, found);
    for (int i = 0; i < names.size(); i++) {
      JsonNode value = island.get("properties").get(names.get(i));
      assertEquals(cells.get(i), value.isNull() ? "" : value.asText(), names.get(i));
    }
    assertTrue(island.at("/properties/gps_mean").isNumber());
    Path file = folder.resolve("sites.geojson");
    assertEquals(new Run(0, "", ""), Run.ofLine(line.replace("--format ", "-o ") + file));
    assertEquals(json, new ObjectMapper().readTree(file.toFile()));
  }
}
