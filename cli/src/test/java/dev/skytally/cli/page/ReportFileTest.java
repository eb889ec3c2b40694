package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.SatelliteTracks;
import dev.skytally.VisibilityStudy;
import dev.skytally.cli.Run;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.SelectionQuestion;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report's page as a file; the other tests of this package look at it in a browser. */
class ReportFileTest {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">([^<]*)</script>");

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  private String page(String... arguments) throws IOException {
    Path file = folder.resolve("page.HTML");
    Reports.write(file, arguments);
    return Files.readString(file);
  }

  private static JsonNode data(String page) throws IOException {
    Matcher data = DATA.matcher(page);
    assertTrue(data.find());
    String json = data.group(1);
    assertFalse(data.find());
    return new ObjectMapper().readTree(json);
  }

  @Test
  void fileStandsBesideTheResultAndChangesItNot() throws IOException {
    Path file = folder.resolve("page.html");
    Run with = Run.of("capitals", "--report", file.toString(), "--format", "json");
    assertEquals(Run.of("capitals", "--format", "json"), with);
    assertTrue(Files.exists(file));
  }

  @Test
  void everyPlaceOfThePageIsFilledAndTheLicenceIsThere() throws IOException {
    String page = page("capitals");
    String frame = page.substring(0, page.indexOf("<script>"));
    assertFalse(frame.contains("{{"), "a part is missing");
    assertTrue(frame.contains("Permission to use, copy, modify, and/or distribute this software"));
  }

  @Test
  void nothingIsAskedFromElsewhere() throws IOException {
    String page = page("capitals");
    String own = page.substring(0, page.indexOf("<script>"));
    assertTrue(own.contains("default-src 'none'"));
    Matcher address =
        Pattern.compile("(?i)(src|href|url)\\s*[=(]\\s*[\"']?+(?!#|data:)").matcher(own);
    assertFalse(address.find(), () -> own.substring(address.start(), address.start() + 80));
  }

  @Test
  void namesCannotEndTheData() throws IOException {
    String name = "</script><script>alert(1)</script><!--";
    Path sites = SiteList.write(folder.resolve("sites.csv"), List.of(name), i -> "1,2");
    JsonNode data = data(page("capitals", "--sites", sites.toString()));
    assertEquals(name, data.at("/sites/0/name").asText());
  }

  @Test
  void tooManySitesForAPageAreRefusedBeforeTheJob() throws IOException {
    Path sites =
        SiteList.write(
            folder.resolve("sites.csv"),
            IntStream.range(0, 5001).mapToObj(i -> "S" + i).toList(),
            i -> String.format(Locale.ROOT, "0,%.3f", i / 100.0));
    Path file = folder.resolve("page.html");
    Run run = Run.of("capitals", "--sites", sites.toString(), "--report", file.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("a page shows at most 5,000 sites for one day"), run.err());
    assertFalse(Files.exists(file));
  }

  @Test
  void windowThatBeginsAtAnyTimeHasTracksAllAlong() throws IOException {
    JsonNode data =
        data(page("passes", "ET", "--start", "2020-11-25T07:10:00Z", "--duration", "30h"));
    long axes = 3;
    long pieces = metersOf(data, 0).length / (axes * data.at("/tracks/nodes").asLong());
    long end = data.at("/tracks/start").asLong() + pieces * data.at("/tracks/piece").asLong();
    assertTrue(data.at("/tracks/start").asLong() <= data.get("start").asLong());
    assertTrue(end >= data.get("end").asLong());
  }

  /** A geosynchronous satellite needs a greater unit than the satellites of GPS. */
  @ParameterizedTest
  @CsvSource({"GPS, 4", "BDS, 6"})
  void positionsAreThoseOfTheStudyRoundedToTheUnit(GnssSystem system, double unitMeters)
      throws Exception {
    Instant start = Instant.parse("2020-11-25T00:00:00Z");
    JsonNode data = data(page("passes", "ET", "--date", "2020-11-25", "--systems", system.name()));
    Constellation constellation =
        SelectionQuestion.over(DAY)
            .from(start)
            .systems(List.of(system))
            .of(BundledSnapshots.load(BundledSnapshots.nearest(LocalDate.of(2020, 11, 25))))
            .constellation();
    SatelliteTracks tracks =
        VisibilityStudy.of(constellation)
            .at(List.of(GroundSite.ofDegrees("ET", 9.025, 38.7469, 0)))
            .over(start, DAY)
            .record()
            .tracks();
    assertEquals(unitMeters, data.at("/tracks/unitMeters").asDouble());
    assertEquals(constellation.members().size(), data.at("/tracks/positions").size());
    for (int j = 0; j < constellation.members().size(); j++) {
      int[] meters = metersOf(data, j);
      for (int piece = 0; piece < tracks.pieces(); piece++) {
        float[] nodes = tracks.nodesMeters(piece, j);
        for (int i = 0; i < nodes.length; i++) {
          assertEquals(nodes[i], meters[piece * nodes.length + i], unitMeters / 2);
        }
      }
    }
  }

  private static int[] metersOf(JsonNode data, int satellite) {
    byte[] bytes = Base64.getDecoder().decode(data.at("/tracks/positions").get(satellite).asText());
    int[] meters = new int[bytes.length / 3];
    for (int i = 0; i < meters.length; i++) {
      int multiple =
          bytes[3 * i + 2] * 65_536
              + Byte.toUnsignedInt(bytes[3 * i + 1]) * 256
              + Byte.toUnsignedInt(bytes[3 * i]);
      meters[i] = multiple * data.at("/tracks/unitMeters").asInt();
    }
    return meters;
  }
}
