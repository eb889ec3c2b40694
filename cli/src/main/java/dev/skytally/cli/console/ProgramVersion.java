package dev.skytally.cli.console;

import java.util.Optional;

/** The version of the packaged program. */
public final class ProgramVersion {
  private ProgramVersion() {}

  public static Optional<String> packaged() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
  }

  /** Returns the version, or a text that says that the program is not packaged. */
  public static String orNone() {
    return packaged().orElse("(not packaged)");
  }
}
