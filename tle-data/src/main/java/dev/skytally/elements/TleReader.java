package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads two-line element sets, each with or without a preceding line for the name.
 *
 * <p>A line that begins with {@code "1 "} opens an element set and one with {@code "2 "} closes it,
 * so a stray, damaged or missing line affects only the element set that it belongs to. A short line
 * just before line 1 is the name; every other line is stray and reported. Blank lines and lines
 * that begin with {@code #} are skipped.
 */
final class TleReader {
  /**
   * The greatest length of a name; a longer line is a damaged line 1 or 2, which have 69
   * characters.
   */
  private static final int LONGEST_NAME = 60;

  private final SnapshotBuilder snapshot;

  /** The latest line that is neither line 1 nor 2, until it is known to be a name or stray. */
  private @Nullable TleLine undecided;

  /** The name and line 1 of the open element set; null if none is open. */
  private @Nullable TleLine name;

  private @Nullable TleLine line1;

  private TleReader(SnapshotBuilder snapshot) {
    this.snapshot = snapshot;
  }

  static void read(TextFile file, SnapshotBuilder snapshot) throws InputFormatException {
    TleReader reader = new TleReader(snapshot);
    int number = 0;
    for (String line : file.lines()) {
      number++;
      String text = line.stripTrailing();
      if (!text.isEmpty() && text.charAt(0) != '#') {
        reader.accept(new TleLine(file, number, text));
      }
    }
    reader.rejectOpen();
    reader.refuseUndecided();
  }

  /** Returns whether any line of a text begins like line 1 or 2 of an element set. */
  static boolean mayRead(String text) {
    for (String beginning : new String[] {"1 ", "2 "}) {
      if (text.startsWith(beginning)
          || text.contains('\n' + beginning)
          || text.contains('\r' + beginning)) {
        return true;
      }
    }
    return false;
  }

  private void accept(TleLine line) throws InputFormatException {
    switch (line.lineOfSet()) {
      case 1 -> {
        rejectOpen();
        takeName();
        line1 = line;
      }
      case 2 -> {
        if (line1 == null) {
          takeName();
          rejectAlone(line, "TLE line 1 is missing, expected it before this line 2");
        } else {
          refuseUndecided();
          close(line1, line);
        }
        name = null;
        line1 = null;
      }
      default -> {
        refuseUndecided();
        undecided = line;
      }
    }
  }

  private void takeName() throws InputFormatException {
    if (undecided != null && undecided.text().length() > LONGEST_NAME) {
      refuseUndecided();
    }
    name = undecided;
    undecided = null;
  }

  private void refuseUndecided() throws InputFormatException {
    if (undecided != null) {
      snapshot.reject(
          0,
          "",
          undecided.problem(
              1,
              TextFile.quoted(undecided.text())
                  + " belongs to no element set, expected a name and then TLE lines 1 and 2"));
      undecided = null;
    }
  }

  private void rejectOpen() throws InputFormatException {
    if (line1 != null) {
      rejectAlone(line1, "TLE line 2 is missing, expected it after this line 1");
    }
  }

  private void rejectAlone(TleLine line, String problem) throws InputFormatException {
    InputFormatException reason = line.problem(1, problem);
    try {
      line.requireWhole();
    } catch (InputFormatException e) {
      reason = e;
    }
    snapshot.reject(line.catalogNumberIfReadable(), nameText(), reason);
  }

  private void close(TleLine line1, TleLine line2) throws InputFormatException {
    ElementSet elementSet;
    try {
      elementSet = elementSet(line1, line2);
    } catch (InputFormatException e) {
      int catalogNumber = line1.catalogNumberIfReadable();
      snapshot.reject(
          catalogNumber == 0 ? line2.catalogNumberIfReadable() : catalogNumber, nameText(), e);
      return;
    }
    snapshot.add(elementSet);
  }

  private ElementSet elementSet(TleLine line1, TleLine line2) throws InputFormatException {
    ElementSetBuilder set = new ElementSetBuilder();
    set.name = nameText();
    line1.requireWhole(2, 9, 18, 33, 44, 53, 62, 64);
    set.catalogNumber = line1.catalogNumber();
    set.classification = line1.classification();
    set.internationalDesignator = line1.internationalDesignator();
    set.epoch = line1.epoch();
    set.meanMotionDotRevolutionsPerDaySquared =
        line1.decimal("first derivative of the mean motion", 34, 43, Range.ANY);
    set.meanMotionDdotRevolutionsPerDayCubed =
        line1.exponential("second derivative of the mean motion", 45);
    set.bstarPerEarthRadius = line1.exponential("drag term B*", 54);
    line1.requireSgp4();
    set.elementSetNumber = line1.integer("element set number", 65, 68, "a whole number");
    line1.requireChecksum();

    line2.requireWhole(2, 8, 17, 26, 34, 43, 52);
    int catalogNumberOfLine2 = line2.catalogNumber();
    set.inclinationDegrees = line2.decimal("inclination", 9, 16, Range.INCLINATION);
    set.rightAscensionDegrees =
        line2.decimal("right ascension of the ascending node", 18, 25, Range.ANGLE);
    set.eccentricity = line2.fraction("eccentricity", 27, 33);
    set.argumentOfPerigeeDegrees = line2.decimal("argument of perigee", 35, 42, Range.ANGLE);
    set.meanAnomalyDegrees = line2.decimal("mean anomaly", 44, 51, Range.ANGLE);
    set.meanMotionRevolutionsPerDay = line2.decimal("mean motion", 53, 63, Range.MEAN_MOTION);
    set.revolutionNumber = line2.integer("revolution number", 64, 68, "a whole number");
    line2.requireChecksum();

    if (set.catalogNumber != catalogNumberOfLine2) {
      throw line2.problem(
          3,
          "TLE line 2 is of satellite "
              + catalogNumberOfLine2
              + ", expected "
              + set.catalogNumber
              + " as in line 1");
    }
    set.text = (name == null ? "" : name.text() + '\n') + line1.text() + '\n' + line2.text();
    return set.build();
  }

  /** Returns the name without the "0 " that marks it in the three-line format of some sources. */
  private String nameText() {
    if (name == null) {
      return "";
    }
    String text = name.text();
    return TextFile.printable(text.startsWith("0 ") ? text.substring(2) : text).strip();
  }
}
