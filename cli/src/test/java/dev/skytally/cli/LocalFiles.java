package dev.skytally.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Files of others that are not part of the project: precise orbits, a receiver's observations,
 * element sets. They are looked for in the folders that an environment variable lists.
 */
final class LocalFiles {
  private static final String VARIABLE = "SKYTALLY_VALIDATION";
  private static final Pattern NAME = Pattern.compile("[^ ,]+\\.(?:tle|gz|SP3|crx|alm)");

  private LocalFiles() {}

  /** The file of this name; where it is not at hand the test is skipped. */
  static Path require(String name) {
    String folders = System.getenv(VARIABLE);
    Path found = null;
    if (folders != null) {
      for (String folder : folders.split(Pattern.quote(File.pathSeparator), -1)) {
        Path file = Path.of(folder, name);
        found = Files.exists(file) ? file : found;
      }
    }
    Assumptions.assumeTrue(
        found != null,
        "skipped, as " + name + " is not in the folders that " + VARIABLE + " lists");
    return found;
  }

  /** A command in which files are named, with their paths. */
  static String resolve(String command) {
    return NAME.matcher(command).replaceAll((MatchResult name) -> require(name.group()).toString());
  }
}
