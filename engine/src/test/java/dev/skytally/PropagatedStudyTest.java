package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.dop.SiteDilution;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.orbit.ProvidedOrbit;
import dev.skytally.plan.Condition;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.SitePlan;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.WorldCapitals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.frames.Frame;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.TimeStampedPVCoordinates;

/** A study that keeps its positions answers as one that does not, without propagating again. */
class PropagatedStudyTest {
  private static final Instant START = Instant.parse("2020-11-25T07:10:00Z");
  private static final Duration LENGTH = Duration.ofHours(30);
  private static final Duration STEP = Duration.ofMinutes(10);

  private static final ElevationMask MASK = ElevationMask.ofDegrees(5);

  private static final PlanQuestion QUESTION = PlanQuestion.of(Condition.parse("pdop <= 1.2"));

  /** How often a made-up orbit of the study was asked for a position. */
  private final AtomicInteger askings = new AtomicInteger();

  private final VisibilityStudy study;

  PropagatedStudyTest() throws Exception {
    LocalDate day = LocalDate.of(2020, 11, 25);
    Constellation known =
        ConstellationSelection.on(day)
            .systems(List.of(GnssSystem.values()))
            .from(BundledSnapshots.load(BundledSnapshots.nearest(day)), START);
    ProvidedOrbit circle =
        ProvidedOrbit.of(
            (date, frame) -> {
              askings.incrementAndGet();
              return new TimeStampedPVCoordinates(
                  date,
                  new PVCoordinates(new Vector3D(26_560_000, 0, 0), new Vector3D(0, 1937, 0)));
            },
            Frame.getRoot(),
            START,
            START.plus(LENGTH.multipliedBy(2)));
    study =
        VisibilityStudy.of(
                known.plus(Satellite.of(GnssSystem.GPS, "G99", 99_001, OrbitClass.MEO), circle))
            .at(WorldCapitals.all().subList(0, 3))
            .over(START, LENGTH);
  }

  private static List<SitePlan> plans(VisibilityStudy study) {
    List<SitePlan> plans = new ArrayList<>();
    study.plan(QUESTION, Function.identity(), plans::add);
    return plans;
  }

  /** Everything that a page shows, and more. */
  private static List<Object> answers(VisibilityStudy study) {
    StudyRecord record = study.record();
    return List.of(
        record.result(),
        record.timelines(),
        study.sampledEvery(STEP).run(),
        study.dilution(STEP).sites().stream().map(SiteDilution::together).toList(),
        study.skies(STEP).skies(),
        study.passes().passes(),
        plans(study));
  }

  @Test
  void answersAreTheSameBitForBit() throws Exception {
    assertEquals(answers(study.above(MASK)), answers(study.propagated().above(MASK)));
  }

  @Test
  void furtherAnswersDoNotPropagate() throws Exception {
    VisibilityStudy kept = study.propagated();
    int before = askings.get();
    assertTrue(before > 0);
    answers(kept);
    answers(kept.above(MASK).threads(1));
    assertEquals(before, askings.get());
  }

  @Test
  void anotherWindowHasPositionsOfItsOwn() throws Exception {
    Instant later = START.plus(Duration.ofHours(3));
    assertEquals(
        answers(study.over(later, LENGTH)), answers(study.propagated().over(later, LENGTH)));
    List<Instant> instants = List.of(START.minusSeconds(60), later.plus(LENGTH));
    assertEquals(study.skies(instants).skies(), study.propagated().skies(instants).skies());
  }
}
