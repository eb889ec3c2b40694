package dev.skytally.report.world;

import dev.skytally.grid.WorldGrid;
import dev.skytally.report.draw.SvgText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;

/**
 * Writes a grid as a Cloud Optimized GeoTIFF (OGC 21-026): bands of 32-bit numbers in tiles, with
 * overviews of half the size each, by latitude and longitude on WGS-84 (EPSG:4326). Tags and keys:
 * OGC GeoTIFF Standard 1.1, annex D. Names and facts are in the tag of GDAL. A file of more than 4
 * GB is a BigTIFF.
 *
 * <p>All directories come first, then the tiles of the smallest overview, at last those of the full
 * image. So a reader needs few requests for any part at any size.
 *
 * <p>Bands are given one by one, and their rows from the north. Each level holds one row of tiles
 * in memory and its finished tiles in a temporary file.
 */
public final class CloudTiff implements AutoCloseable {
  private static final int MOST_TILE = 512;
  private static final int TILE_MULTIPLE = 16;

  private static final int GDAL_METADATA = 42112;
  private static final int GDAL_NO_DATA = 42113;
  private static final int REDUCED = 1;
  private static final int AREA = 1;
  private static final int POINT = 2;

  /**
   * A band.
   *
   * @param isOfClasses whether its values are numbers of classes; a pixel of an overview is then
   *     the north-west one of the four below it, otherwise the mean of those that have a value
   */
  public record Band(String name, String description, boolean isOfClasses) {}

  private final WorldGrid grid;
  private final Map<String, String> facts;
  private final List<Band> bands;
  private final int tile;

  /** The image at each size, the full one first. */
  private final List<Level> levels = new ArrayList<>();

  private int rows;

  /** The image at one size. */
  private final class Level {
    final int width;
    final int height;
    final Path file;
    final OutputStream tiles;
    final float[][] strip = new float[tile][];
    final long[] sizes;
    float[][] kept = {};
    int rows;
    int finishedTiles;

    Level(Path folder, int width, int height) throws IOException {
      this.width = width;
      this.height = height;
      sizes = new long[bands.size() * tilesOf(width) * tilesOf(height)];
      file = Files.createTempFile(folder, ".skytally-", ".part");
      file.toFile().deleteOnExit();
      tiles = new BufferedOutputStream(Files.newOutputStream(file));
    }

    private int tilesOf(int pixels) {
      return (pixels + tile - 1) / tile;
    }

    /** Adds a row; returns whether it completes a row of tiles. */
    boolean add(float[] row) {
      strip[rows % tile] = row;
      if (kept.length > 0) {
        kept[rows] = row;
      }
      rows++;
      return rows % tile == 0 || rows == height;
    }

    /** Writes the row of tiles; returns the number of its rows. */
    int finishStrip() throws IOException {
      int inStrip = (rows - 1) % tile + 1;
      for (int left = 0; left < width; left += tile) {
        byte[] packed = packed(left, inStrip);
        tiles.write(packed);
        sizes[finishedTiles++] = packed.length;
      }
      rows = rows == height ? 0 : rows;
      return inStrip;
    }

    /** Returns a tile, whose pixels beyond the edges repeat the nearest ones. */
    private byte[] packed(int left, int inStrip) throws IOException {
      byte[] pixels = new byte[tile * tile * Float.BYTES];
      ByteBuffer plain = TiffDirectory.buffer(pixels);
      for (int row = 0; row < tile; row++) {
        float[] values = strip[Math.min(row, inStrip - 1)];
        for (int column = left; column < left + tile; column++) {
          plain.putFloat(values[Math.min(column, width - 1)]);
        }
      }
      return Zlib.packed(pixels);
    }
  }

  /**
   * Begins a file.
   *
   * @param facts about all bands, by name
   * @param folder the folder for temporary files, together a little larger than the file
   */
  public CloudTiff(WorldGrid grid, Map<String, String> facts, List<Band> bands, Path folder)
      throws IOException {
    this.grid = grid;
    this.facts = facts;
    this.bands = bands;
    int width = grid.columns();
    int height = grid.rows();
    int most = Math.max(width, height);
    tile = Math.min(MOST_TILE, (most + TILE_MULTIPLE - 1) / TILE_MULTIPLE * TILE_MULTIPLE);
    levels.add(new Level(folder, width, height));
    while (Math.max(width, height) > tile) {
      width = (width + 1) / 2;
      height = (height + 1) / 2;
      levels.add(new Level(folder, width, height));
    }
  }

  /**
   * Keeps an image of the only band in memory while rows are added.
   *
   * @param mostColumns the greatest width of the image, which is the largest of such a width
   * @return the image by row, then column, once all rows are added
   */
  public float[][] keep(int mostColumns) {
    for (Level level : levels) {
      if (level.width <= mostColumns) {
        level.kept = new float[level.height][];
        return level.kept;
      }
    }
    throw new IllegalArgumentException("no image has at most " + mostColumns + " columns");
  }

  /** Adds the next row of the current band. The array belongs to this file from now on. */
  public void add(float[] row) throws IOException {
    add(0, row, bands.get(rows / grid.rows()).isOfClasses());
    rows++;
  }

  private void add(int number, float[] row, boolean isOfClasses) throws IOException {
    Level level = levels.get(number);
    if (level.add(row)) {
      int inStrip = level.finishStrip();
      if (number + 1 < levels.size()) {
        for (int upper = 0; upper < inStrip; upper += 2) {
          float[] lower = level.strip[Math.min(upper + 1, inStrip - 1)];
          add(number + 1, halved(level.strip[upper], lower, isOfClasses), isOfClasses);
        }
      }
    }
  }

  private static float[] halved(float[] upper, float[] lower, boolean isOfClasses) {
    float[] half = new float[(upper.length + 1) / 2];
    for (int i = 0; i < half.length; i++) {
      int right = Math.min(2 * i + 1, upper.length - 1);
      half[i] =
          isOfClasses ? upper[2 * i] : mean(upper[2 * i], upper[right], lower[2 * i], lower[right]);
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

  /** Writes the file, once it has all rows. */
  public void writeTo(OutputStream out) throws IOException {
    writeTo(out, size(false) > TiffDirectory.MOST_PLAIN_BYTES);
  }

  void writeTo(OutputStream out, boolean isBig) throws IOException {
    long[] firstTiles = new long[levels.size()];
    long next = directoriesEnd(isBig);
    for (int i = levels.size() - 1; i >= 0; i--) {
      levels.get(i).tiles.close();
      firstTiles[i] = next;
      next += Arrays.stream(levels.get(i).sizes).sum();
    }
    out.write(TiffDirectory.header(isBig));
    long offset = TiffDirectory.headerBytes(isBig);
    for (int i = 0; i < levels.size(); i++) {
      TiffDirectory directory = directory(levels.get(i), firstTiles[i], isBig);
      out.write(directory.bytes(offset, i == levels.size() - 1));
      offset += directory.size();
    }
    for (int i = levels.size() - 1; i >= 0; i--) {
      Files.copy(levels.get(i).file, out);
    }
  }

  private long size(boolean isBig) {
    long size = directoriesEnd(isBig);
    for (Level level : levels) {
      size += Arrays.stream(level.sizes).sum();
    }
    return size;
  }

  private long directoriesEnd(boolean isBig) {
    long end = TiffDirectory.headerBytes(isBig);
    for (Level level : levels) {
      end += directory(level, 0, isBig).size();
    }
    return end;
  }

  private TiffDirectory directory(Level level, long firstTile, boolean isBig) {
    boolean isFull = level == levels.get(0);
    TiffDirectory directory = new TiffDirectory(isBig);
    directory.longs(BaselineTIFFTagSet.TAG_NEW_SUBFILE_TYPE, isFull ? 0 : REDUCED);
    directory.longs(BaselineTIFFTagSet.TAG_IMAGE_WIDTH, level.width);
    directory.longs(BaselineTIFFTagSet.TAG_IMAGE_LENGTH, level.height);
    directory.shorts(BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, ofEachBand(Float.SIZE));
    directory.shorts(BaselineTIFFTagSet.TAG_COMPRESSION, BaselineTIFFTagSet.COMPRESSION_ZLIB);
    directory.shorts(
        BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION,
        BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO);
    directory.shorts(BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, bands.size());
    directory.shorts(
        BaselineTIFFTagSet.TAG_PLANAR_CONFIGURATION,
        BaselineTIFFTagSet.PLANAR_CONFIGURATION_PLANAR);
    directory.shorts(BaselineTIFFTagSet.TAG_TILE_WIDTH, tile);
    directory.shorts(BaselineTIFFTagSet.TAG_TILE_LENGTH, tile);
    directory.longs(BaselineTIFFTagSet.TAG_TILE_OFFSETS, offsets(firstTile, level.sizes));
    directory.longs(BaselineTIFFTagSet.TAG_TILE_BYTE_COUNTS, level.sizes);
    if (bands.size() > 1) {
      directory.shorts(
          BaselineTIFFTagSet.TAG_EXTRA_SAMPLES,
          Arrays.copyOf(
              ofEachBand(BaselineTIFFTagSet.EXTRA_SAMPLES_UNSPECIFIED), bands.size() - 1));
    }
    directory.shorts(
        BaselineTIFFTagSet.TAG_SAMPLE_FORMAT,
        ofEachBand(BaselineTIFFTagSet.SAMPLE_FORMAT_FLOATING_POINT));
    if (isFull) {
      addPlace(directory);
      directory.ascii(GDAL_METADATA, metadata());
    }
    directory.ascii(GDAL_NO_DATA, "nan");
    return directory;
  }

  private int[] ofEachBand(int value) {
    int[] values = new int[bands.size()];
    Arrays.fill(values, value);
    return values;
  }

  private static long[] offsets(long first, long[] sizes) {
    long[] offsets = new long[sizes.length];
    long next = first;
    for (int tile = 0; tile < sizes.length; tile++) {
      offsets[tile] = next;
      next += sizes[tile];
    }
    return offsets;
  }

  /**
   * Adds the position of the first pixel: its middle on nodes, else its north-west corner. Rounding
   * only once makes it -10, not -9.999999999999989.
   */
  private void addPlace(TiffDirectory directory) {
    double cell = grid.resolutionDegrees();
    int around = grid.columnsAround();
    directory.doubles(GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE, cell, cell, 0);
    directory.doubles(
        GeoTIFFTagSet.TAG_MODEL_TIE_POINT,
        0,
        0,
        0,
        180.0 * (2 * grid.firstColumn() - around) / around,
        90.0 * (around - 4 * grid.firstRow()) / around,
        0);
    directory.shorts(GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY, geoKeys());
  }

  /** Returns version 1.1.0 of the keys, then: geographic, area or point, WGS-84. */
  private int[] geoKeys() {
    int pixel = grid.isOfNodes() ? POINT : AREA;
    return new int[] {1, 1, 1, 3, 1024, 0, 1, 2, 1025, 0, 1, pixel, 2048, 0, 1, 4326};
  }

  private String metadata() {
    StringBuilder xml = new StringBuilder("<GDALMetadata>\n");
    facts.forEach((name, value) -> appendItem(xml, name, "", value));
    for (int i = 0; i < bands.size(); i++) {
      String sample = " sample=\"" + i + "\"";
      appendItem(xml, "DESCRIPTION", sample + " role=\"description\"", bands.get(i).name());
      appendItem(xml, "LONG_NAME", sample, bands.get(i).description());
    }
    return xml.append("</GDALMetadata>").toString();
  }

  private static void appendItem(StringBuilder xml, String name, String attributes, String value) {
    xml.append("<Item name=\"").append(name).append('"').append(attributes).append('>');
    xml.append(ascii(SvgText.escaped(value))).append("</Item>\n");
  }

  /** TIFF's texts are ASCII, so this writes other characters as XML references. */
  private static String ascii(String xml) {
    StringBuilder ascii = new StringBuilder();
    xml.codePoints()
        .forEach(
            c -> {
              if (c < 0x80) {
                ascii.append((char) c);
              } else {
                ascii.append("&#").append(c).append(';');
              }
            });
    return ascii.toString();
  }

  /** Deletes the temporary files. */
  @Override
  public void close() throws IOException {
    for (Level level : levels) {
      level.tiles.close();
      Files.deleteIfExists(level.file);
    }
  }
}
