package dev.skytally.atlas.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.atlas.plan.Chunk;
import dev.skytally.atlas.plan.Division;
import dev.skytally.atlas.plan.Part;
import dev.skytally.atlas.plan.Period;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.store.Store;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.world.Zlib;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.zip.InflaterInputStream;

/**
 * The arrays of an atlas in the Zarr format, version 2: a group for each part ({@code whole},
 * {@code year}, {@code month}) with an array for each layer, by time, latitude and longitude.
 * Chunks are compressed by zlib.
 */
public final class Zarr {
  public static final String FOLDER = "atlas.zarr";
  private static final String FLOAT = "<f4";
  private static final String DOUBLE = "<f8";
  private static final String INTEGER = "<i4";

  private final Store store;
  private final Plan plan;
  private final Division division;

  /** The metadata by name, for the consolidated file that xarray reads first. */
  private final Map<String, String> metadata = new TreeMap<>();

  public Zarr(Store store, Plan plan, Division division) {
    this.store = store;
    this.plan = plan;
    this.division = division;
  }

  /** Returns the name of a group. */
  static String group(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private static String chunkName(Period period, Layer layer, Chunk chunk) {
    return "%s/%s/%s/%s.%s.%s"
        .formatted(
            FOLDER, group(period.part()), layer.name(), period.index(), chunk.band(), chunk.tile());
  }

  /**
   * Writes a layer of a chunk over a period.
   *
   * @param values by row, then column, of the chunk
   * @return the bytes of the values, little-endian and without the padding at the edges of the grid
   */
  public byte[] writeChunk(Period period, Layer layer, Chunk chunk, float[] values)
      throws IOException {
    int columns = division.chunkColumns();
    byte[] padded = new byte[division.chunkRows() * columns * Float.BYTES];
    ByteBuffer all = buffer(padded);
    byte[] bytes = new byte[values.length * Float.BYTES];
    ByteBuffer plain = buffer(bytes);
    for (int row = 0; row < division.chunkRows(); row++) {
      for (int column = 0; column < columns; column++) {
        boolean inside = row < chunk.rows() && column < chunk.columns();
        all.putFloat(inside ? values[row * chunk.columns() + column] : Float.NaN);
      }
    }
    for (float value : values) {
      plain.putFloat(value);
    }
    store.write(chunkName(period, layer, chunk), Zlib.packed(padded));
    return bytes;
  }

  /** Reads what {@link #writeChunk} wrote. */
  public float[] readChunk(Period period, Layer layer, Chunk chunk) throws IOException {
    byte[] packed = store.read(chunkName(period, layer, chunk));
    byte[] bytes;
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      bytes = in.readAllBytes();
    }
    ByteBuffer all = buffer(bytes);
    float[] values = new float[chunk.rows() * chunk.columns()];
    for (int row = 0; row < chunk.rows(); row++) {
      for (int column = 0; column < chunk.columns(); column++) {
        int at = row * division.chunkColumns() + column;
        values[row * chunk.columns() + column] = all.getFloat(at * Float.BYTES);
      }
    }
    return values;
  }

  /** Writes the metadata and the coordinates. */
  public void writeMetadata(List<Layer> layers, String title) throws IOException {
    put(".zgroup", json -> json.writeNumberField("zarr_format", 2));
    put(
        ".zattrs",
        json -> {
          json.writeStringField("title", title);
          json.writeStringField("Conventions", "CF-1.10");
        });
    for (Part part : Part.values()) {
      List<Period> periods =
          plan.periods().stream().filter(period -> period.part() == part).toList();
      if (!periods.isEmpty()) {
        writeGroup(group(part), periods, layers);
      }
    }
    StringWriter consolidated = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(consolidated)) {
      json.writeStartObject();
      json.writeNumberField("zarr_consolidated_format", 1);
      json.writeObjectFieldStart("metadata");
      for (Map.Entry<String, String> entry : metadata.entrySet()) {
        json.writeFieldName(entry.getKey());
        json.writeRawValue(entry.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    write(".zmetadata", consolidated.toString());
  }

  private void writeGroup(String group, List<Period> periods, List<Layer> layers)
      throws IOException {
    WorldGrid grid = plan.grid();
    put(group + "/.zgroup", json -> json.writeNumberField("zarr_format", 2));
    put(group + "/.zattrs", json -> {});
    byte[] times = new byte[periods.size() * Integer.BYTES];
    ByteBuffer days = buffer(times);
    periods.forEach(period -> days.putInt((int) period.firstDay().toEpochDay()));
    coordinate(group, "time", INTEGER, times, Integer.BYTES, "days since 1970-01-01", "first day");
    byte[] latitudes = doubles(grid.rows(), grid::latitudeDegrees);
    coordinate(group, "lat", DOUBLE, latitudes, Double.BYTES, "degrees_north", "latitude");
    byte[] longitudes = doubles(grid.columns(), grid::longitudeDegrees);
    coordinate(group, "lon", DOUBLE, longitudes, Double.BYTES, "degrees_east", "longitude");
    int[] shape = {periods.size(), grid.rows(), grid.columns()};
    int[] size = {1, division.chunkRows(), division.chunkColumns()};
    for (Layer layer : layers) {
      String name = group + "/" + layer.name();
      putArray(name, FLOAT, shape, size, true);
      put(
          name + "/.zattrs",
          json -> {
            texts(json, "_ARRAY_DIMENSIONS", "time", "lat", "lon");
            json.writeStringField("long_name", layer.description());
            json.writeObjectFieldStart("_CRS");
            json.writeStringField("url", "http://www.opengis.net/def/crs/EPSG/0/4326");
            json.writeEndObject();
          });
    }
  }

  private void coordinate(
      String group,
      String name,
      String type,
      byte[] values,
      int valueBytes,
      String units,
      String description)
      throws IOException {
    int[] shape = {values.length / valueBytes};
    putArray(group + "/" + name, type, shape, shape, false);
    put(
        group + "/" + name + "/.zattrs",
        json -> {
          texts(json, "_ARRAY_DIMENSIONS", name);
          json.writeStringField("units", units);
          json.writeStringField("standard_name", name.equals("time") ? "time" : description);
          json.writeStringField("long_name", description);
        });
    store.write(FOLDER + "/" + group + "/" + name + "/0", values);
  }

  private void putArray(String name, String type, int[] shape, int[] size, boolean isPacked)
      throws IOException {
    put(
        name + "/.zarray",
        json -> {
          json.writeNumberField("zarr_format", 2);
          numbers(json, "shape", shape);
          numbers(json, "chunks", size);
          json.writeStringField("dtype", type);
          json.writeStringField("order", "C");
          json.writeNullField("filters");
          if (isPacked) {
            json.writeStringField("fill_value", "NaN");
            json.writeObjectFieldStart("compressor");
            json.writeStringField("id", "zlib");
            json.writeNumberField("level", Zlib.LEVEL);
            json.writeEndObject();
          } else {
            json.writeNullField("fill_value");
            json.writeNullField("compressor");
          }
        });
  }

  private interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private void put(String name, Fields fields) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    }
    metadata.put(name, text.toString());
    write(name, text.toString());
  }

  private void write(String name, String text) throws IOException {
    store.write(FOLDER + "/" + name, text.getBytes(UTF_8));
  }

  private static void numbers(JsonGenerator json, String field, int[] values) throws IOException {
    json.writeFieldName(field);
    json.writeArray(values, 0, values.length);
  }

  private static void texts(JsonGenerator json, String field, String... values) throws IOException {
    json.writeFieldName(field);
    json.writeArray(values, 0, values.length);
  }

  private static byte[] doubles(int count, IntToDoubleFunction value) {
    byte[] bytes = new byte[count * Double.BYTES];
    ByteBuffer doubles = buffer(bytes);
    for (int i = 0; i < count; i++) {
      doubles.putDouble(value.applyAsDouble(i));
    }
    return bytes;
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
