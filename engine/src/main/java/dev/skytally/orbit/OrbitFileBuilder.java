package dev.skytally.orbit;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Collects the orbits that a reader finds, by PRN, and why it cannot use others. */
final class OrbitFileBuilder {
  private final NavigableMap<String, ProvidedOrbit> orbits = new TreeMap<>();
  private final NavigableMap<String, String> unusable = new TreeMap<>();

  /** Makes an orbit from what a file says of a satellite. */
  interface Maker {
    ProvidedOrbit make() throws PropagationException;
  }

  /** Adds the orbit of a satellite, or the reason why it cannot be made. */
  void add(String prn, Maker maker) {
    try {
      orbits.put(prn, maker.make());
    } catch (PropagationException e) {
      refuse(prn, e.getMessage());
    }
  }

  /** Notes why an orbit of a satellite cannot be used. */
  void refuse(String prn, String reason) {
    unusable.put(prn, reason);
  }

  /** Whether the reader has found nothing, good or bad. */
  boolean isEmpty() {
    return orbits.isEmpty() && unusable.isEmpty();
  }

  /**
   * The file with what was collected.
   *
   * @throws InputFormatException if it has no orbit
   */
  OrbitFile build(TextFile file, String form) throws InputFormatException {
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
    return new OrbitFile(file.source(), form, orbits, unusable);
  }
}
