package dev.skytally.satellites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SatelliteListTest {
  @Test
  void systemsAreReadByCodeOrNameWhateverTheCase() throws IOException {
    assertEquals(
        List.of(
            new SatelliteList.Entry(GnssSystem.BDS, 43001),
            new SatelliteList.Entry(GnssSystem.GPS, 24876),
            new SatelliteList.Entry(GnssSystem.QZS, 100_270)),
        SatelliteList.read(
            TextFile.of("a.csv", "norad,system,note\r\n43001,BDS,x\r\n24876,gps\r\n100270,qzss")));
  }

  @Test
  void problemsTellFileLineAndColumn() {
    assertProblem(
        "a.csv, line 1: no column norad, expected the columns system, norad; found "
            + "\"system, number\"",
        "system,number\nBDS,1");
    assertProblem(
        "a.csv, line 3, column 5: norad is \"12x\", expected a number from 1 to 999999999",
        "system,norad\nBDS,43001\nBDS,12x");
    assertProblem(
        "a.csv, line 2, column 5: norad is 1.5, expected a whole number", "system,norad\nBDS,1.5");
    assertProblem(
        "a.csv, line 2, column 1: unknown system \"XYZ\", expected one of GPS, BDS, GAL, GLO, QZS, NAVIC",
        "system,norad\nXYZ,43001");
    assertProblem(
        "a.csv, line 4, column 5: BDS 43001 is listed twice",
        "system,norad\nBDS,43001\nGPS,24876\nBDS,43001");
  }

  private static void assertProblem(String message, String text) {
    assertEquals(
        message,
        assertThrows(
                InputFormatException.class, () -> SatelliteList.read(TextFile.of("a.csv", text)))
            .getMessage());
  }
}
