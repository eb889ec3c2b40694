package dev.skytally.orbit;

import dev.skytally.elements.Health;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.BroadcastMessages.Message;
import dev.skytally.orbit.OrbitFile.Stretch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.files.rinex.navigation.RinexNavigation;
import org.orekit.files.rinex.navigation.RinexNavigationParser;
import org.orekit.propagation.analytical.gnss.data.AbstractAlmanac;
import org.orekit.propagation.analytical.gnss.data.AbstractNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.GLONASSNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.GPSLegacyNavigationMessage;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.GNSSDate;
import org.orekit.time.TimeStamped;

/**
 * Reads RINEX navigation messages, which contain the orbits and health that satellites broadcast.
 *
 * <p>A satellite has one arc for each sequence of messages without a gap.
 */
final class NavigationReader {
  private static final double REACH_SECONDS = 7_200;

  /**
   * A file covers a day of GPS time, which is up to 18 seconds ahead of UTC, and many messages have
   * a time 16 seconds before the hour. So the validity of the last message ends before the UTC day.
   */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final double GLONASS_REACH_SECONDS = 1_800;

  /** Messages before and after a manoeuvre differ by some kilometres, others by less. */
  private static final double MOST_APART_METERS = 200e3;

  /** The reference time of a message is within hours of its clock's. */
  private static final double SECONDS_PER_WEEK = 7 * 86_400;

  private static final String CUT_MESSAGE = "one of its messages is truncated";

  /** BeiDou's interface specification B1I 3.0, section 5.1: 1 to 5 and 59 to 63. */
  private static final Set<String> GEOSTATIONARY_BEIDOU =
      Set.of("C01", "C02", "C03", "C04", "C05", "C59", "C60", "C61", "C62", "C63");

  private final NavigableSet<String> otherRecords = new TreeSet<>();
  private final TextFile file;
  private final OrbitFileBuilder orbits;

  private NavigationReader(TextFile file, OrbitFileBuilder orbits) {
    this.file = file;
    this.orbits = orbits;
  }

  /**
   * Reads all satellites of a file.
   *
   * @return a description of the file, for people
   */
  static String read(TextFile file, Instant weeksNear, OrbitFileBuilder orbits) throws IOException {
    return OrekitReading.withWeeksNear(weeksNear, new NavigationReader(file, orbits)::read);
  }

  private RinexNavigation parseNavigation() throws IOException {
    KeptLines lines = NavigationText.of(file.text(), otherRecords);
    return OrekitReading.parse(
        file,
        file.source(),
        "RINEX navigation messages",
        source ->
            lines.parse(
                source.getName(), new RinexNavigationParser(OrekitContext.timeScales())::parse));
  }

  /**
   * Parses messages with the weeks that their own dates give. Orekit takes weeks below 1024, such
   * as those before August 1999, as weeks modulo 1024. But a message also has the calendar date of
   * its clock, which decides the week here.
   */
  private RinexNavigation parseNavigationInItsWeeks() throws IOException {
    RinexNavigation navigation = parseNavigation();
    for (List<GPSLegacyNavigationMessage> messages :
        navigation.getGPSLegacyNavigationMessages().values()) {
      for (GPSLegacyNavigationMessage message : messages) {
        AbsoluteDate clock = message.getEpochToc();
        if (message.getDate() != null
            && OrekitContext.isOfNavigation(clock)
            && Math.abs(message.getDate().durationFrom(clock)) > SECONDS_PER_WEEK) {
          return OrekitReading.withWeeksNear(
              clock.toInstant(OrekitContext.timeScales()), this::parseNavigation);
        }
      }
    }
    return navigation;
  }

  private String read() throws IOException {
    RinexNavigation navigation = parseNavigationInItsWeeks();
    NavigableMap<String, List<Message>> bySatellite = new TreeMap<>();
    addKeplerian(bySatellite, 'G', navigation.getGPSLegacyNavigationMessages().values());
    addKeplerian(bySatellite, 'C', navigation.getBeidouLegacyNavigationMessages().values());
    addKeplerian(bySatellite, 'E', navigation.getGalileoNavigationMessages().values());
    addKeplerian(bySatellite, 'J', navigation.getQZSSLegacyNavigationMessages().values());
    addKeplerian(bySatellite, 'I', navigation.getNavICLegacyNavigationMessages().values());
    NavigableMap<String, List<Message>> civil = new TreeMap<>();
    addCivil(civil, 'G', navigation.getGPSCivilianNavigationMessages().values());
    addCivil(civil, 'C', navigation.getBeidouCivilianNavigationMessages().values());
    addCivil(civil, 'J', navigation.getQZSSCivilianNavigationMessages().values());
    addCivil(civil, 'I', navigation.getNavICL1NVNavigationMessages().values());
    civil.forEach(bySatellite::putIfAbsent);
    bySatellite.forEach((prn, messages) -> orbits.add(prn, () -> broadcast(messages, false)));
    for (List<GLONASSNavigationMessage> messages :
        navigation.getGlonassNavigationMessages().values()) {
      List<Message> integrable = new ArrayList<>();
      for (GLONASSNavigationMessage message : messages) {
        if (OrekitContext.isOfNavigation(message.getDate())) {
          integrable.add(message(message, new GlonassMotion(message)));
        }
      }
      orbits.add(OrbitFile.prn('R', messages.get(0).getPRN()), () -> broadcast(integrable, true));
    }
    if (orbits.isEmpty()) {
      otherRecords.addAll(
          navigation.getSBASNavigationMessages().isEmpty() ? Set.of() : Set.of("SBAS"));
      throw file.problem(
          0,
          0,
          "holds no orbit messages of GPS, BeiDou, Galileo, GLONASS, QZSS or NavIC, only "
              + (otherRecords.isEmpty() ? "a header" : String.join(", ", otherRecords)));
    }
    navigation
        .getSBASNavigationMessages()
        .values()
        .forEach(
            messages ->
                orbits.reject(
                    OrbitFile.prn('S', messages.get(0).getPRN() % 100),
                    "navigation messages of SBAS are not flown"));
    String version = file.text().strip().replaceFirst("(?s)[^0-9.].*", "");
    return "RINEX " + version + " navigation messages";
  }

  private void addKeplerian(
      NavigableMap<String, List<Message>> bySatellite,
      char letter,
      Collection<? extends List<? extends AbstractAlmanac<?>>> all) {
    for (List<? extends AbstractAlmanac<?>> ofOne : all) {
      for (AbstractAlmanac<?> message : ofOne) {
        String prn = OrbitFile.prn(letter, message.getPRN());
        if (message.getDate() == null || !(message.getSma() > 0)) {
          orbits.reject(prn, CUT_MESSAGE);
        } else if (OrekitContext.isOfNavigation(message.getDate())) {
          try {
            Message flown = keplerian(prn, message);
            bySatellite.computeIfAbsent(prn, p -> new ArrayList<>()).add(flown);
          } catch (PropagationException e) {
            orbits.reject(prn, e.getMessage());
          }
        } else {
          orbits.reject(prn, OrekitContext.NOT_OF_NAVIGATION);
        }
      }
    }
  }

  /**
   * Adds civil messages. RINEX gives those of BeiDou without a week, and those of the others
   * without an ephemeris time, because it is the time of the clock; Orekit takes a wrong number as
   * this time.
   */
  private void addCivil(
      NavigableMap<String, List<Message>> bySatellite,
      char letter,
      Collection<? extends List<? extends AbstractNavigationMessage<?>>> all) {
    for (List<? extends AbstractNavigationMessage<?>> ofOne : all) {
      for (AbstractNavigationMessage<?> message : ofOne) {
        if (message.getEpochToc() == null) {
          continue;
        }
        GNSSDate clock =
            new GNSSDate(message.getEpochToc(), message.getSystem(), OrekitContext.timeScales());
        if (letter != 'C') {
          message.setTime(clock.getSecondsInWeek());
        }
        double laterSeconds = clock.getSecondsInWeek() - message.getTime();
        message.setWeek(clock.getWeekNumber() + (int) Math.round(laterSeconds / SECONDS_PER_WEEK));
      }
    }
    addKeplerian(bySatellite, letter, all);
  }

  private static Message keplerian(String prn, AbstractAlmanac<?> message)
      throws PropagationException {
    EarthFixedMotion untilted = GnssMotion.of(message);
    return message(
        message,
        GEOSTATIONARY_BEIDOU.contains(prn)
            ? new TiltedMotion(untilted, message.getDate())
            : untilted);
  }

  private static Message message(TimeStamped message, EarthFixedMotion motion) {
    AbsoluteDate own = message.getDate();
    return new Message(
        own, motion, HealthBits.of(message, own.toInstant(OrekitContext.timeScales())));
  }

  /** Returns an orbit with one arc for each sequence of messages without a gap. */
  private static ProvidedOrbit broadcast(List<Message> messages, boolean integrated)
      throws PropagationException {
    if (messages.isEmpty()) {
      throw new PropagationException(CUT_MESSAGE);
    }
    double reachSeconds = integrated ? GLONASS_REACH_SECONDS : REACH_SECONDS;
    messages.sort(Comparator.comparing(Message::date));
    List<OrbitArc> arcs = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= messages.size(); next++) {
      if (next == messages.size()
          || messages.get(next).date().durationFrom(messages.get(next - 1).date())
              > 2 * reachSeconds) {
        arcs.add(arc(messages.subList(first, next), reachSeconds));
        first = next;
      } else {
        requireOneOrbit(messages.get(next - 1), messages.get(next));
      }
    }
    List<Health> healths = messages.stream().map(Message::health).toList();
    return new ProvidedOrbit(arcs, SLACK, healths);
  }

  /**
   * Rejects messages that contradict each other. Receivers write some messages with a wrong
   * element, or under another satellite's number.
   */
  private static void requireOneOrbit(Message earlier, Message later) throws PropagationException {
    AbsoluteDate between = earlier.date().shiftedBy(later.date().durationFrom(earlier.date()) / 2);
    double apartMeters =
        Vector3D.distance(
            OrbitArc.ask(earlier.motion(), between).getPosition(),
            OrbitArc.ask(later.motion(), between).getPosition());
    if (!(apartMeters <= MOST_APART_METERS)) {
      throw new PropagationException(
          String.format(
              Locale.ROOT,
              "its messages of %s and %s are of two orbits, %.0f km apart",
              OrekitContext.instant(earlier.date()),
              OrekitContext.instant(later.date()),
              apartMeters / 1_000));
    }
  }

  private static OrbitArc arc(List<Message> messages, double reachSeconds)
      throws PropagationException {
    Duration reach = Duration.ofMillis(Math.round(1000 * reachSeconds));
    Stretch known =
        new Stretch(
            OrekitContext.instant(messages.get(0).date()).minus(reach),
            OrekitContext.instant(messages.get(messages.size() - 1).date()).plus(reach));
    return new OrbitArc(new BroadcastMessages(messages), known);
  }
}
