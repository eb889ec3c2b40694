package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.satellites.OldOrbits;

/** Warns, quiet or not, of orbits that make an answer uncertain. */
public final class OldOrbitsWarning {
  private OldOrbitsWarning() {}

  public static void print(Console console, OldOrbits old) {
    if (!old.isEmpty()) {
      console.warn(
          "old orbits: "
              + old.text()
              + "; rises and sets can be minutes off, and the leader wrong at 1 of 195 capitals after 24 days to"
              + " 10 after 4 months (docs/accuracy.md)");
    }
  }
}
