package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of the planner holds everything, so that a link is a plan. */
@Tag("exhaustive")
@ExtendWith(InPlanner.class)
class PlannerLinkTest {
  private static final List<String> OTHER_SYSTEMS = List.of("GAL", "GLO", "QZS", "NAVIC");
  private static final List<String> PARTS =
      List.of("windows", "sky", "count", "dop", "elevation", "bars", "figures");

  private final Planner planner;

  PlannerLinkTest(Planner planner) {
    this.planner = planner;
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static String some(Random random, List<String> of) {
    List<String> some = of.stream().filter(item -> random.nextBoolean()).toList();
    return String.join(",", some.isEmpty() || some.size() == of.size() ? of.subList(1, 3) : some);
  }

  /** A value of each control that is not the usual one. */
  private static Map<String, String> anyLink(Random random) {
    Map<String, String> link = new TreeMap<>();
    link.put("name", one(random, "São Tomé", "A & B = #1", "莫斯科", "50 % + 1"));
    link.put("latitude", Double.toString(random.nextInt(-89_000, 89_000) / 1e3));
    link.put("longitude", Double.toString(random.nextInt(-179_000, 179_000) / 1e3));
    link.put("height", Integer.toString(random.nextInt(1, 9_000)));
    link.put("date", "2026-10-0" + random.nextInt(4, 8));
    link.put("days", Integer.toString(random.nextInt(2, 4)));
    link.put("timezone", one(random, "Europe/Chisinau", "Asia/Kolkata", "America/St_Johns"));
    link.put("mask", Integer.toString(random.nextInt(11, 40)));
    List<String> horizon = new ArrayList<>();
    for (int azimuth = random.nextInt(50); azimuth < 360; azimuth += random.nextInt(1, 90)) {
      horizon.add(azimuth + ":" + random.nextInt(80));
    }
    link.put("horizon", String.join(",", horizon));
    link.put("systems", "GPS," + some(random, OTHER_SYSTEMS));
    link.put("exclude", one(random, "G05", "C23,G05", "43001,G05"));
    link.put("max-age", Integer.toString(random.nextInt(200, 400)));
    link.put("status", one(random, "transmitting", "all"));
    link.put("usable", "true");
    link.put("need", one(random, "satellites >= 8", "gps.satellites >= 4, pdop <= 2.5"));
    link.put("for", Integer.toString(random.nextInt(1, 300)));
    link.put("from", "0" + random.nextInt(10) + ":30");
    link.put("to", "2" + random.nextInt(4) + ":15");
    link.put("show", some(random, PARTS));
    link.put("leaders", one(random, "now", "day"));
    link.put("dop", one(random, "gdop", "hdop", "vdop", "tdop"));
    link.put("elevations", one(random, "BDS", "GAL", "GLO"));
    link.put("hidden", one(random, "GPS", "GLO,GAL"));
    link.put("time", Integer.toString(random.nextInt(1, 1440)));
    link.put("language", one(random, "zh", "es", "fr", "de", "ru"));
    link.put("theme", one(random, "light", "dark"));
    return link;
  }

  private static String encoded(Map<String, String> link) {
    return link.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> decoded(String link) {
    Map<String, String> decoded = new TreeMap<>();
    for (String pair : link.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      decoded.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return decoded;
  }

  @Test
  void everyLinkIsPrintedAsItIsRead() {
    planner.open("date=2026-10-05");
    Random random = new Random(21);
    for (int i = 0; i < 200; i++) {
      Map<String, String> link = anyLink(random);
      // Any part may be as usual, the parts of the place together.
      Set<String> place = Set.of("name", "latitude", "longitude", "height");
      boolean isUsualPlace = random.nextInt(4) == 0;
      link.keySet().removeIf(name -> place.contains(name) ? isUsualPlace : random.nextInt(4) == 0);
      assertEquals(link, decoded(planner.printed(encoded(link))));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void linkRestoresEveryControl(long seed) {
    Map<String, String> link = anyLink(new Random(seed));
    link.put("elevations", link.get("systems").split(",", -1)[1]);
    planner.open(encoded(link));
    assertEquals(link, decoded(planner.link()));
    Map<String, Object> controls = planner.controls();
    for (String name :
        List.of(
            "name",
            "exclude",
            "elevations",
            "theme",
            "date",
            "days",
            "timezone",
            "mask",
            "systems",
            "status",
            "usable",
            "need",
            "for",
            "from",
            "to",
            "show",
            "leaders",
            "dop",
            "language",
            "hidden",
            "time")) {
      assertEquals(link.get(name), controls.get(name), name);
    }
  }

  /** As {@code --need} takes them. */
  @Test
  void conditionsNeedNoBlankAfterTheComma() {
    planner.open("date=2026-10-05");
    String printed = planner.printed("need=satellites >= 8,gps.pdop <= 2");
    assertTrue(printed.contains("gps.pdop"), printed);
    assertEquals(planner.printed("need=satellites >= 8, gps.pdop <= 2"), printed);
    assertEquals(printed, planner.printed("need=satellites>=8,gps.pdop<=2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pdop ≤ 2, satellites ≥ 8                 | pdop <= 2, satellites >= 8",
        "PDOP < 2, GPS.satellites > 7, all.hdop<=1 | pdop <= 2, gps.satellites >= 8, hdop <= 1",
      })
  void conditionsAreReadInEveryWayOfTheCommand(String written, String printed) {
    planner.open("date=2026-10-05");
    assertEquals(
        planner.printed(encoded(Map.of("need", printed))),
        planner.printed(encoded(Map.of("need", written))));
  }

  @Test
  void pointsOfAHorizonMayBeInAnyOrder() {
    planner.open("date=2026-10-05");
    assertEquals(planner.printed("horizon=10:5,90:12"), planner.printed("horizon=90:12 , 10:5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1h30m             | 90",
        "1h30              | 90",
        "1:30              | 90",
        "90min             | 90",
        "90 m              | 90",
        "90 minutes        | 90",
        "1.5h              | 90",
        "1,5h              | 90",
        "0,125 h           | 7.5",
        "1h                | 60",
        "1 hour 30 minutes | 90",
        "2 Hours 1 minute  | 121",
      })
  void lengthIsReadAsByTheCommand(String written, String minutes) {
    planner.open("date=2026-10-05");
    assertEquals("for=" + minutes, planner.printed("for=" + written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "longitude=361&latitude=0",
        "longitude=-190&latitude=0",
        "horizon=:5",
        "horizon=20:",
        "for=1:75",
        "for=25h",
        "for=1h30s",
        "for=1,125h",
        "for=1,125 minutes",
        "need=satellites < 8",
        "need=satellites > 7.5",
        "need=pdop <== 2",
        "latitude=91&longitude=x&days=0&mask=-1&horizon=1:2:3",
        "systems=XYZ&status=best&need=beauty >= 1&show=all",
        "horizon=20:5,20:6&date=tomorrow&time=-5&theme=<b>",
        "timezone=Europe/Berln&date=2026-02-31&systems=GPS,GPS",
        "timezone=&systems=&need=satellites >= 1.5",
        "need=pdop <= 0",
        "height=500",
        "latitude=95&longitude=28&height=500",
        "usable=constructor&days=1.5&time=0.5&need=satellites <= 5",
        "need=pdop >= 2",
        "=&&&%E0%A4%A",
        "name=%3Cimg src=x onerror=alert(1)%3E"
      })
  void whatALinkMayNotHoldIsAsUsual(String link) {
    planner.open("date=2026-10-05");
    String printed = planner.printed(link);
    assertTrue(printed.isEmpty() || printed.startsWith("name=%3Cimg"), printed);
  }
}
