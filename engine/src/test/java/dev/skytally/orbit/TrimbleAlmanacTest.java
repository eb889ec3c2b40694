package dev.skytally.orbit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.OrbitSamples.Circle;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trimble's almanac text. Its format is known from files alone. */
class TrimbleAlmanacTest {
  private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

  /** Second 147456 of GPS week 2082, 18 seconds ahead of UTC. */
  private static final Instant APPLICABLE = Instant.parse("2019-12-02T16:57:18Z");

  private static final int SECONDS_OF_WEEK = 147_456;
  private static final double NODE_DEGREES = 47.905;
  private static final double NODE_RATE_DEGREES_PER_SECOND = -4.525e-7;

  /** Of four digits of a second of the week, seven of the rest. */
  private static final double TOLERANCE_METERS = 0.01;

  /** The columns of one satellite beside each other, as many as there are numbers. */
  private static String block(int... numbers) {
    String[] column = {
      "0",
      "0.000000",
      "5153.6",
      "47.905",
      "0.000",
      "-4.885",
      "147456",
      "2.0538",
      "-0.0004525",
      "-329017.6",
      "0.00",
      "2082"
    };
    StringBuilder text = new StringBuilder();
    for (int number : numbers) {
      text.append(String.format(Locale.ROOT, "%10d", number));
    }
    for (String field : column) {
      text.append('\n').append(String.format(Locale.ROOT, "%10s", field).repeat(numbers.length));
    }
    return text + "\n\n";
  }

  private static OrbitFile read(String text) throws IOException {
    return OrbitFile.read(TextFile.of("x.alm", text), NOW, NOW);
  }

  private static String problem(String text) {
    return assertThrows(InputFormatException.class, () -> read(text)).getMessage();
  }

  private static double[] expected(double secondsAfter) {
    double node = NODE_DEGREES + NODE_RATE_DEGREES_PER_SECOND * secondsAfter;
    return new Circle(
            5153.6 * 5153.6, Math.toRadians(56.0538), Math.toRadians(node), Math.toRadians(-4.885))
        .position(SECONDS_OF_WEEK, secondsAfter);
  }

  private static double[] at(OrbitFile file, String prn, Instant utc) throws PropagationException {
    double[][] axes = new double[3][1];
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, utc);
    file.orbits()
        .get(prn)
        .over(utc, utc)
        .propagate(new PropagationNodes(new long[] {micros}, EarthOrientation.mean()), axes);
    return new double[] {axes[0][0], axes[1][0], axes[2][0]};
  }

  @Test
  void everyColumnOfEveryBlockIsFlown() throws Exception {
    OrbitFile file = read(block(1, 32, 38, 61, 111, 117) + block(120, 201, 236, 264, 322));
    assertEquals("Trimble almanac of 2019-12-02", file.format());
    assertEquals(
        Set.of("G01", "G32", "R01", "R24", "J01", "J07", "S20", "E01", "E36", "C01", "C59"),
        file.orbits().keySet());
    for (String prn : file.orbits().keySet()) {
      for (int secondsAfter : new int[] {0, 20_000, -2_000_000}) {
        assertArrayEquals(
            expected(secondsAfter),
            at(file, prn, APPLICABLE.plusSeconds(secondsAfter)),
            TOLERANCE_METERS,
            prn);
      }
    }
  }

  @Test
  void linesMayEndAsOnWindows() throws IOException {
    assertEquals(Set.of("G01"), read(block(1).replace("\n", "\r\n")).orbits().keySet());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 33, 37, 65, 110, 159, 200, 237, 263, 327})
  void otherNumbersAreOfNoSatellite(int number) throws IOException {
    OrbitFile file = read(block(1, number));
    assertEquals(Set.of("G01"), file.orbits().keySet());
    assertEquals(Set.of("PRN " + number), file.unusable().keySet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  0.000000|  0.00x000|3, column 1|eccentricity is \"0.00x000\", expected 0 to 0.999",
        "    5153.6|          |4, column 1|square root of the semi-major axis is \"\","
            + " expected 0 to 20000 m^1/2",
        "    47.905|   447.905|5, column 1|longitude of the node is \"447.905\","
            + " expected -360 to 360 degrees",
        "     0.000|      0,00|6, column 1|argument of perigee is \"0,00\","
            + " expected -360 to 360 degrees",
        "    -4.885|  Infinity|7, column 1|mean anomaly is \"Infinity\","
            + " expected -360 to 360 degrees",
        "    147456|    647456|8, column 1|time of applicability is \"647456\","
            + " expected 0 to 604800 seconds",
        "    2.0538|   -2.0e38|9, column 1|inclination is \"-2.0e38\","
            + " expected -54 to 126 degrees",
        "-0.0004525|       NaN|10, column 1|rate of the node is \"NaN\","
            + " expected -1 to 1 degrees in 1000 s",
        "      2082|     2 082|13, column 1|week is \"2 082\","
            + " expected a whole number from 0 to 9999",
      })
  void whatCannotBeReadIsNamedWithItsPlace(String field, String bad, String place, String what) {
    assertEquals("x.alm, line %s: %s".formatted(place, what), problem(replaced(field, bad)));
  }

  @Test
  void secondAlmanacOfASatelliteIsRejectedAtItsColumn() {
    assertEquals(
        "x.alm, line 15, column 21: second almanac of G07, expected one: remove this one or that of"
            + " line 1",
        problem(block(7, 1) + block(2, 3, 7)));
  }

  /** JUnit strips what stands between the bars. */
  private static String replaced(String field, String bad) {
    return block(5)
        .replaceFirst(
            "(?m)^%10s$".formatted(field), "%10s".formatted(bad == null ? "" : bad.strip()));
  }

  @Test
  void laterColumnsAndLinesAreCounted() {
    List<String> lines = block(1, 2).lines().toList();
    String bad = String.join("\n", lines).replace(lines.get(1), "         0        zz");
    assertEquals(
        "x.alm, line 16, column 11: health is \"zz\", expected 00 to ff", problem(block(3) + bad));
  }

  @Test
  void whatIsCutIsRefused() {
    String text = block(1, 2);
    assertEquals(
        "x.alm, line 15: the file ends 6 lines after this one, expected 13 lines for these"
            + " satellites",
        problem(text + text.substring(0, text.indexOf("   147456")).stripTrailing()));
    assertEquals(
        "x.alm, line 13, column 21: goes on, expected 2 satellites as in line 1",
        problem(text.replace("      2082      2082", "      2082      2082      2082")));
  }
}
