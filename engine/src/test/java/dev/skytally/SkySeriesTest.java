package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.dop.Dilution;
import dev.skytally.elements.ElementSet;
import dev.skytally.orbit.ProvidedOrbit;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Sky;
import dev.skytally.visibility.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.frames.Frame;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinatesProvider;
import org.orekit.utils.TimeStampedPVCoordinates;

/** Skies at instants of the caller, skies as a stream, and numbers in view as a series. */
class SkySeriesTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final Duration TEN_DAYS = Duration.ofDays(10);
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final double RADIUS_METERS = 26_560_000;

  /** Of the Earth, m^3/s^2. */
  private static final double GM = 3.986004418e14;

  private static final double EARTH_RADIANS_PER_SECOND = 7.292115e-5;

  private static final List<GroundSite> SITES =
      List.of(
          GroundSite.ofDegrees("Nairobi", -1.29, 36.82, 1700),
          GroundSite.ofDegrees("Reykjavik", 64.1, -21.9, 0));

  private static final VisibilityStudy STUDY =
      VisibilityStudy.of(
              ReferenceData.anySystem(
                  ReferenceData.elementSets(ReferenceData.SNAPSHOT).values().stream()
                      .sorted(Comparator.comparingInt(ElementSet::catalogNumber))
                      .limit(40)
                      .toArray(ElementSet[]::new)))
          .at(SITES)
          .over(START, TEN_DAYS)
          .above(ElevationMask.ofDegrees(10));

  /** Days apart, within one half day, and at both ends of the series. */
  private static List<Instant> chosen() {
    List<Instant> instants = new ArrayList<>();
    for (int k : List.of(0, 1, 23, 24, 150, 151, 300, 479)) {
      instants.add(START.plus(STEP.multipliedBy(k)));
    }
    return instants;
  }

  private static List<Sky> at(List<Instant> instants, List<Sky> skies) {
    return skies.stream().filter(sky -> instants.contains(sky.utc())).toList();
  }

  @Test
  void skiesAtInstantsAreThoseOfTheSeriesAtTheseTimes() {
    List<Instant> instants = chosen();
    List<Sky> expected = at(instants, STUDY.skies(STEP).skies());
    assertEquals(instants.size() * SITES.size(), expected.size());
    assertEquals(expected, STUDY.skies(instants).skies());
    assertEquals(expected, STUDY.over(Instant.EPOCH, STEP).skies(instants).skies());
  }

  @Test
  void dilutionAtInstantsIsThatOfTheirSkies() {
    List<Instant> instants = chosen();
    List<Sky> skies = STUDY.skies(instants).skies();
    DilutionResult result = STUDY.dilution(instants);
    assertTrue(result.step().isEmpty());
    for (int i = 0; i < SITES.size(); i++) {
      double[] pdops =
          skies.subList(i * instants.size(), (i + 1) * instants.size()).stream()
              .mapToDouble(sky -> Dilution.of(sky, GnssSystem.GPS).orElseThrow().pdop())
              .sorted()
              .toArray();
      assertEquals(
          pdops[(pdops.length - 1) / 2],
          result.sites().get(i).of(GnssSystem.GPS).medianPdop().orElseThrow(),
          0.01 * pdops[pdops.length - 1]);
    }
  }

  @Test
  void withoutSystemsTheDilutionIsThatOfAllInView() {
    for (Sky sky : STUDY.skies(chosen()).skies()) {
      assertEquals(Dilution.of(sky, GnssSystem.values()), Dilution.of(sky));
    }
  }

  @Test
  void aStreamDeliversEverySkyOnceByTimeThenSiteOnTheCallingThread() {
    Thread caller = Thread.currentThread();
    List<Sky> delivered = new ArrayList<>();
    STUDY.skies(
        STEP,
        sky -> {
          assertSame(caller, Thread.currentThread());
          delivered.add(sky);
        });
    List<Sky> expected =
        STUDY.skies(STEP).skies().stream().sorted(Comparator.comparing(Sky::utc)).toList();
    assertEquals(expected, delivered);
    List<Sky> atInstants = new ArrayList<>();
    STUDY.skies(chosen(), atInstants::add);
    assertEquals(at(chosen(), expected), atInstants);
  }

  @Test
  void aSatelliteThatFailsDoesNotRepeatTheStream() {
    ElementSet good = ReferenceData.elementSets(ReferenceData.SNAPSHOT).get(24876);
    Constellation both = ReferenceData.anySystem(good, ReferenceData.decayedSatellite());
    List<Instant> times = new ArrayList<>();
    Constellation flown =
        VisibilityStudy.of(both)
            .at(SITES.subList(0, 1))
            .over(START, TEN_DAYS)
            .skies(STEP, sky -> times.add(sky.utc()));
    assertEquals(1, flown.members().size());
    assertEquals(480, times.size());
    assertEquals(times.stream().distinct().sorted().toList(), times);
  }

  @Test
  void anExceptionOfTheConsumerReachesTheCaller() {
    IllegalStateException full = new IllegalStateException("the disk is full");
    assertSame(
        full,
        assertThrows(
            IllegalStateException.class,
            () ->
                STUDY.skies(
                    STEP,
                    sky -> {
                      throw full;
                    })));
  }

  @Test
  void instantsThatAreNotInOrderAreNamed() {
    assertEquals(
        "instant 1 is 2020-12-01T00:00:00Z, not a microsecond or more after the one before,"
            + " 2020-12-01T00:00:00Z",
        assertThrows(IllegalArgumentException.class, () -> STUDY.skies(List.of(START, START)))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> STUDY.dilution(List.<Instant>of()));
    for (Instant far : List.of(Instant.MIN, Instant.parse("1600-01-01T00:00:00Z"), Instant.MAX)) {
      assertEquals(
          "the instant " + far + " is not within the years 1957 to 2199",
          assertThrows(IllegalArgumentException.class, () -> STUDY.skies(List.of(far)))
              .getMessage());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> STUDY.skies(List.of(Instant.parse("2200-01-02T00:00:00Z"))));
  }

  @Test
  void anOrbitThatIsKnownUntilTheLastInstantCounts() throws Exception {
    ElementSet elements = ReferenceData.elementSets(ReferenceData.SNAPSHOT).get(24876);
    Instant end = START.plus(Duration.ofDays(2));
    double speed = Math.sqrt(GM / RADIUS_METERS) - EARTH_RADIANS_PER_SECOND * RADIUS_METERS;
    PVCoordinatesProvider circle =
        (date, frame) -> {
          double angle = date.durationFrom(AbsoluteDate.ARBITRARY_EPOCH) * speed / RADIUS_METERS;
          return new TimeStampedPVCoordinates(
              date,
              new Vector3D(Math.cos(angle), Math.sin(angle), 0).scalarMultiply(RADIUS_METERS),
              new Vector3D(-Math.sin(angle), Math.cos(angle), 0).scalarMultiply(speed));
        };
    ProvidedOrbit known = ProvidedOrbit.of(circle, Frame.getRoot(), START, end);
    Satellite own = Satellite.of(GnssSystem.GPS, "", 99_999, OrbitClass.MEO);
    VisibilityStudy study =
        VisibilityStudy.of(ReferenceData.anySystem(elements).plus(own, known)).at(SITES);
    for (List<Instant> instants : List.of(List.of(START, end), List.of(START), List.of(end))) {
      SkyList found = study.skies(instants);
      assertEquals(2, found.constellation().members().size(), instants::toString);
      assertEquals(instants.size() * SITES.size(), found.skies().size());
    }
  }

  @Test
  void eventsThatCancelInOneMicrosecondAreNoChange() {
    Satellite one = Satellite.of(GnssSystem.GPS, "G01", 1, OrbitClass.MEO);
    Satellite other = Satellite.of(GnssSystem.GPS, "G02", 2, OrbitClass.MEO);
    Instant then = START.plusSeconds(60);
    Timeline timeline =
        new Timeline(
            SITES.get(0),
            START,
            List.of(one),
            List.of(new Timeline.Event(then, one, false), new Timeline.Event(then, other, true)));
    assertEquals(List.of(new Timeline.Count(START, 1)), timeline.counts(GnssSystem.GPS));
    assertEquals(List.of(new Timeline.Count(START, 0)), timeline.counts(GnssSystem.GAL));
  }

  @Test
  void theNumbersInViewAreThoseOfTheSkies() {
    for (Timeline timeline : STUDY.record().timelines()) {
      for (Sky sky : STUDY.at(List.of(timeline.site())).skies(STEP).skies()) {
        Set<Satellite> up = new HashSet<>(timeline.inViewAtStart());
        for (Timeline.Event event : timeline.events()) {
          if (!event.utc().isAfter(sky.utc())) {
            assertTrue(event.isRise() ? up.add(event.satellite()) : up.remove(event.satellite()));
          }
        }
        assertEquals(up.size(), sky.inView().size());
        int inView = -1;
        for (Timeline.Count count : timeline.counts(GnssSystem.GPS)) {
          inView = count.from().isAfter(sky.utc()) ? inView : count.inView();
        }
        assertEquals(sky.lookAngles(GnssSystem.GPS).size(), inView);
      }
    }
  }
}
