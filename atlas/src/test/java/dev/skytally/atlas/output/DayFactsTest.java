package dev.skytally.atlas.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DayFactsTest {
  private static final LocalDate BUNDLED = LocalDate.of(2026, 10, 6);

  /** Returns the line of a day whose satellites fly by the element sets of 6 October 2026. */
  private static String line(LocalDate day, Predicate<ElementSet> kept) {
    byte[] csv = DayFacts.csv(List.of(GnssSystem.GPS, GnssSystem.BDS), List.of(facts(day, kept)));
    return new String(csv, UTF_8).lines().skip(1).findFirst().orElseThrow();
  }

  private static DayFacts facts(LocalDate day, Predicate<ElementSet> kept) {
    Snapshot bundled = BundledSnapshots.load(BUNDLED);
    Snapshot some =
        new Snapshot(
            bundled.label(),
            bundled.origin(),
            bundled.elementSets().stream().filter(kept).toList(),
            List.of());
    Constellation constellation =
        ConstellationSelection.on(day).from(some, day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    return DayFacts.of(day, constellation);
  }

  /** Since April 2026 sources contradict each other about six satellites of BeiDou. */
  @Test
  void aCompleteDayNamesOnlySatellitesOfUncertainStatus() {
    String line = line(BUNDLED, set -> true);
    assertTrue(line.startsWith("2026-10-06,yes,,,C01 C03 C11 C12 C13 C14,"), line);
    assertTrue(line.endsWith(",31,37"), line);
  }

  /** 55268 is G28. */
  @Test
  void aMissingSatelliteIsNamed() {
    String line = line(BUNDLED, set -> set.catalogNumber() != 55268);
    assertTrue(line.startsWith("2026-10-06,no,G28 (55268),,"), line);
    assertTrue(line.endsWith(",30,37"), line);
  }

  @Test
  void oldElementSetsAndADayBeyondTheRegistryAreReported() {
    String line = line(BUNDLED.plusDays(40), set -> true);
    assertTrue(line.startsWith("2026-11-15,unknown,,"), line);
    assertTrue(line.contains("28 BeiDou MEO satellites by element sets 40 to "), line);
  }

  @Test
  void picturesAreMarkedIfADayIsIncompleteOrHasOldOrbits() {
    DayFacts fresh = facts(BUNDLED, set -> true);
    DayFacts incomplete = facts(BUNDLED, set -> set.catalogNumber() != 55268);
    DayFacts old = facts(BUNDLED.plusDays(40), set -> true);
    assertEquals("", DayFacts.titleMark(List.of(fresh, fresh)));
    assertEquals("(incomplete on 1 of 1 day)", DayFacts.titleMark(List.of(incomplete)));
    assertEquals(
        "(incomplete on 1, completeness unknown on 2, old orbits on 2 of 4 days)",
        DayFacts.titleMark(List.of(fresh, old, incomplete, old)));
  }
}
