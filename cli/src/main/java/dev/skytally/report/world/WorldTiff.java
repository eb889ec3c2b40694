package dev.skytally.report.world;

import static java.util.Collections.nCopies;

import dev.skytally.WorldResult;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.draw.SvgText;
import dev.skytally.report.setting.ClocksText;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Times;
import dev.skytally.report.world.WorldFigures.WorldFigure;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.selection.Selection;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.GeoTIFFTagSet;

/**
 * Writes a grid as GeoTIFF: a band of 32-bit numbers for each figure, by latitude and longitude on
 * WGS-84 (EPSG:4326). Tags and keys: OGC GeoTIFF Standard 1.1, annex D. The names of the bands are
 * in the tag of GDAL.
 *
 * <p>The bands follow each other in strips of rows, each compressed separately. The directory
 * before them contains their offsets, so they are first written to a temporary file. Memory holds
 * one strip at a time.
 */
final class WorldTiff {
  private static final int AREA = 1;
  private static final int POINT = 2;
  private static final int GDAL_METADATA = 42112;
  private static final int GDAL_NO_DATA = 42113;
  private static final int STRIP_BYTES = 1 << 16;

  private final Setting setting;
  private final WorldResult result;
  private final WorldGrid grid;
  private final List<WorldFigure> figures;
  private final int rowsPerStrip;

  WorldTiff(Setting setting, WorldResult result, List<WorldFigure> figures) {
    this.setting = setting;
    this.result = result;
    grid = result.grid();
    this.figures = figures;
    rowsPerStrip = Math.max(1, STRIP_BYTES / (grid.columns() * Float.BYTES));
  }

  /**
   * Writes the file.
   *
   * @param folder the folder for a temporary file of the same size
   */
  void write(Path folder, OutputStream out) throws IOException {
    Path strips = Files.createTempFile(folder, ".skytally-", ".part");
    strips.toFile().deleteOnExit();
    try {
      long[] sizes = writeStrips(strips);
      out.write(beginning(sizes));
      Files.copy(strips, out);
    } finally {
      Files.delete(strips);
    }
  }

  /** Writes the strips, and returns their sizes in bytes. */
  private long[] writeStrips(Path file) throws IOException {
    int stripsPerBand = (grid.rows() + rowsPerStrip - 1) / rowsPerStrip;
    long[] sizes = new long[stripsPerBand * figures.size()];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int strip = 0; strip < sizes.length; strip++) {
        int firstRow = strip % stripsPerBand * rowsPerStrip;
        ByteArrayOutputStream bytes =
            compressed(figures.get(strip / stripsPerBand).value(), firstRow);
        bytes.writeTo(out);
        sizes[strip] = bytes.size();
      }
    }
    return sizes;
  }

  private ByteArrayOutputStream compressed(WorldFigures.Value value, int firstRow)
      throws IOException {
    int endRow = Math.min(firstRow + rowsPerStrip, grid.rows());
    byte[] plain = new byte[(endRow - firstRow) * grid.columns() * Float.BYTES];
    ByteBuffer numbers = TiffDirectory.buffer(plain);
    for (int row = firstRow; row < endRow; row++) {
      for (int column = 0; column < grid.columns(); column++) {
        numbers.putFloat((float) value.at(row, column));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(plain);
    }
    return bytes;
  }

  private byte[] beginning(long[] sizes) throws IOException {
    TiffDirectory directory = new TiffDirectory();
    directory.longs(BaselineTIFFTagSet.TAG_IMAGE_WIDTH, grid.columns());
    directory.longs(BaselineTIFFTagSet.TAG_IMAGE_LENGTH, grid.rows());
    directory.shorts(BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, figures.size());
    directory.shorts(BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, ofEachBand(Float.SIZE));
    directory.shorts(
        BaselineTIFFTagSet.TAG_SAMPLE_FORMAT,
        ofEachBand(BaselineTIFFTagSet.SAMPLE_FORMAT_FLOATING_POINT));
    directory.shorts(
        BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION,
        BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO);
    if (figures.size() > 1) {
      directory.shorts(
          BaselineTIFFTagSet.TAG_EXTRA_SAMPLES,
          Arrays.copyOf(
              ofEachBand(BaselineTIFFTagSet.EXTRA_SAMPLES_UNSPECIFIED), figures.size() - 1));
    }
    directory.shorts(BaselineTIFFTagSet.TAG_COMPRESSION, BaselineTIFFTagSet.COMPRESSION_ZLIB);
    directory.shorts(
        BaselineTIFFTagSet.TAG_PLANAR_CONFIGURATION,
        BaselineTIFFTagSet.PLANAR_CONFIGURATION_PLANAR);
    directory.longs(BaselineTIFFTagSet.TAG_ROWS_PER_STRIP, rowsPerStrip);
    directory.longs(BaselineTIFFTagSet.TAG_STRIP_BYTE_COUNTS, sizes);
    directory.longs(BaselineTIFFTagSet.TAG_STRIP_OFFSETS, sizes);
    addPlace(directory);
    directory.ascii(GDAL_METADATA, metadata());
    directory.ascii(GDAL_NO_DATA, "nan");
    directory.longs(BaselineTIFFTagSet.TAG_STRIP_OFFSETS, offsets(directory.size(), sizes));
    return directory.bytes();
  }

  private int[] ofEachBand(int value) {
    return nCopies(figures.size(), value).stream().mapToInt(Integer::intValue).toArray();
  }

  private static long[] offsets(long first, long[] sizes) throws IOException {
    long[] offsets = new long[sizes.length];
    long next = first;
    for (int strip = 0; strip < sizes.length; strip++) {
      offsets[strip] = next;
      next += sizes[strip];
    }
    if (next > TiffDirectory.MOST_BYTES) {
      throw new IOException(
          "a GeoTIFF cannot be larger than 4 GB: give a coarser --resolution, smaller --bounds or"
              + " fewer --systems");
    }
    return offsets;
  }

  /** Adds the position of the first pixel: its middle on nodes, else its north-west corner. */
  private void addPlace(TiffDirectory directory) {
    double cell = grid.resolutionDegrees();
    double half = grid.isOfNodes() ? 0 : cell / 2;
    directory.doubles(GeoTIFFTagSet.TAG_MODEL_PIXEL_SCALE, cell, cell, 0);
    directory.doubles(
        GeoTIFFTagSet.TAG_MODEL_TIE_POINT,
        0,
        0,
        0,
        grid.longitudeDegrees(0) - half,
        grid.latitudeDegrees(0) + half,
        0);
    directory.shorts(GeoTIFFTagSet.TAG_GEO_KEY_DIRECTORY, geoKeys());
  }

  /** Returns version 1.1.0 of the keys, then: geographic, area or point, WGS-84. */
  private int[] geoKeys() {
    int pixel = grid.isOfNodes() ? POINT : AREA;
    return new int[] {1, 1, 1, 3, 1024, 0, 1, 2, 1025, 0, 1, pixel, 2048, 0, 1, 4326};
  }

  /** Returns the definition behind the figures, and then the name of each band. */
  private String metadata() {
    Selection selection = setting.selection();
    StringBuilder xml = new StringBuilder("<GDALMetadata>\n");
    item(xml, "WINDOW", Times.UTC.iso(selection.start()) + " to " + Times.UTC.iso(selection.end()));
    item(xml, "MASK_DEG", Decimals.plain(setting.maskDegrees(), 6));
    item(xml, "STEP_S", Decimals.plain(setting.stepSeconds(), 6));
    item(xml, "HEIGHT_M", Decimals.plain(grid.heightMeters(), 3));
    if (result.tally().figures().contains(GridFigure.DILUTION)) {
      item(xml, "CLOCKS", ClocksText.option(result.tally().clocks(), setting.systems()));
    }
    item(xml, "COUNTED", SettingText.counted(selection) + "; " + setting.membership());
    Completeness completeness = selection.constellation().completeness();
    if (!completeness.missing().isEmpty()) {
      item(xml, "MISSING", Missing.names(completeness.missing()));
    }
    completeness.assumption().ifPresent(line -> item(xml, "COMPLETENESS_UNKNOWN", line));
    OldOrbits old = selection.oldOrbits();
    if (!old.isEmpty()) {
      item(xml, "OLD_ORBITS", old.text());
    }
    item(xml, "SNAPSHOT", selection.source().label());
    item(xml, "ORIGIN", selection.source().origin());
    selection.medianEpoch().ifPresent(epoch -> item(xml, "EPOCH_MEDIAN", Times.UTC.iso(epoch)));
    item(xml, "AGE_DAYS_MEDIAN", Decimals.plain(selection.medianAgeDays(), 3));
    for (int band = 0; band < figures.size(); band++) {
      WorldFigure figure = figures.get(band);
      String sample = " sample=\"" + band + "\"";
      item(xml, "DESCRIPTION", sample + " role=\"description\"", figure.column().name());
      item(xml, "LONG_NAME", sample, figure.column().description());
    }
    return xml.append("</GDALMetadata>").toString();
  }

  private static void item(StringBuilder xml, String name, String value) {
    item(xml, name, "", value);
  }

  private static void item(StringBuilder xml, String name, String attributes, String value) {
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
}
