package dev.skytally.selection;

import dev.skytally.elements.Snapshot;
import dev.skytally.orbit.OrbitFile;
import dev.skytally.orbit.OrbitFile.Stretch;
import java.util.Optional;

/**
 * What the satellites' orbits were taken from: a snapshot of element sets, or a file of others.
 *
 * @param label the snapshot's or the file's name
 * @param origin where it came from or what it is, for people
 * @param damaged how many element sets could not be used
 * @param known from when to when the orbits of such a file are known; empty for element sets
 */
public record OrbitSource(String label, String origin, int damaged, Optional<Stretch> known) {

  public static OrbitSource of(Snapshot snapshot) {
    return new OrbitSource(
        snapshot.label(), snapshot.origin(), snapshot.problems().size(), Optional.empty());
  }

  public static OrbitSource of(OrbitFile file) {
    return new OrbitSource(
        file.label(), file.form(), 0, Optional.of(new Stretch(file.knownFrom(), file.knownTo())));
  }
}
