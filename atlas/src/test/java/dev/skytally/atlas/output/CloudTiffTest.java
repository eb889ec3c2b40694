package dev.skytally.atlas.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.grid.WorldGrid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Reads a file by the BigTIFF specification and the layout of OGC 21-026. */
class CloudTiffTest {
  private static final WorldGrid GRID = WorldGrid.cells(0.25).within(-170, -40, 50, 61);

  private static float value(int row, int column) {
    boolean hasNone = row == 20 && column == 602;
    return hasNone ? Float.NaN : row * 1000 + column;
  }

  private static byte[] file() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CloudTiff tiff = new CloudTiff(GRID, "gps_mean", 500)) {
      for (int row = 0; row < GRID.rows(); row++) {
        float[] values = new float[GRID.columns()];
        for (int column = 0; column < values.length; column++) {
          values[column] = value(row, column);
        }
        tiff.add(values);
      }
      tiff.writeTo(bytes);
      assertEquals((GRID.columns() + 1) / 2, tiff.kept()[0].length);
    }
    return bytes.toByteArray();
  }

  /** Returns the values of each tag, for each directory in order. */
  private static List<Map<Integer, long[]>> directories(ByteBuffer file) {
    assertEquals('I' + ('I' << 8), file.getShort(0));
    assertEquals(43, file.getShort(2));
    List<Map<Integer, long[]>> directories = new ArrayList<>();
    long at = file.getLong(8);
    while (at != 0) {
      Map<Integer, long[]> tags = new HashMap<>();
      int entries = (int) file.getLong((int) at);
      int last = 0;
      for (int i = 0; i < entries; i++) {
        int entry = (int) at + 8 + 20 * i;
        int tag = file.getShort(entry) & 0xffff;
        assertTrue(tag > last, "tags ascend");
        last = tag;
        int size =
            switch (file.getShort(entry + 2)) {
              case 2 -> 1;
              case 3 -> 2;
              default -> 8;
            };
        long[] values = new long[(int) file.getLong(entry + 4)];
        int from = values.length * size <= 8 ? entry + 12 : (int) file.getLong(entry + 12);
        for (int k = 0; k < values.length; k++) {
          values[k] =
              size == 1
                  ? file.get(from + k)
                  : size == 2 ? file.getShort(from + 2 * k) : file.getLong(from + 8 * k);
        }
        tags.put(tag, values);
      }
      directories.add(tags);
      at = file.getLong((int) at + 8 + 20 * entries);
    }
    return directories;
  }

  private static float pixel(ByteBuffer file, Map<Integer, long[]> directory, int row, int column)
      throws DataFormatException {
    int across = (int) (directory.get(256)[0] + 511) / 512;
    int tile = row / 512 * across + column / 512;
    byte[] packed = new byte[(int) directory.get(325)[tile]];
    file.get((int) directory.get(324)[tile], packed);
    Inflater inflater = new Inflater();
    inflater.setInput(packed);
    byte[] plain = new byte[512 * 512 * 4];
    assertEquals(plain.length, inflater.inflate(plain));
    inflater.end();
    return ByteBuffer.wrap(plain)
        .order(ByteOrder.LITTLE_ENDIAN)
        .getFloat(4 * (row % 512 * 512 + column % 512));
  }

  @Test
  void everyPixelIsInItsTileAndOverviewsAreMeans() throws IOException, DataFormatException {
    ByteBuffer file = ByteBuffer.wrap(file()).order(ByteOrder.LITTLE_ENDIAN);
    List<Map<Integer, long[]>> levels = directories(file);
    assertEquals(2, levels.size());
    Map<Integer, long[]> full = levels.get(0);
    assertEquals(GRID.columns(), full.get(256)[0]);
    assertEquals(GRID.rows(), full.get(257)[0]);
    for (int[] at : new int[][] {{0, 0}, {403, 879}, {300, 511}, {301, 512}}) {
      assertEquals(value(at[0], at[1]), pixel(file, full, at[0], at[1]));
    }
    // Rows 20 and 21, columns 600 and 601.
    assertEquals(20_500 + 600.5f, pixel(file, levels.get(1), 10, 300));
    // The same rows, columns 602 and 603, without the first pixel.
    assertEquals((20_603 + 21_602 + 21_603) / 3f, pixel(file, levels.get(1), 10, 301));
    assertEquals(1, levels.get(1).get(254)[0]);
    assertEquals(-170, Double.longBitsToDouble(full.get(33922)[3]), 1e-9);
    assertEquals(61, Double.longBitsToDouble(full.get(33922)[4]), 1e-9);
    assertEquals(0.25, Double.longBitsToDouble(full.get(33550)[0]), 1e-9);
  }

  /** The directories come first, then the smaller picture, and the full one at the end. */
  @Test
  void theLayoutIsThatOfTheCloud() throws IOException {
    ByteBuffer file = ByteBuffer.wrap(file()).order(ByteOrder.LITTLE_ENDIAN);
    List<Map<Integer, long[]>> levels = directories(file);
    long next = levels.get(1).get(324)[0];
    assertTrue(next < 4096, "directories first");
    for (int level = 1; level >= 0; level--) {
      long[] offsets = levels.get(level).get(324);
      for (int tile = 0; tile < offsets.length; tile++) {
        assertEquals(next, offsets[tile]);
        next += levels.get(level).get(325)[tile];
      }
    }
    assertEquals(file.capacity(), next);
  }
}
