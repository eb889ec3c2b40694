package dev.skytally.selection;

import dev.skytally.elements.Snapshot;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import java.util.Optional;

/**
 * The source of the satellites' orbits: a snapshot of element sets, or a file of other orbits.
 *
 * <p>Immutable.
 *
 * @param label the snapshot's or the file's name
 * @param origin where it came from, or its format, for people
 * @param damaged the number of element sets that could not be used
 * @param known the stretch over which the orbits of such a file are known; empty for element sets
 */
public record OrbitSource(String label, String origin, int damaged, Optional<Stretch> known) {

  /**
   * {@return the source of a snapshot}
   *
   * @param snapshot the element sets
   */
  public static OrbitSource of(Snapshot snapshot) {
    return new OrbitSource(
        snapshot.label(), snapshot.origin(), snapshot.problems().size(), Optional.empty());
  }

  /**
   * {@return the source of a file of other orbits}
   *
   * @param file the file
   */
  public static OrbitSource of(OrbitFile file) {
    return new OrbitSource(
        file.label(), file.format(), 0, Optional.of(new Stretch(file.knownFrom(), file.knownTo())));
  }
}
