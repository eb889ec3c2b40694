package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orbits of a file in place of element sets. */
class OrbitsTest {
  @TempDir static Path folder;
  private static final String YUMA =
      """
        ******** Week 861 almanac for PRN-05 ********
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
        week:                        861
      """;

  private static String sample;

  @BeforeAll
  static void writeSample() throws IOException {
    sample = Sp3Sample.write(folder, 0).toString();
  }

  @Test
  void capitalsSeeWhatTheySeeByTheElementSetsThatTheFileWasWrittenFrom() {
    JsonNode file = Run.of("capitals", "--orbits", sample, "--format", "json").json();
    JsonNode sets = Run.ofLine("capitals --date 2020-12-01 --format json").json();
    assertEquals(sets.get("window"), file.get("window"));
    assertEquals(sets.get("leads"), file.get("leads"));
    for (int i = 0; i < 195; i++) {
      for (String system : new String[] {"gps", "bds"}) {
        JsonNode one = sets.at("/sites/" + i + "/systems/" + system);
        JsonNode other = file.at("/sites/" + i + "/systems/" + system);
        assertEquals(one.get("max"), other.get("max"));
        assertEquals(one.get("mean").asDouble(), other.get("mean").asDouble(), 1e-5);
      }
    }
    assertEquals(sample, file.at("/elements/snapshot").asText());
    assertEquals("SP3-d of TEST in IGS20, every 900 s", file.at("/elements/origin").asText());
    assertTrue(file.at("/elements/epoch_median").isNull());
    assertTrue(file.at("/systems/gps/satellites/0/epoch").isNull());
  }

  @Test
  void systemsThatTheFileHoldsAreNamedWhereItHoldsNoneOfThoseAskedFor() {
    for (String command : new String[] {"capitals --orbits", "validate --truth"}) {
      String line = command + " " + sample + " --systems GLO";
      assertEquals(
          new Run(
              1,
              "",
              "skytally: %s holds no usable orbits of GLO; it holds those of GPS, BDS; choose among them"
                      .formatted(sample)
                  + " with --systems\n"),
          Run.ofLine(line));
    }
  }

  @Test
  void tablesNameTheFileAndWhatItCovers() {
    for (String command : new String[] {"capitals", "passes"}) {
      String[] arguments =
          command.equals("passes")
              ? new String[] {"passes", "Kabul", "--orbits", sample}
              : new String[] {"capitals", "--orbits", sample};
      Run run = Run.of(arguments);
      assertEquals(0, run.exitCode(), run.err());
      String text = run.out().replaceAll("\\s+", " ");
      assertTrue(text.contains("Orbits " + sample + ", SP3-d of TEST in IGS20"), text);
      assertTrue(text.contains("known 2020-12-01 00:00 to 2020-12-02 00:00 UTC"), text);
    }
    Run listed = Run.of("elements", "--orbits", sample);
    assertTrue(listed.out().contains("C19"), listed.out());
    assertTrue(listed.out().contains("\nAge: between the orbit's own time and "), listed.out());
  }

  @Test
  void aSatelliteWhoseOrbitEndsWithinTheWindowIsMissing() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isAfternoon = false;
    for (String line : Files.readString(Path.of(sample)).lines().toList()) {
      isAfternoon |= line.startsWith("*  2020 12  1 12");
      boolean isCut = isAfternoon && line.startsWith("PG05");
      text.append(isCut ? "PG05" + "      0.000000".repeat(3) + " 999999.999999" : line);
      text.append('\n');
    }
    Path cut = Files.writeString(folder.resolve("cut.sp3"), text);
    for (String line : List.of("elements", "capitals", "sky Kabul --tracks 24h")) {
      List<String> arguments = new ArrayList<>(List.of(line.split(" ", -1)));
      arguments.addAll(List.of("--orbits", cut.toString(), "--format", "json"));
      Run run = Run.of(arguments.toArray(String[]::new));
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(
          run.err()
              .startsWith(
                  "skytally: warning: G05 (35752), operational, does not count: its orbit is known"
                      + " from 2020-12-01T00:00:00Z to 2020-12-01T11:45:00Z only"),
          run.err());
      assertEquals(1, run.err().lines().count());
      assertEquals("not_flown", run.json().at("/missing/0/reason").asText());
    }
  }

  @Test
  void daysThatTheFileDoesNotCoverAreRefused() {
    Run run = Run.of("capitals", "--orbits", sample, "--date", "2020-12-02");
    assertEquals(
        new Run(
            1,
            "",
            "skytally: %s: only 0 of the 74 orbits known in the window from 2020-12-02T00:00:00Z to 2020-12-03T00:00:00Z are known over all of it; choose a window within 2020-12-01T00:00:00Z to 2020-12-02T00:00:00Z by --start and --duration\n"
                .formatted(sample)),
        run);
  }

  @Test
  void orbitsThatAreAllTooOldAreToldAsSuch() {
    assertEquals(
        new Run(
            1,
            "",
            "skytally: no satellite is left: all orbits are more than 3 days from the"
                + " window; give nearer ones, or raise --max-age\n"),
        Run.of("capitals", "--orbits", sample, "--date", "2020-12-09", "--max-age", "3"));
  }

  /** As the files of analysis centres are, whose last position is one step before midnight. */
  @ParameterizedTest
  @ValueSource(strings = {"", " --date 2020-12-01", " --start 2020-12-01T00:00"})
  void withoutADurationItIsWhatTheFileCovers(String flags) throws IOException {
    String text = Sp3Sample.text(0).replaceFirst(" 97 ORBIT", " 94 ORBIT");
    String cut =
        Files.writeString(
                folder.resolve("short.sp3"),
                text.substring(0, text.indexOf("*  2020 12  1 23 30")) + "EOF\n")
            .toString();
    Run run = Run.ofLine("capitals --orbits " + cut + flags);
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    assertTrue(
        run.lines()
            .contains("Window    2020-12-01 00:00 to 2020-12-01 23:15 UTC, which the orbits cover"),
        run.out());
    assertTrue(run.lines().contains("Counted   30 GPS, 44 BeiDou; status operational"), run.out());
    Run german = Run.ofLine("capitals --format svg --language de --orbits " + cut + flags);
    String words = german.out().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    assertTrue(words.contains("23:15 UTC, die Zeit, für die Bahnen vorliegen"), words);
    for (String line : List.of("passes Kabul", "sky Kabul", "world --resolution 5", "elements")) {
      List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
      arguments.addAll(List.of("--orbits", cut));
      Run other = Run.of(arguments.toArray(String[]::new));
      assertEquals(0, other.exitCode(), other.err());
      assertTrue(other.out().contains("30 GPS, 44 BeiDou"), other.out());
    }
    Run wholeDay = Run.ofLine("capitals --date 2020-12-01 --duration 24h --orbits " + cut);
    assertEquals(1, wholeDay.exitCode());
    assertTrue(
        wholeDay
            .err()
            .contains(
                "choose a window within 2020-12-01T00:00:00Z to 2020-12-01T23:15:00Z by --start"),
        wholeDay.err());
  }

  /** Week 861 of its cycle: of February 2016, or of October 2035. */
  @Test
  void almanacIsNeverFromTheFutureAndItsDayIsNamed() throws IOException {
    String almanac = Files.writeString(folder.resolve("almanac.alm"), YUMA).toString();
    Run run = Run.of("elements", "--systems", "GPS", "--orbits", almanac);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("On 2016-02-24, "), run.out());
    assertTrue(run.out().replaceAll("\\s+", " ").contains("YUMA almanac of 2016-02-24"), run.out());
  }

  /** A message of GPS of 1 December 2020, 02:00, on a circle. */
  private static String message(String prn, int health, double meanAnomalyRadians) {
    return String.format(
        Locale.ROOT,
        """
        %s 2020 12 01 02 00 00 0.000000000000E+00 0.000000000000E+00 0.000000000000E+00
             1.000000000000E+00 0.000000000000E+00 0.000000000000E+00%19.12E
             0.000000000000E+00 0.000000000000E+00 0.000000000000E+00 5.153600000000E+03
             1.800000000000E+05 0.000000000000E+00 1.000000000000E+00 0.000000000000E+00
             9.600000000000E-01 0.000000000000E+00 0.000000000000E+00 0.000000000000E+00
             0.000000000000E+00 0.000000000000E+00 2.134000000000E+03 0.000000000000E+00
             2.000000000000E+00%19.12E 0.000000000000E+00 1.000000000000E+00
             1.800000000000E+05 4.000000000000E+00
        """,
        prn,
        meanAnomalyRadians,
        (double) health);
  }

  private static String navigation() throws IOException {
    String header =
        """
        %-60sRINEX VERSION / TYPE
        %-60sPGM / RUN BY / DATE
        %-60sEND OF HEADER
        """
            .formatted(
                "     3.04           N: GNSS NAV DATA    M: MIXED",
                "sample              nobody              20201201 000000 UTC",
                "");
    return Files.writeString(
            folder.resolve("health.rnx"), header + message("G05", 0, 1) + message("G13", 63, 1.5))
        .toString();
  }

  @Test
  void healthIsShownAndExcludesOnlyWhereItIsAskedFor() throws IOException {
    String file = navigation();
    for (String command : List.of("elements", "sky Accra --mask -89.9 --at 2020-12-01T02:00")) {
      String line = command + " --systems GPS --include G05,G13 --orbits " + file;
      Run table = Run.ofLine(line);
      assertEquals(0, table.exitCode(), table.err());
      assertTrue(table.out().toLowerCase(Locale.ROOT).contains(" health\n"), table.out());
      assertTrue(table.lines().stream().anyMatch(l -> l.matches("G05 .* healthy")), table.out());
      assertTrue(table.lines().stream().anyMatch(l -> l.matches("G13 .* unhealthy")), table.out());
      JsonNode json = Run.ofLine(line + " --format json").json();
      assertEquals("healthy", json.at("/systems/gps/satellites/0/health").asText());
      assertEquals("unhealthy", json.at("/systems/gps/satellites/1/health").asText());
      Run csv = Run.ofLine(line + " --format csv");
      assertTrue(csv.lines().get(0).contains(",health"), csv.out());
      int columns = csv.cells(0).length;
      for (int row = 0; row < csv.lines().size(); row++) {
        assertEquals(columns, csv.cells(row).length, csv.lines().get(row));
      }
      assertTrue(csv.lines().stream().anyMatch(l -> l.contains(",unhealthy")), csv.out());

      Run healthy = Run.ofLine(line + " --healthy --format json");
      assertEquals(1, healthy.json().at("/systems/gps/satellites").size());
      String excluded = healthy.json().get("excluded").toString();
      assertTrue(
          excluded.contains(
              "{\"norad\":24876,\"name\":\"G13\",\"kind\":\"unhealthy\",\"reason\":\"unhealthy: health 63 in its message of"
                  + " 2020-12-01T01:59:42Z\"}"),
          excluded);
      for (JsonNode missing : healthy.json().get("missing")) {
        assertTrue(!missing.get("prn").asText().equals("G13"), missing.toString());
      }
    }
    JsonNode sky =
        Run.ofLine(
                "sky 0,0 --mask -89.9 --at 2020-12-01T02:00 --systems GPS --format json --orbits "
                    + file)
            .json();
    assertEquals("unhealthy", sky.at("/satellites/1/health").asText());
    String hint =
        Run.ofLine(
                "capitals --systems GPS --healthy --start 2020-12-01T01:00 --duration 1h --orbits "
                    + file)
            .out();
    assertTrue(hint.contains("; status operational, healthy"), hint);
    assertTrue(hint.replaceAll("\\s+", " ").contains("--healthy --"), hint);
  }

  @Test
  void healthThatNobodyReportsCannotBeAskedFor() {
    assertEquals(
        new Run(
            2,
            "",
            "skytally: --healthy needs --orbits with RINEX navigation messages or an almanac,"
                + " because element sets say nothing about health (see skytally sky --help)\n"),
        Run.ofLine("sky Kabul --healthy"));
    assertEquals(
        new Run(
            1,
            "",
            "skytally: --healthy: %s reports no satellite's health; expected RINEX navigation messages or an almanac\n"
                .formatted(sample)),
        Run.of("sky", "Kabul", "--healthy", "--orbits", sample));
  }

  /** The almanac is of 24 February 2016, 16:44. */
  @Test
  void healthCountsForAWeekAlone() throws IOException {
    String two =
        YUMA.replace("Health:                     000", "Health:                     063")
            + YUMA.replace("PRN-05", "PRN-06")
                .replace("ID:                         05", "ID:                         06");
    String almanac = Files.writeString(folder.resolve("almanac.alm"), two).toString();
    String line = "elements --systems GPS --status all --orbits " + almanac + " --date ";
    Run near = Run.ofLine(line + "2016-02-27 --healthy --format json");
    assertEquals(0, near.exitCode(), near.err());
    assertTrue(
        near.json()
            .get("excluded")
            .toString()
            .contains("unhealthy: health 63, 2 days from the window"),
        near.out());
    Run far = Run.ofLine(line + "2016-03-09 --healthy");
    assertEquals(1, far.exitCode());
    assertEquals(
        "skytally: --healthy: %s reports health more than 7 days from the window, which does not count; give a file nearer to the window, or no --healthy"
            .formatted(almanac),
        far.err().lines().reduce((first, last) -> last).orElseThrow());
    JsonNode unknown = Run.ofLine(line + "2016-03-09 --format json").json();
    assertTrue(unknown.at("/systems/gps/satellites/0/health").isNull(), unknown.toString());
  }

  /** Two satellites are known at 02:00, twelve others ten hours later. */
  @Test
  void aMomentNeedsOrbitsOnlyAtThatMoment() throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(Path.of(navigation())));
    for (int number = 14; number < 26; number++) {
      text.append(
          message("G" + number, 0, 2)
              .replace("12 01 02 00", "12 01 12 00")
              .replace("1.800000000000E+05", "2.160000000000E+05"));
    }
    String file = Files.writeString(folder.resolve("station.rnx"), text).toString();
    String sky = "sky 0,0 --mask -89.9 --systems GPS --format json --orbits " + file;
    Run moment = Run.ofLine(sky + " --at 2020-12-01T02:00");
    assertEquals(0, moment.exitCode(), moment.err());
    assertEquals(2, moment.json().get("satellites").size());
    Run day = Run.ofLine(sky + " --date 2020-12-01 --tracks 24h");
    assertEquals(1, day.exitCode());
    assertTrue(day.err().contains(": only 0 of the "), day.err());
  }

  @Test
  void wrongFilesAndFlagsAreToldInOneLine() throws IOException {
    String cut =
        Files.writeString(folder.resolve("cut.sp3"), Sp3Sample.text(0).substring(0, 9000))
            .toString();
    for (String[] arguments :
        new String[][] {
          {"capitals", "--orbits", cut},
          {"capitals", "--orbits", folder.resolve("none").toString()},
          {"capitals", "--orbits", sample, "--elements", "2020-12-01"},
          {"validate", "--truth", cut},
          {"validate"},
          {"validate", "--truth", sample, "--observed", sample},
          {"validate", "--observed", sample},
          {"validate", "--observed", sample, "--mask", "5"},
          {"validate", "--truth", sample, "--elements", "2019-01-01"},
          {"validate", "--truth", sample, "--elements", "2026-10-06"},
          {"validate", "--truth", sample, "--elements", folder.resolve("none").toString()},
          {"finding", "--figure", "2019"},
          {"finding", "--figure", "2018"},
          {"finding", "--elements", cut}
        }) {
      Run run = Run.of(arguments);
      assertTrue(run.exitCode() == 1 || run.exitCode() == 2, String.join(" ", arguments));
      assertEquals("", run.out());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(!run.err().contains("Exception") && !run.err().contains("bug"), run.err());
    }
  }
}
