package dev.skytally.orbit;

import dev.skytally.elements.ElementSet;
import dev.skytally.reference.EarthFixedPositions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** Small files of orbits, written by the formats' descriptions. */
public final class OrbitSamples {
  /** GPS time is ahead of UTC by that since 2017. */
  public static final int GPS_MINUS_UTC_SECONDS = 18;

  private OrbitSamples() {}

  /** A satellite's name and its Earth-fixed position, metres, by seconds since the file's start. */
  public record Flight(String prn, DoubleFunction<double[]> positionMeters) {}

  /** An SP3-d file of equal steps, in GPS time. */
  public static String sp3(Instant startUtc, int stepSeconds, int epochs, List<Flight> satellites) {
    LocalDateTime start =
        LocalDateTime.ofInstant(startUtc.plusSeconds(GPS_MINUS_UTC_SECONDS), ZoneOffset.UTC);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(Locale.ROOT, "#dP%s %7d ORBIT IGS20 FIT TEST%n", epoch(start), epochs));
    text.append(
        String.format(
            Locale.ROOT,
            "## 2125 432000.00000000 %14.8f 59061 0.0000000000000%n",
            (double) stepSeconds));
    for (int first = 0; first < satellites.size(); first += 17) {
      text.append(
          first == 0 ? String.format(Locale.ROOT, "+  %3d   ", satellites.size()) : "+        ");
      for (int i = first; i < first + 17; i++) {
        text.append(i < satellites.size() ? satellites.get(i).prn() : "  0");
      }
      text.append('\n');
    }
    for (int first = 0; first < satellites.size(); first += 17) {
      text.append("++       ").append("  0".repeat(17)).append('\n');
    }
    text.append("%c M  cc GPS ccc cccc cccc cccc cccc ccccc ccccc ccccc ccccc\n");
    text.append("%c cc cc ccc ccc cccc cccc cccc cccc ccccc ccccc ccccc ccccc\n");
    text.append("%f  1.2500000  1.025000000  0.00000000000  0.000000000000000\n");
    text.append("%f  0.0000000  0.000000000  0.00000000000  0.000000000000000\n");
    text.append("%i    0    0    0    0      0      0      0      0         0\n");
    text.append("%i    0    0    0    0      0      0      0      0         0\n");
    text.append("/* A SAMPLE\n");
    for (int k = 0; k < epochs; k++) {
      double seconds = (double) k * stepSeconds;
      text.append("*  ").append(epoch(start.plusSeconds((long) k * stepSeconds))).append('\n');
      for (Flight flight : satellites) {
        double[] position = flight.positionMeters().apply(seconds);
        text.append(
            String.format(
                Locale.ROOT,
                "P%s%14.6f%14.6f%14.6f%14.6f%n",
                flight.prn(),
                position[0] / 1000,
                position[1] / 1000,
                position[2] / 1000,
                999999.999999));
      }
    }
    return text.append("EOF\n").toString();
  }

  private static String epoch(LocalDateTime time) {
    return String.format(
        Locale.ROOT,
        "%4d %2d %2d %2d %2d %11.8f",
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        (double) time.getSecond());
  }

  /** An SP3 file of what element sets say, each position changed in some way. */
  public static String sp3(
      Map<String, ElementSet> byPrn, Instant startUtc, Duration duration, Change change) {
    int stepSeconds = 900;
    int epochs = (int) (duration.toSeconds() / stepSeconds) + 1;
    List<Flight> flights = new ArrayList<>();
    byPrn.forEach(
        (prn, elements) ->
            flights.add(
                new Flight(
                    prn,
                    seconds -> change.of(elements, startUtc.plusSeconds(Math.round(seconds))))));
    return sp3(startUtc, stepSeconds, epochs, flights);
  }

  /** An Earth-fixed position of an element set's satellite, perhaps changed. */
  public interface Change {
    double[] of(ElementSet elements, Instant utc);
  }

  /** The position as it is. */
  public static double[] position(ElementSet elements, Instant utc) {
    try {
      return EarthFixedPositions.at(elements, utc);
    } catch (PropagationException e) {
      throw new AssertionError(e);
    }
  }

  /** An orbit by its Earth-fixed state, by seconds since its beginning. */
  public static ProvidedOrbit orbit(Instant from, Instant to, DoubleFunction<PVCoordinates> state)
      throws PropagationException {
    AbsoluteDate begin = OrekitContext.date(from);
    OrbitArc arc =
        new OrbitArc(
            date -> state.apply(date.durationFrom(begin)), new OrbitFile.Stretch(from, to));
    return new ProvidedOrbit(List.of(arc), Duration.ZERO, List.of());
  }

  /** A RINEX 3 line of a header. */
  static String header(String content, String label) {
    return String.format(Locale.ROOT, "%-60s%-20s%n", content, label);
  }

  /** A RINEX 3 file of navigation messages. */
  static String navigation(String messages) {
    return header("     3.04           N: GNSS NAV DATA    M: MIXED", "RINEX VERSION / TYPE")
        + header(
            "sample              nobody              20201002 000000 UTC", "PGM / RUN BY / DATE")
        + header("    18", "LEAP SECONDS")
        + header("", "END OF HEADER")
        + messages;
  }

  /** A healthy satellite's message of GLONASS in RINEX 3; metres and seconds. */
  static String glonassMessage(
      String prn, LocalDateTime utc, double[] position, double[] velocity, double[] acceleration) {
    StringBuilder text = new StringBuilder(prn);
    text.append(utc.format(DateTimeFormatter.ofPattern(" yyyy MM dd HH mm ss", Locale.ROOT)));
    text.append(numbers(new double[] {0, 0, 0})).append('\n');
    for (int axis = 0; axis < 3; axis++) {
      text.append("    ")
          .append(
              numbers(
                  new double[] {
                    position[axis] / 1000, velocity[axis] / 1000, acceleration[axis] / 1000, 0
                  }))
          .append('\n');
    }
    return text.toString();
  }

  /** A circular orbit's message of GPS in RINEX 3, without harmonics. */
  static String gpsMessage(
      String prn, LocalDateTime gpsTime, int week, double secondsOfWeek, Circle circle) {
    double[] orbit = {
      1,
      0,
      0,
      circle.meanAnomalyRadians(),
      0,
      0,
      0,
      Math.sqrt(circle.radiusMeters()),
      secondsOfWeek,
      0,
      circle.nodeRadians(),
      0,
      circle.inclinationRadians(),
      0,
      0,
      0,
      0,
      0,
      week,
      0,
      2,
      0,
      0,
      1,
      secondsOfWeek,
      4,
      0,
      0
    };
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s %04d %02d %02d %02d %02d %02d",
            prn,
            gpsTime.getYear(),
            gpsTime.getMonthValue(),
            gpsTime.getDayOfMonth(),
            gpsTime.getHour(),
            gpsTime.getMinute(),
            gpsTime.getSecond()));
    text.append(numbers(new double[] {0, 0, 0})).append('\n');
    for (int line = 0; line < orbit.length; line += 4) {
      double[] four = {orbit[line], orbit[line + 1], orbit[line + 2], orbit[line + 3]};
      text.append("    ").append(numbers(four)).append('\n');
    }
    return text.toString();
  }

  /**
   * A circular orbit's civil message in RINEX 4, predicted a day before.
   *
   * @param kind {@code CNAV}, {@code CNV1}, {@code CNV2} or {@code CNV3}
   */
  static String civilMessage(
      String prn, String kind, LocalDateTime clock, int week, double secondsOfWeek, Circle circle) {
    boolean beidou = prn.startsWith("C");
    double predicted = (secondsOfWeek + 6 * 86_400) % 604_800;
    double[] orbit = {
      0,
      0,
      0,
      circle.meanAnomalyRadians(),
      0,
      0,
      0,
      Math.sqrt(circle.radiusMeters()),
      beidou ? secondsOfWeek : predicted,
      0,
      circle.nodeRadians(),
      0,
      circle.inclinationRadians(),
      0,
      0,
      0,
      0,
      0,
      beidou ? 3 : 0,
      beidou ? predicted : 0,
    };
    int linesAfter = kind.equals("CNAV") || kind.equals("CNV3") ? 3 : 4;
    StringBuilder text = new StringBuilder("> EPH %s %s\n%s".formatted(prn, kind, prn));
    text.append(clock.format(DateTimeFormatter.ofPattern(" yyyy MM dd HH mm ss", Locale.ROOT)));
    text.append(numbers(new double[] {0, 0, 0})).append('\n');
    for (int line = 0; line < orbit.length; line += 4) {
      text.append("    ").append(numbers(Arrays.copyOfRange(orbit, line, line + 4))).append('\n');
    }
    text.append(("    " + numbers(new double[4]) + "\n").repeat(linesAfter - 1));
    return text.append("    ")
        .append(numbers(new double[] {secondsOfWeek, beidou ? 0 : week, 0, 0}))
        .append('\n')
        .toString();
  }

  static String numbers(double[] values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(String.format(Locale.ROOT, "%19.12E", value));
    }
    return text.toString();
  }

  /**
   * A circular orbit as navigation messages tell it.
   *
   * @param nodeRadians the node's longitude at the beginning of the week
   * @param meanAnomalyRadians from the node, at the message's time
   */
  record Circle(
      double radiusMeters,
      double inclinationRadians,
      double nodeRadians,
      double meanAnomalyRadians) {
    private static final double MU = 3.986005e14;
    private static final double EARTH_ROTATION = 7.2921151467e-5;

    private double meanMotion() {
      return Math.sqrt(MU / Math.pow(radiusMeters, 3));
    }

    /** The same orbit as a later message of the same week tells it. */
    Circle later(double seconds) {
      return new Circle(
          radiusMeters,
          inclinationRadians,
          nodeRadians,
          meanAnomalyRadians + meanMotion() * seconds);
    }

    /** The Earth-fixed position by the interface specification IS-GPS-200, table 20-IV. */
    double[] position(double secondsOfMessage, double secondsSince) {
      double u = meanAnomalyRadians + meanMotion() * secondsSince;
      double node = nodeRadians - EARTH_ROTATION * (secondsOfMessage + secondsSince);
      double x = radiusMeters * Math.cos(u);
      double y = radiusMeters * Math.sin(u);
      return new double[] {
        x * Math.cos(node) - y * Math.cos(inclinationRadians) * Math.sin(node),
        x * Math.sin(node) + y * Math.cos(inclinationRadians) * Math.cos(node),
        y * Math.sin(inclinationRadians)
      };
    }
  }
}
