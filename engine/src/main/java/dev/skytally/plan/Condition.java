package dev.skytally.plan;

import dev.skytally.input.TextFile;
import dev.skytally.internal.input.DecimalNumber;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition on a figure, for example {@code gps.satellites >= 5} or {@code pdop <= 2.0}.
 *
 * <p>Immutable.
 *
 * @param system the system; empty for all systems together
 * @param measure the figure
 * @param comparison how the figure compares with the limit
 * @param limit the limit; above 0 for a dilution of precision
 */
public record Condition(
    Optional<GnssSystem> system, Measure measure, Comparison comparison, double limit) {
  private static final String ALL = "all";
  private static final String FIGURES = "satellites, gdop, pdop, hdop, vdop or tdop";

  /** How a figure compares with a limit. */
  public enum Comparison {
    /** The limit or more. */
    AT_LEAST(">=", "≥"),
    /** The limit or less. */
    AT_MOST("<=", "≤"),
    /** More than the limit. */
    MORE(">", ">"),
    /** Less than the limit. */
    LESS("<", "<");

    private final String symbol;
    private final String printed;

    Comparison(String symbol, String printed) {
      this.symbol = symbol;
      this.printed = printed;
    }

    /** {@return the sign: {@code >=}, {@code <=}, {@code >} or {@code <}} */
    public String symbol() {
      return symbol;
    }
  }

  /** Checks the components. */
  public Condition {
    Objects.requireNonNull(system);
    Objects.requireNonNull(measure);
    Objects.requireNonNull(comparison);
    if (!(limit >= 0 && limit < Double.POSITIVE_INFINITY)
        || (measure != Measure.SATELLITES && limit == 0)) {
      throw new IllegalArgumentException(
          "the limit %s of %s is not a number above 0".formatted(limit, measure));
    }
  }

  /**
   * Reads conditions that are separated by commas, for example {@code satellites >= 8, pdop <= 2},
   * also with the signs ≥ and ≤. A name without a system, or with {@code all}, means all systems
   * together.
   *
   * @param text the text, in upper or lower case
   * @return the conditions, at least one
   * @throws IllegalArgumentException if the text is not one; the message has the column, from 1,
   *     and what is expected there
   */
  public static List<Condition> parse(String text) {
    return new Parser(text).conditions();
  }

  /**
   * {@return whether the condition holds}
   *
   * @param value the figure; infinite for a dilution without a position
   */
  public boolean holds(double value) {
    return switch (comparison) {
      case AT_LEAST -> value >= limit;
      case AT_MOST -> value <= limit;
      case MORE -> value > limit;
      case LESS -> value < limit;
    };
  }

  /** {@return the condition as {@link #parse} reads it, for example {@code pdop <= 2}} */
  @Override
  public String toString() {
    String prefix = system.map(one -> one.name().toLowerCase(Locale.ROOT) + ".").orElse("");
    String number = Double.toString(limit);
    return prefix
        + measure.name().toLowerCase(Locale.ROOT)
        + " "
        + comparison.symbol
        + " "
        + (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number);
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    List<Condition> conditions() {
      List<Condition> conditions = new ArrayList<>();
      while (true) {
        conditions.add(condition());
        skipBlanks();
        if (at == text.length()) {
          return conditions;
        }
        if (text.charAt(at) != ',') {
          throw expected(at, token(at), "a comma before the next condition");
        }
        at++;
      }
    }

    private Condition condition() {
      skipBlanks();
      int begin = at;
      String name = word();
      Optional<GnssSystem> system = Optional.empty();
      if (at < text.length() && text.charAt(at) == '.') {
        system = system(begin, name);
        begin = ++at;
        name = word();
      }
      Measure measure = measure(begin, name);
      skipBlanks();
      Comparison comparison = comparison();
      skipBlanks();
      return new Condition(system, measure, comparison, limit(measure));
    }

    private Optional<GnssSystem> system(int begin, String name) {
      if (name.equalsIgnoreCase(ALL)) {
        return Optional.empty();
      }
      try {
        return Optional.of(GnssSystem.of(name));
      } catch (IllegalArgumentException e) {
        throw expected(begin, name, "all or one of " + GnssSystem.codes().toLowerCase(Locale.ROOT));
      }
    }

    private Measure measure(int begin, String name) {
      for (Measure measure : Measure.values()) {
        if (measure.name().equalsIgnoreCase(name)) {
          return measure;
        }
      }
      if (begin < text.length() && Character.isDigit(text.charAt(begin))) {
        throw expected(begin, token(begin), FIGURES + "; decimals have a point, as in 2.5");
      }
      for (GnssSystem system : GnssSystem.values()) {
        if (system.name().equalsIgnoreCase(name)) {
          throw expected(begin, name, "a figure of this system such as " + name + ".satellites");
        }
      }
      throw expected(begin, name.isEmpty() ? token(begin) : name, FIGURES);
    }

    private Comparison comparison() {
      for (Comparison comparison : Comparison.values()) {
        for (String sign : List.of(comparison.symbol, comparison.printed)) {
          if (text.startsWith(sign, at)) {
            at += sign.length();
            return comparison;
          }
        }
      }
      throw expected(at, token(at), ">=, <=, > or <");
    }

    private double limit(Measure measure) {
      int begin = at;
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      boolean isWhole = measure == Measure.SATELLITES;
      String what = isWhole ? "a whole number such as 8" : "a number above 0 such as 2.5";
      try {
        double limit = DecimalNumber.parse(text.substring(begin, at));
        if (isWhole ? limit == Math.rint(limit) : limit > 0) {
          return limit;
        }
      } catch (NumberFormatException e) {
        throw expected(begin, token(begin), what);
      }
      throw expected(begin, text.substring(begin, at), what);
    }

    private String word() {
      int begin = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      return text.substring(begin, at);
    }

    private void skipBlanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    /** Returns the text from a position to the next blank or comma. */
    private String token(int begin) {
      int end = begin;
      while (end < text.length()
          && !Character.isWhitespace(text.charAt(end))
          && (text.charAt(end) != ',' || end == begin)) {
        end++;
      }
      return text.substring(begin, end);
    }

    private static IllegalArgumentException expected(int begin, String found, String what) {
      return new IllegalArgumentException(
          "column %s: %s, expected %s"
              .formatted(begin + 1, found.isEmpty() ? "the end" : TextFile.quoted(found), what));
    }
  }
}
