package dev.skytally.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.VisibilityStudy;
import dev.skytally.elements.Health;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.OrbitSamples.Circle;
import dev.skytally.orbit.OrbitSamples.Flight;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Sky;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.time.DateComponents;
import org.orekit.time.GNSSDate;

class OrbitFileTest {
  private static final Instant NEAR = Instant.parse("2020-10-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-10-07T12:00:00Z");
  private static final Instant START = Instant.parse("2020-10-02T00:00:00Z");

  /** A GPS-like orbit. */
  private static final Circle CIRCLE = new Circle(26_560_000, 0.96, 1.1, 0.4);

  /** SP3 tells millimetres; degree nine over 15 minutes leaves less. */
  private static final double SP3_METERS = 0.02;

  /** Messages tell angles to 12 digits. */
  private static final double MESSAGE_METERS = 0.01;

  /** Over 15 minutes the flattening of the Earth moves a GLONASS satellite by some 20 m. */
  private static final double GLONASS_METERS = 40;

  /** The bound of the interpolation between nodes. */
  private static final double INTERPOLATION_METERS = 1;

  private static OrbitFile read(String text) throws IOException {
    return read(text, NEAR, NOW);
  }

  private static OrbitFile read(String text, Instant near, Instant now) throws IOException {
    return OrbitFile.read(TextFile.of("orbits", text), near, now);
  }

  private static double[] at(OrbitFile file, String prn, Instant utc) throws PropagationException {
    double[][] axes = new double[3][1];
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, utc);
    ProvidedOrbit orbit = file.orbits().get(prn);
    Instant known = utc.isBefore(orbit.knownFrom()) ? orbit.knownFrom() : utc;
    known = known.isAfter(orbit.knownTo()) ? orbit.knownTo() : known;
    PositionSource.of(orbit, known, known)
        .propagate(new PropagationNodes(new long[] {micros}, EarthOrientation.mean()), axes);
    return new double[] {axes[0][0], axes[1][0], axes[2][0]};
  }

  private static void assertNear(double[] expected, double[] actual, double toleranceMeters) {
    double distance =
        Math.hypot(
            Math.hypot(expected[0] - actual[0], expected[1] - actual[1]), expected[2] - actual[2]);
    assertTrue(distance <= toleranceMeters, distance + " m");
  }

  private static String sp3(int epochs) {
    return OrbitSamples.sp3(
        START,
        900,
        epochs,
        List.of(
            new Flight("G05", seconds -> CIRCLE.position(0, seconds)),
            new Flight("C19", seconds -> CIRCLE.position(0, seconds + 1000)),
            new Flight("L99", seconds -> CIRCLE.position(0, seconds + 2000))));
  }

  @Test
  void sp3IsInterpolatedBetweenItsPositionsInItsOwnTimeScale() throws Exception {
    OrbitFile file = read(sp3(24));
    assertEquals("SP3-d of TEST in IGS20, every 900 s", file.format());
    assertEquals(START, file.knownFrom());
    for (double seconds : new double[] {0, 17, 450, 3_333, 10_000, 20_250, 20_700}) {
      Instant utc = START.plusMillis(Math.round(1000 * seconds));
      assertNear(CIRCLE.position(0, seconds), at(file, "G05", utc), SP3_METERS);
    }
  }

  /** Those of CNES/CLS, NGA and GFZ, and none: five columns of the agency's choice. */
  @ParameterizedTest
  @ValueSource(strings = {"TRACK", "DD+AD", "  u+U", "     "})
  void theDataUsedForSp3MayBeAnyWord(String dataUsed) throws Exception {
    OrbitFile file = read(sp3(24).replaceFirst(" ORBIT ", " " + dataUsed + " "));
    assertEquals("SP3-d of TEST in IGS20, every 900 s", file.format());
    assertEquals(read(sp3(24)).orbits().keySet(), file.orbits().keySet());
  }

  /** Version c wants four; a laboratory writes five. Some files begin with an empty line. */
  @Test
  void commentsAndBlankLinesOfSp3DoNotMatter() throws Exception {
    String versionC =
        sp3(24).replace("#dP", "\n#cP").replace("/* A SAMPLE\n", "/* A SAMPLE\n".repeat(5) + "\n");
    OrbitFile file = read(versionC);
    assertEquals("SP3-c of TEST in IGS20, every 900 s", file.format());
    String unreadable = problem(versionC.replaceFirst("PG05.{14}", "PG05           x.1"));
    int line = (int) versionC.substring(0, versionC.indexOf("PG05")).lines().count() + 1;
    assertTrue(unreadable.startsWith("orbits, line " + line + ": "), unreadable);
  }

  @Test
  void sp3WithoutAVersionIsReadAsVersionA() throws Exception {
    OrbitFile file =
        read(
            sp3(24)
                .replace("#dP", "#  ")
                .replace("1.2500000  1.025000000", "0.0000000  0.000000000")
                .replace("G05C19L99", "  5 19 29")
                .replace("PG05", "P  5")
                .replace("PC19", "P 19")
                .replace("PL99", "P 29"));
    assertEquals(Set.of("G05", "G19", "G29"), file.orbits().keySet());
    assertNear(CIRCLE.position(0, 450), at(file, "G05", START.plusSeconds(450)), SP3_METERS);
  }

  @Test
  void sp3aNumbersTheSatellitesOfGps() throws Exception {
    OrbitFile file =
        read(
            sp3(24)
                .replace("#dP", "#aP")
                .replace("1.2500000  1.025000000", "0.0000000  0.000000000")
                .replace("/* A SAMPLE\n", "/* A SAMPLE\n".repeat(4))
                .replace("G05C19L99", "  5 19 29")
                .replace("PG05", "P  5")
                .replace("PC19", "P 19")
                .replace("PL99", "P 29"));
    assertEquals(Set.of("G05", "G19", "G29"), file.orbits().keySet());
  }

  @Test
  void beyondItsPositionsAnOrbitGoesOnAsAnEllipse() throws Exception {
    OrbitFile file = read(sp3(24));
    for (double seconds : new double[] {-3_600, 24_300}) {
      Instant utc = START.plusMillis(Math.round(1000 * seconds));
      assertNear(CIRCLE.position(0, seconds), at(file, "G05", utc), 1);
    }
  }

  @Test
  void prnMeansTheSatelliteThatHeldItThatDayAndOthersAreListed() throws Exception {
    Constellation selected =
        read(sp3(24)).select(ConstellationSelection.on(LocalDate.of(2020, 10, 2)));
    // CelesTrak's SATCAT: G05 is 35752 (USA 206) since 2009, C19 is 43001 (BEIDOU-3 M1).
    assertEquals(
        List.of(35752, 43001),
        selected.members().stream().map(m -> m.satellite().catalogNumber()).toList());
    assertEquals("L99", selected.excluded().get(0).name());
  }

  /** Without one position of G05 there are twelve in a row before it and eleven after it. */
  @Test
  void sp3IsKnownOnBothSidesOfAGap() throws Exception {
    int epochs = 24;
    int missing = 12;
    String[] parts = sp3(epochs).split("(?=\\*  2020)");
    parts[missing + 1] =
        parts[missing + 1].replaceFirst("PG05.{42}", "PG05" + "      0.000000".repeat(3));
    OrbitFile file = read(String.join("", parts));
    ProvidedOrbit orbit = file.orbits().get("G05");
    Instant lastBefore = START.plusSeconds(900L * (missing - 1));
    Instant firstAfter = START.plusSeconds(900L * (missing + 1));
    assertEquals(
        List.of(
            new OrbitFile.Stretch(START, lastBefore),
            new OrbitFile.Stretch(firstAfter, START.plusSeconds(900L * (epochs - 1)))),
        orbit.known());
    for (double seconds : new double[] {3_333, 900 * (missing + 1), 900 * (epochs - 2)}) {
      Instant utc = START.plusMillis(Math.round(1000 * seconds));
      assertNear(CIRCLE.position(0, seconds), at(file, "G05", utc), SP3_METERS);
    }
    PropagationException problem =
        assertThrows(
            PropagationException.class,
            () -> PositionSource.of(orbit, lastBefore, firstAfter.plusSeconds(1)));
    assertTrue(
        problem.getMessage().startsWith("its orbit is known from 2020-10-02T00:00:00Z to ")
            && problem.getMessage().endsWith(" with gaps, not over the whole window"),
        problem.getMessage());
  }

  /** Friday 2 October 2020, 02:00 GPS time: week 2125, second 439,200. */
  private static final LocalDateTime GPS_TIME = LocalDateTime.of(2020, 10, 2, 2, 0);

  private static final int WEEK = 2125;
  private static final double SECONDS_OF_WEEK = 5 * 86_400 + 7_200;
  private static final Instant UTC = Instant.parse("2020-10-02T01:59:42Z");

  private static String gps() {
    return OrbitSamples.navigation(
        OrbitSamples.gpsMessage("G05", GPS_TIME, WEEK, SECONDS_OF_WEEK, CIRCLE));
  }

  @Test
  void gpsMessageIsFlownByItsSpecificationWithinTwoHours() throws Exception {
    OrbitFile file = read(gps());
    assertEquals("RINEX 3.04 navigation messages", file.format());
    assertEquals(UTC.minusSeconds(7_200), file.knownFrom());
    assertEquals(UTC.plusSeconds(7_200), file.knownTo());
    for (int seconds : new int[] {-7_200, 0, 1_234, 7_200}) {
      assertNear(
          CIRCLE.position(SECONDS_OF_WEEK, seconds),
          at(file, "G05", UTC.plusSeconds(seconds)),
          MESSAGE_METERS);
    }
  }

  @Test
  void rinex4NavigationIsReadToo() throws Exception {
    String text =
        gps().replace("     3.04 ", "     4.00 ").replace("G05 2020", "> EPH G05 LNAV\nG05 2020");
    assertNear(
        CIRCLE.position(SECONDS_OF_WEEK, 600),
        at(read(text), "G05", UTC.plusSeconds(600)),
        MESSAGE_METERS);
  }

  /**
   * BeiDou's and Galileo's constants are others in the ninth digit: over a week's angle, metres.
   */
  private static final double OTHER_CONSTANTS_METERS = 30;

  @Test
  void everySystemsMessageIsOfItsOwnTimeScaleAndWeeks() throws Exception {
    OrbitFile file =
        read(
            OrbitSamples.navigation(
                OrbitSamples.gpsMessage("E05", GPS_TIME, WEEK, SECONDS_OF_WEEK, CIRCLE)
                    + OrbitSamples.gpsMessage("J02", GPS_TIME, WEEK, SECONDS_OF_WEEK, CIRCLE)
                    + OrbitSamples.gpsMessage("I03", GPS_TIME, WEEK, SECONDS_OF_WEEK, CIRCLE)
                    + OrbitSamples.gpsMessage(
                        "C19", GPS_TIME, WEEK - 1356, SECONDS_OF_WEEK, CIRCLE)));
    for (String prn : List.of("C19", "E05", "I03", "J02")) {
      Instant own = prn.equals("C19") ? UTC.plusSeconds(14) : UTC;
      assertEquals(own.minusSeconds(7_200), file.orbits().get(prn).knownFrom(), prn);
      assertNear(
          CIRCLE.position(SECONDS_OF_WEEK, 600),
          at(file, prn, own.plusSeconds(600)),
          OTHER_CONSTANTS_METERS);
    }
  }

  private static OrbitFile civil(String prn, String kind, LocalDateTime clock, double ownSeconds)
      throws IOException {
    return read(
        OrbitSamples.navigation(
                OrbitSamples.civilMessage(prn, kind, clock, WEEK, ownSeconds, CIRCLE))
            .replace("     3.04 ", "     4.00 "));
  }

  @ParameterizedTest
  @CsvSource({"G05,CNAV", "G05,CNV2", "J02,CNAV", "J02,CNV2", "C19,CNV1", "C19,CNV2", "C19,CNV3"})
  void civilMessageIsOfItsEphemerisTimeNotOfItsPrediction(String prn, String kind)
      throws Exception {
    OrbitFile file = civil(prn, kind, GPS_TIME, SECONDS_OF_WEEK);
    Instant own = prn.equals("C19") ? UTC.plusSeconds(14) : UTC;
    assertEquals(own.minusSeconds(7_200), file.knownFrom());
    assertNear(
        CIRCLE.position(SECONDS_OF_WEEK, 600),
        at(file, prn, own.plusSeconds(600)),
        OTHER_CONSTANTS_METERS);
  }

  /** A clock of Sunday, 00:00, beside an orbit of ten minutes before. */
  @Test
  void civilMessageOfBeidouMayBeOfTheWeekBeforeItsClock() throws Exception {
    OrbitFile file = civil("C19", "CNV1", LocalDateTime.of(2020, 10, 4, 0, 0), 604_200);
    assertEquals(Instant.parse("2020-10-03T21:49:56Z"), file.knownFrom());
  }

  /** The Earth-fixed position by BeiDou's interface specification B1I 3.0, table 5-11, for GEO. */
  private static double[] geostationary(Circle circle, double secondsSince) {
    // Here the node keeps its longitude at the message's time, whatever the time since.
    double earthRotation = 7.2921150e-5;
    double n = Math.sqrt(3.986004418e14 / Math.pow(circle.radiusMeters(), 3));
    double u = circle.meanAnomalyRadians() + n * secondsSince;
    double node = circle.nodeRadians() - earthRotation * SECONDS_OF_WEEK;
    double inclination = circle.inclinationRadians();
    double x =
        circle.radiusMeters()
            * (Math.cos(u) * Math.cos(node) - Math.sin(u) * Math.cos(inclination) * Math.sin(node));
    double y =
        circle.radiusMeters()
            * (Math.cos(u) * Math.sin(node) + Math.sin(u) * Math.cos(inclination) * Math.cos(node));
    double z = circle.radiusMeters() * Math.sin(u) * Math.sin(inclination);
    double cosine = Math.cos(Math.toRadians(-5));
    double sine = Math.sin(Math.toRadians(-5));
    double tiltedY = cosine * y + sine * z;
    double tiltedZ = -sine * y + cosine * z;
    double turn = earthRotation * secondsSince;
    return new double[] {
      Math.cos(turn) * x + Math.sin(turn) * tiltedY,
      -Math.sin(turn) * x + Math.cos(turn) * tiltedY,
      tiltedZ
    };
  }

  @Test
  void geostationarySatellitesOfBeidouAreTurnedBackByFiveDegrees() throws Exception {
    // In the tilted axes the equator is inclined by five degrees, with its node on the x axis.
    double nodeRadians = 7.2921150e-5 * SECONDS_OF_WEEK + Math.PI;
    Circle circle =
        new Circle(42_164_170, Math.toRadians(5), Math.IEEEremainder(nodeRadians, 2 * Math.PI), 2);
    Instant own = UTC.plusSeconds(14);
    for (String prn : List.of("C01", "C05", "C59", "C63")) {
      OrbitFile file =
          read(
              OrbitSamples.navigation(
                  OrbitSamples.gpsMessage(prn, GPS_TIME, WEEK - 1356, SECONDS_OF_WEEK, circle)));
      for (int seconds : new int[] {-7_200, 0, 3_600, 7_200, 30_000}) {
        double[] position = at(file, prn, own.plusSeconds(seconds));
        assertNear(geostationary(circle, seconds), position, seconds > 7_200 ? 500 : 1);
        assertEquals(0, position[2], 1);
      }
    }
  }

  @Test
  void theStretchThatTellsMostLeavesOutWhoseMessagesAreOfOtherTimes() throws Exception {
    StringBuilder messages = new StringBuilder();
    for (int hours : new int[] {0, 1, 10}) {
      messages.append(
          OrbitSamples.gpsMessage(
              String.format(Locale.ROOT, "G%02d", 5 + hours),
              GPS_TIME.plusHours(hours),
              WEEK,
              SECONDS_OF_WEEK + 3_600 * hours,
              CIRCLE));
    }
    OrbitFile file = read(OrbitSamples.navigation(messages.toString()));
    assertEquals(UTC.minusSeconds(7_200), file.knownFrom());
    assertEquals(UTC.plusSeconds(12 * 3_600), file.knownTo());
    // Two known for three hours are more than one for four, or none for fourteen.
    assertEquals(
        new OrbitFile.Stretch(UTC.minusSeconds(3_600), UTC.plusSeconds(7_200)),
        file.fullest(Set.of("G05", "G06", "G15")));
    assertEquals(
        new OrbitFile.Stretch(UTC.plusSeconds(8 * 3_600), UTC.plusSeconds(12 * 3_600)),
        file.fullest(Set.of("G15")));
  }

  /** Uploads let a message's own time be 16 s before the full hour, and UTC is behind by 18 s. */
  @Test
  void twoHoursAfterTheLastMessageMidnightStillIsKnown() throws Exception {
    OrbitFile file =
        read(
            OrbitSamples.navigation(
                OrbitSamples.gpsMessage("G05", GPS_TIME, WEEK, SECONDS_OF_WEEK, CIRCLE)
                    + OrbitSamples.gpsMessage(
                        "G06", GPS_TIME.minusSeconds(16), WEEK, SECONDS_OF_WEEK - 16, CIRCLE)));
    Instant midnight = UTC.plusSeconds(7_200 + 18);
    assertEquals(Set.of("G05", "G06"), file.knownOver(new OrbitFile.Stretch(UTC, midnight)));
    assertEquals(
        Set.of("G05"), file.knownOver(new OrbitFile.Stretch(UTC, midnight.plusSeconds(40))));
    assertEquals(Set.of(), file.knownOver(new OrbitFile.Stretch(UTC, midnight.plusSeconds(60))));
  }

  @Test
  void betweenMessagesTooFarApartNothingIsKnown() throws Exception {
    OrbitFile file =
        read(
            OrbitSamples.navigation(
                OrbitSamples.gpsMessage("G05", GPS_TIME, WEEK, SECONDS_OF_WEEK, CIRCLE)
                    + OrbitSamples.gpsMessage(
                        "G05",
                        GPS_TIME.plusHours(4),
                        WEEK,
                        SECONDS_OF_WEEK + 14_400,
                        CIRCLE.later(14_400))
                    + OrbitSamples.gpsMessage(
                        "G05",
                        GPS_TIME.plusHours(10),
                        WEEK,
                        SECONDS_OF_WEEK + 36_000,
                        CIRCLE.later(36_000))));
    ProvidedOrbit orbit = file.orbits().get("G05");
    Instant gap = UTC.plusSeconds(6 * 3_600);
    assertEquals(
        List.of(
            new OrbitFile.Stretch(UTC.minusSeconds(7_200), gap),
            new OrbitFile.Stretch(gap.plusSeconds(7_200), gap.plusSeconds(21_600))),
        orbit.known());
    PropagationException problem =
        assertThrows(PropagationException.class, () -> at(file, "G05", gap.plusSeconds(3_600)));
    assertEquals(
        "its orbit is known from 2020-10-01T23:59:42Z to 2020-10-02T13:59:42Z with gaps, not over"
            + " the whole window",
        problem.getMessage());
  }

  /**
   * RTKLIB's sample brdc1820.10n has a message of another satellite under the number 01. The chord
   * of half an hour on CIRCLE is 6953 km.
   */
  @Test
  void satelliteWithMessagesOfTwoOrbitsIsNotFlown() throws Exception {
    String sound = OrbitSamples.gpsMessage("G07", GPS_TIME, WEEK, SECONDS_OF_WEEK, CIRCLE);
    String foreign =
        OrbitSamples.gpsMessage("G05", GPS_TIME, WEEK, SECONDS_OF_WEEK, CIRCLE)
            + OrbitSamples.gpsMessage(
                "G05", GPS_TIME.plusHours(2), WEEK, SECONDS_OF_WEEK + 7_200, CIRCLE.later(9_000));
    OrbitFile file = read(OrbitSamples.navigation(sound + foreign));
    assertEquals(Set.of("G07"), file.orbits().keySet());
    assertEquals(
        "its messages of 2020-10-02T01:59:42Z and 2020-10-02T03:59:42Z are of two orbits,"
            + " 6953 km apart",
        file.unusable().get("G05"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.153E-093", "0.0"})
  void satelliteWhoseOrbitHasNoSizeIsNotFlown(String sqrtA) throws Exception {
    String record = sem(6).lines().skip(3).collect(Collectors.joining("\n"));
    String size = String.format(Locale.ROOT, "%.9f", Math.sqrt(CIRCLE.radiusMeters()));
    OrbitFile file = read(sem(5).replaceFirst("1", "2") + record.replace(size, sqrtA));
    assertEquals(Set.of("G05"), file.orbits().keySet());
    assertEquals(Set.of("G06"), file.unusable().keySet());
  }

  /**
   * A station receives the messages of each satellite for some hours, so a half day around a moment
   * has few of them. The positions expected are those of the circle itself.
   */
  @Test
  void aMomentNeedsMessagesOnlyAtThatMoment() throws Exception {
    StringBuilder messages = new StringBuilder();
    Map<String, Circle> circles = new TreeMap<>();
    for (int k = 0; k < 9; k++) {
      String prn = String.format(Locale.ROOT, "G%02d", 5 + k);
      Circle circle = new Circle(26_560_000, 0.96, 1.1 + k, 0.4 + 2 * k);
      circles.put(prn, circle);
      for (int hours : new int[] {2 * (k % 3), 14 + 2 * (k % 3)}) {
        double seconds = SECONDS_OF_WEEK + 3_600 * hours;
        messages.append(
            OrbitSamples.gpsMessage(
                prn, GPS_TIME.plusHours(hours), WEEK, seconds, circle.later(3_600 * hours)));
      }
    }
    OrbitFile file = read(OrbitSamples.navigation(messages.toString()));
    for (int minutes : new int[] {-119, 0, 100, 118, 200, 730, 1_075}) {
      Instant moment = UTC.plusSeconds(60L * minutes);
      Set<String> expected = new TreeSet<>();
      for (int k = 0; k < 9; k++) {
        int sinceFirst = minutes - 120 * (k % 3);
        if (Math.abs(sinceFirst) <= 120 || Math.abs(sinceFirst - 840) <= 120) {
          expected.add(String.format(Locale.ROOT, "G%02d", 5 + k));
        }
      }
      Sky sky =
          VisibilityStudy.of(
                  file.select(
                      ConstellationSelection.on(LocalDate.of(2020, 10, 2))
                          .systems(List.of(GnssSystem.GPS))))
              .at(List.of(GroundSite.ofDegrees("Equator", 0, 0, 0)))
              .over(moment, Duration.ofMillis(1))
              .above(ElevationMask.ofDegrees(-89.99))
              .skies(Duration.ofMinutes(1))
              .skies()
              .get(0);
      assertEquals(
          expected,
          sky.inView().stream().map(seen -> seen.satellite().prn()).collect(Collectors.toSet()),
          moment.toString());
      for (Sky.InView seen : sky.inView()) {
        double[] position =
            circles.get(seen.satellite().prn()).position(SECONDS_OF_WEEK, 60.0 * minutes);
        double range = Math.hypot(Math.hypot(position[0] - 6_378_137, position[1]), position[2]);
        assertEquals(range, seen.lookAngles().rangeMeters(), INTERPOLATION_METERS);
      }
    }
  }

  private static String rinex2(LocalDateTime gpsTime, int week, double secondsOfWeek) {
    return OrbitSamples.header("     2.11           N: GPS NAV DATA", "RINEX VERSION / TYPE")
        + OrbitSamples.header(
            "sample              nobody              20201002 000000 UTC", "PGM / RUN BY / DATE")
        + OrbitSamples.header("", "END OF HEADER")
        + OrbitSamples.gpsMessage("G05", gpsTime, week, secondsOfWeek, CIRCLE)
            .replaceFirst(
                "G05 [0-9 ]{19}",
                " 5 %s  0.0"
                    .formatted(
                        gpsTime.format(DateTimeFormatter.ofPattern("yy MM dd HH mm", Locale.ROOT))))
            .replace("\n    ", "\n   ")
            .replace("E", "D");
  }

  @Test
  void rinex2NavigationIsReadToo() throws Exception {
    assertNear(
        CIRCLE.position(SECONDS_OF_WEEK, 600),
        at(read(rinex2(GPS_TIME, WEEK, SECONDS_OF_WEEK)), "G05", UTC.plusSeconds(600)),
        MESSAGE_METERS);
  }

  /** As teqc writes it: in the layout of version 2, but with the numbers of Galileo. */
  @Test
  void rinex212NavigationOfGalileoIsReadToo() throws Exception {
    OrbitFile file =
        read(
            rinex2(GPS_TIME, WEEK, SECONDS_OF_WEEK)
                .replace(
                    "     2.11           N: GPS NAV DATA",
                    "     2.12           E: Galileo NAV DATA")
                .replace(
                    OrbitSamples.header("", "END OF HEADER"),
                    OrbitSamples.header("    4.9250D+01  2.0703D-01", "ION ALPHA")
                        + OrbitSamples.header("    7.450580596924D-09", "DELTA-UTC: A0,A1,T,W")
                        + OrbitSamples.header("", "END OF HEADER")));
    assertEquals("RINEX 2.12 navigation messages", file.format());
    assertNear(
        CIRCLE.position(SECONDS_OF_WEEK, 600),
        at(file, "E05", UTC.plusSeconds(600)),
        OTHER_CONSTANTS_METERS);
  }

  /** The satellite's letter stands before its number, so that all lines begin a column later. */
  @Test
  void rinex212NavigationOfQzssIsReadToo() throws Exception {
    String gps = rinex2(GPS_TIME, WEEK, SECONDS_OF_WEEK);
    int messages = gps.indexOf(" 5 20 10");
    String shifted = gps.substring(messages).replaceAll("(?m)^", " ").replaceFirst("  5", "J 1");
    OrbitFile file =
        read(
            OrbitSamples.header("     2.12           N                   J", "RINEX VERSION / TYPE")
                + OrbitSamples.header("", "END OF HEADER")
                + shifted.stripTrailing()
                + "\n");
    assertEquals("RINEX 2.12 navigation messages", file.format());
    assertNear(
        CIRCLE.position(SECONDS_OF_WEEK, 600),
        at(file, "J01", UTC.plusSeconds(600)),
        OTHER_CONSTANTS_METERS);
  }

  /** Archives hold headers without a program and with dates as {@code 02-APR- 9 16:53}. */
  @Test
  void ofTheHeaderOfNavigationMessagesTheFirstLineIsEnough() throws Exception {
    String text = gps();
    String program = text.lines().skip(1).findFirst().orElseThrow() + "\n";
    String strange =
        OrbitSamples.header(
                "CCRINEXG V1.4 UX    CDDIS               02-APR- 9 16:53", "PGM / RUN BY / DATE")
            + OrbitSamples.header("XXXX xxxx", "IONOSPHERIC CORR");
    for (String instead : new String[] {"", strange}) {
      String other = text.replace(program, instead);
      assertEquals(Set.of("G05"), read(other).orbits().keySet());
      String unreadable = problem(other.replaceFirst("0\\.0{12}E", "0.000000x0000E"));
      int line = 4 + (int) instead.lines().count();
      assertTrue(unreadable.startsWith("orbits, line " + line + ": "), unreadable);
    }
  }

  @Test
  void sbasInAMixedFileIsNamed() throws Exception {
    OrbitFile file =
        read(
            gps()
                + OrbitSamples.glonassMessage(
                    "S23",
                    UTC.atOffset(ZoneOffset.UTC).toLocalDateTime(),
                    new double[] {42_164_000, 0, 0},
                    new double[3],
                    new double[3]));
    assertEquals(Set.of("G05"), file.orbits().keySet());
    assertEquals(Map.of("S23", "navigation messages of SBAS are not flown"), file.unusable());
  }

  private static final String STO =
      """
      > STO E   IFNV
          2020 10 02 00 00 00 GAUT                                  UTCGAL
           4.320000000000e+05-1.862645149231e-09 0.000000000000e+00 0.000000000000e+00
      """;

  @Test
  void recordsOfRinex4ThatAreNotAboutOrbitsAreNotLookedAt() throws Exception {
    String version4 = gps().replace("     3.04 ", "     4.00 ");
    String both = version4.replace("G05 2020", STO + "> EPH G05 LNAV\nG05 2020");
    assertEquals(Set.of("G05"), read(both).orbits().keySet());
    assertEquals(
        "orbits, line 8: \"> EPH G05 XXXX\" cannot be read, expected RINEX navigation messages",
        problem(both.replace("LNAV", "XXXX")));
    String header = version4.substring(0, version4.indexOf("G05 2020"));
    assertEquals(
        "orbits: holds no orbit messages of GPS, BeiDou, Galileo, GLONASS, QZSS or NavIC, only EOP,"
            + " STO",
        problem(header + STO + "> EOP G05 CNVX\n" + "    2020 10 02 00 00 00\n".repeat(3)));
    assertEquals(
        "orbits: holds no orbit messages of GPS, BeiDou, Galileo, GLONASS, QZSS or NavIC, only a"
            + " header",
        problem(header));
  }

  /** Week 1023 was the last before the first rollover, and began on 15 August 1999. */
  @ParameterizedTest
  @CsvSource({"1999-08-15,1023", "1999-08-22,1024", "1994-01-02,730"})
  void weeksOfTheFirstCycleAreThoseOfTheMessagesOwnDays(LocalDate sunday, int week)
      throws Exception {
    LocalDateTime gpsTime = sunday.plusDays(2).atTime(2, 0);
    double secondsOfWeek = 2 * 86_400 + 7_200;
    OrbitFile file = read(rinex2(gpsTime, week, secondsOfWeek));
    // GPS time was 13 s ahead of UTC in 1999, and 9 s in January 1994.
    Instant utc = gpsTime.toInstant(ZoneOffset.UTC).minusSeconds(week < 1000 ? 9 : 13);
    assertEquals(utc.minusSeconds(7_200), file.knownFrom());
    assertNear(
        CIRCLE.position(secondsOfWeek, 600), at(file, "G05", utc.plusSeconds(600)), MESSAGE_METERS);
  }

  @Test
  void glonassMessageIsIntegratedForHalfAnHour() throws Exception {
    Circle circle = new Circle(25_510_000, 1.13, 0.3, 0.7);
    double[] p = circle.position(0, 0);
    double[] later = circle.position(0, 1);
    double[] sooner = circle.position(0, -1);
    double[] velocity = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      velocity[axis] = (later[axis] - sooner[axis]) / 2;
    }
    OrbitFile file =
        read(
            OrbitSamples.navigation(
                OrbitSamples.glonassMessage("R01", GPS_TIME, p, velocity, new double[3])));
    Instant utc = Instant.parse("2020-10-02T02:00:00Z");
    assertEquals(utc.minusSeconds(1_800), file.knownFrom());
    assertNear(p, at(file, "R01", utc), 1);
    for (int seconds : new int[] {-900, 900}) {
      assertNear(
          circle.position(0, seconds), at(file, "R01", utc.plusSeconds(seconds)), GLONASS_METERS);
    }
  }

  private static String yuma(int week) {
    return yuma(week, 5);
  }

  private static String yuma(int week, int number) {
    return String.format(
        Locale.ROOT,
        """
        ******** Week %d almanac for PRN-%02d ********
        ID:                         %02d
        Health:                     000
        Eccentricity:               0.0000000000E+000
        Time of Applicability(s):  %.4f
        Orbital Inclination(rad):   %.10f
        Rate of Right Ascen(r/s):   0.0000000000E+000
        SQRT(A)  (m 1/2):           %.9f
        Right Ascen at Week(rad):   %.10E
        Argument of Perigee(rad):   0.000000000
        Mean Anom(rad):             %.10E
        Af0(s):                     0.0000000000E+000
        Af1(s/s):                   0.0000000000E+000
        week:                        %d

        """,
        week,
        number,
        number,
        SECONDS_OF_WEEK,
        CIRCLE.inclinationRadians(),
        Math.sqrt(CIRCLE.radiusMeters()),
        CIRCLE.nodeRadians(),
        CIRCLE.meanAnomalyRadians(),
        week);
  }

  @Test
  void yumaAlmanacIsFlownAndItsWeekIsTheNearest() throws Exception {
    for (int week : new int[] {WEEK, WEEK - 2048}) {
      OrbitFile file = read(yuma(week));
      assertEquals("YUMA almanac of 2020-10-02", file.format());
      assertEquals(0, file.orbits().get("G05").age(UTC).toSeconds());
      assertEquals(86_400, file.orbits().get("G05").age(UTC.plusSeconds(86_400)).toSeconds());
      assertNear(
          CIRCLE.position(SECONDS_OF_WEEK, 9_000),
          at(file, "G05", UTC.plusSeconds(9_000)),
          MESSAGE_METERS);
    }
  }

  /** By the count of weeks since 6 January 1980. */
  @ParameterizedTest
  @CsvSource({
    "861, 2026-10-07, 2026-10-07, 2016-02-26", // The latest that is not in the future.
    "861, 2035-10-01, 2026-10-07, 2016-02-26",
    "861, 2016-03-10, 2026-10-07, 2016-02-26",
    "861, 1996-03-10, 2026-10-07, 1996-07-12",
    " 77, 2020-09-26, 2020-09-26, 2020-10-02", // Made for a day of next week.
    " 77, 2020-09-24, 2020-09-24, 2001-02-16",
    " 77, 2001-03-01, 2026-10-07, 2001-02-16",
  })
  void weeksModulo1024AreTheNearestThatAreNotInTheFuture(
      int week, LocalDate near, LocalDate now, LocalDate day) throws Exception {
    assertEquals(
        "YUMA almanac of " + day,
        read(
                yuma(week),
                near.atStartOfDay().toInstant(ZoneOffset.UTC),
                now.atStartOfDay().toInstant(ZoneOffset.UTC))
            .format());
  }

  /** IS-GPS-200, section 3.2.1.3: SBAS has the numbers from 120, QZSS those from 193. */
  @ParameterizedTest
  @CsvSource({"1,G01", "32,G32", "120,S20", "158,S58", "193,J01", "202,J10"})
  void numberInAnAlmanacTellsTheSystem(int number, String prn) throws Exception {
    OrbitFile file = read(yuma(WEEK, number));
    assertEquals(Set.of(prn), file.orbits().keySet());
    assertNear(
        CIRCLE.position(SECONDS_OF_WEEK, 600), at(file, prn, UTC.plusSeconds(600)), MESSAGE_METERS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 33, 119, 159, 192, 203})
  void numberOfNoSatelliteInAnAlmanacIsNotFlown(int number) throws Exception {
    OrbitFile file = read(yuma(WEEK) + yuma(WEEK, number));
    assertEquals(Set.of("G05"), file.orbits().keySet());
    assertEquals(Set.of("PRN " + number), file.unusable().keySet());
  }

  @Test
  void secondAlmanacOfASatelliteIsRejectedAtItsLine() {
    assertEquals(
        "orbits, line 17: second almanac of G05, expected one: remove this one or that of line 2",
        problem(yuma(WEEK) + yuma(WEEK - 1)));
    String record = sem(5).lines().skip(3).collect(Collectors.joining("\n"));
    assertEquals(
        "orbits, line 12: second almanac of G05, expected one: remove this one or that of line 4",
        problem(sem(5).replaceFirst("1", "2") + record));
  }

  private static String sem(int number) {
    double semicircle = Math.PI;
    return String.format(
        Locale.ROOT,
        """
        1 SAMPLE
        %d %d

        %d
        50
        0
        0 %.12E 0
        %.9f %.12E 0
        %.12E 0 0
        0
        11
        """,
        WEEK - 2048,
        Math.round(SECONDS_OF_WEEK),
        number,
        CIRCLE.inclinationRadians() / semicircle - 0.3,
        Math.sqrt(CIRCLE.radiusMeters()),
        CIRCLE.nodeRadians() / semicircle,
        CIRCLE.meanAnomalyRadians() / semicircle);
  }

  @Test
  void semAlmanacIsFlown() throws Exception {
    OrbitFile file = read(sem(5));
    assertEquals("SEM almanac of 2020-10-02", file.format());
    assertNear(
        CIRCLE.position(SECONDS_OF_WEEK, -5_000),
        at(file, "G05", UTC.minusSeconds(5_000)),
        MESSAGE_METERS);
  }

  @Test
  void orekitsMomentForWeeksIsTheCallersAgain() throws Exception {
    DateComponents before = GNSSDate.getRolloverReference();
    try {
      for (DateComponents callers : new DateComponents[] {new DateComponents(2001, 1, 1), null}) {
        GNSSDate.setRolloverReference(callers);
        read(yuma(WEEK - 2048));
        assertEquals(callers, GNSSDate.getRolloverReference());
      }
    } finally {
      GNSSDate.setRolloverReference(before);
    }
  }

  private static String problem(String text) {
    InputFormatException problem = assertThrows(InputFormatException.class, () -> read(text), text);
    assertFalse(problem.getMessage().contains("\n"), problem.getMessage());
    assertTrue(problem.getMessage().startsWith("orbits"), problem.getMessage());
    assertTrue(problem.getMessage().length() < 400, problem.getMessage());
    return problem.getMessage();
  }

  @Test
  void badFilesAreToldInOneLine() {
    String sp3 = sp3(24);
    assertEquals(
        "orbits: begins with \"hello\", expected one of SP3, RINEX navigation messages, YUMA"
            + " almanac, Trimble almanac, SEM almanac",
        problem("hello\n"));
    problem(sp3.substring(0, sp3.length() / 2));
    problem(sp3.substring(0, sp3.indexOf("P" + "G05") + 20));
    problem(sp3.substring(0, 40));
    problem(sp3.replace("#dP", "#zP"));
    problem(sp3.replace("+    3   ", "+  999   ").replace("L99", "   "));
    problem(sp3.replaceFirst("PG05.{14}", "PG05           x.1"));
    problem(sp3.replaceFirst("      24 ORBIT", "99999999 ORBIT"));
    problem(sp3.replaceFirst("\\*  2020", "*  20x0"));
    problem("#dP\n");
    problem(sp3(5));
    String navigation = gps();
    problem(navigation.substring(0, navigation.indexOf("END OF HEADER")));
    problem(navigation.replace("     3.04 ", "     9.99 "));
    problem(navigation.substring(0, navigation.length() - 400));
    String impossible = problem(navigation.replace("2020 10 02", "2020 13 02"));
    assertTrue(impossible.startsWith("orbits, line 5: \"G05 2020 13 02"), impossible);
    assertTrue(impossible.endsWith(": non-existent month 13"), impossible);
    problem(navigation.replace("G05", "X05"));
    String noNumber = problem(navigation.replaceFirst("0\\.0{12}E", "0.000000x0000E"));
    assertTrue(noNumber.startsWith("orbits, line 5: "), noNumber);
    assertTrue(noNumber.endsWith(": \"0.000000x0000E+00\" is not a number"), noNumber);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mean.*      | Nice Anom: 1 | 11: \"Nice Anom: 1\" is not a field of a YUMA almanac,"
            + " expected for example \"ID: 05\"",
        "week:  .*  |            | 1: the satellite has no field \"week\","
            + " expected 13 fields below this line",
        "Af0        | Af1        | 13: Af1(s/s) occurs twice, expected once",
        "SQRT(.*): .*| SQRT: 1,5 | 8: SQRT is \"1,5\", expected 0 to 20000 m^1/2",
        "Time.*      | Time: Infinity | 5: Time is \"Infinity\", expected 0 to 604800 seconds",
        "ID: .*      | ID: -5    | 2: ID is \"-5\", expected a whole number from 0 to 999",
        "Argument.*  | Argument: 54 | 10: Argument is \"54\", expected -6.3 to 6.3 radians",
      })
  void whatIsWrongInYumaIsNamedWithItsPlace(String field, String bad, String problem) {
    String text = yuma(WEEK).replaceFirst(field, bad == null ? "" : bad);
    assertEquals("orbits, line " + problem, problem(text));
  }

  @Test
  void whatIsWrongInSemIsNamedWithItsPlace() {
    String text = sem(5);
    assertEquals(
        "orbits, line 4: PRN is \"x\", expected a whole number from 0 to 999",
        problem(text.replace("\n5\n", "\nx\n")));
    assertEquals(
        "orbits, line 8: argument of perigee is \"\", expected -2 to 2 semicircles",
        problem(text.replaceFirst(" 0\n(\\S+ 0 0\n)", "\n$1")));
    assertEquals(
        "orbits, line 10: health is \"bad\", expected a whole number from 0 to 255",
        problem(text.replace("0\n11\n", "bad\n11\n")));
  }

  @Test
  void whatIsCutInSemIsRefused() {
    String text = sem(5);
    assertEquals(
        "orbits, line 10: the file ends before configuration, expected 8 lines for each satellite"
            + " of line 1",
        problem(text.substring(0, text.lastIndexOf("11"))));
    assertEquals(
        "orbits, line 12: goes on, expected the 1 satellites of line 1", problem(text + "6\n"));
    assertEquals(
        "orbits, line 2: the file ends before PRN, expected 8 lines for each satellite of line 1",
        problem("999 SAMPLE\n77 439200\n"));
    problem("999999999 SAMPLE\n77 439200\n");
    problem("0 SAMPLE\n77 439200\n");
  }

  /** Their inclinations do not count from that of GPS, and no format says from which. */
  @ParameterizedTest
  @ValueSource(ints = {33, 120, 193})
  void satellitesOfOtherSystemsInSemAreNotFlown(int number) {
    assertEquals(
        "orbits: holds no orbit that can be used; the first: PRN %s: not the number of a satellite in"
                .formatted(number)
            + " a SEM almanac",
        problem(sem(number)));
  }

  @Test
  void secondPositionOfASatelliteAtAnEpochIsRejectedAtItsLine() {
    String sp3 = sp3(24);
    String position = sp3.lines().filter(line -> line.startsWith("PG05")).findFirst().orElseThrow();
    int line = (int) sp3.substring(0, sp3.indexOf(position)).lines().count() + 2;
    assertEquals(
        "orbits, line %s, column 1: second position of \"G05\" at this epoch, expected one"
            .formatted(line),
        problem(sp3.replace(position, position + "\n" + position)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0G5", "G-1", "g05", "G5 ", "\u0001\u0001\u0001"})
  void identifierOfSp3WithoutLetterAndNumberIsRejectedAtItsColumn(String satellite) {
    assertEquals(
        "orbits, line 3, column 10: satellite %s, expected a letter and a number such as G05"
            .formatted(TextFile.quoted(satellite)),
        problem(sp3(24).replace("G05", satellite)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"   0", "  20", " -90", "20x0"})
  void yearOfSp3WithoutSatelliteNavigationIsRejectedAtItsLine(String year) {
    String sp3 = sp3(24);
    int line = (int) sp3.substring(0, sp3.indexOf("*  2020")).lines().count() + 1;
    assertEquals(
        "orbits, line %s: year \"%s\", expected 1980 to 2100".formatted(line, year.strip()),
        problem(sp3.replace("*  2020", "*  " + year)));
    assertEquals(
        "orbits, line 1: year \"%s\", expected 1980 to 2100".formatted(year.strip()),
        problem(sp3.replace("#dP2020", "#dP" + year)));
  }

  @Test
  void epochThatComesTwiceInSp3IsRejectedAtItsLine() {
    String sp3 = sp3(24);
    String[] epochs =
        sp3.lines().filter(line -> line.startsWith("*")).limit(3).toArray(String[]::new);
    int line = (int) sp3.substring(0, sp3.indexOf(epochs[2])).lines().count() + 1;
    assertEquals(
        "orbits, line %s: the same epoch as before, expected a later one".formatted(line),
        problem(sp3.replace(epochs[2], epochs[1])));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Infinity", "43920610000"})
  void yumaAlmanacOfNoDayIsRejected(String time) {
    assertEquals(
        "orbits, line 5: Time of Applicability(s) is \"%s\", expected 0 to 604800 seconds"
            .formatted(time),
        problem(yuma(WEEK).replaceFirst("(?<=Applicability\\(s\\):  )\\S+", time)));
  }

  @Test
  void cutGzipIsToldInOneLine() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(sp3(24).getBytes(StandardCharsets.UTF_8));
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    assertEquals(
        "orbits.gz: is a damaged gzip file",
        assertThrows(
                InputFormatException.class,
                () -> TextFile.read("orbits.gz", new ByteArrayInputStream(cut)))
            .getMessage());
  }

  /** A message whose number on a line (0 is the clock's) and in a column of four is another. */
  private static String with(String message, int line, int column, double value) {
    String[] lines = message.split("\n", -1);
    int begin = 4 + 19 * column;
    lines[line] =
        lines[line].substring(0, begin)
            + OrbitSamples.numbers(new double[] {value})
            + lines[line].substring(begin + 19);
    return String.join("\n", lines);
  }

  /**
   * GPS: IS-GPS-200, 20.3.3.3.1.4. QZSS: IS-QZSS-PNT, the first of six bits is about L1. Galileo:
   * RINEX 3.04, table A8, bits from the lowest: E1-B data validity, E1-B signal (2), E5a data, E5a
   * signal (2), E5b data, E5b signal (2). BeiDou: SatH1. NavIC: flags of L5 and S.
   */
  @ParameterizedTest
  @CsvSource({
    "G05,0,true",
    "G05,63,false",
    "G05,1,false",
    "J02,0,true",
    "J02,1,true",
    "J02,62,false",
    "E05,0,true",
    "E05,1,false",
    "E05,6,false",
    "E05,8,false",
    "E05,48,false",
    "E05,64,false",
    "E05,384,false",
    "C19,0,true",
    "C19,1,false",
    "C05,1,false",
    "I03,0,true",
    "I03,1,false",
    "I03,2,false"
  })
  void messageReportsHealth(String prn, int bits, boolean isHealthy) throws Exception {
    int week = prn.startsWith("C") ? WEEK - 1356 : WEEK;
    String message = OrbitSamples.gpsMessage(prn, GPS_TIME, week, SECONDS_OF_WEEK, CIRCLE);
    OrbitFile file = read(OrbitSamples.navigation(with(message, 6, 1, bits)));
    Instant own = prn.startsWith("C") ? UTC.plusSeconds(14) : UTC;
    assertEquals(
        Optional.of(new Health(isHealthy, "health " + bits + " in its message of " + own, own)),
        file.orbits().get(prn).health(UTC, UTC));
  }

  /** GLONASS ICD 5.1, 4.4: the highest of the three bits of Bn; or 1 for it, by RINEX 3.04. */
  @ParameterizedTest
  @CsvSource({"0,true", "1,false", "4,false"})
  void glonassReportsHealth(int bits, boolean isHealthy) throws Exception {
    String message =
        OrbitSamples.glonassMessage(
            "R05",
            LocalDateTime.of(2020, 10, 2, 1, 45),
            new double[] {25_508_000, 0, 0},
            new double[] {0, 1_000, 2_800},
            new double[3]);
    OrbitFile file = read(OrbitSamples.navigation(with(message, 1, 3, bits)));
    Instant own = Instant.parse("2020-10-02T01:45:00Z");
    assertEquals(isHealthy, file.orbits().get("R05").health(own, own).orElseThrow().isHealthy());
  }

  /**
   * CNAV: IS-GPS-200, 30.3.3.1.1.2, the bits of L1, L2 and L5, which a satellite without L5 sets.
   * CNAV-2: IS-GPS-800, subframe 2. BeiDou: HS of B1C, B2a and B2b.
   */
  @ParameterizedTest
  @CsvSource({
    "G05,CNAV,6,1,true",
    "G05,CNAV,6,2,false",
    "G05,CNAV,6,4,false",
    "G05,CNV2,6,1,false",
    "J02,CNAV,6,1,true",
    "C19,CNV1,8,0,true",
    "C19,CNV1,8,1,false",
    "C19,CNV3,7,1,false"
  })
  void civilMessageReportsHealth(String prn, String kind, int line, int bits, boolean isHealthy)
      throws Exception {
    String message = OrbitSamples.civilMessage(prn, kind, GPS_TIME, WEEK, SECONDS_OF_WEEK, CIRCLE);
    OrbitFile file =
        read(
            OrbitSamples.navigation(with(message, line + 1, 1, bits))
                .replace("     3.04 ", "     4.00 "));
    assertEquals(isHealthy, file.orbits().get(prn).health(UTC, UTC).orElseThrow().isHealthy());
  }

  /** A message counts from and to the middle between it and its neighbours. */
  @Test
  void healthIsThatOfTheMessagesOfTheWindow() throws Exception {
    OrbitFile file =
        read(
            OrbitSamples.navigation(
                OrbitSamples.gpsMessage("G05", GPS_TIME, WEEK, SECONDS_OF_WEEK, CIRCLE)
                    + with(
                        OrbitSamples.gpsMessage(
                            "G05",
                            GPS_TIME.plusHours(2),
                            WEEK,
                            SECONDS_OF_WEEK + 7_200,
                            CIRCLE.later(7_200)),
                        6,
                        1,
                        63)
                    + OrbitSamples.gpsMessage(
                        "G05",
                        GPS_TIME.plusHours(4),
                        WEEK,
                        SECONDS_OF_WEEK + 14_400,
                        CIRCLE.later(14_400))));
    ProvidedOrbit orbit = file.orbits().get("G05");
    for (int[] minutes :
        new int[][] {{0, 59, 1}, {0, 61, 0}, {61, 179, 0}, {0, 240, 0}, {181, 240, 1}}) {
      Health health =
          orbit
              .health(UTC.plusSeconds(60L * minutes[0]), UTC.plusSeconds(60L * minutes[1]))
              .orElseThrow();
      assertEquals(minutes[2] == 1, health.isHealthy(), Arrays.toString(minutes));
    }
    assertEquals(Optional.empty(), orbit.health(UTC, UTC.plusSeconds(86_400)));
    assertEquals(Optional.empty(), read(sp3(24)).orbits().get("G05").health(START, START));
  }

  @Test
  void almanacReportsHealth() throws Exception {
    for (String bits : List.of("000", "063")) {
      String yuma = yuma(WEEK).replaceFirst("Health:( *)000", "Health:$1" + bits);
      assertEquals(
          Optional.of(new Health(bits.equals("000"), "health " + Integer.parseInt(bits), UTC)),
          read(yuma).orbits().get("G05").health(START, START));
    }
  }
}
