package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.input.VisibleText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A builder that collects the keywords of one Orbit Mean-elements Message (CCSDS 502.0-B) and
 * interprets them. The reader of each syntax calls {@link #put}.
 */
final class OmmMessage {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern DESIGNATOR = Pattern.compile("\\d{4}-\\d{3}[A-Z]{1,3}");
  private static final List<String> THEORIES = List.of("SGP4", "SGP", "SGP/SGP4");

  /** The greatest number of digits of a catalogue number, and of a number that fits into an int. */
  private static final int MOST_DIGITS = 9;

  private record Value(String text, int line, int column) {}

  private final TextFile file;
  private final int line;
  private final int column;
  private final Map<OmmKeyword, Value> values = new EnumMap<>(OmmKeyword.class);
  private @Nullable InputFormatException problem;

  /** Creates a message that begins at a line and column. */
  OmmMessage(TextFile file, int line, int column) {
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** Adds a keyword and its value at a line and column; an empty value means no value. */
  void put(String keyword, String text, int line, int column) {
    OmmKeyword known = OmmKeyword.named(keyword);
    if (known == null || text.isBlank()) {
      return;
    }
    if (values.putIfAbsent(known, new Value(text.strip(), line, column)) != null) {
      fail(line, column, keyword + " is given twice, expected once");
    }
  }

  boolean has(OmmKeyword keyword) {
    return values.containsKey(keyword);
  }

  /** Marks the message as bad, unless it already is for another reason. */
  void fail(int line, int column, String reason) {
    if (problem == null) {
      problem = file.problem(line, column, reason);
    }
  }

  /**
   * Ends the message and adds its element set, or its problem, to a snapshot.
   *
   * @param text the text that the element set was read from
   */
  void end(String text, SnapshotBuilder snapshot) throws InputFormatException {
    ElementSet elementSet;
    try {
      elementSet = elementSet(text);
    } catch (InputFormatException e) {
      snapshot.reject(catalogNumberIfReadable(), name(), e);
      return;
    }
    snapshot.add(elementSet);
  }

  private ElementSet elementSet(String text) throws InputFormatException {
    if (problem != null) {
      throw problem;
    }
    for (OmmKeyword keyword : OmmKeyword.values()) {
      if (keyword.isRequired() && !has(keyword)) {
        throw file.problem(line, column, keyword + " is missing, expected in every element set");
      }
    }
    requireOneOf(OmmKeyword.CENTER_NAME, List.of("EARTH"));
    requireOneOf(OmmKeyword.REF_FRAME, List.of("TEME"));
    requireOneOf(OmmKeyword.TIME_SYSTEM, List.of("UTC"));
    requireOneOf(OmmKeyword.MEAN_ELEMENT_THEORY, THEORIES);
    requireSgp4();
    ElementSetBuilder set = new ElementSetBuilder();
    set.catalogNumber = catalogNumber();
    set.name = requiredName();
    set.internationalDesignator = internationalDesignator();
    set.classification = classification();
    set.epoch = epoch();
    set.meanMotionRevolutionsPerDay = number(OmmKeyword.MEAN_MOTION, Range.MEAN_MOTION);
    set.eccentricity = number(OmmKeyword.ECCENTRICITY, Range.ECCENTRICITY);
    set.inclinationDegrees = number(OmmKeyword.INCLINATION, Range.INCLINATION);
    set.rightAscensionDegrees = number(OmmKeyword.RA_OF_ASC_NODE, Range.ANGLE);
    set.argumentOfPerigeeDegrees = number(OmmKeyword.ARG_OF_PERICENTER, Range.ANGLE);
    set.meanAnomalyDegrees = number(OmmKeyword.MEAN_ANOMALY, Range.ANGLE);
    set.bstarPerEarthRadius = number(OmmKeyword.BSTAR, Range.ANY);
    set.meanMotionDotRevolutionsPerDaySquared = number(OmmKeyword.MEAN_MOTION_DOT, Range.ANY);
    set.meanMotionDdotRevolutionsPerDayCubed = number(OmmKeyword.MEAN_MOTION_DDOT, Range.ANY);
    set.elementSetNumber = integer(OmmKeyword.ELEMENT_SET_NO);
    set.revolutionNumber = integer(OmmKeyword.REV_AT_EPOCH);
    set.text = text;
    return set.build();
  }

  private void requireOneOf(OmmKeyword keyword, List<String> expected) throws InputFormatException {
    if (has(keyword) && expected.stream().noneMatch(text(keyword)::equalsIgnoreCase)) {
      throw bad(keyword, expected.get(0));
    }
  }

  private void requireSgp4() throws InputFormatException {
    OmmKeyword keyword = OmmKeyword.EPHEMERIS_TYPE;
    if (text(keyword).equals("4")) {
      throw bad(keyword, "0 (SGP4); 4 is SGP4-XP, another theory");
    }
    if (has(keyword) && !text(keyword).equals("0") && !text(keyword).equals("2")) {
      throw bad(keyword, "0 (SGP4)");
    }
  }

  /** Returns the name, if the message has given it so far; otherwise empty. */
  String name() {
    return TextFile.printable(text(OmmKeyword.OBJECT_NAME));
  }

  private String requiredName() throws InputFormatException {
    String name = name();
    if (name.length() > VisibleText.LONGEST_NAME) {
      throw bad(OmmKeyword.OBJECT_NAME, "at most " + VisibleText.LONGEST_NAME + " characters");
    }
    return name;
  }

  private int catalogNumber() throws InputFormatException {
    int catalogNumber = catalogNumberIfReadable();
    if (catalogNumber == 0) {
      throw bad(OmmKeyword.NORAD_CAT_ID, "1 to 999999999");
    }
    return catalogNumber;
  }

  /** Returns the catalogue number, if the message has given a valid one so far; otherwise 0. */
  int catalogNumberIfReadable() {
    String text = text(OmmKeyword.NORAD_CAT_ID);
    return text.length() <= MOST_DIGITS && isDigits(text) ? Integer.parseInt(text) : 0;
  }

  /**
   * Returns the international designator. The standard allows any text here; only the common format
   * is used.
   */
  private String internationalDesignator() {
    String text = text(OmmKeyword.OBJECT_ID);
    return DESIGNATOR.matcher(text).matches() ? text : "";
  }

  private char classification() throws InputFormatException {
    OmmKeyword keyword = OmmKeyword.CLASSIFICATION_TYPE;
    return switch (text(keyword)) {
      case "", "U" -> 'U';
      case "C" -> 'C';
      case "S" -> 'S';
      default -> throw bad(keyword, "U, C or S");
    };
  }

  /**
   * Returns the epoch. The date may be by month and day or by day of the year; fractions of a
   * second are read to nanoseconds.
   */
  private Instant epoch() throws InputFormatException {
    String text = text(OmmKeyword.EPOCH);
    String dateAndTime = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    int t = dateAndTime.indexOf('T');
    try {
      String date = dateAndTime.substring(0, Math.max(t, 0));
      boolean byDayOfYear = date.length() == "2020-336".length();
      LocalDate day =
          LocalDate.parse(
              date,
              byDayOfYear ? DateTimeFormatter.ISO_ORDINAL_DATE : DateTimeFormatter.ISO_LOCAL_DATE);
      return day.atTime(LocalTime.parse(dateAndTime.substring(t + 1))).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw bad(OmmKeyword.EPOCH, "a time in UTC as 2020-12-01T12:34:56.789");
    }
  }

  private double number(OmmKeyword keyword, Range range) throws InputFormatException {
    if (!has(keyword)) {
      return 0;
    }
    String text = text(keyword);
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!range.contains(value)) {
      throw bad(keyword, range.toString());
    }
    return value;
  }

  private int integer(OmmKeyword keyword) throws InputFormatException {
    if (!has(keyword)) {
      return 0;
    }
    String text = text(keyword);
    if (!isDigits(text) || text.length() > MOST_DIGITS) {
      throw bad(keyword, "a whole number");
    }
    return Integer.parseInt(text);
  }

  private String text(OmmKeyword keyword) {
    Value value = values.get(keyword);
    return value == null ? "" : value.text();
  }

  private InputFormatException bad(OmmKeyword keyword, String expected) {
    Value value = Objects.requireNonNull(values.get(keyword));
    return file.problem(
        value.line(),
        value.column(),
        keyword + " is " + TextFile.quoted(value.text()) + ", expected " + expected);
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
