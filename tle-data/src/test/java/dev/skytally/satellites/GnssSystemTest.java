package dev.skytally.satellites;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GnssSystemTest {
  /** RINEX 3.05, tables 2 and A2, and the groups that CelesTrak lists. */
  @ParameterizedTest
  @CsvSource({
    "G, GPS, GPS, gps-ops",
    "C, BDS, BDT, beidou",
    "E, GAL, GAL, galileo",
    "R, GLO, GLO, glo-ops",
    "J, QZS, QZS, ''",
    "I, NAVIC, IRN, irnss",
  })
  void systemsAreNamedAsInRinexAndByCelesTrak(
      char letter, GnssSystem system, String timeSystem, String group) {
    assertEquals(Optional.of(system), GnssSystem.ofRinexLetter(letter));
    assertEquals(letter, system.rinexLetter());
    assertEquals(timeSystem, system.rinexTimeSystem());
    assertEquals(group, system.celestrakGroup());
  }

  @Test
  void noSystemHasTheLetterOfSbas() {
    assertEquals(Optional.empty(), GnssSystem.ofRinexLetter('S'));
  }

  /** Half of 24 satellites, or of BeiDou's 30. */
  @Test
  void halfOfAGlobalSystemIsComplete() {
    assertEquals(
        List.of(12, 15, 12, 12, 1, 1),
        Stream.of(GnssSystem.values()).map(GnssSystem::leastSatellites).toList());
  }
}
