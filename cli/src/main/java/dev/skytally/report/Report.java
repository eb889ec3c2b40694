package dev.skytally.report;

/** A result that can be told in each of the formats, whole, before anything is written. */
public interface Report {
  /** For people: at most 80 columns while two systems are compared. */
  String table();

  /** A header and the same figures in columns, quoted as RFC 4180 has it. */
  String csv();

  /** An object of the schema {@code skytally/1}. */
  String json();
}
