package dev.skytally.satellites;

import static dev.skytally.satellites.GnssSystem.GPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompletenessTest {
  private static final Satellite G05 = Satellite.of(GPS, "G05", 35752, OrbitClass.MEO);

  @Test
  void anAnswerIsUnknownOnlyIfNothingIsKnownToBeMissing() {
    Missing missing = new Missing(G05, Missing.Reason.NOT_IN_SOURCE, "no element set");
    Optional<String> assumption = Optional.of("the registry ends");
    assertTrue(new Completeness(List.of(), assumption).isUnknown());
    assertFalse(new Completeness(List.of(missing), assumption).isUnknown());
    assertFalse(new Completeness(List.of(), Optional.empty()).isUnknown());
    assertTrue(new Completeness(List.of(), Optional.empty()).isComplete());
  }

  @Test
  void exclusionsOfManyHaveNeitherNumberNorName() {
    assertTrue(new Exclusion(0, "", Exclusion.Kind.DAMAGED, "damaged").isOfMany());
    assertFalse(new Exclusion(35752, "", Exclusion.Kind.DAMAGED, "damaged").isOfMany());
    assertFalse(new Exclusion(0, "G05", Exclusion.Kind.DAMAGED, "damaged").isOfMany());
  }

  @Test
  void anExclusionHasTheNameOrElseTheLabel() {
    assertEquals("G05", Exclusion.of(new Missing(G05, Missing.Reason.TOO_OLD, "old")).name());
    Satellite named = G05.named(35752, "GPS BIIR-21");
    assertEquals(
        "GPS BIIR-21", Exclusion.of(new Missing(named, Missing.Reason.TOO_OLD, "old")).name());
  }

  @Test
  void threeMissingSatellitesHaveTheirOwnDetailsAndFourShareASentence() {
    List<Missing> three = missing(3);
    assertEquals(3, Missing.sentences(three).size());
    assertEquals("G01 (1), unknown, does not count: detail 1", Missing.sentences(three).get(0));
    assertEquals(
        List.of("G01 (1), G02 (2), G03 (3), G04 (4), unknown, do not count: damaged element sets"),
        Missing.sentences(missing(4)));
  }

  private static List<Missing> missing(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                new Missing(
                    Satellite.of(GPS, "G0" + i, i, OrbitClass.MEO),
                    Missing.Reason.DAMAGED,
                    "detail " + i))
        .toList();
  }
}
