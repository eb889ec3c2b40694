package dev.skytally.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonFormatTest {
  /** As PVGIS 5 writes it, shortened: azimuths count from south, positive over west. */
  private static final String PVGIS =
      """
      Latitude (decimal degrees):\t45.809
      Longitude (decimal degrees):\t8.632

      A\t\tH_hor\t\tA_sun(w)\t\tH_sun(w)\t\tA_sun(s)\t\tH_sun(s)
      -180.0\t\t9.9\t\t-180.0\t\t-67.5\t\t-180.0\t\t-20.6
      -90.0\t\t10.3\t\t-99.0\t\t-30.9\t\t-89.4\t\t38.1
      0.0\t\t4.6\t\t0.0\t\t20.6\t\t0.0\t\t67.5
      90.0\t\t0.0\t\t99.0\t\t-30.9\t\t89.4\t\t38.1
      180.0\t\t9.9\t\t180.0\t\t-67.5\t\t180.0\t\t-20.6

      A: Azimuth (0 = S, 90 = W, -90 = E) (degree)
      H_hor: Horizon height (degree)

      PVGIS (c) European Union, 2001-2026
      """;

  private static final ElevationMask FOUR_POINTS =
      ElevationMask.horizonOfDegrees(Map.of(0.0, 10.0, 90.0, 35.5, 180.0, 0.0, 270.0, -1.0));

  @Test
  void pvgisCountsAzimuthsFromSouthOverWest() throws IOException {
    assertEquals(
        ElevationMask.horizonOfDegrees(Map.of(0.0, 9.9, 90.0, 10.3, 180.0, 4.6, 270.0, 0.0)),
        read(PVGIS));
    assertEquals(read(PVGIS), read(PVGIS.replace("\t\t", ",").replace("\n", "\r\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 10\n90 35.5\n180 0\n270 -1\n",
        "# Stellarium\n\n270 -1\n  180\t0\n90 35.5\n0 10.0",
        "0,10\n90, 35.5\n180,0\n270,-1\n360,10\n",
        "360;10\n270;-1\n180;0\n90;35,5\n",
        "360;10\n270;-1\n180;0\n90;35,5\n0;10\n",
        "azimuth_deg,elevation_deg\n0,10\n90,35.5\n180,0\n270,-1\n",
        "azimuth;elevation\n0;10\n90;35,5\n180;0\n270;-1\n",
        "Höhe;Azimut\n10;0\n35,5;90\n0;180\n-1;270\n",
        "азимут,высота\n0,10\n90,35.5\n180,0\n270,-1\n"
      })
  void linesOfAzimuthAndElevationCountFromNorthOverEast(String text) throws IOException {
    assertEquals(FOUR_POINTS, read(text));
  }

  @Test
  void problemsGiveLineAndColumn() {
    assertProblem(
        "line 6, column 8: H_hor is \"high\", expected degrees above -90 and below 90",
        PVGIS.replace("-90.0\t\t10.3", "-90.0\t\thigh"));
    assertProblem(
        "line 6, column 1: A is \"190.0\", expected a number from -180 to 180",
        PVGIS.replace("-90.0\t\t10.3", "190.0\t\t10.3"));
    assertProblem(
        "line 9, column 1: azimuth \"180.0\" is given twice",
        PVGIS.replace("180.0\t\t9.9\t\t1", "180.0\t\t8.9\t\t1"));
    assertProblem(
        "line 7: has too few fields, expected those that line 4 names",
        PVGIS.replaceAll("(?m)^0.0.*", "0.0"));
    assertProblem(
        "line 4: names the columns of PVGIS, expected points below it",
        PVGIS.substring(0, PVGIS.indexOf("-180.0")));
    assertProblem(
        "line 3, column 4: elevation is \"x\", expected degrees above -90 and below 90",
        "# a\n0 1\n90 x");
    assertProblem(
        "line 2, column 1: azimuth is \"361\", expected a number from 0 to 360", "0 1\n361 2");
    assertProblem(
        "line 1, column 1: azimuth is \"-178\", expected 0 to 360 from north over east; if the file"
            + " counts from south, add 180 to each",
        "-178 2\n-177 3");
    assertProblem(
        "line 2, column 1: azimuth_deg is \"-90\", expected 0 to 360 from north over east; if the"
            + " file counts from south, add 180 to each",
        "azimuth_deg,elevation_deg\n-90,2\n90,3");
    assertProblem("line 3, column 1: azimuth \"10.0\" is given twice", "0 1\n10 2\n10.0 2");
    assertProblem("line 2, column 1: azimuth \"360\" is given twice", "0 1\n360 2");
    assertProblem("line 2, column 1: azimuth \"0\" is given twice", "360 1\n0 2");
    assertProblem("line 3, column 1: azimuth \"0\" is given twice", "360 1\n0 1\n0 1");
    assertProblem(
        "line 2, column 6: has a third field, expected azimuth and elevation in degrees",
        "0 1\n90 2 80");
    assertProblem("line 2: has no elevation, expected azimuth and elevation in degrees", "0 1\n90");
  }

  private static ElevationMask read(String text) throws IOException {
    return ElevationMask.readHorizon(TextFile.of("h.txt", text));
  }

  private static void assertProblem(String message, String text) {
    assertEquals(
        "h.txt, " + message,
        assertThrows(InputFormatException.class, () -> read(text)).getMessage());
  }
}
