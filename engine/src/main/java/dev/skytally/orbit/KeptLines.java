package dev.skytally.orbit;

import java.io.IOException;
import java.text.ParseException;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.orekit.data.DataSource;

/**
 * A text prepared for Orekit: without the lines that Orekit rejects, and with others that it
 * requires.
 */
final class KeptLines {
  private final StringBuilder text = new StringBuilder();

  /** The number of lines dropped minus lines added before a kept line, by its number from one. */
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

  /** Adds a line that is not in the whole text. */
  void add(String line) {
    keep(line);
    dropped--;
    droppedBefore.put(kept + 1, dropped);
  }

  /** Parses the kept lines; errors give the line numbers of the whole text. */
  <T> T parse(String name, OrekitReading.Parser<T> parser) throws IOException, ParseException {
    LineByLine reader = new LineByLine(text.toString());
    try {
      return parser.parse(new DataSource(name, () -> reader));
    } catch (RuntimeException e) {
      int number = reader.number();
      int inWholeText = number + droppedBefore.floorEntry(number).getValue();
      throw new UnreadableLineException(inWholeText, reader.line(), e);
    }
  }
}
