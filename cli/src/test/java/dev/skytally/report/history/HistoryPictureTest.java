package dev.skytally.report.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.history.Event;
import dev.skytally.history.EventFinder;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SatelliteState;
import dev.skytally.history.SnapshotFacts;
import dev.skytally.history.StoredRun;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.text.Times;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.SatelliteStatus;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryPictureTest {
  private static final LocalDate BEGIN = LocalDate.parse("2024-01-03");
  private static final String GPS_LINE = "d=\"([^\"]*)\" fill=\"none\" stroke=\"#0072b2\"";
  private static final Pattern NAME =
      Pattern.compile("rotate\\(-90 ([.0-9]+) [.0-9]+\\)\">([^<]*)<");

  /** Letters of the names are eleven pixels high. */
  private static final double NAME_HEIGHT = 11;

  private static final double PICTURE_WIDTH = 960;

  /** GPS leads at as many sites as it is the run after the first; G01 counts on even runs. */
  private static StoredRun run(int number, LocalDate day) {
    Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    SatelliteState satellite =
        new SatelliteState(
            1,
            "",
            GnssSystem.GPS,
            "",
            "G01",
            SatelliteStatus.OPERATIONAL,
            number % 2 == 0,
            Optional.empty(),
            Optional.empty());
    StoredRun.Leads leads = new StoredRun.Leads(Map.of(GnssSystem.GPS, number), 0);
    return new StoredRun(
        number,
        new SnapshotFacts("", "", "", start),
        start,
        "",
        start,
        List.of(satellite),
        Map.of(Metric.MAX, leads));
  }

  private static String picture(int... daysFromBegin) {
    List<StoredRun> runs = new ArrayList<>();
    for (int i = 0; i < daysFromBegin.length; i++) {
      runs.add(run(i, BEGIN.plusDays(daysFromBegin[i])));
    }
    return new String(
        HistoryPicture.of(history(runs), PictureStyle.USUAL).svg(OptionalInt.empty()),
        StandardCharsets.UTF_8);
  }

  private static HistoryReport history(List<StoredRun> runs) {
    List<GroundSite> sites = Collections.nCopies(4, GroundSite.ofDegrees("Here", 0, 0, 0));
    RunSetting setting =
        new RunSetting(
            List.of(GnssSystem.GPS, GnssSystem.BDS),
            StatusFilter.OPERATIONAL,
            0,
            false,
            "sites.csv",
            sites);
    List<Event> events = EventFinder.find(runs);
    return HistoryReport.of(
        setting, Times.UTC, runs, events, HistoryReport.Period.DAY, Metric.MAX, false);
  }

  private static List<MatchResult> found(Pattern pattern, String svg) {
    return pattern.matcher(svg).results().toList();
  }

  /** The line behind its sign in the legend. */
  private static String gpsLine(String svg) {
    return found(Pattern.compile(GPS_LINE), svg).get(1).group(1);
  }

  @ParameterizedTest
  @CsvSource({"40, MLL", "41, MLM"})
  void moreThanFortyDaysAreNotBridged(int days, String commands) {
    assertEquals(commands, gpsLine(picture(0, 1, 1 + days)).replaceAll("[^A-Z]", ""));
  }

  @Test
  void sitesAreCountedUpwardsInEqualSteps() {
    String[] points = gpsLine(picture(0, 7, 14)).split("[ML]", -1);
    double[] y = new double[3];
    for (int i = 0; i < 3; i++) {
      y[i] = Double.parseDouble(points[i + 1].split(" ", -1)[1]);
    }
    assertTrue(y[0] > y[1]);
    assertEquals(y[0] - y[1], y[1] - y[2], 0.1 + 1e-9);
  }

  @Test
  void namesOfEventsDoNotOverlap() {
    int[] everyDay = new int[400];
    for (int i = 0; i < everyDay.length; i++) {
      everyDay[i] = i;
    }
    for (int[] days :
        List.of(everyDay, new int[] {0, 1, 2, 3, 700}, new int[] {0, 696, 698, 699, 700})) {
      List<MatchResult> names = found(NAME, picture(days));
      assertTrue(names.size() >= 4, "names: " + names.size());
      double last = 0;
      for (MatchResult name : names) {
        double x = Double.parseDouble(name.group(1));
        assertTrue(x - last > NAME_HEIGHT && x < PICTURE_WIDTH, last + " " + x);
        last = x;
      }
    }
  }

  @Test
  void eachDayOfEventsIsNamedWhileThereIsRoom() {
    List<String> names =
        found(NAME, picture(0, 100, 101, 300)).stream().map(name -> name.group(2)).toList();
    assertEquals(List.of("-G01", "+G01", "-G01"), names);
  }

  @Test
  void everyEventIsNamedAlsoWithoutRoomAboveThePlot() {
    int[] everyDay = new int[400];
    Arrays.setAll(everyDay, day -> day);
    int named = 0;
    for (MatchResult text :
        found(Pattern.compile("<text[^>]*>([-+]G01(?: [-+]G01)*)<"), picture(everyDay))) {
      named += text.group(1).split(" ", -1).length;
    }
    assertEquals(everyDay.length - 1, named, "events change on each day but the first");
  }

  /** G22 enters service on the second of three days and is missing then, and is found after. */
  private static HistoryReport withMissing() {
    List<StoredRun> runs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      StoredRun run = run(0, BEGIN.plusDays(i));
      SatelliteState missing =
          new SatelliteState(
              2,
              "",
              GnssSystem.GPS,
              "",
              "G22",
              i == 0 ? SatelliteStatus.RESERVE : SatelliteStatus.OPERATIONAL,
              i == 2,
              i == 1
                  ? Optional.of(new SatelliteState.Lack(Missing.Reason.NOT_IN_SOURCE, "test"))
                  : Optional.empty(),
              Optional.empty());
      Map<Metric, StoredRun.Leads> leads = new EnumMap<>(Metric.class);
      for (Metric metric : Metric.values()) {
        leads.put(metric, new StoredRun.Leads(Map.of(GnssSystem.GPS, i + 1), 0));
      }
      runs.add(
          new StoredRun(
              i,
              run.snapshot(),
              run.start(),
              "",
              run.start(),
              List.of(run.satellites().get(0), missing),
              leads));
    }
    return history(runs);
  }

  @Test
  void missingSatelliteThatEntersServiceIsNotSaidToCount() {
    String text = withMissing().table();
    assertTrue(text.contains("!G22\n"), text);
    assertTrue(
        text.replace('\n', ' ').contains(", ! a missing satellite enters or leaves service."),
        text);
    assertTrue(text.contains("G22 (2): in service, but missing from the element sets"), text);
    String svg =
        new String(
            HistoryPicture.of(withMissing(), PictureStyle.USUAL).svg(OptionalInt.empty()),
            StandardCharsets.UTF_8);
    List<String> names = found(NAME, svg).stream().map(name -> name.group(2)).toList();
    assertEquals(List.of("+G22"), names);
    String json = withMissing().json();
    assertTrue(json.contains("\"changes_counts\" : false"), json);
    assertTrue(json.contains("\"changes_counts\" : true"), json);
  }

  @Test
  void headlineSaysOnHowManyDaysItsFiguresRest() {
    String text = withMissing().table().replaceAll("\\s+", " ");
    assertTrue(
        text.startsWith(
            "3 days from 2024-01-03 to 2024-01-05; on the 2 days without a missing satellite, GPS"
                + " led in 1-3, BeiDou led in 0 of 4 sites by the daily maximum."),
        text);
  }

  @Test
  void singleRunIsMarked() {
    String svg = picture(0);
    assertTrue(svg.contains("<title>GPS</title>"), svg);
    assertTrue(gpsLine(svg).startsWith("M"), svg);
  }
}
