package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.data.DataSource;
import org.orekit.files.rinex.HatanakaCompressFilter;
import org.orekit.files.rinex.observation.ObservationData;
import org.orekit.files.rinex.observation.ObservationDataSet;
import org.orekit.files.rinex.observation.RinexObservation;
import org.orekit.files.rinex.observation.RinexObservationParser;
import org.orekit.gnss.PredefinedObservationType;
import org.orekit.gnss.SatInSystem;

/**
 * The satellites that a real receiver tracked, from RINEX observations of the versions 2 to 4. They
 * may be in Hatanaka's compact format, which is detected by the content.
 *
 * <p>Immutable.
 *
 * @param label the file's name as the user gave it
 * @param format the format, for people
 * @param receiver the place of the receiver, from the header of the file
 * @param tracked at each epoch, the PRNs of the satellites with at least one measurement
 */
public record ReceiverFile(
    String label,
    String format,
    GroundSite receiver,
    NavigableMap<Instant, NavigableSet<String>> tracked) {
  private static final String COMPACT_LABEL = "CRINEX VERS   / TYPE";
  private static final String RINEX_LABEL = "RINEX VERSION / TYPE";

  /**
   * The header lines with the numbers of satellites and observations. Some receivers write 0, and
   * Orekit rejects a file with more.
   */
  private static final Set<String> COUNTS = Set.of("# OF SATELLITES", "PRN / # OF OBS");

  private static final int LABEL_COLUMN = 60;
  private static final String END_OF_HEADER = "END OF HEADER";

  /** A name by which Orekit's filter recognises the format. */
  private static final String COMPACT_2_NAME = "abcd0010.00d";

  private static final String COMPACT_3_NAME = "ABCD00XXX_R_20000010000_01D_30S_MO.crx";

  private static final int SYSTEM_COLUMN = 40;

  /** An uncompressed epoch with satellites, in version 1 of the compact format. */
  private static final Pattern UNCOMPRESSED_LIST = Pattern.compile("&.{27}[01 ]");

  private static final int SATELLITES_COLUMN = 32;

  /** The greatest number of satellites of an epoch, which has two digits. */
  private static final int MOST_SATELLITES = 99;

  /** The greatest number of lines of a special record, which has three digits. */
  private static final int MOST_SPECIAL_LINES = 999;

  /**
   * The least distance from the Earth's centre. A nearer position means that the receiver does not
   * know its place.
   */
  private static final double LEAST_RADIUS_METERS = 6_300_000;

  /** Checks the components, and copies those that can change. */
  public ReceiverFile {
    NavigableMap<Instant, NavigableSet<String>> copy = new TreeMap<>();
    tracked.forEach(
        (epoch, prns) ->
            copy.put(epoch, Collections.unmodifiableNavigableSet(new TreeSet<>(prns))));
    tracked = Collections.unmodifiableNavigableMap(copy);
  }

  /**
   * Reads a file.
   *
   * @param path the file
   * @return what the receiver tracked
   * @throws InputFormatException if it is not a RINEX observation file, is damaged, or has no
   *     position of the receiver or no observation
   */
  public static ReceiverFile read(Path path) throws IOException {
    return read(TextFile.read(path));
  }

  /**
   * Reads a text as {@link #read(Path)} reads a file.
   *
   * @param file the text of the file
   * @return what the receiver tracked
   * @throws InputFormatException if the file is damaged
   */
  public static ReceiverFile read(TextFile file) throws InputFormatException {
    String text = file.text();
    String firstLine = text.lines().findFirst().orElseThrow().strip();
    boolean compact = firstLine.endsWith(COMPACT_LABEL);
    if (!compact && !beginsObservations(firstLine)) {
      throw file.problem(
          1,
          0,
          "%s, expected RINEX observations, plain or in Hatanaka's compact format"
              .formatted(TextFile.quoted(firstLine)));
    }
    if (compact) {
      requireHeader(file);
    }
    RinexObservationParser parser =
        new RinexObservationParser(
            PredefinedObservationType::valueOf,
            (system, scales) ->
                system.getObservationTimeScale() == null
                    ? null
                    : system.getObservationTimeScale().getTimeScale(scales),
            OrekitContext.timeScales());
    String name =
        !compact ? file.source() : firstLine.startsWith("1") ? COMPACT_2_NAME : COMPACT_3_NAME;
    RinexObservation rinex =
        OrekitReading.parse(
            relaxed(compact ? withSystemLetters(withoutClosingRecord(file)) : file),
            name,
            "RINEX observations",
            source -> {
              DataSource plain = new HatanakaCompressFilter().filter(source);
              try (Reader reader = plain.getOpener().openReaderOnce()) {
                return ObservationText.of(reader).parse(name, parser::parse);
              }
            });
    NavigableMap<Instant, NavigableSet<String>> tracked = tracked(rinex);
    if (tracked.isEmpty()) {
      throw file.problem(0, 0, "holds no observations, expected at least one");
    }
    return new ReceiverFile(
        file.source(),
        String.format(
            Locale.ROOT,
            "RINEX %.2f observations%s",
            rinex.getHeader().getFormatVersion(),
            compact ? ", compact" : ""),
        receiver(file, rinex),
        tracked);
  }

  private static boolean beginsObservations(String line) {
    return line.stripTrailing().endsWith(RINEX_LABEL)
        && line.toUpperCase(Locale.ROOT).contains("OBSERVATION");
  }

  /**
   * Checks that a header follows the two lines of the compact format. Without one, Orekit's filter
   * never ends.
   */
  private static void requireHeader(TextFile file) throws InputFormatException {
    String third = file.text().lines().skip(2).findFirst().orElse("");
    if (!beginsObservations(third)) {
      throw file.problem(
          3,
          0,
          "%s, expected the first line of RINEX observations".formatted(TextFile.quoted(third)));
    }
  }

  /**
   * Returns a text whose header meets three demands of Orekit that do not matter here: a date of
   * writing in one of its formats; from version 3, only satellites of the systems in the header;
   * and no more satellites and observations than the header counts.
   */
  private static TextFile relaxed(TextFile file) {
    String text = file.text();
    int end = text.indexOf(END_OF_HEADER, LABEL_COLUMN);
    if (end < 0) {
      return file;
    }
    StringBuilder header = new StringBuilder();
    char announced = 'M';
    for (String line : text.substring(0, end).lines().toList()) {
      String label = line.length() > LABEL_COLUMN ? line.substring(LABEL_COLUMN).strip() : "";
      if (label.equals(RINEX_LABEL) && line.stripLeading().charAt(0) >= '3') {
        announced = line.charAt(40);
        header.append(line, 0, 40).append('M').append(line, 41, LABEL_COLUMN);
      } else if (label.equals("PGM / RUN BY / DATE")) {
        header.append(line, 0, 40).append("20000101 000000 UTC ");
      } else if (label.equals("TIME OF FIRST OBS") && line.substring(48, 51).isBlank()) {
        header.append(line, 0, 48);
        header.append(
            GnssSystem.ofRinexLetter(announced).map(GnssSystem::rinexTimeSystem).orElse("   "));
        header.append(line, 51, LABEL_COLUMN);
      } else {
        header.append(line, 0, Math.min(line.length(), LABEL_COLUMN));
      }
      header.append(COUNTS.contains(label) ? "COMMENT" : label).append('\n');
    }
    header.setLength(header.length() - 1);
    return TextFile.of(file.source(), header + text.substring(end));
  }

  /**
   * Returns a compact text of version 1 in which all satellites have the letter of their system.
   * The letter may be blank if there is only one system, but Orekit's filter rejects that. The
   * letters of an uncompressed list also apply to the lists that follow, because these contain only
   * changes.
   */
  private static TextFile withSystemLetters(TextFile file) {
    List<String> lines = new ArrayList<>(file.text().lines().toList());
    if (!lines.get(0).startsWith("1") || lines.size() < 3 || lines.get(2).length() < 41) {
      return file;
    }
    char system = lines.get(2).charAt(SYSTEM_COLUMN);
    String letter = GnssSystem.ofRinexLetter(system).isPresent() ? String.valueOf(system) : "G";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (UNCOMPRESSED_LIST.matcher(line).lookingAt()) {
        StringBuilder listed = new StringBuilder(line);
        for (int k = 0; k < MOST_SATELLITES; k++) {
          int column = SATELLITES_COLUMN + 3 * k;
          while (listed.length() < column + 3) {
            listed.append(' ');
          }
          if (listed.charAt(column) == ' ') {
            listed.replace(column, column + 1, letter);
          }
        }
        lines.set(i, listed.toString());
      }
    }
    return TextFile.of(file.source(), String.join("\n", lines) + "\n");
  }

  /**
   * Returns a compact text without a special record at its end. Some receivers close a file with
   * such a record of header lines, but Orekit expects an epoch after it. Its first line is never
   * compressed and gives its kind and number of lines, in columns that depend on the version.
   */
  private static TextFile withoutClosingRecord(TextFile file) {
    String text = file.text();
    int lines = 0;
    for (int end = text.stripTrailing().length(); end > 0 && lines <= MOST_SPECIAL_LINES; lines++) {
      int begin = text.lastIndexOf('\n', end - 1) + 1;
      String line = text.substring(begin, end);
      char first = line.isEmpty() ? ' ' : line.charAt(0);
      int kindColumn = first == '>' ? 31 : first == '&' ? 28 : Integer.MAX_VALUE;
      if (kindColumn < line.length()) {
        boolean special = line.charAt(kindColumn) >= '2' && line.charAt(kindColumn) <= '5';
        boolean closes = line.substring(kindColumn + 1).strip().equals(Integer.toString(lines));
        return special && closes ? TextFile.of(file.source(), text.substring(0, begin)) : file;
      }
      end = begin - 1;
    }
    return file;
  }

  private static GroundSite receiver(TextFile file, RinexObservation rinex)
      throws InputFormatException {
    Vector3D position = rinex.getHeader().getApproxPos();
    if (position == null || !(position.getNorm() > LEAST_RADIUS_METERS)) {
      throw file.problem(
          0, 0, "does not give the position of the receiver, expected APPROX POSITION XYZ");
    }
    OneAxisEllipsoid earth =
        new OneAxisEllipsoid(
            GroundSite.EQUATORIAL_RADIUS_METERS, GroundSite.FLATTENING, OrekitContext.temeByName());
    GeodeticPoint point = earth.transform(position, OrekitContext.temeByName(), null);
    String marker = rinex.getHeader().getMarkerName();
    try {
      return GroundSite.ofRadians(
          marker == null || marker.isBlank() ? "receiver" : TextFile.printable(marker.strip()),
          point.getLatitude(),
          point.getLongitude(),
          point.getAltitude());
    } catch (IllegalArgumentException e) {
      throw file.problem(0, 0, "the position of the receiver is unusable: " + e.getMessage());
    }
  }

  private static NavigableMap<Instant, NavigableSet<String>> tracked(RinexObservation rinex) {
    NavigableMap<Instant, NavigableSet<String>> tracked = new TreeMap<>();
    for (ObservationDataSet observed : rinex.getObservationDataSets()) {
      if (observed.getEventFlag() <= 1 && isMeasured(observed.getObservationData())) {
        tracked
            .computeIfAbsent(
                observed.getDate().toInstant(OrekitContext.timeScales()), at -> new TreeSet<>())
            .add(prn(observed.getSatellite()));
      }
    }
    return tracked;
  }

  private static boolean isMeasured(List<ObservationData> data) {
    for (ObservationData one : data) {
      if (!Double.isNaN(one.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static String prn(SatInSystem satellite) {
    return String.format(
        Locale.ROOT, "%c%02d", satellite.getSystem().getKey(), satellite.getTwoDigitsRinexPRN());
  }

  /** {@return every satellite that was tracked at least once, by PRN} */
  public List<String> everTracked() {
    NavigableSet<String> ever = new TreeSet<>();
    tracked.values().forEach(ever::addAll);
    return new ArrayList<>(ever);
  }
}
