package dev.skytally.report.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.StudyResult;
import dev.skytally.VisibilityStudy;
import dev.skytally.WorldResult;
import dev.skytally.WorldStudy;
import dev.skytally.archive.ElementPool;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.geography.WorldMap;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.capitals.CapitalsEffect;
import dev.skytally.report.world.WorldEffect;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.satellites.SatelliteStatus;
import dev.skytally.selection.FilledGaps;
import dev.skytally.selection.FilledGaps.Added;
import dev.skytally.selection.FilledGaps.Answer;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.Metric;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 22);
  private static final Instant START = Instant.parse("2024-09-22T00:00:00Z");
  private static final Instant NOON = Instant.parse("2024-09-22T12:00:00Z");
  private static final Constellation WHOLE =
      ConstellationSelection.on(DAY).from(BundledSnapshots.load(DAY), NOON);

  /** A satellite without an element set anywhere. */
  private static final Satellite UNKNOWN =
      new Satellite(
          99_999,
          "",
          "",
          GnssSystem.GPS,
          "G33",
          "",
          "",
          OrbitClass.MEO,
          SatelliteStatus.OPERATIONAL,
          false,
          true);

  private static StudyResult run(Constellation constellation) {
    return VisibilityStudy.of(constellation)
        .at(WorldCapitals.all())
        .over(START, Duration.ofDays(1))
        .run();
  }

  private static Optional<CapitalsEffect> effect(Member takenOut, Satellite... others)
      throws IOException {
    List<Member> members = new ArrayList<>(WHOLE.members());
    List<Exclusion> excluded = new ArrayList<>();
    List<Satellite> missing = new ArrayList<>(List.of(others));
    if (takenOut != null) {
      members.remove(takenOut);
      missing.add(0, takenOut.satellite());
    }
    for (Satellite satellite : missing) {
      excluded.add(Exclusion.of(new Missing(satellite, Missing.Reason.NOT_IN_SOURCE, "taken out")));
    }
    StudyResult result = run(new Constellation(WHOLE.systems(), members, excluded));
    ElementPool pool = ElementPool.of(Optional.empty(), List.of());
    return FilledGaps.of(result.constellation(), result.start(), result.end(), pool)
        .answer(result, EffectTest::run)
        .map(CapitalsEffect::new);
  }

  @Test
  void nothingIsMissing() throws IOException {
    assertEquals(Optional.empty(), effect(null));
  }

  /** The bundled snapshot's own element set is the nearest: 156 and 23, as without the gap. */
  @Test
  void aSatelliteWithAnElementSetGivesAVerdict() throws IOException {
    StudyResult whole = run(WHOLE);
    CapitalsEffect effect = effect(WHOLE.members().get(0)).orElseThrow();
    List<Member> members = effect.result().constellation().members();
    assertEquals(GnssSystem.BDS, members.get(members.size() - 1).satellite().system());
    String text = effect.text();
    assertTrue(text.startsWith("with G02, elements of 2024-09-2"), text);
    Map<Metric, String> names =
        Map.of(
            Metric.MAX, "maximum",
            Metric.MEAN, "mean",
            Metric.SHARE, "share of time ahead");
    for (Metric metric : Metric.values()) {
      String of = text.replaceFirst(".*[:;] by the " + names.get(metric) + " ", "");
      for (GnssSystem system : WHOLE.systems()) {
        int led = whole.ledBy(system, metric).size();
        assertTrue(
            of.replaceFirst(";.*", "").contains(system.displayName() + " " + led + ","), text);
      }
    }
  }

  @Test
  void worldSaysThatTheEffectOfASatelliteWithoutAnyIsUnknown() {
    Exclusion unknown =
        Exclusion.of(new Missing(UNKNOWN, Missing.Reason.NOT_IN_SOURCE, "taken out"));
    WorldResult result =
        WorldStudy.of(new Constellation(WHOLE.systems(), WHOLE.members(), List.of(unknown)))
            .on(WorldGrid.cells(5))
            .over(START, Duration.ofHours(1))
            .every(Duration.ofHours(1))
            .run();
    String sentence =
        "the effect of G33 (99999) is unknown, because no element set within 180 days was found";
    assertEquals(
        sentence, new WorldEffect(new Answer<>(List.of(), result), WorldMap.medium()).text());
    Member g02 = WHOLE.members().get(0);
    Added added = new Added(g02.satellite(), g02.elementSet(), "other.tle", 0);
    String text = new WorldEffect(new Answer<>(List.of(added), result), WorldMap.medium()).text();
    assertTrue(text.startsWith("with G02, elements of 2024-09-2"), text);
    assertTrue(text.contains(" from snapshot other.tle: by the mean "), text);
    assertTrue(text.endsWith("; " + sentence), text);
  }

  @Test
  void aSatelliteWithoutAnyGivesARange() throws IOException {
    String text = effect(null, UNKNOWN).orElseThrow().text();
    assertTrue(text.startsWith("as it can raise a maximum by one: by the maximum BeiDou "), text);
    assertTrue(text.endsWith("; unknown by mean and share"), text);
    StudyResult.Range gps =
        effect(null, UNKNOWN).orElseThrow().result().ledByMaxWithMissing(GnssSystem.GPS);
    assertTrue(gps.least() < gps.most());
    assertTrue(text.contains("GPS " + gps.least() + " to " + gps.most()), text);
  }

  @Test
  void bothTogetherGiveARangeAroundTheVerdict() throws IOException {
    String text = effect(WHOLE.members().get(0), UNKNOWN).orElseThrow().text();
    assertTrue(text.startsWith("with G02, elements of 2024-09-2"), text);
    assertTrue(text.contains(", and as it can raise a maximum by one: "), text);
  }
}
