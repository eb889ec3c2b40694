package dev.skytally.cli;

import java.util.Optional;

/** The version that was packaged, if it was. */
final class ProgramVersion {
  private ProgramVersion() {}

  static Optional<String> packaged() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
  }

  /** The version, as it is shown and kept with what the program computed. */
  static String orNone() {
    return packaged().orElse("(not packaged)");
  }
}
