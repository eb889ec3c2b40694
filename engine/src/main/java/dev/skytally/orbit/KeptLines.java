package dev.skytally.orbit;

import java.io.IOException;
import java.text.ParseException;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.orekit.data.DataSource;

/** A text as Orekit is to read it: without lines that it rejects, with others that it demands. */
final class KeptLines {
  private final StringBuilder text = new StringBuilder();

  /** By the number of a kept line, from one, how many were dropped before it less those added. */
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

  /** Adds a line that the whole text does not have. */
  void add(String line) {
    keep(line);
    dropped--;
    droppedBefore.put(kept + 1, dropped);
  }

  /** Parses the kept lines; errors have the line numbers of the whole text. */
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
