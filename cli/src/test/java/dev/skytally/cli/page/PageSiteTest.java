package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The section of one site: its counts and its clock. */
@ExtendWith(InBrowser.class)
class PageSiteTest {
  private final Reports reports;

  PageSiteTest(Reports reports) {
    this.reports = reports;
  }

  @Test
  void siteShowsItsDay() {
    PageSite site = reports.openAddisAbaba();
    assertEquals("Addis Ababa, Ethiopia", site.title());
    JsonNode passes =
        Reports.answer("passes", "Addis Ababa", "--date", CapitalsReport.DAY).get("passes");
    assertEquals(passes.size(), site.bars());
    assertEquals(6, site.countLines());
    assertEquals(7, site.dilutionLines());
    for (String system : CapitalsReport.systems()) {
      JsonNode figures = reports.capitals().figures("Addis Ababa", system);
      assertEquals(figures.get("max").asLong(), site.greatestCount(system), system);
      double millisecondsOfADay = 1e-6;
      assertEquals(
          figures.get("share_ahead").asDouble(),
          site.shareAhead(system),
          millisecondsOfADay,
          system);
    }
  }

  @Test
  void passesOpenTheirSite() {
    PageSite site = reports.open("passes", "Addis Ababa", "--mask", "10").site();
    assertEquals("Addis Ababa, Ethiopia", site.title());
    assertFalse(site.hasOverview());
  }

  @Test
  void localTimeIsNamedBesideUtc() {
    PageSite site = reports.openAddisAbaba();
    site.moveTime(Keys.HOME);
    assertEquals("00:00 UTC", site.time());
    assertEquals("03:00 Africa/Addis Ababa", site.localTime());
    assertTrue(site.timeNote().contains("UTC+3"));
  }

  @Test
  void localTimeIsCivilWhenTheClocksAreChangedWithinTheWindow() {
    PageSite site = reports.open("passes", "Switzerland", "--start", "2020-10-24T12:00:00Z").site();
    assertEquals("Bern, Switzerland", site.title());
    String note = site.timeNote();
    assertTrue(note.contains("Europe/Zurich, UTC+2, at the end UTC+1,"), note);
    site.moveTime(Keys.END);
    assertEquals("13:00 Europe/Zurich", site.localTime());
    site.moveTime(Keys.HOME);
    assertEquals("14:00 Europe/Zurich", site.localTime());
  }

  /** Offsets as the time zone database has them for 25 November 2020. */
  @ParameterizedTest
  @CsvSource({
    "'Washington, D.C.', 19:00 America/New York",
    "Beijing, 08:00 Asia/Shanghai",
    "Canberra, 11:00 Australia/Sydney",
    "Brasília, 21:00 America/Sao Paulo",
    "Ottawa, 19:00 America/Toronto",
    "Quito, 19:00 America/Guayaquil",
    "Palikir, 11:00 Pacific/Pohnpei",
    "Wellington, 13:00 Pacific/Auckland"
  })
  void capitalOfACountryOfSeveralTimesHasItsOwn(String capital, String clock) {
    PageSite site = reports.openCapitals().table().open(capital);
    site.moveTime(Keys.HOME);
    assertEquals(clock, site.localTime());
  }

  @Test
  void placeWithoutAKnownTimeHasTheSolarTimeOfItsLongitude() {
    PageSite site = reports.open("passes", "0,-30", "--date", CapitalsReport.DAY).site();
    site.moveTime(Keys.HOME);
    assertEquals("22:00 mean solar time", site.localTime());
  }

  /** The page plays the window in 48 seconds. */
  @Test
  void playRunsAndPauses() {
    PageSite site = reports.openAddisAbaba();
    assertEquals("00:00 UTC", site.time());
    site.holdPlay();
    site.playOrPause();
    assertEquals("Pause", site.playButton());
    site.playUntil(1_000);
    site.playUntil(13_000);
    assertEquals("06:00 UTC", site.time());
    site.playOrPause();
    assertEquals("Play", site.playButton());
    assertFalse(site.isPlaying());
    site.playUntil(25_000);
    assertEquals("06:00 UTC", site.time());
  }
}
