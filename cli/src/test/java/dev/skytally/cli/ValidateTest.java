package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against orbits that are ahead by a second, and against real ones where these are at hand. */
class ValidateTest {
  @TempDir static Path folder;
  private static String ahead;

  @BeforeAll
  static void writeSample() throws IOException {
    ahead = Sp3Sample.write(folder, 1).toString();
  }

  @Test
  void aSecondAheadIsSeenInEveryFigure() {
    JsonNode json =
        Run.of("validate", "--truth", ahead, "--elements", "2020-12-01", "--format", "json").json();
    JsonNode comparison = json.at("/comparisons/0");
    assertEquals(74, comparison.get("satellites_in_both").asInt());
    assertEquals(74, comparison.get("satellites_compared").asInt());
    JsonNode gps = comparison.at("/positions/0");
    assertEquals("GPS", gps.get("system").asText());
    // A circular orbit of GPS is flown at 3,874 m/s, less the Earth's turning below.
    assertEquals(3_100, gps.at("/along_error_m/median").asDouble(), 800);
    assertEquals(1, comparison.at("/views/0/rise_set_error_s/median").asDouble(), 0.01);
    double differs = comparison.get("share_in_view_differs").asDouble();
    assertTrue(differs > 1e-6 && differs < 1e-4, comparison.toString());
  }

  @Test
  void windowIsWrittenInTheZone() {
    String utc = "2020-12-01 00:00 to 2020-12-02 00:00 UTC";
    String kathmandu = "2020-12-01 05:45 to 2020-12-02 05:45 +05:45 (Asia/Kathmandu)";
    assertTrue(Run.of("validate", "--truth", ahead).out().contains("\nWindow    " + utc));
    Run local = Run.of("validate", "--truth", ahead, "--timezone", "Asia/Kathmandu");
    assertTrue(local.out().contains("\nWindow    " + kathmandu), local.out());
    assertEquals(
        "2020-12-01T05:45:00.000+05:45",
        Run.of("validate", "--truth", ahead, "--timezone", "+05:45", "--format", "json")
            .json()
            .at("/window/start")
            .asText());
  }

  /** G05 has no positions after 12:00: of the 289 instants of the day 144. */
  @Test
  void positionsAreComparedWhereTheyAreKnownAndTheOthersAreCounted() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isAfternoon = false;
    for (String line : Files.readString(Path.of(ahead)).lines().toList()) {
      isAfternoon |= line.startsWith("*  2020 12  1 12 15");
      boolean isCut = isAfternoon && line.startsWith("PG05");
      text.append(isCut ? "PG05" + "      0.000000".repeat(3) + " 999999.999999" : line);
      text.append('\n');
    }
    String cut = Files.writeString(folder.resolve("cut.sp3"), text).toString();
    JsonNode comparison =
        Run.of("validate", "--truth", cut, "--format", "json").json().at("/comparisons/0");
    assertEquals(144, comparison.at("/positions/0/positions_excluded").asInt());
    assertEquals(30 * 289 - 144, comparison.at("/positions/0/positions").asInt());
    assertEquals(30, comparison.at("/positions/0/satellites").asInt());
    assertEquals(29, comparison.at("/views/0/satellites").asInt());
    String table = Run.of("validate", "--truth", cut).out().replaceAll("\\s+", " ");
    assertTrue(table.contains("not the other 144, at which an orbit is not known"), table);
  }

  @Test
  void severalElementSetsAreComparedByAge() {
    Run table =
        Run.of(
            "validate",
            "--truth",
            ahead,
            "--elements",
            "2020-12-01,2022-06-16",
            "--max-age",
            "999");
    assertEquals(0, table.exitCode(), table.err());
    assertTrue(table.out().startsWith("In view differs in 0.00"), table.out());
    assertTrue(table.out().contains("2022-06-16"), table.out());
    Run warned = Run.of("validate", "--truth", ahead, "--elements", "2020-12-01,2022-06-16");
    assertEquals(
        "skytally: warning: skipped: 1 of 2 sources of element sets, more than 180 days away\n",
        warned.err());
    Run csv = Run.of("validate", "--truth", ahead, "--format", "csv");
    int columns = csv.cells(0).length;
    for (int line = 0; line < csv.lines().size(); line++) {
      assertEquals(columns, csv.cells(line).length, csv.lines().get(line));
    }
    assertEquals(1 + 4 + 2, csv.lines().size());
  }

  @Test
  void almanacIsNoTruth() throws IOException {
    Path almanac = folder.resolve("almanac.yuma");
    Files.writeString(
        almanac,
        """
        ******** Week 202 almanac for PRN-05 ********
        ID:                         05
        Health:                     000
        Eccentricity:               0.5000000000E-002
        Time of Applicability(s):  319488.0000
        Orbital Inclination(rad):   0.9600000000
        Rate of Right Ascen(r/s):   0.0000000000E+000
        SQRT(A)  (m 1/2):           5153.600000
        Right Ascen at Week(rad):   1.0000000000E+000
        Argument of Perigee(rad):   1.200000000
        Mean Anom(rad):             2.0000000000E+000
        Af0(s):                     0.0000000000E+000
        Af1(s/s):                   0.0000000000E+000
        week:                        202

        """);
    Run run = Run.of("validate", "--truth", almanac.toString());
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err().contains("expected at most 31 days: SP3 or navigation messages"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void elementSetsOfTwoDaysAreTrueToPreciseOrbits() {
    String truth = LocalFiles.require("COD0MGXFIN_20230500000_01D_05M_ORB.SP3.gz").toString();
    for (String day : new String[] {"2023-02-17.tle", "2023-02-21.tle"}) {
      String elements = LocalFiles.require(day).toString();
      JsonNode comparison =
          Run.of(
                  "validate",
                  "--truth",
                  truth,
                  "--elements",
                  elements,
                  "--format",
                  "json",
                  "--systems",
                  "GPS,BDS,GAL,GLO,QZS,NAVIC")
              .json()
              .at("/comparisons/0");
      assertEquals(117, comparison.get("satellites_in_both").asInt());
      assertEquals(
          comparison.get("satellites_in_both").asInt(),
          comparison.get("satellites_compared").asInt() + comparison.get("excluded").size());
      assertTrue(comparison.get("share_in_view_differs").asDouble() <= 0.001);
    }
  }

  @Test
  void nextToNothingIsTrackedBelowThePredictedHorizon() {
    String observed = LocalFiles.require("IGEO00MDA_R_20252900000_01D_30S_MO.crx.gz").toString();
    String elements = LocalFiles.require("2025-10-14.tle").toString();
    JsonNode comparison =
        Run.of(
                "validate",
                "--observed",
                observed,
                "--elements",
                elements,
                "--format",
                "json",
                "--systems",
                "GPS,BDS,GAL,GLO")
            .json()
            .at("/comparisons/0");
    assertEquals(10.9, comparison.at("/systems/0/mean_tracked").asDouble(), 0.05);
    assertEquals(14.7, comparison.at("/systems/1/mean_tracked").asDouble(), 0.05);
    double below = comparison.get("below_horizon").asDouble();
    assertTrue(below <= 0.001 * comparison.get("observations").asDouble(), below + " below");
  }
}
