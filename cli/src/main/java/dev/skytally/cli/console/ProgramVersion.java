package dev.skytally.cli.console;

import java.util.Optional;

/** The version that was packaged, if it was. */
public final class ProgramVersion {
  private ProgramVersion() {}

  public static Optional<String> packaged() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
  }

  /** The version, as it is shown and kept with what the program computed. */
  public static String orNone() {
    return packaged().orElse("(not packaged)");
  }
}
