package dev.skytally.atlas.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.skytally.grid.WorldGrid;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFTag;
import org.jspecify.annotations.Nullable;

/**
 * Writes a layer as a Cloud Optimized GeoTIFF (OGC 21-026): a BigTIFF of one band of 32-bit numbers
 * in tiles of {@value #TILE} pixels, with overviews of half the size each. All directories come
 * first, then the tiles of the smallest overview, at last those of the full image. So a reader
 * needs few requests for any part at any size.
 *
 * <p>Rows are given one by one. Each level holds one row of tiles in memory and its finished tiles
 * in a temporary file. A pixel of an overview is the mean of those of the four below it that have a
 * value (NaN: none).
 */
final class CloudTiff implements AutoCloseable {
  static final int TILE = 512;

  private static final int LONG8 = 16;
  private static final int GDAL_METADATA = 42112;
  private static final int GDAL_NODATA = 42113;
  private static final int HEADER_BYTES = 16;
  private static final int ENTRY_BYTES = 20;
  private static final int INLINE_BYTES = 8;
  private static final short BIG_VERSION = 43;
  private static final int REDUCED = 1;

  private final WorldGrid grid;
  private final String metadata;
  private final List<Level> levels = new ArrayList<>();

  /** The picture at one size. */
  private static final class Level {
    final int width;
    final int height;
    final Path file;
    final OutputStream tiles;
    final float[][] band = new float[TILE][];
    final long[] sizes;
    final @Nullable Level next;
    final boolean isKept;
    final float[][] kept;
    int rows;
    int finishedTiles;

    Level(int width, int height, @Nullable Level next, boolean isKept) throws IOException {
      this.width = width;
      this.height = height;
      this.next = next;
      this.isKept = isKept;
      kept = new float[isKept ? height : 0][];
      sizes = new long[tilesOf(width) * tilesOf(height)];
      file = Files.createTempFile("skytally-", ".tiles");
      tiles = new BufferedOutputStream(Files.newOutputStream(file));
    }

    void add(float[] row) throws IOException {
      if (isKept) {
        kept[rows] = row;
      }
      band[rows % TILE] = row;
      rows++;
      if (rows % TILE == 0 || rows == height) {
        finishBand();
      }
    }

    private void finishBand() throws IOException {
      int inBand = (rows - 1) % TILE + 1;
      for (int left = 0; left < width; left += TILE) {
        byte[] tile = tile(left, inBand);
        tiles.write(tile);
        sizes[finishedTiles++] = tile.length;
      }
      if (next != null) {
        for (int row = 0; row < inBand; row += 2) {
          next.add(halved(band[row], band[Math.min(row + 1, inBand - 1)]));
        }
      }
    }

    /** Returns a tile, whose pixels beyond the edges repeat the nearest ones. */
    private byte[] tile(int left, int inBand) throws IOException {
      byte[] pixels = new byte[TILE * TILE * Float.BYTES];
      ByteBuffer plain = buffer(pixels);
      for (int row = 0; row < TILE; row++) {
        float[] values = band[Math.min(row, inBand - 1)];
        for (int column = left; column < left + TILE; column++) {
          plain.putFloat(values[Math.min(column, width - 1)]);
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream deflater = new DeflaterOutputStream(bytes)) {
        deflater.write(pixels);
      }
      return bytes.toByteArray();
    }

    private static float[] halved(float[] upper, float[] lower) {
      float[] half = new float[(upper.length + 1) / 2];
      for (int i = 0; i < half.length; i++) {
        int right = Math.min(2 * i + 1, upper.length - 1);
        half[i] = mean(upper[2 * i], upper[right], lower[2 * i], lower[right]);
      }
      return half;
    }

    private static float mean(float... values) {
      float sum = 0;
      int count = 0;
      for (float value : values) {
        if (!Float.isNaN(value)) {
          sum += value;
          count++;
        }
      }
      return sum / count;
    }
  }

  /** The directory of an image. */
  private static final class Directory {
    private final List<Entry> entries = new ArrayList<>();

    private static final class Entry {
      final int tag;
      final int type;
      final int count;
      final byte[] value;

      Entry(int tag, int type, int count, byte[] value) {
        this.tag = tag;
        this.type = type;
        this.count = count;
        this.value = value;
      }
    }

    private ByteBuffer add(int tag, int type, int count, int valueBytes) {
      byte[] value = new byte[count * valueBytes];
      entries.add(new Entry(tag, type, count, value));
      return buffer(value);
    }

    void shorts(int tag, int... numbers) {
      ByteBuffer value = add(tag, TIFFTag.TIFF_SHORT, numbers.length, Short.BYTES);
      for (int number : numbers) {
        value.putShort((short) number);
      }
    }

    void longs(int tag, long... numbers) {
      ByteBuffer value = add(tag, LONG8, numbers.length, Long.BYTES);
      for (long number : numbers) {
        value.putLong(number);
      }
    }

    void doubles(int tag, double... numbers) {
      ByteBuffer value = add(tag, TIFFTag.TIFF_DOUBLE, numbers.length, Double.BYTES);
      for (double number : numbers) {
        value.putDouble(number);
      }
    }

    void ascii(int tag, String text) {
      byte[] bytes = (text + '\0').getBytes(US_ASCII);
      add(tag, TIFFTag.TIFF_ASCII, bytes.length, 1).put(bytes);
    }

    int size() {
      int size = Long.BYTES + entries.size() * ENTRY_BYTES + Long.BYTES;
      for (Entry entry : entries) {
        size += entry.value.length > INLINE_BYTES ? padded(entry.value.length) : 0;
      }
      return size;
    }

    private static int padded(int bytes) {
      return (bytes + 7) / 8 * 8;
    }

    /**
     * Returns the bytes of a directory at an offset; the next one follows unless it is the last.
     */
    byte[] bytes(long offset, boolean isLast) {
      byte[] all = new byte[size()];
      ByteBuffer bytes = buffer(all);
      bytes.putLong(entries.size());
      int behind = Long.BYTES + entries.size() * ENTRY_BYTES + Long.BYTES;
      for (Entry entry : entries) {
        bytes.putShort((short) entry.tag).putShort((short) entry.type).putLong(entry.count);
        byte[] value = entry.value;
        if (value.length <= INLINE_BYTES) {
          bytes.put(Arrays.copyOf(value, INLINE_BYTES));
        } else {
          bytes.putLong(offset + behind);
          bytes.put(behind, value);
          behind += padded(value.length);
        }
      }
      bytes.putLong(isLast ? 0 : offset + size());
      return all;
    }
  }

  /**
   * Begins a file.
   *
   * @param description of the layer, in ASCII
   * @param keptWidth the widest level that is kept in memory for {@link #kept}
   */
  CloudTiff(WorldGrid grid, String description, int keptWidth) throws IOException {
    this.grid = grid;
    metadata =
        "<GDALMetadata>\n<Item name=\"DESCRIPTION\" sample=\"0\" role=\"description\">"
            + description
            + "</Item>\n</GDALMetadata>";
    List<int[]> sizes = new ArrayList<>();
    sizes.add(new int[] {grid.columns(), grid.rows()});
    int[] last = sizes.get(0);
    while (Math.max(last[0], last[1]) > TILE || last[0] > keptWidth) {
      last = new int[] {(last[0] + 1) / 2, (last[1] + 1) / 2};
      sizes.add(last);
    }
    int kept = 0;
    while (sizes.get(kept)[0] > keptWidth) {
      kept++;
    }
    @Nullable Level next = null;
    for (int i = sizes.size() - 1; i >= 0; i--) {
      next = new Level(sizes.get(i)[0], sizes.get(i)[1], next, i == kept);
      levels.add(0, next);
    }
  }

  /** Adds the next row from the north. The array belongs to this file from now on. */
  void add(float[] row) throws IOException {
    levels.get(0).add(row);
  }

  /** Returns the rows of the largest level that is not wider than was asked for. */
  float[][] kept() {
    for (Level level : levels) {
      if (level.isKept) {
        return level.kept;
      }
    }
    throw new IllegalStateException("no level is kept");
  }

  /** Writes the file, once it has all rows. */
  void writeTo(OutputStream out) throws IOException {
    int directories = HEADER_BYTES;
    for (Level level : levels) {
      level.tiles.close();
      directories += directory(level, 0).size();
    }
    long[] firstTiles = new long[levels.size()];
    long next = directories;
    for (int i = levels.size() - 1; i >= 0; i--) {
      firstTiles[i] = next;
      next += Arrays.stream(levels.get(i).sizes).sum();
    }
    byte[] beginning = new byte[HEADER_BYTES];
    ByteBuffer header = buffer(beginning);
    header.put("II".getBytes(US_ASCII)).putShort(BIG_VERSION);
    header.putShort((short) Long.BYTES).putShort((short) 0).putLong(HEADER_BYTES);
    out.write(beginning);
    long offset = HEADER_BYTES;
    for (int i = 0; i < levels.size(); i++) {
      byte[] bytes = directory(levels.get(i), firstTiles[i]).bytes(offset, i == levels.size() - 1);
      out.write(bytes);
      offset += bytes.length;
    }
    for (int i = levels.size() - 1; i >= 0; i--) {
      Files.copy(levels.get(i).file, out);
    }
  }

  private Directory directory(Level level, long firstTile) {
    boolean isFull = level == levels.get(0);
    Directory directory = new Directory();
    directory.longs(BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE, isFull ? 0 : REDUCED);
    directory.longs(BaselineTIFFTagSet.TAG_IMAGE_WIDTH, level.width);
    directory.longs(BaselineTIFFTagSet.TAG_IMAGE_LENGTH, level.height);
    directory.shorts(BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, Float.SIZE);
    directory.shorts(BaselineTIFFTagSet.TAG_COMPRESSION, BaselineTIFFTagSet.COMPRESSION_ZLIB);
    directory.shorts(
        BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION,
        BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO);
    directory.shorts(BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, 1);
    directory.shorts(
        BaselineTIFFTagSet.TAG_PLANAR_CONFIGURATION,
        BaselineTIFFTagSet.PLANAR_CONFIGURATION_CHUNKY);
    directory.shorts(BaselineTIFFTagSet.TAG_TILE_WIDTH, TILE);
    directory.shorts(BaselineTIFFTagSet.TAG_TILE_LENGTH, TILE);
    long[] offsets = new long[level.sizes.length];
    long next = firstTile;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = next;
      next += level.sizes[i];
    }
    directory.longs(BaselineTIFFTagSet.TAG_TILE_OFFSETS, offsets);
    directory.longs(BaselineTIFFTagSet.TAG_TILE_BYTE_COUNTS, level.sizes);
    directory.shorts(
        BaselineTIFFTagSet.TAG_SAMPLE_FORMAT, BaselineTIFFTagSet.SAMPLE_FORMAT_FLOATING_POINT);
    if (isFull) {
      double cell = grid.resolutionDegrees();
      directory.doubles(GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE, cell, cell, 0);
      directory.doubles(
          GeoTIFFTagSet.TAG_MODEL_TIE_POINT,
          0,
          0,
          0,
          grid.longitudeDegrees(0) - cell / 2,
          grid.latitudeDegrees(0) + cell / 2,
          0);
      // Version 1.1.0 of the keys, then: geographic, area, WGS-84.
      directory.shorts(
          GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY,
          1,
          1,
          1,
          3,
          1024,
          0,
          1,
          2,
          1025,
          0,
          1,
          1,
          2048,
          0,
          1,
          4326);
      directory.ascii(GDAL_METADATA, metadata);
    }
    directory.ascii(GDAL_NODATA, "nan");
    return directory;
  }

  /** Deletes the temporary files. */
  @Override
  public void close() throws IOException {
    for (Level level : levels) {
      level.tiles.close();
      Files.deleteIfExists(level.file);
    }
  }

  private static int tilesOf(int pixels) {
    return (pixels + TILE - 1) / TILE;
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
