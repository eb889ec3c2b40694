package dev.skytally.report.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.grid.WorldGrid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads files by the specifications of TIFF and BigTIFF and the layout of OGC 21-026. */
class CloudTiffTest {
  private static final WorldGrid GRID = WorldGrid.cells(0.25).within(-170, -40, 50, 61);

  @TempDir Path folder;

  private static float value(int row, int column) {
    boolean hasNone = row == 20 && column == 602;
    return hasNone ? Float.NaN : row * 1000 + column;
  }

  /** Returns a file of two bands with the same values; those of the second are classes. */
  private ByteBuffer file(boolean isBig) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<CloudTiff.Band> bands =
        List.of(
            new CloudTiff.Band("gps_mean", "mean", false),
            new CloudTiff.Band("leader", "leader", true));
    try (CloudTiff tiff = new CloudTiff(GRID, Map.of("WINDOW", "größer"), bands, folder)) {
      for (int row = 0; row < 2 * GRID.rows(); row++) {
        float[] values = new float[GRID.columns()];
        for (int column = 0; column < values.length; column++) {
          values[column] = value(row % GRID.rows(), column);
        }
        tiff.add(values);
      }
      tiff.writeTo(bytes, isBig);
    }
    return ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long unsigned(ByteBuffer file, long at, int bytes) {
    return switch (bytes) {
      case 1 -> file.get((int) at);
      case 2 -> file.getShort((int) at) & 0xffff;
      case 4 -> file.getInt((int) at) & 0xffff_ffffL;
      default -> file.getLong((int) at);
    };
  }

  /** Returns the values of each tag, for each directory in order. */
  private static List<Map<Integer, long[]>> directories(ByteBuffer file) {
    assertEquals('I' + ('I' << 8), file.getShort(0));
    boolean isBig = file.getShort(2) == 43;
    assertEquals(isBig ? 43 : 42, file.getShort(2));
    int offset = isBig ? 8 : 4;
    int count = isBig ? 8 : 2;
    int entryBytes = 4 + 2 * offset;
    List<Map<Integer, long[]>> directories = new ArrayList<>();
    long at = unsigned(file, offset, offset);
    while (at != 0) {
      Map<Integer, long[]> tags = new HashMap<>();
      int entries = (int) unsigned(file, at, count);
      int last = 0;
      for (int i = 0; i < entries; i++) {
        long entry = at + count + (long) entryBytes * i;
        int tag = (int) unsigned(file, entry, 2);
        assertTrue(tag > last, "tags ascend");
        last = tag;
        int size =
            switch ((int) unsigned(file, entry + 2, 2)) {
              case 2 -> 1;
              case 3 -> 2;
              case 4 -> 4;
              default -> 8;
            };
        long[] values = new long[(int) unsigned(file, entry + 4, offset)];
        long value = entry + 4 + offset;
        long from = values.length * size <= offset ? value : unsigned(file, value, offset);
        for (int k = 0; k < values.length; k++) {
          values[k] = unsigned(file, from + (long) size * k, size);
        }
        tags.put(tag, values);
      }
      directories.add(tags);
      at = unsigned(file, at + count + (long) entryBytes * entries, offset);
    }
    return directories;
  }

  private static float pixel(
      ByteBuffer file, Map<Integer, long[]> directory, int band, int row, int column)
      throws DataFormatException {
    int across = (int) (directory.get(256)[0] + 511) / 512;
    int down = (int) (directory.get(257)[0] + 511) / 512;
    int tile = (band * down + row / 512) * across + column / 512;
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyPixelIsInItsTileAndOverviewsAreMeans(boolean isBig) throws Exception {
    ByteBuffer file = file(isBig);
    List<Map<Integer, long[]>> levels = directories(file);
    assertEquals(2, levels.size());
    Map<Integer, long[]> full = levels.get(0);
    assertEquals(GRID.columns(), full.get(256)[0]);
    assertEquals(GRID.rows(), full.get(257)[0]);
    for (int band = 0; band < 2; band++) {
      for (int[] at : new int[][] {{0, 0}, {403, 879}, {300, 511}, {301, 512}}) {
        assertEquals(value(at[0], at[1]), pixel(file, full, band, at[0], at[1]));
      }
    }
    Map<Integer, long[]> half = levels.get(1);
    // Rows 20 and 21, columns 600 and 601.
    assertEquals(20_500 + 600.5f, pixel(file, half, 0, 10, 300));
    assertEquals(20_600, pixel(file, half, 1, 10, 300));
    // The same rows, columns 602 and 603, without the first pixel.
    assertEquals((20_603 + 21_602 + 21_603) / 3f, pixel(file, half, 0, 10, 301));
    assertTrue(Float.isNaN(pixel(file, half, 1, 10, 301)));
    assertEquals(1, half.get(254)[0]);
    assertEquals(-170, Double.longBitsToDouble(full.get(33922)[3]), 1e-9);
    assertEquals(61, Double.longBitsToDouble(full.get(33922)[4]), 1e-9);
    assertEquals(0.25, Double.longBitsToDouble(full.get(33550)[0]), 1e-9);
  }

  /** The directories come first, then the smaller image, and the full one at the end. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLayoutIsThatOfTheCloud(boolean isBig) throws IOException {
    ByteBuffer file = file(isBig);
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

  @Test
  void aFileIsPlainIfItFitsAndLeavesNoOtherBehind() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    WorldGrid grid = WorldGrid.cells(5);
    List<CloudTiff.Band> bands = List.of(new CloudTiff.Band("gps_mean", "mean", false));
    try (CloudTiff tiff = new CloudTiff(grid, Map.of(), bands, folder)) {
      float[][] kept = tiff.keep(500);
      for (int row = 0; row < grid.rows(); row++) {
        tiff.add(new float[grid.columns()]);
      }
      tiff.writeTo(bytes);
      assertEquals(grid.columns(), kept[grid.rows() - 1].length);
    }
    assertEquals(42, bytes.toByteArray()[2]);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }
}
