package dev.skytally.orbit;

import dev.skytally.elements.Health;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.orbit.BroadcastMessages.Message;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.errors.OrekitException;
import org.orekit.files.rinex.navigation.RinexNavigation;
import org.orekit.files.rinex.navigation.RinexNavigationParser;
import org.orekit.files.sp3.SP3;
import org.orekit.files.sp3.SP3Coordinate;
import org.orekit.files.sp3.SP3Ephemeris;
import org.orekit.files.sp3.SP3Parser;
import org.orekit.files.sp3.SP3Segment;
import org.orekit.frames.Frame;
import org.orekit.propagation.analytical.gnss.GNSSPropagator;
import org.orekit.propagation.analytical.gnss.GNSSPropagatorBuilder;
import org.orekit.propagation.analytical.gnss.data.AbstractAlmanac;
import org.orekit.propagation.analytical.gnss.data.AbstractNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.GLONASSNavigationMessage;
import org.orekit.propagation.analytical.gnss.data.GPSAlmanac;
import org.orekit.propagation.analytical.gnss.data.GPSLegacyNavigationMessage;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.GNSSDate;
import org.orekit.time.TimeStamped;

/**
 * Orbits that a file tells by other means than element sets, each of a satellite named by its PRN:
 *
 * <ul>
 *   <li>SP3 a to d, precise positions of the centres of mass. They are Earth-fixed in whatever
 *       realisation of ITRF, which differ by centimetres;
 *   <li>RINEX 2 to 4 navigation messages, what the satellites broadcast of themselves: the
 *       antennas' positions, good to some metres within two hours of a message (of GLONASS,
 *       integrated, within half an hour), and their health ({@code HealthBits});
 *   <li>Almanacs, good to kilometres within days: SEM of GPS; YUMA of GPS, QZSS and SBAS; Trimble's
 *       of all systems.
 * </ul>
 *
 * The form is told by the content, whatever the file is called.
 *
 * @param label the file's name as the user gave it
 * @param form what the file is, for people, as {@code "SP3-d of AIUB, every 300 s"}
 * @param orbits by PRN as {@code C19}
 * @param unusable why there is no orbit of a satellite that the file names, by PRN
 */
public record OrbitFile(
    String label,
    String form,
    NavigableMap<String, ProvidedOrbit> orbits,
    NavigableMap<String, String> unusable) {
  private static final String RINEX_LABEL = "RINEX VERSION / TYPE";

  private static final Duration LONGEST_SP3_SLACK = Duration.ofMinutes(15);
  private static final double BROADCAST_REACH_SECONDS = 7_200;

  /**
   * A file's day is one of GPS time, up to 18 seconds ahead of UTC, and many a message is of 16
   * seconds before the hour; so the last one's reach ends short of the day of UTC.
   */
  private static final Duration BROADCAST_SLACK = Duration.ofMinutes(1);

  private static final double GLONASS_REACH_SECONDS = 1_800;

  /** Messages before and after a manoeuvre differ by some kilometres, others by less. */
  private static final double MOST_APART_METERS = 200e3;

  private static final Duration ALMANAC_REACH = Duration.ofDays(366);

  /** Almanacs are broadcast days before the time that they are made for. */
  private static final Duration ALMANAC_AHEAD = Duration.ofDays(7);

  private static final Duration HALF_CYCLE_OF_WEEKS = Duration.ofDays(7 * 512);

  /** A message's own time is within hours of that of its clock. */
  private static final double SECONDS_PER_WEEK = 7 * 86_400;

  private static final int FIRST_QZSS_PRN = 193;
  private static final String CUT_MESSAGE = "a message of it is cut";

  /** BeiDou's interface specification B1I 3.0, section 5.1: 1 to 5 and 59 to 63. */
  private static final Set<String> GEOSTATIONARY_BEIDOU =
      Set.of("C01", "C02", "C03", "C04", "C05", "C59", "C60", "C61", "C62", "C63");

  /** From an instant to another, both inclusive. */
  public record Stretch(Instant from, Instant to) {}

  public OrbitFile {
    orbits = new TreeMap<>(orbits);
    unusable = new TreeMap<>(unusable);
  }

  /** Whether a text is of one of the forms that are read here, as far as its first lines tell. */
  public static boolean mayRead(TextFile file) {
    List<String> first = firstLines(file);
    return isSp3(first) || isNavigation(first) || isAlmanac(first);
  }

  /**
   * Reads a file.
   *
   * @param near a moment near the orbits, because almanacs may count weeks modulo 1024. The weeks
   *     chosen are the nearest to it that put no almanac more than a week after {@code now}. While
   *     an almanac is read, this choice is Orekit's own for the whole program ({@code GNSSDate})
   * @param now the current time
   * @throws InputFormatException if it is in no such format, damaged, or has no orbit
   */
  public static OrbitFile read(Path path, Instant near, Instant now) throws IOException {
    return read(TextFile.read(path), near, now);
  }

  /** As {@link #read(Path, Instant, Instant)}, of a text. */
  public static OrbitFile read(TextFile file, Instant near, Instant now) throws IOException {
    Instant weeks = nearWeeks(near, now);
    List<String> first = firstLines(file);
    Reader reader = new Reader(file);
    String form;
    if (isSp3(first)) {
      form = reader.readSp3();
    } else if (isNavigation(first)) {
      form = OrekitReading.withWeeksNear(weeks, reader::readNavigation);
    } else if (isYuma(first)) {
      form = OrekitReading.withWeeksNear(weeks, reader::readYuma);
    } else if (isTrimble(first)) {
      form = OrekitReading.withWeeksNear(weeks, reader::readTrimble);
    } else if (isSem(first)) {
      form = OrekitReading.withWeeksNear(weeks, reader::readSem);
    } else {
      throw file.problem(
          0,
          0,
          "begins with %s, expected SP3, RINEX navigation messages or a SEM, YUMA or Trimble almanac"
              .formatted(TextFile.quoted(first.get(0))));
    }
    if (reader.orbits.isEmpty()) {
      throw file.problem(
          0,
          0,
          "holds no orbit that can be used"
              + (reader.unusable.isEmpty()
                  ? ""
                  : "; the first: %s: %s"
                      .formatted(
                          reader.unusable.firstKey(),
                          reader.unusable.get(reader.unusable.firstKey()))));
    }
    return new OrbitFile(file.source(), form, reader.orbits, reader.unusable);
  }

  /**
   * A moment from which the nearest week is never more than {@link #ALMANAC_AHEAD} in the future.
   */
  private static Instant nearWeeks(Instant near, Instant now) {
    Instant latest = now.plus(ALMANAC_AHEAD).minus(HALF_CYCLE_OF_WEEKS);
    return near.isBefore(latest) ? near : latest;
  }

  /**
   * Selects from the orbits; a PRN means the satellite that held it at the selection's date.
   *
   * @throws IllegalArgumentException if a satellite that was named is not there to be selected
   */
  public Constellation select(ConstellationSelection selection) {
    Constellation selected = selection.from(label, orbits);
    List<Exclusion> excluded = new ArrayList<>();
    Map<String, String> left = new TreeMap<>(unusable);
    for (Exclusion exclusion : selected.excluded()) {
      if (exclusion.missing().isPresent() && left.containsKey(exclusion.name())) {
        Satellite satellite = exclusion.missing().get().satellite();
        String reason = left.remove(exclusion.name());
        excluded.add(Exclusion.of(new Missing(satellite, Missing.Reason.NOT_FLOWN, reason)));
      } else {
        excluded.add(exclusion);
      }
    }
    left.forEach((prn, reason) -> excluded.add(new Exclusion(0, prn, reason)));
    return selected.with(selected.members(), excluded);
  }

  /** The first instant at which one of the orbits is known. */
  public Instant knownFrom() {
    return orbits.values().stream()
        .map(ProvidedOrbit::knownFrom)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The last instant at which one of the orbits is known. */
  public Instant knownTo() {
    return orbits.values().stream()
        .map(ProvidedOrbit::knownTo)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * The stretch that tells most of some satellites: its length times the number of their orbits
   * that are known over all of it is the greatest. What a satellite broadcasts begins and ends at
   * times of its own, so that few are known from the first instant to the last.
   */
  public Stretch fullest(Set<String> prns) {
    List<Stretch> known =
        orbits.entrySet().stream()
            .filter(orbit -> prns.contains(orbit.getKey()))
            .flatMap(orbit -> orbit.getValue().known().stream())
            .sorted(Comparator.comparing(Stretch::to).reversed())
            .toList();
    Duration slack = orbits.firstEntry().getValue().slack();
    Stretch fullest = new Stretch(knownFrom(), knownFrom());
    double greatest = 0;
    for (Instant from : new TreeSet<>(known.stream().map(Stretch::from).toList())) {
      List<Instant> ends =
          known.stream()
              .filter(arc -> !arc.from().minus(slack).isAfter(from) && arc.to().isAfter(from))
              .map(Stretch::to)
              .toList();
      int count = 0;
      for (Instant to : ends) {
        while (count < ends.size() && !ends.get(count).plus(slack).isBefore(to)) {
          count++;
        }
        double told = (double) count * Duration.between(from, to).toSeconds();
        if (told > greatest) {
          greatest = told;
          fullest = new Stretch(from, to);
        }
      }
    }
    return fullest;
  }

  /**
   * The PRNs of the orbits that are known over all of a window, but for what is too little to
   * matter: a step of SP3, a minute of what is broadcast.
   */
  public Set<String> knownOver(Stretch window) {
    Set<String> known = new TreeSet<>();
    orbits.forEach(
        (prn, orbit) -> {
          if (orbit.isKnown(window.from(), window.to())) {
            known.add(prn);
          }
        });
    return known;
  }

  /** The PRNs of the orbits that are known at some instant of a window, its ends included. */
  public Set<String> knownWithin(Stretch window) {
    Set<String> known = new TreeSet<>();
    orbits.forEach(
        (prn, orbit) -> {
          if (orbit.known().stream()
              .anyMatch(
                  arc -> !arc.from().isAfter(window.to()) && !arc.to().isBefore(window.from()))) {
            known.add(prn);
          }
        });
    return known;
  }

  /** The middle of the time in which an orbit is known: of an almanac, its own time. */
  public Instant middle() {
    Instant from = knownFrom();
    return from.plus(Duration.between(from, knownTo()).dividedBy(2));
  }

  private static List<String> firstLines(TextFile file) {
    return file.text().lines().map(String::strip).filter(l -> !l.isEmpty()).limit(2).toList();
  }

  private static boolean isSp3(List<String> first) {
    return Sp3Text.begins(first.get(0));
  }

  private static boolean isNavigation(List<String> first) {
    String line = first.get(0);
    return line.endsWith(RINEX_LABEL) && !line.contains("OBSERVATION");
  }

  private static boolean isAlmanac(List<String> first) {
    return isYuma(first) || isTrimble(first) || isSem(first);
  }

  private static boolean isTrimble(List<String> first) {
    return first.size() == 2 && TrimbleAlmanac.begins(first.get(0), first.get(1));
  }

  private static boolean isYuma(List<String> first) {
    return YumaAlmanac.isHeading(first.get(0));
  }

  /** The number of records and a name, then a week and a second of it. */
  private static boolean isSem(List<String> first) {
    return first.size() == 2
        && first.get(0).matches("\\d{1,9}\\s+\\S.*")
        && first.get(1).matches("\\d{1,4}\\s+\\d{1,6}(\\.0*)?");
  }

  /** The RINEX name of a satellite by its number within its system; QZSS may count from 193. */
  static String prn(char letter, int number) {
    int within = number >= FIRST_QZSS_PRN ? number - FIRST_QZSS_PRN + 1 : number;
    return String.format(Locale.ROOT, "%c%02d", letter, within);
  }

  /** Fills in orbits and says what it read. */
  private static final class Reader {
    final NavigableMap<String, ProvidedOrbit> orbits = new TreeMap<>();
    final NavigableMap<String, String> unusable = new TreeMap<>();
    private final NavigableSet<String> otherRecords = new TreeSet<>();
    private final TextFile file;

    Reader(TextFile file) {
      this.file = file;
    }

    private interface Maker {
      ProvidedOrbit make() throws PropagationException;
    }

    private void add(String prn, Maker maker) {
      try {
        orbits.put(prn, maker.make());
      } catch (PropagationException e) {
        unusable.put(prn, e.getMessage());
      }
    }

    String readSp3() throws IOException {
      KeptLines positions = Sp3Text.of(file);
      SP3Parser parser =
          new SP3Parser(1, PrecisePositions.POINTS, name -> anyFrame(), OrekitContext.timeScales());
      SP3 sp3 =
          OrekitReading.parse(
              file,
              file.source(),
              "SP3",
              source -> positions.parse(source.getName(), parser::parse));
      double stepSeconds = sp3.getHeader().getEpochInterval();
      for (SP3Ephemeris satellite : sp3.getSatellites().values()) {
        add(prnOfSp3(satellite.getId()), () -> precise(satellite, stepSeconds));
      }
      return String.format(
          Locale.ROOT,
          "SP3-%c of %s in %s, every %.0f s",
          sp3.getHeader().getVersion(),
          TextFile.printable(sp3.getHeader().getAgency()),
          TextFile.printable(sp3.getHeader().getCoordinateSystem()),
          stepSeconds);
    }

    /** SP3-a knows satellites of GPS alone, and has no letter before their numbers. */
    private static String prnOfSp3(String id) {
      String prn = id.replace(' ', '0');
      return Character.isDigit(prn.charAt(0)) ? prn('G', Integer.parseInt(prn)) : prn;
    }

    private static ProvidedOrbit precise(SP3Ephemeris satellite, double stepSeconds)
        throws PropagationException {
      List<OrbitArc> arcs = new ArrayList<>();
      int most = 0;
      for (SP3Segment segment : satellite.getSegments()) {
        List<SP3Coordinate> positions = segment.getCoordinates();
        most = Math.max(most, positions.size());
        if (positions.size() >= PrecisePositions.POINTS) {
          Stretch known =
              new Stretch(
                  instant(positions.get(0).getDate()),
                  instant(positions.get(positions.size() - 1).getDate()));
          arcs.add(new OrbitArc(new PrecisePositions(positions, stepSeconds), known));
        }
      }
      if (arcs.isEmpty()) {
        throw new PropagationException(
            "%s positions without a gap are too few, expected %s or more"
                .formatted(most, PrecisePositions.POINTS));
      }
      Duration step = Duration.ofMillis(Math.round(1000 * stepSeconds));
      return new ProvidedOrbit(
          arcs, step.compareTo(LONGEST_SP3_SLACK) < 0 ? step : LONGEST_SP3_SLACK, List.of());
    }

    private RinexNavigation parseNavigation() throws IOException {
      KeptLines orbits = NavigationText.of(file.text(), otherRecords);
      return OrekitReading.parse(
          file,
          file.source(),
          "RINEX navigation messages",
          source ->
              orbits.parse(
                  source.getName(), new RinexNavigationParser(OrekitContext.timeScales())::parse));
    }

    /**
     * Weeks below 1024, as those before August 1999, are taken for ones counted modulo 1024. But a
     * message tells a calendar day too, that of its clock, and by that one they are counted anew.
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

    String readNavigation() throws IOException {
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
      bySatellite.forEach((prn, messages) -> add(prn, () -> broadcast(messages, false)));
      for (List<GLONASSNavigationMessage> messages :
          navigation.getGlonassNavigationMessages().values()) {
        List<Message> integrable = new ArrayList<>();
        for (GLONASSNavigationMessage message : messages) {
          if (OrekitContext.isOfNavigation(message.getDate())) {
            integrable.add(message(message, new GlonassMotion(message)));
          }
        }
        add(prn('R', messages.get(0).getPRN()), () -> broadcast(integrable, true));
      }
      if (orbits.isEmpty() && unusable.isEmpty()) {
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
                  unusable.put(
                      prn('S', messages.get(0).getPRN() % 100),
                      "navigation messages of SBAS are not flown"));
      String version = firstLines(file).get(0).replaceFirst("[^0-9.].*", "");
      return "RINEX " + version + " navigation messages";
    }

    private void addKeplerian(
        NavigableMap<String, List<Message>> bySatellite,
        char letter,
        Collection<? extends List<? extends AbstractAlmanac<?>>> all) {
      for (List<? extends AbstractAlmanac<?>> ofOne : all) {
        for (AbstractAlmanac<?> message : ofOne) {
          String prn = prn(letter, message.getPRN());
          if (message.getDate() == null || !(message.getSma() > 0)) {
            unusable.put(prn, CUT_MESSAGE);
          } else if (OrekitContext.isOfNavigation(message.getDate())) {
            try {
              Message flown = keplerian(prn, message);
              bySatellite.computeIfAbsent(prn, p -> new ArrayList<>()).add(flown);
            } catch (PropagationException e) {
              unusable.put(prn, e.getMessage());
            }
          } else {
            unusable.put(prn, OrekitContext.NOT_OF_NAVIGATION);
          }
        }
      }
    }

    /**
     * Adds civil messages. RINEX gives those of BeiDou without a week, and those of the others
     * without an ephemeris time, because it is the time of the clock; Orekit takes another number
     * for it.
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
          message.setWeek(
              clock.getWeekNumber() + (int) Math.round(laterSeconds / SECONDS_PER_WEEK));
        }
      }
      addKeplerian(bySatellite, letter, all);
    }

    private static Message keplerian(String prn, AbstractAlmanac<?> message)
        throws PropagationException {
      EarthFixedMotion untilted = propagator(message)::propagateInEcef;
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

    private static GNSSPropagator propagator(AbstractAlmanac<?> message)
        throws PropagationException {
      Frame frame = anyFrame();
      try {
        return new GNSSPropagatorBuilder(message, OrekitContext.withFrames().getFrames())
            .eci(frame)
            .ecef(frame)
            .attitudeProvider(new FrameAlignedProvider(frame))
            .build();
      } catch (OrekitException | MathRuntimeException e) {
        throw new PropagationException("its orbit cannot be flown: " + e.getMessage());
      }
    }

    /** An orbit with one arc for each sequence of messages without a gap. */
    private static ProvidedOrbit broadcast(List<Message> messages, boolean integrated)
        throws PropagationException {
      if (messages.isEmpty()) {
        throw new PropagationException(CUT_MESSAGE);
      }
      double reachSeconds = integrated ? GLONASS_REACH_SECONDS : BROADCAST_REACH_SECONDS;
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
      return new ProvidedOrbit(arcs, BROADCAST_SLACK, healths);
    }

    /** Receivers write some messages with a wrong element, or under another satellite's number. */
    private static void requireOneOrbit(Message earlier, Message later)
        throws PropagationException {
      AbsoluteDate between =
          earlier.date().shiftedBy(later.date().durationFrom(earlier.date()) / 2);
      double apartMeters =
          Vector3D.distance(
              OrbitArc.ask(earlier.motion(), between).getPosition(),
              OrbitArc.ask(later.motion(), between).getPosition());
      if (!(apartMeters <= MOST_APART_METERS)) {
        throw new PropagationException(
            String.format(
                Locale.ROOT,
                "its messages of %s and %s are of two orbits, %.0f km apart",
                instant(earlier.date()),
                instant(later.date()),
                apartMeters / 1_000));
      }
    }

    private static OrbitArc arc(List<Message> messages, double reachSeconds)
        throws PropagationException {
      Duration reach = Duration.ofMillis(Math.round(1000 * reachSeconds));
      Stretch known =
          new Stretch(
              instant(messages.get(0).date()).minus(reach),
              instant(messages.get(messages.size() - 1).date()).plus(reach));
      return new OrbitArc(new BroadcastMessages(messages), known);
    }

    String readYuma() throws InputFormatException {
      return readAlmanacs("YUMA almanac", YumaAlmanac.read(file), Reader::prnInYuma);
    }

    String readSem() throws InputFormatException {
      return readAlmanacs("SEM almanac", SemAlmanac.read(file), Reader::prnInSem);
    }

    String readTrimble() throws InputFormatException {
      return readAlmanacs("Trimble almanac", TrimbleAlmanac.read(file), TrimbleAlmanac::prn);
    }

    private String readAlmanacs(
        String form, List<GPSAlmanac> almanacs, IntFunction<Optional<String>> prns) {
      NavigableSet<LocalDate> days = new TreeSet<>();
      for (GPSAlmanac almanac : almanacs) {
        Optional<String> prn = prns.apply(almanac.getPRN());
        if (prn.isPresent()) {
          add(
              prn.get(),
              () -> {
                Instant own = instant(almanac.getDate());
                days.add(LocalDate.ofInstant(own, ZoneOffset.UTC));
                return new ProvidedOrbit(
                    List.of(
                        new OrbitArc(
                            propagator(almanac)::propagateInEcef,
                            new Stretch(own.minus(ALMANAC_REACH), own.plus(ALMANAC_REACH)))),
                    new Stretch(own, own),
                    Duration.ZERO,
                    List.of(HealthBits.of(almanac, own)));
              });
        } else {
          unusable.put("PRN " + almanac.getPRN(), "the number of no satellite in a " + form);
        }
      }
      if (days.isEmpty()) {
        return form;
      }
      String last = days.size() == 1 ? "" : " to " + days.last();
      return form + " of " + days.first() + last;
    }

    private static Optional<String> prnInSem(int number) {
      return number >= 1 && number <= 32 ? Optional.of(prn('G', number)) : Optional.empty();
    }

    /** The RINEX name for a number of the interface specification IS-GPS-200, section 3.2.1.3. */
    private static Optional<String> prnInYuma(int number) {
      if (number >= 120 && number <= 158) {
        return Optional.of(prn('S', number - 100));
      }
      return number >= FIRST_QZSS_PRN && number <= 202
          ? Optional.of(prn('J', number))
          : prnInSem(number);
    }

    private static Instant instant(AbsoluteDate date) throws PropagationException {
      return OrekitContext.instant(date);
    }

    /** Where Orekit wants a frame that nothing is ever transformed from. */
    private static Frame anyFrame() {
      return OrekitContext.temeByName();
    }
  }
}
