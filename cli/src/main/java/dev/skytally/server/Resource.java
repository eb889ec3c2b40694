package dev.skytally.server;

import java.util.List;

/**
 * Something that can be asked for.
 *
 * @param path where, for example {@code /v1/capitals}
 * @param body what a question comes with
 * @param formats of its answers; the first is the default
 */
public record Resource(
    String path, String summary, Body body, List<Parameter> parameters, List<Format> formats) {

  /** What a question comes with, by POST; questions without a body come by GET. */
  public enum Body {
    NONE(""),
    SITES("Sites as CSV (name,latitude_deg,longitude_deg) or GeoJSON."),
    HORIZON("Azimuths from north over east and elevations in degrees, in any format of a horizon.");

    private final String description;

    Body(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }

    List<String> mediaTypes() {
      return switch (this) {
        case NONE -> List.of();
        case SITES -> List.of(Format.CSV.essence(), Format.GEOJSON.essence());
        case HORIZON -> List.of(Format.CSV.essence(), "text/plain");
      };
    }
  }

  public Resource {
    parameters = List.copyOf(parameters);
    formats = List.copyOf(formats);
  }

  boolean takesBody() {
    return body != Body.NONE;
  }
}
