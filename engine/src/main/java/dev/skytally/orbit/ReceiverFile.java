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
 * What a real receiver tracked: RINEX observations of the versions 2 to 4, as they are or in
 * Hatanaka's compact form, which is told by the content.
 *
 * @param label the file's name as the user gave it
 * @param form what the file is, for people
 * @param receiver where the receiver stands, from the file's header
 * @param tracked at each epoch the PRNs of the satellites of which something was measured
 */
public record ReceiverFile(
    String label,
    String form,
    GroundSite receiver,
    NavigableMap<Instant, NavigableSet<String>> tracked) {
  private static final String COMPACT_LABEL = "CRINEX VERS   / TYPE";
  private static final String RINEX_LABEL = "RINEX VERSION / TYPE";

  /**
   * What the header says of the number of satellites and of their observations. Some receivers
   * write 0, and Orekit rejects more.
   */
  private static final Set<String> COUNTS = Set.of("# OF SATELLITES", "PRN / # OF OBS");

  private static final int LABEL_COLUMN = 60;
  private static final String END_OF_HEADER = "END OF HEADER";

  /** Orekit's filter goes by the name. */
  private static final String COMPACT_2_NAME = "abcd0010.00d";

  private static final String COMPACT_3_NAME = "ABCD00XXX_R_20000010000_01D_30S_MO.crx";

  private static final int SYSTEM_COLUMN = 40;

  /** An epoch with satellites in the first version of the compact form, not as a change. */
  private static final Pattern UNCOMPRESSED_LIST = Pattern.compile("&.{27}[01 ]");

  private static final int SATELLITES_COLUMN = 32;

  /** An epoch counts its satellites by two digits. */
  private static final int MOST_SATELLITES = 99;

  /** A special record counts its lines by three digits. */
  private static final int MOST_SPECIAL_LINES = 999;

  /** A position nearer to the Earth's centre is a receiver that does not know where it is. */
  private static final double LEAST_RADIUS_METERS = 6_300_000;

  public ReceiverFile {
    tracked = new TreeMap<>(tracked);
  }

  /**
   * Reads a file.
   *
   * @throws InputFormatException if it is no RINEX observation file, damaged, tells no position of
   *     the receiver or no observation
   */
  public static ReceiverFile read(Path path) throws IOException {
    return read(TextFile.read(path));
  }

  /** As {@link #read(Path)}, of a text. */
  public static ReceiverFile read(TextFile file) throws InputFormatException {
    String text = file.text();
    String firstLine = text.lines().findFirst().orElseThrow().strip();
    boolean compact = firstLine.endsWith(COMPACT_LABEL);
    if (!compact && !beginsObservations(firstLine)) {
      throw file.problem(
          1,
          0,
          "%s, expected RINEX observations, plain or in Hatanaka's compact form"
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

  /** Without a header after the two lines of the compact form, Orekit's filter never ends. */
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
   * A text whose header meets three demands of Orekit that nothing here depends on: a date of
   * writing in one of its formats; from version 3 on, no satellites of other systems than the
   * header announces; and no more satellites and observations than the header counts.
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
   * A compact text of the first version whose satellites all have the letter of their system. It
   * may be blank where there is one system only, which Orekit's filter rejects. The letters of an
   * uncompressed list hold for the lists that follow, however long, as these tell changes only.
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
   * A compact text without a special record (of header lines, as some receivers close a file with)
   * that nothing follows: Orekit expects an epoch behind it. Its first line is never compressed and
   * tells its kind and the number of its lines, at columns that hang on the version.
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
          0, 0, "does not say where the receiver stands, expected APPROX POSITION XYZ");
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
      throw file.problem(0, 0, "the receiver's position is no place to stand: " + e.getMessage());
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

  /** Every satellite that was tracked at least once, by PRN. */
  public List<String> everTracked() {
    NavigableSet<String> ever = new TreeSet<>();
    tracked.values().forEach(ever::addAll);
    return new ArrayList<>(ever);
  }
}
