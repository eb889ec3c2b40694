package dev.skytally.geography;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The arcs of a TopoJSON file, and which of them are the edges of land.
 *
 * <p>TopoJSON stores each shared line once, as an arc of whole numbers, each the difference from
 * the one before. A ring is a list of arcs; {@code ~i} means arc {@code i} backwards. See the
 * TopoJSON Format Specification 1.0, sections 2.1.2 to 2.1.4.
 */
final class TopoJson {
  private final double[] scale = new double[2];
  private final double[] translate = new double[2];

  /** By arc, then axis (longitude, latitude), then point. */
  private final List<int[][]> arcs = new ArrayList<>();

  private final List<int[]> landRings = new ArrayList<>();
  private final List<Country> countries = new ArrayList<>();

  /**
   * A country and its rings, each as a list of arcs.
   *
   * @param name the name in the data
   */
  record Country(String name, List<int[]> rings) {}

  static TopoJson load(String resource) {
    TopoJson topology = new TopoJson();
    try (InputStream packed =
            Objects.requireNonNull(TopoJson.class.getResourceAsStream(resource), resource);
        JsonParser json = new JsonFactory().createParser(new GZIPInputStream(packed))) {
      topology.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled " + resource + " is damaged", e);
    }
    return topology;
  }

  /** Returns the rings of the land, each as a list of arcs. */
  List<int[]> landRings() {
    return landRings;
  }

  /** Returns the countries in the order of the data. */
  List<Country> countries() {
    return countries;
  }

  /** Returns the points of a ring in degrees: longitudes, then latitudes. */
  double[][] ring(int[] ringArcs) {
    int points = 1;
    for (int arc : ringArcs) {
      points += arcs.get(index(arc))[0].length - 1;
    }
    double[][] ring = new double[2][points];
    int at = 0;
    for (int arc : ringArcs) {
      int[][] whole = arcs.get(index(arc));
      int last = whole[0].length - 1;
      for (int i = 0; i <= last; i++) {
        int from = arc < 0 ? last - i : i;
        ring[0][at + i] = degrees(0, whole[0][from]);
        ring[1][at + i] = degrees(1, whole[1][from]);
      }
      at += last;
    }
    return ring;
  }

  /** Returns the arcs between countries, which are not edges of land, as {@link #ring} does. */
  List<double[][]> arcsBetweenCountries() {
    BitSet coasts = new BitSet();
    for (int[] ring : landRings) {
      for (int arc : ring) {
        coasts.set(index(arc));
      }
    }
    List<double[][]> between = new ArrayList<>();
    for (int i = coasts.nextClearBit(0); i < arcs.size(); i = coasts.nextClearBit(i + 1)) {
      between.add(ring(new int[] {i}));
    }
    return between;
  }

  private static int index(int arc) {
    return arc < 0 ? ~arc : arc;
  }

  private double degrees(int axis, int value) {
    return value * scale[axis] + translate[axis];
  }

  private void read(JsonParser json) throws IOException {
    json.nextToken();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "transform" -> readTransform(json);
        case "objects" -> readObjects(json);
        case "arcs" -> readArcs(json);
        default -> json.skipChildren();
      }
    }
  }

  private void readTransform(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      double[] target = json.currentName().equals("scale") ? scale : translate;
      json.nextToken();
      for (int axis = 0; axis < 2; axis++) {
        json.nextToken();
        target[axis] = json.getDoubleValue();
      }
      json.nextToken();
    }
  }

  private void readObjects(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String object = json.currentName();
      json.nextToken();
      switch (object) {
        case "land" -> landRings.addAll(readRings(json));
        case "countries" -> readCountries(json);
        default -> json.skipChildren();
      }
    }
  }

  private void readCountries(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean isList = json.currentName().equals("geometries");
      json.nextToken();
      if (!isList) {
        json.skipChildren();
        continue;
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        readCountry(json);
      }
    }
  }

  private void readCountry(JsonParser json) throws IOException {
    String name = "";
    List<int[]> rings = List.of();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "arcs" -> rings = readRings(json);
        case "properties" -> name = readName(json);
        default -> json.skipChildren();
      }
    }
    countries.add(new Country(name, rings));
  }

  private static String readName(JsonParser json) throws IOException {
    String name = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean isName = json.currentName().equals("name");
      json.nextToken();
      name = isName ? json.getText() : name;
    }
    return name;
  }

  /** Reads the rings of an object or list, which are the lists of whole numbers at any depth. */
  private static List<int[]> readRings(JsonParser json) throws IOException {
    List<int[]> rings = new ArrayList<>();
    int depth = 1;
    int[] ring = new int[16];
    int size = 0;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
        if (size > 0) {
          rings.add(Arrays.copyOf(ring, size));
          size = 0;
        }
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        if (size == ring.length) {
          ring = Arrays.copyOf(ring, 2 * size);
        }
        ring[size++] = json.getIntValue();
      }
    }
    return rings;
  }

  private void readArcs(JsonParser json) throws IOException {
    int[][] arc = new int[2][64];
    while (json.nextToken() != JsonToken.END_ARRAY) {
      int points = 0;
      int x = 0;
      int y = 0;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (points == arc[0].length) {
          arc[0] = Arrays.copyOf(arc[0], 2 * points);
          arc[1] = Arrays.copyOf(arc[1], 2 * points);
        }
        json.nextToken();
        x += json.getIntValue();
        json.nextToken();
        y += json.getIntValue();
        json.nextToken();
        arc[0][points] = x;
        arc[1][points] = y;
        points++;
      }
      arcs.add(new int[][] {Arrays.copyOf(arc[0], points), Arrays.copyOf(arc[1], points)});
    }
  }
}
