package dev.skytally.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.orekit.propagation.analytical.gnss.data.BeidouLegacyNavigationMessage;

/**
 * Text of RINEX navigation messages. It is changed where Orekit 13.1.8 would misread or reject it,
 * and omits the records of RINEX 4 that do not describe orbits.
 */
final class NavigationText {
  private static final String FIRST_LABEL = "RINEX VERSION / TYPE";
  private static final String END_OF_HEADER = "END OF HEADER";
  private static final int LABEL_COLUMN = 60;
  private static final int SYSTEM_COLUMN = 40;

  /** The line before a message on one of BeiDou's newer signals, in RINEX 4. */
  private static final Pattern BEIDOU_CIVIL = Pattern.compile("> EPH C\\d\\d CNV[123]");

  /** The first line of a BeiDou message. */
  private static final Pattern BEIDOU = Pattern.compile("C\\d\\d \\d{4} ");

  /** Where the clock's first number begins in RINEX 2. */
  private static final int CLOCK_COLUMN = 22;

  /** Offsets of time systems, the Earth's orientation and models of the ionosphere, in RINEX 4. */
  private static final Pattern OTHER_RECORD = Pattern.compile("> (STO|EOP|ION) ");

  private NavigationText() {}

  /** Returns whether a text begins as RINEX, but not with observations. */
  static boolean begins(String firstLine) {
    return firstLine.endsWith(FIRST_LABEL) && !firstLine.contains("OBSERVATION");
  }

  /**
   * Returns the lines that contain orbits, prepared for Orekit. Orekit needs only the first line of
   * the header, but requires two more.
   *
   * @param others receives the kinds of the other records, for example {@code EOP}
   */
  static KeptLines of(String text, Set<String> others) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    KeptLines kept = new KeptLines();
    int first = 0;
    while (lines.get(first).isBlank()) {
      kept.drop();
      first++;
    }
    int headerEnd = first;
    while (headerEnd < lines.size() && !label(lines.get(headerEnd)).equals(END_OF_HEADER)) {
      headerEnd++;
    }
    if (headerEnd == lines.size()) {
      headerEnd = first;
    }
    writeVersion212(lines, first, headerEnd);
    writeEphemerisTimeOfBeidou(lines);
    writeHealthOfBeidou(lines);
    kept.keep(lines.get(first));
    if (headerEnd > first) {
      kept.add("%-40s%-20s%s".formatted("", "20000101 000000 UTC", "PGM / RUN BY / DATE"));
      kept.add("%-60s%s".formatted("     0", "LEAP SECONDS"));
      for (int i = first + 1; i < headerEnd; i++) {
        kept.drop();
      }
    }
    boolean isOrbit = true;
    for (String line : lines.subList(Math.max(headerEnd, first + 1), lines.size())) {
      if (line.startsWith("> ")) {
        isOrbit = !OTHER_RECORD.matcher(line).lookingAt();
        if (!isOrbit) {
          others.add(line.substring(2, 5));
        }
      }
      if (isOrbit) {
        kept.keep(line);
      } else {
        kept.drop();
      }
    }
    return kept;
  }

  private static String label(String line) {
    return line.length() > LABEL_COLUMN ? line.substring(LABEL_COLUMN).strip() : "";
  }

  /**
   * Copies the ephemeris time of BeiDou's civil messages to the field of the time of prediction,
   * because Orekit reads the ephemeris time from there. The ephemeris time is the first field of
   * the third line of the orbit, the time of prediction the last field of the fifth.
   */
  private static void writeEphemerisTimeOfBeidou(List<String> lines) {
    for (int i = 0; i + 6 < lines.size(); i++) {
      String third = lines.get(i + 4);
      if (BEIDOU_CIVIL.matcher(lines.get(i)).lookingAt() && third.length() > 23) {
        String fifth = "%-61.61s".formatted(lines.get(i + 6));
        lines.set(i + 6, fifth + third.substring(4, 23));
      }
    }
  }

  /**
   * Copies the health of BeiDou's legacy messages (SatH1) to the field of the group delay of B2,
   * because Orekit does not read the health and orbits do not need the delay. The health is the
   * second field of the sixth line of the orbit, the delay its last.
   */
  private static void writeHealthOfBeidou(List<String> lines) {
    for (int i = 0; i + 6 < lines.size(); i++) {
      String sixth = lines.get(i + 6);
      boolean isCivil = i > 0 && BEIDOU_CIVIL.matcher(lines.get(i - 1)).lookingAt();
      if (!isCivil && BEIDOU.matcher(lines.get(i)).lookingAt() && sixth.length() > 42) {
        lines.set(i + 6, "%-61.61s".formatted(sixth) + sixth.substring(23, 42));
      }
    }
  }

  /** Returns the health that {@link #of} copied. */
  static double satH1(BeidouLegacyNavigationMessage message) {
    return message.getTGD2();
  }

  /**
   * Rewrites messages of RINEX 2.12, which Orekit does not support: messages of Galileo and QZSS to
   * version 3.02, those of other systems to version 2.11, which is the same for them.
   */
  private static void writeVersion212(List<String> lines, int first, int headerEnd) {
    String line = lines.get(first);
    if (!line.startsWith("2.12", 5)) {
      return;
    }
    String system = line.toUpperCase(Locale.ROOT);
    boolean isGalileo = system.contains("GALILEO");
    boolean isQzss = line.length() > SYSTEM_COLUMN && line.charAt(SYSTEM_COLUMN) == 'J';
    if (!isGalileo && !isQzss) {
      lines.set(first, line.replaceFirst("2\\.12", "2.11"));
      return;
    }
    lines.set(
        first,
        "%-40s%-20s%s"
            .formatted("     3.02           N: GNSS NAV DATA", isQzss ? "J" : "E", FIRST_LABEL));
    for (int i = headerEnd + 1; i < lines.size(); i++) {
      String message = lines.get(i);
      if (isOrbit(message)) {
        lines.set(i, isQzss ? message : " " + message);
      } else {
        lines.set(i, isQzss ? inVersion3("J", message.substring(1)) : inVersion3("E", message));
      }
    }
  }

  private static boolean isOrbit(String line) {
    return line.startsWith("   ") || line.length() <= CLOCK_COLUMN;
  }

  /** Writes {@code " 5 18 7 29 2 50 0.0"} as {@code "E05 2018 7 29 2 50 0"}. */
  private static String inVersion3(String letter, String line) {
    String number = line.substring(0, 2).replace(' ', '0');
    return letter + number + " 20" + line.substring(3, 20) + line.substring(CLOCK_COLUMN);
  }
}
