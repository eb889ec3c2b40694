package dev.skytally.terrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mil.nga.tiff.FieldTagType;
import mil.nga.tiff.FieldType;
import mil.nga.tiff.FileDirectory;
import mil.nga.tiff.FileDirectoryEntry;
import mil.nga.tiff.Rasters;
import mil.nga.tiff.TIFFImage;
import mil.nga.tiff.TiffWriter;
import mil.nga.tiff.util.TiffConstants;

/** Terrain that a formula describes, as GeoTIFF. */
public interface Terrain {
  /** Returns the height at a place, or NaN for no data. */
  double meters(double latitudeDegrees, double longitudeDegrees);

  /** Returns a cone on a plain at sea level. */
  static Terrain cone(
      double latitudeDegrees, double longitudeDegrees, double heightMeters, double radiusDegrees) {
    return (latitude, longitude) ->
        Math.max(
            0,
            heightMeters
                * (1
                    - Math.hypot(
                            latitude - latitudeDegrees,
                            Math.IEEEremainder(longitude - longitudeDegrees, 360)
                                * Math.cos(Math.toRadians(latitudeDegrees)))
                        / radiusDegrees));
  }

  /**
   * Writes a tile.
   *
   * @param northDegrees the latitude of the northernmost posts
   * @param westDegrees the longitude of the westernmost posts
   */
  default Path write(
      Path file,
      double northDegrees,
      double westDegrees,
      int rows,
      int columns,
      double rowDegrees,
      double columnDegrees)
      throws IOException {
    Rasters rasters = new Rasters(columns, rows, 1, FieldType.FLOAT);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double meters =
            meters(northDegrees - row * rowDegrees, westDegrees + column * columnDegrees);
        rasters.setFirstPixelSample(column, row, (float) meters);
      }
    }
    FileDirectory directory = new FileDirectory();
    directory.setImageWidth(columns);
    directory.setImageHeight(rows);
    directory.setBitsPerSample(32);
    directory.setSampleFormat(TiffConstants.SAMPLE_FORMAT_FLOAT);
    directory.setSamplesPerPixel(1);
    directory.setCompression(TiffConstants.COMPRESSION_NO);
    directory.setPlanarConfiguration(TiffConstants.PLANAR_CONFIGURATION_CHUNKY);
    directory.setRowsPerStrip(
        rasters.calculateRowsPerStrip(TiffConstants.PLANAR_CONFIGURATION_CHUNKY));
    directory.setModelPixelScale(List.of(columnDegrees, rowDegrees, 0.0));
    directory.setModelTiepoint(
        List.of(
            0.0, 0.0, 0.0, westDegrees - columnDegrees / 2, northDegrees + rowDegrees / 2, 0.0));
    // Version 1.1.0 with 3 keys: geographic (2), pixels are areas (1), EPSG:4326.
    List<Integer> keys =
        new ArrayList<>(List.of(1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326));
    directory.addEntry(
        new FileDirectoryEntry(FieldTagType.GeoKeyDirectory, FieldType.SHORT, keys.size(), keys));
    directory.setWriteRasters(rasters);
    TIFFImage image = new TIFFImage();
    image.add(directory);
    TiffWriter.writeTiff(file.toFile(), image);
    return file;
  }
}
