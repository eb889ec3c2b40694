package dev.skytally.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteListTest {
  private static final String HEADER = "name,latitude_deg,longitude_deg\n";

  @Test
  void aListOfCapitalsIsReadWithItsCountries() throws IOException {
    GroundSite site =
        one(
            """
            iso2,country,capital,latitude_deg,longitude_deg
            US,United States,"Washington, D.C.",38.8951,-77.0364
            """);
    assertEquals("Washington, D.C.", site.name());
    assertEquals("United States", site.country());
    assertEquals("US", site.countryCode());
    assertEquals(38.8951, site.latitudeDegrees());
    assertEquals(-77.0364, site.longitudeDegrees());
    assertEquals(0, site.heightMeters());
  }

  @Test
  void columnsMayComeInAnyOrderWithOthersBetween() throws IOException {
    GroundSite site =
        one("height_m,note,longitude_deg,name,latitude_deg\r\n5000,x,-68.5,Camp,-16.5\r\n");
    assertEquals("Camp", site.name());
    assertEquals(5000, site.heightMeters());
    assertEquals(-16.5, site.latitudeDegrees());
    assertEquals("", site.country());
    assertEquals(0, one("name,lat,lon,alternatenames\nCamp,1,2,Lager\n").heightMeters());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,lat,lon,alt\nCamp,-16.5,-68.5,5000\n",
        "Name,Lat,Lng,Height\nCamp,-16.5,-68.5,5000\n",
        "altitude;longitude;latitude;name\n5000;-68.5;-16.5;Camp\n",
        "name;latitude_deg;longitude_deg;height_m\n\"Camp\";-16.5;-68.5;5000\n",
        "station;lat;long;elevation\nCamp;-16,5;-68,5;5000,0\n",
        "site\tlatitude\tlongitude\talt\nCamp\t-16.5\t-68.5\t5000\n",
      })
  void columnsMayHaveTheirCommonNamesAndSemicolonsOrTabsBetween(String text) throws IOException {
    GroundSite site = one(text);
    assertEquals("Camp", site.name());
    assertEquals(-16.5, site.latitudeDegrees());
    assertEquals(-68.5, site.longitudeDegrees());
    assertEquals(5000, site.heightMeters());
  }

  @Test
  void aSiteMayHaveAMaskOfItsOwn() throws IOException {
    Optional<ElevationMask> fifteen = Optional.of(ElevationMask.ofDegrees(15));
    List<GroundSite> sites =
        SiteList.read(
            TextFile.of(
                "s.csv", "name,lat,lon,mask_deg\nRoof,1,2,0\nYard,1,2,15\nElsewhere,1,2,\n"));
    assertEquals(
        List.of(Optional.of(ElevationMask.ofDegrees(0)), fifteen, Optional.empty()),
        sites.stream().map(GroundSite::mask).toList());
    String point =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
            + "{\"type\":\"Point\",\"coordinates\":[2,1]},\"properties\":"
            + "{\"name\":\"A\",\"mask_deg\":%s}}]}";
    assertEquals(fifteen, one(point.formatted("15")).mask());
    assertEquals(fifteen, one(point.formatted("\"15.0\"")).mask());
    assertEquals(Optional.empty(), one(point.formatted("null")).mask());
    assertProblem(
        "s.csv, line 1, column 143: mask_deg of \"A\" is \"90\", expected degrees above -90"
            + " and below 90",
        point.formatted("90"));
    assertProblem(
        "s.csv, line 1, column 143: mask_deg is no number, expected degrees above -90 and below 90",
        point.formatted("[10]"));
    assertProblem(
        "s.csv, line 1: column \"mask (rad)\" is not read; give masks as mask_deg, in degrees, or"
            + " rename the column",
        "name,lat,lon,mask (rad)\nA,1,2,1\n");
    assertProblem(
        "s.csv, line 2, column 7: mask_deg is \"high\", expected degrees above -90 and below 90",
        "name,lat,lon,mask_deg\nA,1,2,high\n");
    assertProblem(
        "s.csv, line 2, column 7: mask_deg is \"90\", expected degrees above -90 and below 90",
        "name,lat,lon,mask_deg\nA,1,2,90\n");
  }

  @Test
  void commasInTheFirstLineMakeSemicolonsPartOfAName() throws IOException {
    assertEquals("A;B", one(HEADER + "A;B,1,2\n").name());
  }

  @Test
  void nameOfMoreThan200CharactersIsRejected() throws IOException {
    assertEquals(200, one(HEADER + "A".repeat(200) + ",1,2\n").name().length());
    assertProblem(
        "s.csv, line 2, column 1: name \"%s...\" is too long, expected at most 200 characters"
            .formatted("A".repeat(80)),
        HEADER + "A".repeat(201) + ",1,2\n");
  }

  @Test
  void geoJsonBeyondTheParsersLimitsIsRejectedAtItsPlace() {
    String problem = ": is nested too deeply, or a name, text or number is too long";
    String nested = "{\"type\":\"FeatureCollection\",\"x\":" + "[".repeat(1_000);
    assertProblem("s.csv, line 1, column 1033" + problem, nested);
    assertProblem("s.csv, line 1, column 50005" + problem, "{\"" + "a".repeat(50_001) + "\":1}");
  }

  /** Latitude, longitude and height as people of many languages name them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ort,Breite,Länge,Höhe",
        "STANDORT,BREITENGRAD,LAENGENGRAD,HOEHE",
        "lieu,latitude,longitude,hauteur",
        "ciudad,latitud,longitud,altitud",
        "cidade,latitude,longitude,altitude",
        "città,latitudine,longitudine,quota",
        "plaats,breedtegraad,lengtegraad,hoogte",
        "miasto,szerokość geograficzna,długość geograficzna,wysokość",
        "Město,Zeměpisná šířka,Zeměpisná délka,Výška",
        "oras,latitudine,longitudine,altitudine",
        "город,широта,долгота,высота",
        "Місто,Широта,Довгота,Висота",
        "名称,纬度,经度,海拔",
        "地名,緯度,経度,標高",
        "도시,위도,경도,고도",
        "şehir,enlem,boylam,rakım",
        "πόλη,γεωγραφικό πλάτος,γεωγραφικό μήκος,υψόμετρο",
        "المدينة,خط العرض,خط الطول,ارتفاع",
      })
  void columnsMayHaveNamesOfManyLanguages(String header) throws IOException {
    GroundSite site = one(header + "\nCamp,-16.5,-68.5,5000\n");
    assertEquals("Camp", site.name());
    assertEquals(-16.5, site.latitudeDegrees());
    assertEquals(-68.5, site.longitudeDegrees());
    assertEquals(5000, site.heightMeters());
  }

  /** Masks as people of many languages name them, beside a height and alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mask",
        "elevation_mask",
        "Cutoff",
        "cutoff angle",
        "min_elevation",
        "Maske",
        "Elevationsmaske",
        "Mindesthöhe",
        "Mindestelevation",
        "masque",
        "máscara",
        "MASCARA",
        "maschera",
        "maska",
        "маска",
        "遮蔽角",
        "截止高度角",
      })
  void aMaskMayHaveNamesOfManyLanguages(String mask) throws IOException {
    Optional<ElevationMask> fifteen = Optional.of(ElevationMask.ofDegrees(15));
    assertEquals(fifteen, one("Ort;Breite;Länge;" + mask + "\nHof;1;2;15\n").mask());
    GroundSite site = one("Ort;Breite;Länge;Höhe;" + mask + "\nHof;1;2;300;15\n");
    assertEquals(fifteen, site.mask());
    assertEquals(300, site.heightMeters());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Horizont", "horizonte", "Orizzonte", "горизонт", "地平线"})
  void aHorizonMayHaveNamesOfManyLanguages(String horizon, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("hof.txt"), "0 5\n90 20\n");
    Path list =
        Files.writeString(
            folder.resolve("s.csv"), "Ort;Breite;Länge;" + horizon + "\nHof;1;2;hof.txt\n");
    assertEquals(
        Optional.of(ElevationMask.horizonOfDegrees(Map.of(0.0, 5.0, 90.0, 20.0))),
        SiteList.read(list).get(0).mask());
  }

  @Test
  void columnsThatAreNotReadAreListedAsTheFileNamesThem() throws IOException {
    TextFile file = TextFile.of("s.csv", "Ort;Stadt;Breite;Länge;Höhe;Maske;Bemerkung;\nA;B;1;2;");
    assertEquals(List.of("Stadt", "Bemerkung"), SiteList.ignoredColumns(file, Map.of()));
    assertEquals(
        List.of("Ort", "Bemerkung"), SiteList.ignoredColumns(file, Map.of("name", "stadt")));
    for (String text : List.of("A,1,100,7\n", "{\"type\": 1}", HEADER + "A,1,2\n")) {
      assertEquals(List.of(), SiteList.ignoredColumns(TextFile.of("s", text), Map.of()), text);
    }
  }

  @Test
  void columnsMayBeNamedByTheCaller() throws IOException {
    TextFile file = TextFile.of("s.csv", "id,wo,X,Y,cutoff\n7,Camp,-68.5,-16.5,15\n");
    Map<String, String> columns =
        Map.of("name", "wo", "latitude_deg", "y", "longitude_deg", "x", "mask_deg", "cutoff");
    GroundSite site = SiteList.read(file, columns).get(0);
    assertEquals("Camp", site.name());
    assertEquals(-16.5, site.latitudeDegrees());
    assertEquals(-68.5, site.longitudeDegrees());
    assertEquals(Optional.of(ElevationMask.ofDegrees(15)), site.mask());
    assertEquals(
        "s.csv, line 1: no column \"Stadt\" for name; found \"id, wo, x, y, cutoff\"",
        assertThrows(InputFormatException.class, () -> SiteList.read(file, Map.of("name", "Stadt")))
            .getMessage());
  }

  /** A longitude beyond 90 degrees says which column it is in. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Canberra,-35.3,149.1\nParis,48.9,2.4\n",
        "2.4,48.9,Paris\n149.1,-35.3,Canberra\n",
        "Canberra;-35,3;149,1\nParis;48,9;2,4\n",
        "Canberra,35.3S,149.1E\nParis,48.9N,2.4E\n",
        "2°24'E;48.9° N;Paris\nE 149.1;S 35 18;Canberra\n",
        "name;lat;lon\nCanberra;35,3S;149,1 E\nParis;48,9;2,4\n",
        "\n149.1\tCanberra\t-35.3\n2.4\tParis\t48.9\n",
      })
  void aListNeedsNoHeaderIfItsColumnsAreUnambiguous(String text) throws IOException {
    for (GroundSite site : sites(text)) {
      boolean isParis = site.name().equals("Paris");
      assertEquals(isParis ? 48.9 : -35.3, site.latitudeDegrees(), site.name());
      assertEquals(isParis ? 2.4 : 149.1, site.longitudeDegrees(), site.name());
    }
    assertEquals(2, sites(text).size());
  }

  /** {@code S7} is also a latitude, and {@code W7} a longitude. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s7,35.3S,149.1E\n%s 8,48.9N,2.4E\n",
        "149.1 E,%s7,35.3 S\n2.4 E,%s 8,48.9 N\n",
      })
  void aNameOfALetterAndANumberIsNoCoordinateBesideTwo(String text) throws IOException {
    for (String letter : List.of("N", "s", "E", "W")) {
      List<GroundSite> sites = sites(text.formatted(letter, letter));
      assertEquals(GroundSite.ofDegrees(letter + "7", -35.3, 149.1, 0), sites.get(0));
      assertEquals(GroundSite.ofDegrees(letter + " 8", 48.9, 2.4, 0), sites.get(1));
    }
  }

  /** No latitude is beyond 90 degrees, and no angle is both a latitude and a longitude. */
  @ParameterizedTest
  @ValueSource(strings = {"S120", "E8", "w 400"})
  void namesThatCannotBeAnglesAreNamesBesideTwoNumbers(String name) throws IOException {
    List<GroundSite> sites = sites("S7,-35.3,149.1\n" + name + ",48.9,2.4\n");
    assertEquals(GroundSite.ofDegrees("S7", -35.3, 149.1, 0), sites.get(0));
    assertEquals(GroundSite.ofDegrees(name, 48.9, 2.4, 0), sites.get(1));
  }

  /** {@code N47,128.5,35} may be a site at 47 degrees north and a height of 35 m. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "S7,N48,E149",
        "S7,48.9,14.9",
        "S7,48.9,E14.9",
        "N47,128.5,35",
        "E128,47.5,120",
        "47.5;120;E 128",
        "47.03,128.84,850",
        "7,47.03,128.84"
      })
  void columnsThatCouldBeNamesOrCoordinatesNeedAHeader(String line) {
    Exception thrown = assertThrows(InputFormatException.class, () -> sites(line));
    assertTrue(thrown.getMessage().contains("because the columns could be"), thrown.getMessage());
  }

  @Test
  void aListWithoutAHeaderMayHaveItsColumnsByNumber() throws IOException {
    TextFile file = TextFile.of("s.csv", "Paris,48.9,2.4,35\n");
    GroundSite paris =
        SiteList.read(
                file,
                Map.of("name", "1", "latitude_deg", "2", "longitude_deg", "3", "height_m", "4"))
            .get(0);
    assertEquals(GroundSite.ofDegrees("Paris", 48.9, 2.4, 35), paris);
  }

  @Test
  void missingHeaderIsAnErrorThatQuotesTheLineUnchanged() {
    String expected = ", expected one such as name,latitude_deg,longitude_deg";
    String remedy = "; add this line, or give the number of each column";
    assertProblem("s.csv, line 1: no header found in \"Wo,X;Y\"" + expected, "Wo,X;Y\nA,1,2");
    assertProblem(
        "s.csv, line 2: no header found in \" PARIS, 48.9 ,2.4\""
            + expected
            + ", because the columns could be latitude and longitude or the reverse"
            + remedy,
        "\n PARIS, 48.9 ,2.4\nROME,41.9,12.5");
    assertProblem(
        "s.csv, line 1: no header found in \"Canberra,ACT,-35.3,149.1\""
            + expected
            + ", because the columns could be anything"
            + remedy,
        "Canberra,ACT,-35.3,149.1");
  }

  /** The line and column are those of the field, not of the first line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,47.03,128.84/B,x,130|line 2, column 3: \"x\"|a number as in other lines",
        "1,47,128/2,x,130/3,44,131|line 2, column 3: \"x\"|a number as in other lines",
        "A,47.03,128.84/B,50,/C,4,5|line 2, column 6: an empty field|a number as in other lines",
        "A,47.03,128.84/B,50,130/C,95,131|line 3, column 3: \"95\"|a latitude from -90 to 90",
        "A,147.03,128.84/B,50,130|line 1, column 3: \"147.03\"|a latitude from -90 to 90",
      })
  void theFieldThatMakesAListWithoutAHeaderAmbiguousIsNamed(
      String lines, String place, String expected) {
    Exception thrown =
        assertThrows(InputFormatException.class, () -> sites(lines.replace('/', '\n')));
    String start = "s.csv, " + place + " in a list without a header, expected " + expected;
    assertTrue(thrown.getMessage().startsWith(start), thrown.getMessage());
    assertTrue(
        thrown.getMessage().endsWith("or add a header such as name,latitude_deg,longitude_deg"),
        thrown.getMessage());
  }

  /** Of two numbers, the second differs from the first. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A;-18,1;174,7/B;13.4;50,9|line 2, column 3: \"13.4\" has a decimal point|comma as in \"-18,1\" in line 1",
        "A;-18,1;174,7/B;50,7;7,1/C;13.4;50,9|line 3, column 3: \"13.4\" has a decimal point|comma as in \"-18,1\" in line 1",
        "A;-18.1;174.7/B;50.7;7,1/C;13.4;50.9|line 2, column 8: \"7,1\" has a decimal comma|point as in \"-18.1\" in line 1",
        "A;-18,1;174/B;13.4;50|line 2, column 3: \"13.4\" has a decimal point|comma as in \"-18,1\" in line 1",
        "name;lat;lon/A;-18,1;174,7/B;50.7;7,1|line 3, column 3: \"50.7\" has a decimal point|comma as in \"-18,1\" in line 2",
      })
  void theNumberWhoseDecimalSeparatorDiffersIsNamed(String lines, String place, String expected) {
    assertEquals(
        "s.csv, " + place + ", expected a decimal " + expected,
        assertThrows(InputFormatException.class, () -> sites(lines.replace('/', '\n')))
            .getMessage());
  }

  /** Any of the columns may be heights. */
  @ParameterizedTest
  @ValueSource(
      strings = {"A,47.03,128.84,85", "A,47.03,128.84,85\nB,50,130,120\n", "A,47.03,128.84,850"})
  void threeColumnsOfNumbersCouldBeAnything(String text) {
    Exception thrown = assertThrows(InputFormatException.class, () -> sites(text));
    assertTrue(
        thrown.getMessage().contains("line 1: no header found in \"A,47.03,128.84,85"),
        thrown.getMessage());
    assertTrue(thrown.getMessage().contains("could be anything;"), thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,x,28.84|s.csv, line 2, column 3: latitude_deg is \"x\", expected a number from -90 to 90",
        "A,47,500|s.csv, line 2, column 6: longitude_deg is \"500\", expected a number from -180 to 360",
        ",47,28|s.csv, line 2, column 1: name is empty",
      })
  void columnsGivenByNumberHaveTheirNamesInMessages(String line, String message) {
    TextFile file = TextFile.of("s.csv", "B,1,2\n" + line + "\nC,2,3\n");
    Map<String, String> columns = Map.of("name", "1", "latitude_deg", "2", "longitude_deg", "3");
    assertEquals(
        message,
        assertThrows(InputFormatException.class, () -> SiteList.read(file, columns)).getMessage());
  }

  @Test
  void twoFiguresMayComeFromOneNumberedColumn() throws IOException {
    TextFile file = TextFile.of("s.csv", "FR,48.9,2.4\n");
    Map<String, String> columns =
        Map.of("name", "1", "iso2", "1", "latitude_deg", "2", "longitude_deg", "3");
    GroundSite site = SiteList.read(file, columns).get(0);
    assertEquals(List.of("FR", "FR"), List.of(site.name(), site.countryCode()));
  }

  @Test
  void aColumnThatAListWithoutAHeaderDoesNotHaveIsNamed() {
    TextFile file = TextFile.of("s.csv", "Paris,48.9,2.4\n");
    assertEquals(
        "s.csv, line 1: no column \"4\" for longitude_deg; the list has no header, expected the"
            + " number of a column: 1, 2, 3",
        assertThrows(
                InputFormatException.class, () -> SiteList.read(file, Map.of("longitude_deg", "4")))
            .getMessage());
  }

  /** Names and properties may have brackets and commas; only features are sites. */
  @Test
  void featuresOfGeoJsonAreCountedWhateverTheyContain() throws IOException {
    String point =
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [8, %d]},
         "properties": {"name": "Hut [%d] {[[", "tags": [[1], [], [{"features": [1, 2]}]]}}""";
    String features =
        IntStream.range(0, 3)
            .mapToObj(i -> point.formatted(40 + i, i))
            .collect(Collectors.joining(","));
    TextFile file =
        TextFile.of(
            "s.json",
            "{\"bbox\": [1, 2, 3, 4], \"type\": \"FeatureCollection\", \"features\": [%s]}"
                .formatted(features));
    assertEquals(3, SiteList.countAtMost(file));
    assertEquals(3, SiteList.read(file).size());
    assertThrows(
        InputFormatException.class,
        () -> SiteList.countAtMost(TextFile.of("s.json", "{\"features\": [{\"a\"")));
  }

  @Test
  void aSiteMayHaveAHorizonBesideTheList(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("horizons"));
    Path horizon =
        Files.writeString(
            folder.resolve("horizons/yard.csv"), "azimuth_deg,elevation_deg\n0,5\n180,40\n");
    Path list =
        Files.writeString(
            folder.resolve("s.csv"),
            """
            name,lat,lon,mask_deg,horizon
            Yard,1,2,,horizons/yard.csv
            Roof,1,2,15,
            Hill,1,2,,
            Wall,1,2,15,horizons/yard.csv
            """);
    List<GroundSite> sites = SiteList.read(list);
    assertEquals(Optional.of(ElevationMask.readHorizon(horizon)), sites.get(0).mask());
    assertEquals(Optional.of(ElevationMask.ofDegrees(15)), sites.get(1).mask());
    assertEquals(Optional.empty(), sites.get(2).mask());
    assertEquals(
        Optional.of(ElevationMask.readHorizon(horizon).atLeastDegrees(15)), sites.get(3).mask());
    Files.writeString(list, "name,lat,lon,horizon\nYard,1,2,none.csv\n");
    String problem =
        assertThrows(InputFormatException.class, () -> SiteList.read(list)).getMessage();
    assertEquals(
        "%s, line 2, column 10: %s: no such file".formatted(list, folder.resolve("none.csv")),
        problem);
  }

  @Test
  void anEmptyHeightIsZero() throws IOException {
    assertEquals(0, one("name,latitude_deg,longitude_deg,height_m\nA,1,2,\n").heightMeters());
  }

  @Test
  void aFileWithAByteOrderMarkIsRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("s.csv"), "\uFEFF" + HEADER + "A,1,2\n");
    assertEquals("A", SiteList.read(file).get(0).name());
  }

  @Test
  void problemsOfATableTellFileLineAndColumn() {
    assertProblem(
        "s.csv, line 2, column 3: latitude_deg is \"91\", expected a number from -90 to 90",
        HEADER + "A,91,0");
    assertProblem(
        "s.csv, line 3, column 5: longitude_deg is \"361\", expected a number from -180 to 360",
        HEADER + "A,1,2\nB,1,361");
    assertProblem(
        "s.csv, line 2, column 3: latitude_deg is \"91N\", expected a number from -90 to 90",
        HEADER + "A,91N,0");
    assertProblem(
        "s.csv, line 2, column 3: latitude_deg is \"9E\", expected a number from -90 to 90",
        HEADER + "A,9E,0");
    assertProblem(
        "s.csv, line 2, column 7: longitude_deg is \"200W\", expected a number from -180 to 360",
        HEADER + "A,10N,200W");
    assertProblem(
        "s.csv, line 2, column 3: latitude_deg is \"NaN\", expected a number from -90 to 90",
        HEADER + "A,NaN,0");
    assertProblem(
        "s.csv, line 2, column 3: latitude_deg is \"north\", expected a number from -90 to 90",
        HEADER + "A,north,0");
    assertProblem(
        "s.csv, line 2: longitude_deg is empty, expected a number from -180 to 360",
        HEADER + "A,1");
    assertProblem("s.csv, line 2, column 1: name is empty", HEADER + ",1,2");
    assertProblem(
        "s.csv, line 2, column 7: height_m is \"1e6\", expected a number from -10000 to 100000",
        "name,latitude_deg,longitude_deg,height_m\nA,1,2,1e6");
    assertProblem(
        "s.csv, line 1: no column longitude_deg, expected the columns name, breite, longitude_deg;"
            + " found \"name, breite, x\"",
        "name,breite,x\nA,1,2");
    assertProblem(
        "s.csv, line 2, column 3: lat is \"91\", expected a number from -90 to 90",
        "name,lat,lon\nA,91,0");
    assertProblem("s.csv: holds the names of columns only, expected rows below them", HEADER);
    assertProblem(
        "s.csv, line 2, column 3: latitude_deg is \"1,5,5\", expected a number from -90 to 90",
        "name;latitude_deg;longitude_deg\nA;1,5,5;2");
    assertProblem(
        "s.csv, line 2, column 12: height_m is \"5,000\", expected a number from -10000 to 100000",
        "name;lat;lon;height_m\nA;47.1;8.2;5,000");
    assertProblem(
        "s.csv, line 1: column \"height_ft\" is not read; give heights as height_m, in metres, or"
            + " rename the column",
        "name,lat,lon,height_ft\nA,1,2,3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alt (km)", "Höhe (ft)", "hauteur_pieds", "altitud [ft]", "高度（千米）"})
  void heightsInOtherUnitsAreRejectedInEveryLanguage(String column) {
    assertProblem(
        "s.csv, line 1: column \"%s\" is not read; give heights as height_m, in metres, or rename"
                .formatted(column.toLowerCase(Locale.ROOT))
            + " the column",
        "name,lat,lon,%s\nA,1,2,3".formatted(column));
  }

  @Test
  void twoSitesShareANameOnlyInDifferentCountries() throws IOException {
    String header = "country,name,latitude_deg,longitude_deg\n";
    assertEquals(
        2, sites(header + "Guyana,Georgetown,6.8,-58.2\nMalaysia,Georgetown,5.4,100.3").size());
    assertProblem(
        "s.csv, line 4, column 1: site \"A\" is on line 2 already; give it another name or country",
        HEADER + "A,1,2\nB,1,2\nA,3,4");
  }

  @Test
  void pointsOfAFeatureCollectionAreRead() throws IOException {
    List<GroundSite> sites =
        sites(
            """
            {"features": [
              {"properties": {"NAME": "Quito", "country": "Ecuador", "iso2": "EC", "pop": 1,
                              "tags": {"name": "x"}},
               "geometry": {"coordinates": [-78.525, -0.2298, 2850.5], "type": "Point"},
               "type": "Feature", "bbox": [1, 2]},
              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [180, 90]},
               "properties": {"name": "", "city": "Pole"}}
            ], "crs": {"type": "name"}, "type": "FeatureCollection"}
            """);
    assertEquals(List.of("Quito", "Pole"), sites.stream().map(GroundSite::name).toList());
    assertEquals(-78.525, sites.get(0).longitudeDegrees());
    assertEquals(-0.2298, sites.get(0).latitudeDegrees());
    assertEquals(2850.5, sites.get(0).heightMeters());
    assertEquals("EC", sites.get(0).countryCode());
    assertEquals(90, sites.get(1).latitudeDegrees());
    assertEquals(0, sites.get(1).heightMeters());
  }

  @Test
  void jsonThatIsNoListOfSitesIsToldInOurWords() {
    assertProblem(
        "s.csv: is a JSON array, expected a GeoJSON object of the type FeatureCollection, or CSV",
        "[{\"name\":\"A\"}]");
    assertProblem(
        "s.csv, line 1, column 41: feature 1 is no JSON object",
        "{\"type\":\"FeatureCollection\",\"features\":[7]}");
    assertProblem("s.csv, line 2, column 1: is not valid JSON here", "{\"type\":\n}");
    assertProblem(
        "s.csv, line 2, column 2: type is \"\", expected \"FeatureCollection\"",
        "\n {\"name\": \"Quito\"}");
    assertProblem(
        "s.csv, line 2, column 2: holds no features, expected at least one point",
        "\n {\"type\": \"FeatureCollection\"}");
    assertProblem(
        "s.csv, line 4, column 16: mask_deg of \"A\" is \"95\", expected degrees above -90"
            + " and below 90",
        """
        {"type": "FeatureCollection", "features": [
          {"geometry": {"type": "Point", "coordinates": [1, 2]},
           "properties": {"name": "A",
           "mask_deg": 95}}]}
        """);
    assertProblem(
        "s.csv, line 1, column 9: the text ends too early, expected the rest of the JSON",
        "{\"type\":");
  }

  @Test
  void problemsOfAFeatureTellLineAndColumn() {
    assertProblem(
        "s.csv, line 2, column 38: geometry of \"A\" is \"Polygon\", expected \"Point\"",
        feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}", "name", "A"));
    assertProblem(
        "s.csv, line 2, column 1: geometry of \"A\" is missing, expected \"Point\"",
        feature("null", "name", "A"));
    assertProblem(
        "s.csv, line 2, column 1: feature 1 has no name, expected one of the properties name, NAME, capital,"
            + " city",
        feature("{\"type\":\"Point\",\"coordinates\":[1,2]}", "label", "A"));
    assertProblem(
        "s.csv, line 2, column 60: point of \"A\": latitude 91.0 is outside -90 to 90 degrees (longitude"
            + " comes first)",
        feature("{\"type\":\"Point\",\"coordinates\":[2,91]}", "name", "A"));
    assertProblem(
        "s.csv, line 2, column 60: point of \"A\": coordinate 2 is not a number",
        feature("{\"type\":\"Point\",\"coordinates\":[2,\"1\"]}", "name", "A"));
    assertProblem(
        "s.csv, line 2, column 60: point of \"A\" has 1 coordinates, expected longitude, latitude and perhaps"
            + " height",
        feature("{\"type\":\"Point\",\"coordinates\":[2]}", "name", "A"));
    assertProblem(
        "s.csv, line 1, column 9: type is \"Feature\", expected \"FeatureCollection\"",
        "{\"type\":\"Feature\"}");
    assertProblem(
        "s.csv, line 1, column 1: holds no features, expected at least one point",
        "{\"type\":\"FeatureCollection\",\"features\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"type\"",
        "{\"type\":\"FeatureCollection\",\"features\":[{",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"coordinates\":[",
        "{\"type\":\"FeatureCollection\",\"features\":[1]}",
        "{\"type\":\"FeatureCollection\",\"features\":[null]}",
        "{\"type\":\"FeatureCollection\",\"features\":{}}",
        "{\"type\":\"FeatureCollection\",\"features\":[]} x",
        "{'type':1}",
      })
  void brokenGeoJsonIsRefusedInOneLine(String text) {
    String message = assertThrows(InputFormatException.class, () -> sites(text)).getMessage();
    assertTrue(message.startsWith("s.csv"), message);
    assertFalse(message.contains("\n"), message);
  }

  private static String feature(String geometry, String property, String name) {
    return "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"geometry\":"
        + geometry
        + ",\"properties\":{\""
        + property
        + "\":\""
        + name
        + "\"}}]}";
  }

  private static List<GroundSite> sites(String text) throws IOException {
    return SiteList.read(TextFile.of("s.csv", text));
  }

  private static GroundSite one(String text) throws IOException {
    List<GroundSite> sites = sites(text);
    assertEquals(1, sites.size());
    return sites.get(0);
  }

  private static void assertProblem(String message, String text) {
    assertEquals(message, assertThrows(InputFormatException.class, () -> sites(text)).getMessage());
  }
}
