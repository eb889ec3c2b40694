package dev.skytally.atlas.output;

import dev.skytally.atlas.plan.Chunk;
import dev.skytally.atlas.plan.Division;
import dev.skytally.atlas.plan.Period;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.store.Store;
import dev.skytally.report.world.CloudTiff;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The GeoTIFF of a layer over the whole period, and the small copy that its picture shows. */
public final class LayerFiles {
  private static final int PREVIEW_COLUMNS = 1440;

  private LayerFiles() {}

  public static String tiff(Layer layer) {
    return "layers/" + layer.name() + ".tif";
  }

  public static String picture(Layer layer) {
    return "layers/" + layer.name() + ".png";
  }

  private static String preview(Layer layer) {
    return "work/previews/" + layer.name();
  }

  /** Writes both from the chunks of the layer. */
  public static void write(Store store, Plan plan, Division division, Layer layer)
      throws IOException {
    Zarr zarr = new Zarr(store, plan, division);
    Period whole = plan.periods().get(0);
    CloudTiff.Band only =
        new CloudTiff.Band(layer.name(), layer.description(), layer.isOfLeaders());
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (CloudTiff tiff = new CloudTiff(plan.grid(), Map.of(), List.of(only), folder)) {
      float[][] preview = tiff.keep(PREVIEW_COLUMNS);
      List<Chunk> chunks = division.chunks();
      int tiles = chunks.get(chunks.size() - 1).tile() + 1;
      for (int first = 0; first < chunks.size(); first += tiles) {
        int rows = chunks.get(first).rows();
        float[][] band = new float[rows][plan.grid().columns()];
        for (Chunk chunk : chunks.subList(first, first + tiles)) {
          float[] values = zarr.readChunk(whole, layer, chunk);
          for (int row = 0; row < rows; row++) {
            System.arraycopy(
                values, row * chunk.columns(), band[row], chunk.firstColumn(), chunk.columns());
          }
        }
        for (float[] row : band) {
          tiff.add(row);
        }
      }
      store.write(tiff(layer), tiff::writeTo);
      store.seal(preview(layer), bytes(preview));
    }
  }

  private static byte[] bytes(float[][] rows) {
    int columns = rows[0].length;
    ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + rows.length * columns * Float.BYTES);
    bytes.putInt(rows.length).putInt(columns);
    FloatBuffer values = bytes.asFloatBuffer();
    for (float[] row : rows) {
      values.put(row);
    }
    return bytes.array();
  }

  /** Reads the small copy, by row, then column. */
  static float[][] readPreview(Store store, Layer layer) throws IOException {
    InputStream sound =
        store
            .unsealed(preview(layer))
            .orElseThrow(() -> new IOException(preview(layer) + " is missing or damaged"));
    ByteBuffer bytes = ByteBuffer.wrap(sound.readAllBytes());
    float[][] rows = new float[bytes.getInt()][bytes.getInt()];
    FloatBuffer values = bytes.asFloatBuffer();
    for (float[] row : rows) {
      values.get(row);
    }
    return rows;
  }
}
