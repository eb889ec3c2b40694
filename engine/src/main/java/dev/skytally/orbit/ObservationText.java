package dev.skytally.orbit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text of RINEX observations without comments, events (which only describe what happened to the
 * receiver) and epochs without a satellite. Orekit 13.1.8 expects an observation after each of
 * them.
 */
final class ObservationText {
  private static final String VERSION = "RINEX VERSION / TYPE";
  private static final String TYPES_2 = "# / TYPES OF OBSERV";
  private static final String END_OF_HEADER = "END OF HEADER";
  private static final int LABEL_COLUMN = 60;

  /** The number of satellites in a line of version 2. */
  private static final int SATELLITES_PER_LINE_2 = 12;

  /** The number of observations in a line of version 2. */
  private static final int OBSERVATIONS_PER_LINE_2 = 5;

  private final KeptLines lines = new KeptLines();
  private boolean isVersion2;
  private int linesPerSatellite = 1;

  private ObservationText() {}

  /** Returns the part of a text that Orekit can read. */
  static KeptLines of(Reader reader) throws IOException {
    ObservationText text = new ObservationText();
    text.read(new BufferedReader(reader));
    return text.lines;
  }

  private void read(BufferedReader reader) throws IOException {
    boolean isHeader = true;
    boolean isDropped = false;
    int left = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (isHeader) {
        isHeader = readHeader(line);
      } else if (left > 0) {
        left--;
      } else if (line.startsWith("COMMENT", LABEL_COLUMN)) {
        isDropped = true;
      } else {
        int flag = flag(line);
        int count = Math.max(0, number(line, flagColumn() + 1, flagColumn() + 4));
        boolean isEvent = flag >= 2 && flag <= 5;
        isDropped = isEvent || (flag >= 0 && count == 0);
        left = isEvent ? count : linesAfter(count);
      }
      if (isDropped) {
        lines.drop();
      } else {
        lines.keep(line);
      }
    }
  }

  /** Reads a line of the header and returns whether more follow. */
  private boolean readHeader(String line) {
    String label = line.length() > LABEL_COLUMN ? line.substring(LABEL_COLUMN).strip() : "";
    if (label.equals(VERSION)) {
      isVersion2 = line.stripLeading().startsWith("2");
    } else if (label.equals(TYPES_2) && number(line, 0, 6) > 0) {
      linesPerSatellite =
          (number(line, 0, 6) + OBSERVATIONS_PER_LINE_2 - 1) / OBSERVATIONS_PER_LINE_2;
    }
    return !label.equals(END_OF_HEADER);
  }

  private int flagColumn() {
    return isVersion2 ? 28 : 31;
  }

  /** Returns the flag of the record that begins at a line; -1 if none begins there. */
  private int flag(String line) {
    boolean mayBegin = isVersion2 || line.startsWith(">");
    return mayBegin ? number(line, flagColumn(), flagColumn() + 1) : -1;
  }

  private int linesAfter(int satellites) {
    int lists = isVersion2 && satellites > 0 ? (satellites - 1) / SATELLITES_PER_LINE_2 : 0;
    return lists + satellites * linesPerSatellite;
  }

  /** Returns the number in some columns; -1 if there is none. */
  private static int number(String line, int from, int to) {
    String digits = line.length() < to ? "" : line.substring(from, to).strip();
    boolean isNumber = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(digits) : -1;
  }
}
