package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Collects the orbits that a reader finds, by PRN, and the reasons why it cannot use others. */
final class OrbitFileBuilder {
  private final NavigableMap<String, ProvidedOrbit> orbits = new TreeMap<>();
  private final NavigableMap<String, String> unusable = new TreeMap<>();

  /** Makes an orbit from the data of a file about one satellite. */
  interface Maker {
    ProvidedOrbit make() throws PropagationException;
  }

  /** Adds the orbit of a satellite, or the reason why it cannot be made. */
  void add(String prn, Maker maker) {
    try {
      orbits.put(prn, maker.make());
    } catch (PropagationException e) {
      reject(prn, e.getMessage());
    }
  }

  /** Records why an orbit of a satellite cannot be used. */
  void reject(String prn, String reason) {
    unusable.put(prn, reason);
  }

  /** Returns whether the reader has found no orbit, usable or not. */
  boolean isEmpty() {
    return orbits.isEmpty() && unusable.isEmpty();
  }

  /**
   * Returns the file with the collected orbits.
   *
   * @throws InputFormatException if it has no orbit
   */
  OrbitFile build(TextFile file, String format) throws InputFormatException {
    if (orbits.isEmpty()) {
      throw file.problem(
          0,
          0,
          "holds no orbit that can be used"
              + (unusable.isEmpty()
                  ? ""
                  : "; the first: %s: %s"
                      .formatted(unusable.firstKey(), unusable.firstEntry().getValue())));
    }
    return new OrbitFile(file.source(), format, orbits, unusable);
  }
}
