package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warns, quiet or not, of the satellites that an answer lacks: it is incomplete. */
public final class MissingWarning {
  private MissingWarning() {}

  public static void print(Console console, Constellation flown) {
    print(console, flown, Optional.empty());
  }

  /** As above, with the effect that the satellites would have, for people. */
  public static void print(Console console, Constellation flown, Optional<String> effect) {
    List<String> lines = new ArrayList<>();
    List<Missing> missing = new ArrayList<>(flown.missing());
    for (GnssSystem system : flown.systems()) {
      if (flown.members(system).isEmpty()) {
        List<Missing> ofSystem =
            missing.stream().filter(one -> one.satellite().system() == system).toList();
        missing.removeAll(ofSystem);
        lines.add(
            "no satellite of "
                + system.displayName()
                + " is counted, so it cannot lead"
                + (ofSystem.isEmpty()
                    ? ""
                    : ": " + String.join("; ", Missing.sentences(ofSystem))));
      }
    }
    lines.addAll(Missing.sentences(missing));
    print(console, lines, effect);
  }

  /** Prints lines, with the effect at the end of the last one. */
  public static void print(Console console, List<String> lines, Optional<String> effect) {
    for (int i = 0; i < lines.size(); i++) {
      boolean isLast = i == lines.size() - 1;
      console.warn(lines.get(i) + (isLast ? effect.map(of -> "; " + of).orElse("") : ""));
    }
  }
}
