package dev.skytally.internal.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.ReferenceData;
import dev.skytally.VisibilityStudy;
import dev.skytally.elements.ElementSet;
import dev.skytally.reference.EarthFixedPositions;
import dev.skytally.reference.PlainView;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import dev.skytally.site.WorldCapitals;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Masks by azimuth, against samples of direct positions and against the constant mask. */
class HorizonCrossingsTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final int DAY_SECONDS = 86_400;
  private static final int EVERY_SECONDS = 5;
  private static final GroundSite ANDORRA =
      GroundSite.ofDegrees("Andorra la Vella", 42.5078, 1.5211, 1023);

  /** A valley: steep sides, a notch and a jagged ridge. */
  private static final ElevationMask VALLEY =
      ElevationMask.horizonOfDegrees(
          Map.of(
              0.0, 25.0, 40.0, 5.0, 41.0, 30.0, 90.0, 20.0, 91.5, -1.0, 93.0, 20.0, 180.0, 3.0,
              250.0, 40.0, 300.0, 12.0, 359.0, 24.0));

  private static final double NEAR_A_CROSSING_SECONDS = 0.1;
  private static final double MASK_DEGREES = 1e-4;

  private static final Constellation CONSTELLATION = ReferenceData.listed("tally_satellites.csv");

  private static final Map<Integer, ElementSet> GLONASS =
      ReferenceData.elementSets(ReferenceData.SNAPSHOT).entrySet().stream()
          .filter(entry -> entry.getValue().name().contains("COSMOS"))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static VisibilityStudy study(ElevationMask mask) {
    return VisibilityStudy.of(CONSTELLATION)
        .at(List.of(ANDORRA))
        .over(START, Duration.ofSeconds(DAY_SECONDS))
        .above(mask);
  }

  @Test
  void passesOverAValleyAreThoseOfSamples() throws Exception {
    List<Pass> passes = study(VALLEY).passes().passes();
    PlainView view = new PlainView(ANDORRA, VALLEY);
    int compared = 0;
    for (Member member : CONSTELLATION.members()) {
      List<Pass> own =
          passes.stream().filter(pass -> pass.satellite().equals(member.satellite())).toList();
      boolean[] inView =
          view.inView(
              EarthFixedPositions.every(
                  member.elementSet(), START, EVERY_SECONDS, DAY_SECONDS / EVERY_SECONDS));
      for (int k = 0; k < DAY_SECONDS / EVERY_SECONDS; k++) {
        double seconds = k * EVERY_SECONDS;
        boolean actual = false;
        boolean near = false;
        for (Pass pass : own) {
          double rise = pass.rise().map(HorizonCrossingsTest::seconds).orElse(-1.0);
          double set = pass.set().map(HorizonCrossingsTest::seconds).orElse(1.0 + DAY_SECONDS);
          actual |= seconds >= rise && seconds <= set;
          near |=
              Math.abs(seconds - rise) < NEAR_A_CROSSING_SECONDS
                  || Math.abs(seconds - set) < NEAR_A_CROSSING_SECONDS;
        }
        if (!near) {
          assertEquals(inView[k], actual, member.satellite() + " at second " + seconds);
          compared++;
        }
      }
    }
    assertTrue(compared > 0.99 * CONSTELLATION.members().size() * DAY_SECONDS / EVERY_SECONDS);
  }

  @Test
  void everyRiseAndSetLiesOnTheHorizon() {
    List<PassEvent> events =
        study(VALLEY).passes().passes().stream()
            .flatMap(pass -> Stream.of(pass.rise(), pass.set()))
            .flatMap(Optional::stream)
            .toList();
    assertTrue(events.size() > 200);
    for (PassEvent event : events) {
      LookAngles angles = event.lookAngles();
      assertEquals(
          Math.toDegrees(VALLEY.elevationRadians(angles.azimuthRadians())),
          angles.elevationDegrees(),
          MASK_DEGREES);
    }
  }

  @Test
  void anAlmostFlatHorizonIsTheConstantMask() {
    Map<Double, Double> almostFlat = new HashMap<>();
    for (double azimuth = 0; azimuth < 360; azimuth += 10) {
      almostFlat.put(azimuth, 5.0);
    }
    almostFlat.put(5.0, 5.0 + 1e-12);
    ElevationMask horizon = ElevationMask.horizonOfDegrees(almostFlat);
    assertTrue(!horizon.isConstant());
    List<Pass> expected = study(ElevationMask.ofDegrees(5)).passes().passes();
    List<Pass> actual = study(horizon).passes().passes();
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).satellite(), actual.get(i).satellite());
      assertEquals(
          expected.get(i).rise().map(HorizonCrossingsTest::seconds).orElse(-1.0),
          actual.get(i).rise().map(HorizonCrossingsTest::seconds).orElse(-1.0),
          1e-4);
      assertEquals(
          expected.get(i).set().map(HorizonCrossingsTest::seconds).orElse(-1.0),
          actual.get(i).set().map(HorizonCrossingsTest::seconds).orElse(-1.0),
          1e-4);
    }
  }

  /** Horizons seen from a mountain or a ship lie below 0. */
  @Test
  void belowZeroAwayFromASpikeTheHorizonIsTheConstantMask() {
    Map<Double, Double> spiked = new HashMap<>();
    for (double azimuth = 0; azimuth < 360; azimuth += 10) {
      spiked.put(azimuth, -10.0);
    }
    spiked.put(359.0, 80.0);
    VisibilityStudy study =
        VisibilityStudy.of(ReferenceData.anySystem(GLONASS.values()))
            .at(everyThirdCapital())
            .over(START, Duration.ofSeconds(DAY_SECONDS));
    List<String> expected =
        awayFromNorth(study.above(ElevationMask.ofDegrees(-10)).passes().passes());
    List<String> actual =
        awayFromNorth(study.above(ElevationMask.horizonOfDegrees(spiked)).passes().passes());
    assertTrue(expected.size() > 1000);
    List<String> lost = new ArrayList<>(expected);
    lost.removeAll(actual);
    assertEquals(List.of(), lost);
    assertEquals(expected.size(), actual.size());
  }

  private static List<GroundSite> everyThirdCapital() {
    List<GroundSite> sites = new ArrayList<>();
    for (int i = 0; i < WorldCapitals.all().size(); i += 3) {
      sites.add(WorldCapitals.all().get(i));
    }
    return sites;
  }

  /** The crossings that are not in the north, to the tenth of a second. */
  private static List<String> awayFromNorth(List<Pass> passes) {
    return passes.stream()
        .flatMap(
            pass ->
                Stream.of(pass.rise(), pass.set())
                    .flatMap(Optional::stream)
                    .filter(event -> Math.cos(event.lookAngles().azimuthRadians()) < 0.9)
                    .map(
                        event ->
                            pass.site().name()
                                + pass.satellite().catalogNumber()
                                + " "
                                + Math.round(10 * seconds(event))))
        .sorted()
        .toList();
  }

  private static double seconds(PassEvent event) {
    return Duration.between(START, event.utc()).toNanos() / 1e9;
  }
}
