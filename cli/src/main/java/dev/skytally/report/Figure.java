package dev.skytally.report;

import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.util.function.ToDoubleFunction;

/**
 * A figure of one system that several commands report, each from its own rows.
 *
 * @param name the name without the system, for example {@code mean}
 * @param mostDecimals 0 to 6
 * @param description for people
 */
public record Figure(String name, int mostDecimals, String description) {
  public static final Figure MAX = new Figure("max", 0, "greatest number in view");
  public static final Figure MEAN = new Figure("mean", 6, "mean number in view");
  public static final Figure MIN = new Figure("min", 0, "least number in view");
  public static final Figure SHARE_AT_LEAST_4 =
      new Figure("share_at_least_4", 6, "share of time with four or more in view");
  public static final Figure SHARE_AHEAD =
      new Figure("share_ahead", 6, "share of time with more in view than every other system");

  /** Returns the share of time with more in view than one other system. */
  public static Figure shareAheadOf(GnssSystem other) {
    return new Figure(
        "share_ahead_of_" + Words.key(other),
        6,
        "share of time with more in view than " + other.displayName());
  }

  /** Returns the column of this figure, for rows that have such a value. */
  public <R> Column<R> from(ToDoubleFunction<R> value) {
    return Column.number(name, mostDecimals, description, value);
  }
}
