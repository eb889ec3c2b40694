package dev.skytally.orbit;

/** Text of SP3, changed where Orekit 13.1.8 would reject it for what does not concern orbits. */
final class Sp3Text {
  /** Five columns for the data used, which centres fill in as they like (TRACK). */
  private static final int DATA_USED_COLUMN = 40;

  /** In the versions a to c it must be this number; in version d it may be. */
  private static final int COMMENTS = 4;

  private Sp3Text() {}

  static boolean begins(String line) {
    return isOfTheFirstVersion(line)
        || (line.length() > 2
            && line.charAt(0) == '#'
            && Character.isLowerCase(line.charAt(1))
            && (line.charAt(2) == 'P' || line.charAt(2) == 'V'));
  }

  /** Before there was a version a, two columns were blank; the rest is the same. */
  private static boolean isOfTheFirstVersion(String line) {
    return line.startsWith("#  ") && line.length() > 3 && Character.isDigit(line.charAt(3));
  }

  /** The lines as Orekit is to read them. */
  static KeptLines of(String text) {
    KeptLines kept = new KeptLines();
    boolean isFirst = true;
    boolean isHeader = true;
    for (String line : text.lines().toList()) {
      boolean isComment = line.startsWith("/*") || line.startsWith("%/*");
      if (line.isBlank() || (isComment && isHeader)) {
        kept.drop();
      } else if (isFirst) {
        kept.keep(firstLine(line.strip()));
        isFirst = false;
      } else {
        if (isHeader && line.startsWith("*")) {
          for (int i = 0; i < COMMENTS; i++) {
            kept.add("/*");
          }
          isHeader = false;
        }
        kept.keep(line);
      }
    }
    return kept;
  }

  private static String firstLine(String line) {
    String versioned = isOfTheFirstVersion(line) ? "#aP" + line.substring(3) : line;
    if (versioned.length() < DATA_USED_COLUMN + 5) {
      return versioned;
    }
    return versioned.substring(0, DATA_USED_COLUMN)
        + "ORBIT"
        + versioned.substring(DATA_USED_COLUMN + 5);
  }
}
