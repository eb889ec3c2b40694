package dev.skytally.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.input.InputFormatException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles as GDAL writes them; {@code tiles.py} has the formula of their heights. */
class ElevationModelTest {
  private static final int HEADER_BYTES = 500;
  private static final double STEP = 1 / 3600.0;

  @TempDir Path folder;

  static Path tile(String name) throws URISyntaxException {
    return Path.of(ElevationModelTest.class.getResource(name).toURI());
  }

  private static double height(int row, int column) {
    return 100 + 2 * row + 3 * column + row * column % 7;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "glo30.tif",
        "glo30-predictor-2.tif",
        "srtm.tif",
        "srtm-packed.tif",
        "srtm-lzw.tif"
      })
  void everyLayoutHasTheHeightsOfItsPosts(String name) throws Exception {
    ElevationModel model = ElevationModel.open(tile(name));
    for (int row = 0; row < 40; row++) {
      for (int column = 0; column < 50; column++) {
        double expected = row == 5 && column == 7 ? Double.NaN : height(row, column);
        assertEquals(
            expected,
            model.tile(model.files().get(0)).postMeters(row, column),
            row + ", " + column);
      }
    }
    assertEquals(30.9, model.spacingMeters(), 0.1);
  }

  /** The field of the number of samples: its tag, type, count and value. */
  @Test
  void theNumberOfSamplesMayBeLong() throws Exception {
    byte[] tile = Files.readAllBytes(tile("srtm.tif"));
    byte[] field = {0x15, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0};
    int at = 0;
    while (!Arrays.equals(tile, at, at + field.length, field, 0, field.length)) {
      at++;
    }
    tile[at + 2] = 4;
    ElevationModel model = ElevationModel.open(Files.write(folder.resolve("long.tif"), tile));
    assertEquals(height(3, 4), model.tile(model.files().get(0)).postMeters(3, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"glo30.tif", "srtm.tif"})
  void heightsBetweenPostsAreBilinear(String name) throws Exception {
    ElevationModel model = ElevationModel.open(tile(name));
    double corners =
        0.75 * (0.5 * height(20, 30) + 0.5 * height(20, 31))
            + 0.25 * (0.5 * height(21, 30) + 0.5 * height(21, 31));
    assertEquals(corners, model.heightMeters(47 - 20.25 * STEP, 7 + 30.5 * STEP), 1e-6);
    assertEquals(height(0, 0), model.heightMeters(47 + 0.4 * STEP, 7 - 0.4 * STEP), 1e-6);
    assertTrue(Double.isNaN(model.heightMeters(47 - 5.5 * STEP, 7 + 7.5 * STEP)));
    assertTrue(Double.isNaN(model.heightMeters(47 + 0.6 * STEP, 7)));
  }

  @Test
  void heightsBetweenTwoFilesAreBilinearToo() throws IOException {
    Terrain slope = (latitude, longitude) -> 1000 * latitude + 2000 * longitude;
    slope.write(folder.resolve("a.tif"), 0.1, 0.1, 10, 10, 0.01, 0.01);
    slope.write(folder.resolve("b.tif"), 0.1, 0.2, 10, 10, 0.01, 0.01);
    slope.write(folder.resolve("c.TIFF"), 0, 0.1, 10, 10, 0.01, 0.01);
    slope.write(folder.resolve("d.tif"), 0, 0.2, 10, 10, 0.01, 0.01);
    Files.writeString(folder.resolve("readme.txt"), "heights");
    ElevationModel model = ElevationModel.open(folder);
    for (double latitude = 0.0025; latitude < 0.02; latitude += 0.0025) {
      for (double longitude = 0.1825; longitude < 0.22; longitude += 0.0025) {
        assertEquals(
            1000 * latitude + 2000 * longitude,
            model.heightMeters(latitude, longitude),
            1e-4,
            latitude + ", " + longitude);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "utm.tif     | has projected coordinates, expected latitude and longitude; convert it with"
            + " gdalwarp -t_srs EPSG:4326",
        "tiles.py    | is not a TIFF file or is damaged, expected a GeoTIFF of heights",
        "missing.tif | no such file or folder"
      })
  void otherFilesAreRejected(String name, String problem) throws Exception {
    Path path = tile("srtm.tif").resolveSibling(name);
    assertEquals(
        path + ": " + problem,
        assertThrows(InputFormatException.class, () -> ElevationModel.open(path)).getMessage());
  }

  /** A byte order, the number 42, and a directory without entries that is its own successor. */
  @Test
  void directoriesInACircleEnd() throws IOException {
    byte[] circle = {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0};
    Path file = Files.write(folder.resolve("circle.tif"), circle);
    assertThrows(InputFormatException.class, () -> ElevationModel.open(file));
  }

  @Test
  void aFileWithAWrongByteIsReadOrRejected() throws Exception {
    byte[] tile = Files.readAllBytes(tile("glo30.tif"));
    Path file = folder.resolve("wrong.tif");
    int rejected = 0;
    for (int i = 0; i < tile.length; i += i < HEADER_BYTES ? 1 : 10) {
      byte[] wrong = tile.clone();
      wrong[i] = (byte) ~wrong[i];
      Files.write(file, wrong);
      try {
        ElevationModel.open(file).files().get(0).heights();
      } catch (InputFormatException e) {
        rejected++;
      }
    }
    assertTrue(rejected > 100, rejected + " rejected");
  }

  @Test
  void aTruncatedFileIsRejected() throws Exception {
    byte[] whole = Files.readAllBytes(tile("glo30.tif"));
    Path half = Files.write(folder.resolve("half.tif"), Arrays.copyOf(whole, 900));
    assertThrows(
        InputFormatException.class, () -> ElevationModel.open(half).files().get(0).heights());
  }
}
