package dev.skytally.cli.report;

import dev.skytally.WorldResult;
import dev.skytally.grid.WorldGrid;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FieldType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.FileDirectoryEntry;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TIFFImage;
import mil.nga.tiff.TiffWriter;
import mil.nga.tiff.util.TiffConstants;

/**
 * A grid as GeoTIFF: a band of 32-bit numbers a figure, by latitude and longitude on WGS-84
 * (EPSG:4326). Tags and keys: OGC GeoTIFF Standard 1.1, annex D; the bands' names are in the tag
 * that GDAL reads them from.
 */
final class WorldTiff {
  /** Version 1.1.0 of the keys, then: geographic, a pixel is an area, WGS-84. */
  private static final List<Integer> GEO_KEYS =
      List.of(1, 1, 1, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326);

  private WorldTiff() {}

  static void write(Setting setting, WorldResult result, OutputStream out) throws IOException {
    WorldGrid grid = result.grid();
    List<WorldFigures.Figure> figures = WorldFigures.of(result.tally());
    Rasters rasters = new Rasters(grid.columns(), grid.rows(), figures.size(), FieldType.FLOAT);
    for (int band = 0; band < figures.size(); band++) {
      WorldFigures.Value value = figures.get(band).value();
      for (int row = 0; row < grid.rows(); row++) {
        for (int column = 0; column < grid.columns(); column++) {
          rasters.setPixelSample(band, column, row, (float) value.at(row, column));
        }
      }
    }
    FileDirectory directory = new FileDirectory();
    directory.setImageWidth(grid.columns());
    directory.setImageHeight(grid.rows());
    directory.setBitsPerSample(rasters.getBitsPerSample());
    directory.setSampleFormat(rasters.getSampleFormat());
    directory.setSamplesPerPixel(figures.size());
    directory.setCompression(TiffConstants.COMPRESSION_DEFLATE);
    directory.setPhotometricInterpretation(TiffConstants.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO);
    List<Integer> unnamed = Collections.nCopies(figures.size() - 1, 0);
    directory.addEntry(
        new FileDirectoryEntry(
            FieldTagType.ExtraSamples, FieldType.SHORT, unnamed.size(), unnamed));
    directory.setPlanarConfiguration(TiffConstants.PLANAR_CONFIGURATION_PLANAR);
    directory.setRowsPerStrip(
        rasters.calculateRowsPerStrip(TiffConstants.PLANAR_CONFIGURATION_PLANAR));
    addPlace(directory, grid);
    directory.setStringEntryValue(FieldTagType.GDAL_METADATA, metadata(setting, grid, figures));
    directory.setWriteRasters(rasters);
    TIFFImage image = new TIFFImage();
    image.add(directory);
    out.write(TiffWriter.writeTiffToBytes(image));
  }

  private static void addPlace(FileDirectory directory, WorldGrid grid) {
    double cell = grid.resolutionDegrees();
    directory.setModelPixelScale(List.of(cell, cell, 0.0));
    directory.setModelTiepoint(
        List.of(
            0.0,
            0.0,
            0.0,
            grid.longitudeDegrees(0) - cell / 2,
            grid.latitudeDegrees(0) + cell / 2,
            0.0));
    directory.addEntry(
        new FileDirectoryEntry(
            FieldTagType.GeoKeyDirectory, FieldType.SHORT, GEO_KEYS.size(), GEO_KEYS));
  }

  /** What was counted, and then what each band is. */
  private static String metadata(
      Setting setting, WorldGrid grid, List<WorldFigures.Figure> figures) {
    Selection selection = setting.selection();
    StringBuilder xml = new StringBuilder("<GDALMetadata>\n");
    item(xml, "WINDOW", Utc.iso(selection.start()) + " to " + Utc.iso(selection.end()));
    item(xml, "MASK_DEG", Decimals.plain(setting.maskDegrees(), 6));
    item(xml, "STEP_S", Decimals.plain(setting.stepSeconds(), 6));
    item(xml, "HEIGHT_M", Decimals.plain(grid.heightMeters(), 3));
    item(xml, "COUNTED", SettingText.counted(selection) + "; " + setting.membership());
    item(xml, "SNAPSHOT", selection.source().label());
    item(xml, "ORIGIN", selection.source().origin());
    selection.medianEpoch().ifPresent(epoch -> item(xml, "EPOCH_MEDIAN", Utc.iso(epoch)));
    item(xml, "AGE_DAYS_MEDIAN", Decimals.plain(selection.medianAgeDays(), 3));
    for (int band = 0; band < figures.size(); band++) {
      WorldFigures.Figure figure = figures.get(band);
      String sample = " sample=\"" + band + "\"";
      item(xml, "DESCRIPTION", sample + " role=\"description\"", figure.name());
      item(xml, "LONG_NAME", sample, figure.description());
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

  /** TIFF's texts are ASCII; XML has another spelling for all else. */
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
