package dev.skytally.server;

import java.util.Locale;

/** The format of an answer. */
public enum Format {
  JSON("application/json"),
  CSV("text/csv;charset=utf-8"),
  GEOJSON("application/geo+json"),
  ICS("text/calendar;charset=utf-8"),
  HTML("text/html;charset=utf-8"),
  SVG("image/svg+xml"),
  PNG("image/png"),
  TIF("image/tiff"),

  /** The data of the page at {@code /}, which may change with each version. */
  PAGE("application/json");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Returns its name in requests, which is also the ending of its files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String mediaType() {
    return mediaType;
  }

  /** Returns its media type without parameters. */
  String essence() {
    int end = mediaType.indexOf(';');
    return end < 0 ? mediaType : mediaType.substring(0, end);
  }

  boolean isText() {
    return this != PNG && this != TIF;
  }
}
