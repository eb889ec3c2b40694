package dev.skytally.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.DecimalNumber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the points of a GeoJSON FeatureCollection (RFC 7946) token by token, so that errors can
 * give line and column.
 */
final class GeoJsonSites {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> NAME_PROPERTIES = List.of("name", "NAME", "capital", "city");
  private static final String MASK = "mask_deg";

  private final TextFile file;
  private final JsonParser parser;

  private GeoJsonSites(TextFile file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** The line and column at which a value begins, from 1. */
  record Place(int line, int column) {}

  /** A site and the place at which its feature begins. */
  record Feature(GroundSite site, Place at) {}

  static List<Feature> read(TextFile file) throws IOException {
    return read(file, GeoJsonSites::readCollection);
  }

  /** Counts the features, without a look at what they are. */
  static long count(TextFile file) throws IOException {
    return read(file, GeoJsonSites::countFeatures);
  }

  private interface Reading<T> {
    T of(GeoJsonSites sites) throws IOException;
  }

  private static <T> T read(TextFile file, Reading<T> reading) throws IOException {
    try (JsonParser parser = JSON.createParser(file.text())) {
      GeoJsonSites sites = new GeoJsonSites(file, parser);
      try {
        return reading.of(sites);
      } catch (JsonProcessingException e) {
        JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        throw file.problem(at.getLineNr(), at.getColumnNr(), problem(e));
      }
    }
  }

  private static String problem(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "the text ends too early, expected the rest of the JSON";
    }
    return e instanceof StreamConstraintsException
        ? "is nested too deeply, or a name, text or number is too long"
        : "is not valid JSON here";
  }

  private List<Feature> readCollection() throws IOException {
    parser.nextToken();
    Place whole = here();
    String type = "";
    Place typeAt = whole;
    List<Feature> features = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("type")) {
        typeAt = here();
        type = text();
      } else if (field.equals("features") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          features.add(readFeature(features.size() + 1));
        }
      } else {
        parser.skipChildren();
      }
    }
    if (!type.equals("FeatureCollection")) {
      throw problem(
          typeAt, "type is " + TextFile.quoted(type) + ", expected \"FeatureCollection\"");
    }
    if (features.isEmpty()) {
      throw problem(whole, "holds no features, expected at least one point");
    }
    if (parser.nextToken() != null) {
      throw problem(here(), "goes on after the end of the collection");
    }
    return features;
  }

  private long countFeatures() throws IOException {
    long count = 0;
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isFeatures = parser.currentName().equals("features");
      if (parser.nextToken() == JsonToken.START_ARRAY && isFeatures) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          parser.skipChildren();
          count++;
        }
      } else {
        parser.skipChildren();
      }
    }
    return count;
  }

  private Feature readFeature(int number) throws IOException {
    Place at = here();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw problem(at, "feature " + number + " is no JSON object");
    }
    Geometry geometry = new Geometry("", at, List.of(), at);
    Properties properties = new Properties(Map.of(), at);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("geometry") && value == JsonToken.START_OBJECT) {
        geometry = readGeometry();
      } else if (field.equals("properties") && value == JsonToken.START_OBJECT) {
        properties = readProperties();
      } else {
        parser.skipChildren();
      }
    }
    return new Feature(site(number, at, geometry, properties), at);
  }

  /** Reads a geometry. The coordinates are ignored if it is not a point. */
  private record Geometry(
      String type, Place typeAt, List<Double> coordinates, Place coordinatesAt) {}

  private Geometry readGeometry() throws IOException {
    String type = "";
    Place typeAt = here();
    List<Double> coordinates = new ArrayList<>();
    Place coordinatesAt = here();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("type")) {
        typeAt = here();
        type = text();
      } else if (field.equals("coordinates") && value == JsonToken.START_ARRAY) {
        coordinatesAt = here();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          coordinates.add(parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN);
          parser.skipChildren();
        }
      } else {
        parser.skipChildren();
      }
    }
    return new Geometry(type, typeAt, coordinates, coordinatesAt);
  }

  /** The properties that are texts or the mask. */
  private record Properties(Map<String, String> texts, Place maskAt) {
    String text(String name) {
      return texts.getOrDefault(name, "");
    }
  }

  private Properties readProperties() throws IOException {
    Map<String, String> properties = new HashMap<>();
    Place maskAt = here();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals(MASK)) {
        maskAt = here();
      }
      if (!field.equals(MASK) || value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NULL) {
        properties.put(field, text());
      } else if (value.isNumeric()) {
        properties.put(field, parser.getText());
      } else {
        throw problem(maskAt, "mask_deg is no number, expected " + ElevationMask.EXPECTED);
      }
    }
    return new Properties(properties, maskAt);
  }

  /** Returns the text of a string; empty for anything else, which is skipped. */
  private String text() throws IOException {
    String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText().strip() : "";
    parser.skipChildren();
    return text;
  }

  private GroundSite site(int number, Place at, Geometry geometry, Properties properties)
      throws InputFormatException {
    String name =
        NAME_PROPERTIES.stream()
            .map(properties::text)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElseThrow(
                () ->
                    problem(
                        at,
                        "feature "
                            + number
                            + " has no name, expected one of the properties "
                            + String.join(", ", NAME_PROPERTIES)));
    if (!geometry.type().equals("Point")) {
      throw problem(
          geometry.typeAt(),
          "geometry of %s is %s, expected \"Point\""
              .formatted(
                  TextFile.quoted(name),
                  geometry.type().isEmpty() ? "missing" : TextFile.quoted(geometry.type())));
    }
    List<Double> coordinates = geometry.coordinates();
    if (coordinates.size() < 2 || coordinates.size() > 3) {
      throw problem(
          geometry.coordinatesAt(),
          "point of %s has %s coordinates, expected longitude, latitude and perhaps height"
              .formatted(TextFile.quoted(name), coordinates.size()));
    }
    int notANumber = coordinates.indexOf(Double.NaN);
    if (notANumber >= 0) {
      throw problem(
          geometry.coordinatesAt(),
          "point of %s: coordinate %s is not a number"
              .formatted(TextFile.quoted(name), notANumber + 1));
    }
    GroundSite site;
    try {
      site =
          GroundSite.ofDegrees(
                  name,
                  coordinates.get(1),
                  coordinates.get(0),
                  coordinates.size() == 3 ? coordinates.get(2) : 0)
              .inCountry(properties.text("country"), properties.text("iso2"));
    } catch (IllegalArgumentException e) {
      throw problem(
          geometry.coordinatesAt(),
          "point of %s: %s (longitude comes first)"
              .formatted(TextFile.quoted(name), e.getMessage()));
    }
    String mask = properties.text(MASK);
    if (mask.isEmpty()) {
      return site;
    }
    try {
      return site.withMask(ElevationMask.ofDegrees(DecimalNumber.parse(mask)));
    } catch (IllegalArgumentException e) {
      throw problem(
          properties.maskAt(),
          "mask_deg of %s is %s, expected %s"
              .formatted(TextFile.quoted(name), TextFile.quoted(mask), ElevationMask.EXPECTED));
    }
  }

  private Place here() {
    JsonLocation location = parser.currentTokenLocation();
    return new Place(location.getLineNr(), location.getColumnNr());
  }

  private InputFormatException problem(Place at, String problem) {
    return problem(file, at, problem);
  }

  static InputFormatException problem(TextFile file, Place at, String problem) {
    return file.problem(at.line(), at.column(), problem);
  }
}
