package dev.skytally.orbit;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.orekit.data.DataSource;
import org.orekit.errors.OrekitException;
import org.orekit.errors.OrekitMessages;

/** A text without the lines that Orekit rejects and nobody needs. */
final class KeptLines {
  private final StringBuilder text = new StringBuilder();

  /** By the number of a kept line, counted from one, how many were dropped before it. */
  private final NavigableMap<Integer, Integer> droppedBefore = new TreeMap<>();

  private int kept;
  private int dropped;

  KeptLines() {
    droppedBefore.put(0, 0);
  }

  void keep(String line) {
    kept++;
    text.append(line).append('\n');
  }

  void drop() {
    dropped++;
    droppedBefore.put(kept + 1, dropped);
  }

  /** Parses the kept lines; errors have the line numbers of the whole text. */
  <T> T parse(String name, OrekitReading.Parser<T> parser) throws IOException, ParseException {
    try {
      return parser.parse(new DataSource(name, () -> new StringReader(text.toString())));
    } catch (OrekitException e) {
      Object[] parts = e.getParts();
      if (e.getSpecifier() == OrekitMessages.UNABLE_TO_PARSE_LINE_IN_FILE
          && parts[0] instanceof Integer line) {
        parts[0] = line + droppedBefore.floorEntry(line).getValue();
        throw new OrekitException(e, e.getSpecifier(), parts);
      }
      throw e;
    }
  }
}
