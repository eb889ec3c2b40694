package dev.skytally.report;

/** A result that can be written in each of the formats, as a whole text. */
public interface Report {
  /** Returns a table for people, at most 80 columns wide for up to two systems. */
  String table();

  /** Returns the figures in columns. */
  Sheet<?> sheet();

  /** Returns the sheet as CSV by RFC 4180: a header and a line for each row. */
  default String csv() {
    return sheet().csv();
  }

  /** Returns a JSON object of the schema {@code skytally/2}. */
  String json();

  /**
   * Returns the rows of the sheet as points in GeoJSON by RFC 7946.
   *
   * @throws UnsupportedOperationException if they are not about places
   */
  default String geoJson() {
    throw new UnsupportedOperationException("the rows have no places");
  }

  /**
   * Returns the result as a calendar by RFC 5545.
   *
   * @throws UnsupportedOperationException if it has no events
   */
  default String calendar() {
    throw new UnsupportedOperationException("the result has no events");
  }
}
