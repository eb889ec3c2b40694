package dev.skytally.report;

/** A result in each of the formats, as whole texts, before anything is written. */
public interface Report {
  /** For people: at most 80 columns while two systems are compared. */
  String table();

  /** The figures in columns. */
  Sheet<?> sheet();

  /** The sheet as CSV: a header and a line for each row, quoted as RFC 4180 has it. */
  default String csv() {
    return sheet().csv();
  }

  /** An object of the schema {@code skytally/2}. */
  String json();
}
