package dev.skytally.dop;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GAL;
import static dev.skytally.satellites.GnssSystem.GLO;
import static dev.skytally.satellites.GnssSystem.GPS;
import static dev.skytally.satellites.GnssSystem.NAVIC;
import static dev.skytally.satellites.GnssSystem.QZS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.skytally.satellites.GnssSystem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiverClocksTest {
  @Test
  void gpsAndQzssShareAClockByDefault() {
    assertEquals(
        List.of(List.of(BDS), List.of(QZS, GPS), List.of(GAL), List.of(GLO), List.of(NAVIC)),
        ReceiverClocks.DEFAULT.divide(List.of(BDS, QZS, GAL, GPS, GLO, NAVIC)));
  }

  @Test
  void qzssWithoutGpsHasItsOwnClock() {
    assertEquals(
        List.of(List.of(QZS), List.of(BDS)), ReceiverClocks.DEFAULT.divide(List.of(QZS, BDS)));
  }

  @Test
  void ownClocksAreNeverShared() {
    assertEquals(List.of(List.of(GPS), List.of(QZS)), ReceiverClocks.OWN.divide(List.of(GPS, QZS)));
  }

  @Test
  void otherClocksReplaceTheDefault() {
    ReceiverClocks clocks = new ReceiverClocks(List.of(Set.of(GAL, BDS), Set.of(GPS, GLO, NAVIC)));
    assertEquals(
        List.of(List.of(GPS, GLO, NAVIC), List.of(BDS, GAL), List.of(QZS)),
        clocks.divide(List.of(GPS, BDS, GLO, GAL, QZS, NAVIC)));
  }

  @Test
  void aSystemHasOneClock() {
    List<Set<GnssSystem>> twice = List.of(Set.of(GPS, QZS), Set.of(GPS, GAL));
    String message =
        assertThrows(IllegalArgumentException.class, () -> new ReceiverClocks(twice)).getMessage();
    assertEquals("GPS has two receiver clocks, expected one", message);
  }
}
