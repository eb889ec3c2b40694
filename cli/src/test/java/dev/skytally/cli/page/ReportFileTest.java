package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report's page as a file; the other tests of this package look at it in a browser. */
class ReportFileTest {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">([^<]*)</script>");

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
    int bytesOfNumber = 3;
    byte[] positions = Base64.getDecoder().decode(data.at("/tracks/positions/0").asText());
    long pieces = positions.length / (axes * bytesOfNumber * data.at("/tracks/nodes").asLong());
    long end = data.at("/tracks/start").asLong() + pieces * data.at("/tracks/piece").asLong();
    assertTrue(data.at("/tracks/start").asLong() <= data.get("start").asLong());
    assertTrue(end >= data.get("end").asLong());
  }
}
