package dev.skytally.terrain;

import dev.skytally.input.InputFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FieldType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.FileDirectoryEntry;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TiffReader;
import mil.nga.tiff.io.ByteReader;
import mil.nga.tiff.util.TiffException;

/**
 * A GeoTIFF of heights in metres on a grid of latitude and longitude (OGC 19-008r4), for example a
 * tile of Copernicus GLO-30 or SRTM.
 *
 * @param grid its grid
 */
record ElevationFile(Path path, TileGrid grid) {
  /** The library warns of damage that shows in the heights or ends the reading. */
  private static final Logger LIBRARY_LOG = Logger.getLogger("mil.nga.tiff");

  /** Heights beyond these bounds are marks for "no data", as in SRTM (-32768). */
  private static final double LOWEST_METERS = -500;

  static final double HIGHEST_METERS = 8_849;

  /** Cloud Optimized GeoTIFFs have their directories at the beginning. */
  private static final int BEGINNING_BYTES = 1 << 16;

  private static final int MILLION = 1_000_000;

  /** The library has all samples of a file in one array of bytes. */
  private static final int MOST_POSTS = 250 * MILLION;

  private static final int DEFLATE = 8;
  private static final int OLDER_DEFLATE = 32_946;
  private static final long LARGEST_SAMPLE_BYTES = Double.BYTES;

  private static final int MODEL_TYPE_KEY = 1024;
  private static final int GEOGRAPHIC = 2;
  private static final int RASTER_TYPE_KEY = 1025;
  private static final int PIXEL_IS_POINT = 2;

  /**
   * Reads the grid of a file.
   *
   * @throws InputFormatException if the file is not such a GeoTIFF
   */
  static ElevationFile open(Path path) throws IOException {
    byte[] beginning;
    try (InputStream in = Files.newInputStream(path)) {
      beginning = in.readNBytes(BEGINNING_BYTES);
    }
    try {
      return new ElevationFile(path, grid(path, directory(beginning)));
    } catch (RuntimeException isNotAtTheBeginning) {
      try {
        return new ElevationFile(path, grid(path, directory(Files.readAllBytes(path))));
      } catch (RuntimeException e) {
        throw problem(path, "is not a TIFF file or is damaged, expected a GeoTIFF of heights");
      }
    }
  }

  /** Stops if the directories of a file form a circle. */
  private static final class BoundedReader extends ByteReader {
    private static final int MOST_JUMPS = 100_000;

    private int jumps;

    BoundedReader(byte[] file) {
      super(file);
    }

    @Override
    public void setNextByte(long at) {
      if (++jumps > MOST_JUMPS) {
        throw new TiffException("its directories form a circle");
      }
      super.setNextByte(at);
    }
  }

  private static FileDirectory directory(byte[] file) {
    LIBRARY_LOG.setLevel(Level.OFF);
    FileDirectory directory =
        TiffReader.readTiff(new BoundedReader(file)).getFileDirectories().get(0);
    // The library reads a short number, but some programs write a long one.
    FileDirectoryEntry samples = directory.get(FieldTagType.SamplesPerPixel);
    if (samples != null && samples.getValues() instanceof Long number) {
      directory.setSamplesPerPixel(Math.toIntExact(number));
    }
    return directory;
  }

  private static TileGrid grid(Path path, FileDirectory directory) throws InputFormatException {
    List<Double> scale = directory.getModelPixelScale();
    List<Double> tie = directory.getModelTiepoint();
    FileDirectoryEntry keys = directory.get(FieldTagType.GeoKeyDirectory);
    if (scale == null || tie == null || keys == null || scale.size() < 2 || tie.size() < 5) {
      throw problem(path, "has no position on Earth, expected a GeoTIFF of heights");
    }
    if (key(keys, MODEL_TYPE_KEY) != GEOGRAPHIC) {
      throw problem(
          path,
          "has projected coordinates, expected latitude and longitude; convert it with gdalwarp"
              + " -t_srs EPSG:4326");
    }
    if (!(scale.get(0) > 0 && scale.get(1) > 0)) {
      throw problem(path, "has no steps of latitude and longitude, expected positive ones");
    }
    long posts = directory.getImageHeight().longValue() * directory.getImageWidth().longValue();
    if (posts > MOST_POSTS) {
      throw problem(
          path,
          "has %s million heights, expected at most %s million; cut it with gdal_translate -projwin"
              .formatted(posts / MILLION, MOST_POSTS / MILLION));
    }
    if (directory.getSamplesPerPixel() != 1) {
      throw problem(
          path, "has " + directory.getSamplesPerPixel() + " bands, expected one of heights");
    }
    double toPost = key(keys, RASTER_TYPE_KEY) == PIXEL_IS_POINT ? 0 : 0.5;
    return new TileGrid(
        directory.getImageHeight().intValue(),
        directory.getImageWidth().intValue(),
        tie.get(4) + (tie.get(1) - toPost) * scale.get(1),
        tie.get(3) - (tie.get(0) - toPost) * scale.get(0),
        scale.get(1),
        scale.get(0));
  }

  /** Returns the value of a short key in the directory of keys, or 0. */
  private static int key(FileDirectoryEntry keys, int wanted) {
    List<?> numbers = (List<?>) keys.getValues();
    for (int i = 4; i + 3 < numbers.size(); i += 4) {
      if (((Number) numbers.get(i)).intValue() == wanted) {
        return ((Number) numbers.get(i + 3)).intValue();
      }
    }
    return 0;
  }

  /**
   * Reads the heights.
   *
   * @throws InputFormatException if the file is damaged or has samples of an unknown kind
   */
  ElevationTile heights() throws IOException {
    byte[] file = Files.readAllBytes(path);
    Rasters rasters;
    try {
      FileDirectory directory = directory(file);
      requireWholeBlocks(directory, file);
      rasters = directory.readRasters();
    } catch (RuntimeException | DataFormatException e) {
      throw problem(path, "is damaged or packed in a way that is not supported: " + e.getMessage());
    }
    ByteBuffer samples = rasters.getSampleValues()[0];
    FieldType type = rasters.getFieldTypes()[0];
    float[] heightsMeters = new float[grid.rows() * grid.columns()];
    for (int i = 0; i < heightsMeters.length; i++) {
      float meters =
          switch (type) {
            case FLOAT -> samples.getFloat(i * Float.BYTES);
            case DOUBLE -> (float) samples.getDouble(i * Double.BYTES);
            case SSHORT -> samples.getShort(i * Short.BYTES);
            case SHORT -> Short.toUnsignedInt(samples.getShort(i * Short.BYTES));
            case SLONG -> samples.getInt(i * Integer.BYTES);
            default ->
                throw problem(path, "has samples of the type " + type + ", expected heights");
          };
      heightsMeters[i] = meters >= LOWEST_METERS && meters <= HIGHEST_METERS ? meters : Float.NaN;
    }
    return new ElevationTile(grid, heightsMeters);
  }

  /**
   * Unpacks deflated blocks before the library does, which never ends if a block is cut short.
   *
   * @throws DataFormatException if a block is damaged
   */
  private void requireWholeBlocks(FileDirectory directory, byte[] file) throws DataFormatException {
    int compression = directory.getCompression();
    if (compression != DEFLATE && compression != OLDER_DEFLATE) {
      return;
    }
    List<? extends Number> offsets =
        directory.isTiled() ? directory.getTileOffsets() : directory.getStripOffsets();
    List<Number> sizes =
        directory.isTiled() ? directory.getTileByteCounts() : directory.getStripByteCounts();
    byte[] buffer = new byte[1 << 16];
    long left = LARGEST_SAMPLE_BYTES * MOST_POSTS;
    for (int i = 0; i < offsets.size(); i++) {
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(file, offsets.get(i).intValue(), sizes.get(i).intValue());
        while (!inflater.finished()) {
          int read = inflater.inflate(buffer);
          left -= read;
          if (read == 0 || left < 0) {
            throw new DataFormatException("block " + (i + 1) + " is cut short or too long");
          }
        }
      } finally {
        inflater.end();
      }
    }
  }

  private static InputFormatException problem(Path path, String problem) {
    return new InputFormatException(path.toString(), 0, 0, problem);
  }
}
