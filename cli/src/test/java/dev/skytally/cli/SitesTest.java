package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.terrain.Terrain;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of sites as people have them, and sites as people write them. */
class SitesTest {
  @TempDir Path folder;

  private String list(String text, String charset) throws IOException {
    Path file = folder.resolve("sites.csv");
    return Files.write(file, text.getBytes(Charset.forName(charset))).toString();
  }

  @Test
  void codePageIsDetectedWithAWarning() throws IOException {
    String sites = list("Ort;Breite;Länge\nZürich;47,38;8,54\n", "windows-1252");
    Run run = Run.ofLine("passes Zürich --systems GPS --format json --sites " + sites);
    assertEquals(
        "skytally: warning: %s is not UTF-8 and was read as windows-1252; if names are wrong, give"
                .formatted(sites)
            + " --encoding\n",
        run.err());
    assertEquals("Zürich", run.json().at("/sites/0/name").asText());
    assertEquals(47.38, run.json().at("/sites/0/latitude_deg").asDouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1250", "1250", "cp1250"})
  void encodingThatIsGivenNeedsNoWarning(String encoding) throws IOException {
    String sites = list("name,lat,lon\nGyőr,47.69,17.63\n", "windows-1250");
    Run run = Run.ofLine("passes gyor --systems GPS --encoding " + encoding + " --sites " + sites);
    assertEquals("", run.err());
    assertTrue(run.out().contains(" over Győr.\n"), run.out());
  }

  @Test
  void columnsMayBeNamed() throws IOException {
    String sites = list("Nr,Punkt,x,y\n1,Turm,8.54,47.38\n", "UTF-8");
    Run run =
        Run.ofLine(
            "passes Turm --systems GPS --format json --columns"
                + " name=Punkt,latitude_deg=y,longitude_deg=x --sites "
                + sites);
    assertEquals(
        "skytally: warning: %s: columns ignored: Nr; --columns names those to read\n"
            .formatted(sites),
        run.err());
    assertEquals(47.38, run.json().at("/sites/0/latitude_deg").asDouble());
    assertEquals(8.54, run.json().at("/sites/0/longitude_deg").asDouble());
  }

  @Test
  void aGermanMaskCountsAndQuietHidesTheIgnoredColumns() throws IOException {
    String sites = list("Ort;Breite;Länge;Höhe;Maske;Notiz\nHof;47;8;400;40;x\n", "UTF-8");
    Run run = Run.ofLine("passes Hof --systems GPS --format json -q --sites " + sites);
    assertEquals("", run.err());
    assertEquals(40, run.json().get("mask_deg").asDouble());
  }

  @Test
  void aGapInAHorizonIsAWarning() throws IOException {
    Path house = Files.writeString(folder.resolve("house.csv"), "Azimut;Höhe\n160;40\n200;40\n");
    String gap = "no point between azimuth 200 and 160, where the horizon is a line from 40 to 40";
    String passes = "passes 47,8 --systems GPS --format json --horizon " + house;
    assertTrue(Run.ofLine(passes).err().startsWith("skytally: warning: " + house + ": " + gap));
    assertEquals("", Run.ofLine(passes + " -q").err());
    String sites = list("name,lat,lon,horizon\nYard,47,8,house.csv\nHill,47,8,\n", "UTF-8");
    Run own = Run.ofLine("passes Yard --systems GPS --format json --sites " + sites);
    assertTrue(own.err().startsWith("skytally: warning: horizon of Yard: " + gap), own.err());
  }

  /** A site with a horizon of its own has the passes of --horizon with the same file. */
  @Test
  void aHorizonBesideTheListIsThatOfItsSite() throws IOException {
    Path horizon =
        Files.writeString(
            folder.resolve("yard.csv"), "azimuth_deg,elevation_deg\n0,50\n90,10\n180,10\n");
    String sites = list("name,lat,lon,horizon\nYard,47,8,yard.csv\nHill,47,8,\n", "UTF-8");
    JsonNode own = Run.ofLine("passes Yard --format json --sites " + sites).json();
    JsonNode common =
        Run.ofLine("passes Hill --format json --horizon " + horizon + " --sites " + sites).json();
    int passes = own.get("passes").size();
    assertTrue(passes > 50, passes + " passes");
    assertEquals(passes, common.get("passes").size());
    for (int i = 0; i < passes; i++) {
      for (String field : List.of("prn", "rise", "culmination", "set")) {
        JsonNode expected = common.get("passes").get(i).get(field);
        assertEquals(expected, own.get("passes").get(i).get(field), field);
      }
    }
    assertTrue(own.get("mask_deg").isNull());
    String table = Run.ofLine("passes Yard --sites " + sites).out();
    assertTrue(table.contains("elevation at or above the horizon of the site itself"), table);
  }

  /** A street with houses up to 60 degrees on one side, and an antenna that needs 20 degrees. */
  @Test
  void theGreaterOfMaskAndHorizonCounts() throws IOException {
    Path street = Files.writeString(folder.resolve("street.txt"), "89 0\n90 60\n180 60\n181 0\n");
    String drawn = "89.333333333333 20\n90 60\n180 60\n180.666666666667 20\n";
    Path both = Files.writeString(folder.resolve("both.txt"), drawn);
    String passes = "passes 47,8 --systems GPS --date 2020-11-25 --format json --horizon ";
    JsonNode json = Run.ofLine(passes + street + " --mask 20").json();
    assertEquals(20, json.get("mask_deg").asDouble());
    assertEquals(street.toString(), json.get("horizon").asText());
    assertEquals(times(json), times(Run.ofLine(passes + both).json()));
    String sites = list("name,lat,lon,mask_deg,horizon\nYard,47,8,20,street.txt\n", "UTF-8");
    String own = "passes Yard --systems GPS --date 2020-11-25 --format json --sites " + sites;
    assertEquals(times(json), times(Run.ofLine(own).json()));
    String table = Run.ofLine("passes 47,8 --mask 20 --horizon " + street).out();
    String rule = "at or above the horizon of " + street + " and at least 20 degrees";
    assertTrue(table.replaceAll("\\s+", " ").contains(rule), table);
  }

  /** The street is the own horizon of one site of a list, the other has none. */
  @Test
  void theMaskOfAllSitesRaisesTheOwnHorizonOfOne() throws IOException {
    String sites = list("name,lat,lon,horizon\nYard,47,8,\"89:0,90:60,180:60,181:0\"\n", "UTF-8");
    String passes = "passes %s --systems GPS --date 2020-11-25 --format json --mask %d";
    JsonNode own = Run.ofLine(passes.formatted("Yard", 20) + " --sites " + sites).json();
    Path street = Files.writeString(folder.resolve("street.txt"), "89 0\n90 60\n180 60\n181 0\n");
    JsonNode common = Run.ofLine(passes.formatted("47,8", 20) + " --horizon " + street).json();
    assertEquals(times(common), times(own));
    assertEquals(20, own.get("mask_deg").asDouble());
    Run csv = Run.ofLine("capitals --format csv --mask 20 --sites " + sites);
    assertEquals("20", csv.cells(1)[List.of(csv.cells(0)).indexOf("mask_deg")]);
    String table = Run.ofLine("passes Yard --mask 20 --sites " + sites).out();
    String rule = "at or above the horizon of the site itself and at least 20 degrees";
    assertTrue(table.replaceAll("\\s+", " ").contains(rule), table);

    JsonNode above = Run.ofLine(passes.formatted("Yard", 70) + " --sites " + sites).json();
    assertEquals(times(Run.ofLine(passes.formatted("47,8", 70)).json()), times(above));
  }

  /** A satellite counts from the greatest of mask_deg, horizon and --mask of its site. */
  @ParameterizedTest
  @CsvSource({
    "20, 0, '', 20",
    "20, 0, --mask 5, 20",
    "20, 0, --mask 25, 25",
    "5, 10, '', 5",
    "5, 10, --mask 3, 5",
    "5, 10, --mask 7, 7",
    "'', 10, --mask 7, 7",
  })
  void theStatedMaskOfASiteIsTheGreatestOfItsOwnAndThatOfAll(
      String own, int lowest, String option, int stated) throws IOException {
    String sites =
        list(
            "name,lat,lon,mask_deg,horizon\nYard,47,8,%s,\"0:%s,90:30,180:%s,270:%s\"\nHill,47,9,,\n"
                .formatted(own, lowest, lowest, lowest),
            "UTF-8");
    String rest = " --systems GPS -q --sites " + sites + " " + option;
    Run csv = Run.ofLine(("capitals --format csv" + rest).strip());
    assertEquals(Integer.toString(stated), csv.cells(1)[List.of(csv.cells(0)).indexOf("mask_deg")]);
    assertEquals(
        stated,
        Run.ofLine(("passes Yard --format json" + rest).strip()).json().get("mask_deg").asInt());
    String table = Run.ofLine(("sky Yard" + rest).strip()).out().replaceAll("\\s+", " ");
    String rule = "above the horizon of the site itself and at least %s degrees".formatted(stated);
    assertTrue(table.contains(rule), table);
  }

  /** The mask raises the two horizons, but no mask_deg without a horizon. */
  @ParameterizedTest
  @CsvSource({"'',0:5,true", "'','0:30,90:5',true", "5,'',false"})
  void theMaskBesideOwnHorizonsOfAllSitesIsStated(
      String maskDegrees, String horizon, boolean areHorizons) throws IOException {
    String sites =
        list(
            "name,lat,lon,mask_deg,horizon\nYard,47,8,%s,\"%s\"\nHill,47,9,,90:7\n"
                .formatted(maskDegrees, horizon),
            "UTF-8");
    String rule = "each site's own mask, where that is a horizon at least 20 degrees";
    String german = "Elevation über der Maske jedes Ortes, bei einem Horizont mindestens 20°";
    String line = "capitals --systems GPS -q --sites " + sites;
    String table = Run.ofLine(line + " --mask 20").out().replaceAll("\\s+", " ");
    assertTrue(table.contains(rule), table);
    assertEquals(areHorizons, !table.contains(" 5° "), table);
    assertTrue(table.contains(" 20° "), table);
    Path svg = folder.resolve("map.svg");
    Run.ofLine(line + " --mask 20 --language de -o " + svg);
    assertTrue(Files.readString(svg).contains(german), Files.readString(svg));
    assertFalse(Run.ofLine(line).out().contains("at least"));
  }

  /** A wall all around is a horizon too, also where the mask_deg of its site hides its points. */
  @ParameterizedTest
  @CsvSource({"'',0:5", "'','0:5,90:5'", "5,'0:0,90:1'"})
  void aConstantHorizonOfASiteDoesNotHideTheMask(String maskDegrees, String horizon)
      throws IOException {
    String sites =
        list(
            "name,lat,lon,mask_deg,horizon\nYard,47,8,%s,\"%s\"\nHill,47,8,,\n"
                .formatted(maskDegrees, horizon),
            "UTF-8");
    String above20 = " --systems GPS --date 2020-11-25 --format json -q --mask 20 --sites " + sites;
    JsonNode both = Run.ofLine("capitals" + above20).json().get("sites");
    assertEquals(20, both.at("/0/mask_deg").asDouble(), both.toString());
    assertEquals(both.at("/1/systems"), both.at("/0/systems"));
    assertEquals(
        times(Run.ofLine("passes Hill" + above20).json()),
        times(Run.ofLine("passes Yard" + above20).json()));
  }

  @Test
  void aConstantHorizonAboveTheMaskCounts() throws IOException {
    String sites = list("name,lat,lon,horizon\nYard,47,8,0:30\n", "UTF-8");
    Run run = Run.ofLine("passes Yard --systems GPS --format json -q --mask 20 --sites " + sites);
    assertEquals(30, run.json().get("mask_deg").asDouble());
  }

  private static List<String> times(JsonNode passes) {
    return passes.get("passes").findValuesAsText("utc");
  }

  /** {@code 47,28 48,29} could also be two places in whole degrees. */
  @Test
  void aSiteWithDecimalCommasIsNamedWithPoints() {
    Run run = Run.of("passes", "47,28 -48,29", "--systems", "GPS", "-q");
    assertTrue(run.out().contains(" over 47.28,-48.29.\n"), run.out());
    assertTrue(run.out().contains("47.28,-48.29 (latitude 47.2800, longitude -48.2900"), run.out());
  }

  @Test
  void blanksMaySeparateTheCoordinatesOfASite() {
    for (String site : List.of("-33.92,18.42,25", "-33.92  18.42 25")) {
      JsonNode json = Run.of("sky", site, "--format", "json").json();
      assertEquals(-33.92, json.at("/sites/0/latitude_deg").asDouble());
      assertEquals(18.42, json.at("/sites/0/longitude_deg").asDouble());
      assertEquals(25, json.at("/sites/0/height_m").asDouble());
    }
  }

  @Test
  void aHorizonOfOnePointIsAWarning() throws IOException {
    Files.writeString(folder.resolve("house.csv"), "Azimut;Höhe\n180;40\n");
    String sites = list("name,lat,lon,horizon\nYard,47,8,house.csv\n", "UTF-8");
    Run own = Run.ofLine("passes Yard --systems GPS --format json --sites " + sites);
    String gap = "only one point, so the horizon is 40 degrees high in every direction";
    assertTrue(own.err().startsWith("skytally: warning: horizon of Yard: " + gap), own.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --columns name=A | --columns describes a file of sites, add --sites FILE
          --encoding 1252  | --encoding describes a file of sites, add --sites FILE
          --encoding 99    | --encoding: "99", expected an encoding such as utf-8, windows-1252 or windows-1251
          --sites x --columns Stadt | --columns: "Stadt", expected NAME=COLUMN once for each NAME out of name, latitude_deg, longitude_deg, height_m, mask_deg, horizon, country, iso2
          --sites x --columns name=A,name=B | --columns: "name=B", expected NAME=COLUMN once for each NAME out of name, latitude_deg, longitude_deg, height_m, mask_deg, horizon, country, iso2
          """)
  void optionsOfAListNeedOne(String options, String problem) throws IOException {
    String sites = list("name,lat,lon\nA,1,2\n", "UTF-8");
    assertEquals(
        new Run(2, "", "skytally: " + problem + " (see skytally capitals --help)\n"),
        Run.ofLine("capitals " + options.replace("--sites x", "--sites " + sites)));
  }

  /** The same place in each notation, for each command that takes a site. */
  @ParameterizedTest
  @CsvSource({
    "passes, 47.03N 28.84E",
    "passes, N47.03 E28.84",
    "passes, '47°01''48\"N 28°50''24\"E'",
    "passes, 'geo:47.03,28.84'",
    "sky,    '47.03N,28.84E'",
    "sky,    '47°01''48\"N, 28°50''24\"E'",
    "sky,    'geo:47.03,28.84'",
    "plan,   47.03N 28.84E",
    "plan,   '47°01''48\"N 28°50''24\"E'",
    "plan,   'geo:47.03,28.84'",
    "horizon, 47.03N 28.84E",
    "horizon, '47°01''48\"N 28°50''24\"E'",
    "horizon, 'geo:47.03,28.84'",
  })
  void sitesMayBeCoordinatesAsPeopleWriteThem(String command, String site) throws IOException {
    Path model =
        Terrain.cone(47, 28.8, 100, 0.1)
            .write(folder.resolve("hill.tif"), 47.1, 28.8, 20, 20, 0.01, 0.01);
    JsonNode json =
        command.equals(HorizonCommand.NAME)
            ? Run.of(command, site, "--dem", model.toString(), "--format", "json").json()
            : Run.of(command, site, "--date", "2026-10-05", "--format", "json").json();
    assertEquals(47.03, json.at("/sites/0/latitude_deg").asDouble());
    assertEquals(28.84, json.at("/sites/0/longitude_deg").asDouble());
  }

  @ParameterizedTest
  @CsvSource({"Turkey, Ankara", "UK, London", "Kiev, Kyiv", "Swaziland, Mbabane"})
  void otherNamesAreUnderstood(String name, String capital) {
    String out = Run.of("passes", name, "--systems", "GPS").out();
    assertTrue(out.contains(" over " + capital + ".\n"), out);
  }

  /** Mumbai is in a country with another capital, Hong Kong in none of the countries with one. */
  @ParameterizedTest
  @CsvSource({"Mumbai, India, IN", "Cusco, Peru, PE", "Hong Kong, Hong Kong SAR China, HK"})
  void aCityIsInACountryAndNoCapital(String name, String country, String code) {
    Run table = Run.of("passes", name, "--systems", "GPS");
    assertTrue(table.out().contains(name + ", " + country + " (latitude "), table.out());
    JsonNode site =
        Run.of("passes", name, "--systems", "GPS", "--format", "json").json().at("/sites/0");
    assertEquals(name, site.get("name").asText());
    assertEquals(country, site.get("country").asText());
    assertEquals(code, site.get("iso2").asText());
    assertTrue(site.get("capital").isNull());
  }
}
