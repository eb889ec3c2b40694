package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.input.InputFormatException;
import dev.skytally.orbit.ProvidedOrbit;
import dev.skytally.outage.Outage;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.frames.Frame;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.TimeStampedPVCoordinates;

/** An answer that was stored is the answer that was given. */
class StoredAnswerTest {
  private static final LocalDate DAY = LocalDate.of(2020, 11, 25);
  private static final Instant START = Instant.parse("2020-11-25T00:00:00Z");
  private static final Instant NOON = START.plus(Duration.ofHours(12));
  private static final Duration HOURS = Duration.ofHours(7);
  private static final Constellation CONSTELLATION =
      ConstellationSelection.on(DAY)
          .systems(List.of(GnssSystem.values()))
          .from(BundledSnapshots.load(BundledSnapshots.nearest(DAY)), NOON);

  private static final WorldStudy WORLD =
      WorldStudy.of(CONSTELLATION)
          .on(WorldGrid.nodes(4.5).within(150.2, -90, -140.7, 90).atHeight(300))
          .over(START, HOURS)
          .above(ElevationMask.ofDegrees(5.1))
          .every(Duration.ofMinutes(7))
          .withDilution(ReceiverClocks.OWN, 2.5);

  private static VisibilityStudy capitals() {
    return VisibilityStudy.of(CONSTELLATION)
        .at(WorldCapitals.all())
        .over(START, HOURS)
        .above(ElevationMask.horizonOfDegrees(Map.of(0.0, 10.0, 200.0, 3.0)));
  }

  private interface Writing {
    void writeTo(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.writeTo(out);
    return out.toByteArray();
  }

  private static WorldResult world(byte[] bytes) throws IOException {
    return WorldResult.readFrom(new ByteArrayInputStream(bytes));
  }

  @Test
  void anAnswerOfSitesIsReadAsItWas() throws IOException {
    for (VisibilityStudy study :
        List.of(capitals(), capitals().sampledEvery(Duration.ofMinutes(10)))) {
      StudyResult result = study.run();
      byte[] bytes = bytes(result::writeTo);
      StudyResult read = StudyResult.readFrom(new ByteArrayInputStream(bytes));
      assertEquals(result, read);
      assertEquals(result.hashCode(), read.hashCode());
      assertArrayEquals(bytes, bytes(read::writeTo));
      assertEquals(result.constellation().missing(), read.constellation().missing());
      for (int i = 0; i < result.tallies().size(); i++) {
        for (GnssSystem system : GnssSystem.values()) {
          assertEquals(
              result.tallies().get(i).inView(system), read.tallies().get(i).inView(system));
          assertEquals(
              result.tallies().get(i).shareAhead(system, GnssSystem.GPS),
              read.tallies().get(i).shareAhead(system, GnssSystem.GPS));
        }
      }
    }
  }

  @Test
  void aSiteByRadiansIsReadAsItWas() throws IOException {
    GroundSite site = GroundSite.ofRadians("station", 0.7071067811865475, 2.1, 12.5);
    GroundSite masked = site.withMask(ElevationMask.horizonOfDegrees(Map.of(0.0, 1.0, 9.0, 8.0)));
    StudyResult result = capitals().at(List.of(site, masked)).run();
    StudyResult read = StudyResult.readFrom(new ByteArrayInputStream(bytes(result::writeTo)));
    assertEquals(result, read);
    assertEquals(masked, read.tallies().get(1).site());
    assertEquals(site, read.tallies().get(0).site());
    assertEquals(site.latitudeDegrees(), read.tallies().get(0).site().latitudeDegrees());
  }

  @Test
  void aStoredMaskIsAHorizonOnlyIfItWas() throws IOException {
    ElevationMask wall = ElevationMask.horizonOfDegrees(Map.of(0.0, 5.0));
    GroundSite site = GroundSite.ofDegrees("Hill", 47, 8, 0).withMask(wall);
    StudyResult result = capitals().at(List.of(site)).above(ElevationMask.ofDegrees(5)).run();
    StudyResult read = StudyResult.readFrom(new ByteArrayInputStream(bytes(result::writeTo)));
    ElevationMask own = read.tallies().get(0).site().mask().orElseThrow();
    assertTrue(own.isHorizon());
    assertEquals(wall.gap(), own.gap());
    assertFalse(read.mask().isHorizon());
    assertEquals(Optional.empty(), read.mask().gap());
  }

  /** At 3 degrees the gap is filled, at 0 the crossings divide it, at 20 it is gone. */
  @ParameterizedTest
  @ValueSource(doubles = {-5, 0, 3, 12, 20})
  void aRaisedHorizonIsReadWithThePointsAndTheGapThatItHad(double leastDegrees) throws IOException {
    ElevationMask wall =
        ElevationMask.horizonOfDegrees(Map.of(0.0, -2.0, 100.0, 3.0, 110.0, 12.0, 250.0, 3.0));
    ElevationMask raised = wall.atLeastDegrees(-4).atLeastDegrees(leastDegrees);
    GroundSite site = GroundSite.ofDegrees("Hill", 47, 8, 0).withMask(raised);
    StudyResult result = capitals().at(List.of(site)).run();
    StudyResult read = StudyResult.readFrom(new ByteArrayInputStream(bytes(result::writeTo)));
    ElevationMask own = read.tallies().get(0).site().mask().orElseThrow();
    assertEquals(raised, own);
    assertEquals(raised.gap(), own.gap());
    assertEquals(raised.floorRadians(), own.floorRadians());
    assertTrue(own.isHorizon());
    assertEquals(raised.atLeastDegrees(5), own.atLeastDegrees(5));
    assertEquals(raised.atLeastDegrees(5).gap(), own.atLeastDegrees(5).gap());
  }

  @Test
  void theWorldIsReadAsItWasWhateverItTallies() throws IOException {
    for (Set<GridFigure> figures :
        List.of(Set.of(GridFigure.values()), Set.<GridFigure>of(), Set.of(GridFigure.LEADER))) {
      WorldResult result = WORLD.tallying(figures).run();
      WorldResult read = world(bytes(result::writeTo));
      assertEquals(result, read);
      assertEquals(result.hashCode(), read.hashCode());
    }
  }

  @Test
  void theWorldKeepsItsOutages() throws IOException {
    Outage outage =
        new Outage(GnssSystem.GPS, "", START.plusSeconds(60), Optional.empty(), false, "a test");
    WorldStudy without = WORLD.without(Outages.of("a test", List.of(outage)));
    WorldResult rest = without.rows(1, WORLD.run().grid().rows()).run();
    WorldResult first = without.rows(0, 1).run();
    WorldResult read = world(bytes(first::writeTo));
    assertEquals(first, read);
    assertEquals(without.run(), read.plus(rest));
    WorldResult other = WORLD.rows(0, 1).run();
    assertThrows(IllegalArgumentException.class, () -> world(bytes(other::writeTo)).plus(rest));
  }

  @Test
  void piecesOfOtherMachinesAddUpInPlaceToTheWhole() throws IOException {
    WorldStudy settled = WORLD.settled();
    int rows = WORLD.run().grid().rows();
    List<WorldResult> pieces = new ArrayList<>();
    for (int row = 0; row < rows; row += 7) {
      for (int instant = 0; instant < 60; instant += 25) {
        WorldResult piece =
            settled.rows(row, Math.min(rows, row + 7)).instants(instant, instant + 25).run();
        assertFalse(piece.isComplete());
        pieces.add(world(bytes(piece::writeTo)));
      }
    }
    WorldResult sum = WorldResult.sum(pieces);
    WorldResult whole = WORLD.run();
    assertEquals(whole.tally(), sum.tally());
    assertTrue(sum.isComplete());
    assertTrue(whole.isComplete());
    assertArrayEquals(bytes(whole::writeTo), bytes(sum::writeTo));
    pieces.remove(3);
    WorldResult partial = WorldResult.sum(pieces);
    assertFalse(partial.isComplete());
    assertNotEquals(whole, partial);
    pieces.add(pieces.get(0));
    assertThrows(IllegalArgumentException.class, () -> WorldResult.sum(pieces));
    assertThrows(IllegalArgumentException.class, () -> WorldResult.sum(List.of()));
  }

  /** Satellites change from day to day, so only the tallies of two days can be added. */
  @Test
  void theTallyOfSeveralDaysIsReadAsItWas() throws IOException {
    GridTally twoDays =
        WORLD.run().tally().plus(WORLD.over(START.plus(Duration.ofDays(1)), HOURS).run().tally());
    byte[] bytes = bytes(twoDays::writeTo);
    GridTally read = GridTally.readFrom(new ByteArrayInputStream(bytes));
    assertEquals(120, read.instants(0));
    assertEquals(twoDays, read);
    assertArrayEquals(bytes, bytes(read::writeTo));
    byte[] world = bytes(WORLD.run()::writeTo);
    for (byte[] unusable : List.of(world, Arrays.copyOf(bytes, bytes.length - 1))) {
      assertThrows(
          InputFormatException.class, () -> GridTally.readFrom(new ByteArrayInputStream(unusable)));
    }
  }

  @Test
  void aRowThatWasNotCountedHasNoFigures() {
    WorldResult sum = WorldResult.sum(List.of(WORLD.rows(0, 2).run()));
    assertEquals(60, sum.tally().instants(1));
    assertEquals(0, sum.tally().instants(2));
    for (Runnable figure :
        List.<Runnable>of(
            () -> sum.tally().mean(GnssSystem.GPS, 2, 0),
            () -> sum.tally().min(GnssSystem.GPS, 2, 0),
            () -> sum.tally().max(GnssSystem.GPS, 2, 0),
            () -> sum.tally().leader(2, 0),
            () -> sum.tally().shareAhead(GnssSystem.GPS, GnssSystem.BDS, 2, 0),
            () -> sum.tally().shareAheadOfAll(GnssSystem.GPS, 2, 0),
            () -> sum.tally().shareAtLeastFour(GnssSystem.GPS, 2, 0))) {
      assertEquals(
          "row 2 has no instants yet",
          assertThrows(IllegalStateException.class, figure::run).getMessage());
    }
  }

  /** A circle; whoever reads the answer learns how old it is, but cannot fly it. */
  @Test
  void anOrbitThatIsNoElementSetKeepsItsAgeAndShape() throws Exception {
    double radiusMeters = 26_560_000;
    double speed = 1937; // Earth-fixed: half of it is the Earth's turning.
    ProvidedOrbit orbit =
        ProvidedOrbit.of(
            (date, frame) ->
                new TimeStampedPVCoordinates(
                    date,
                    new PVCoordinates(new Vector3D(radiusMeters, 0, 0), new Vector3D(0, speed, 0))),
            Frame.getRoot(),
            START,
            START.plus(Duration.ofDays(1)));
    Satellite own = Satellite.of(GnssSystem.GPS, "G99", 99_001, OrbitClass.MEO);
    StudyResult result =
        VisibilityStudy.of(CONSTELLATION.plus(own, orbit))
            .at(WorldCapitals.all().subList(0, 3))
            .over(START, Duration.ofHours(1))
            .run();
    StudyResult read = StudyResult.readFrom(new ByteArrayInputStream(bytes(result::writeTo)));
    int last = result.constellation().members(GnssSystem.GPS).size() - 1;
    Constellation.Member member = read.constellation().members(GnssSystem.GPS).get(last);
    assertEquals(own, member.satellite());
    assertEquals(
        orbit.age(NOON.plus(Duration.ofDays(9))),
        member.orbit().age(NOON.plus(Duration.ofDays(9))));
    assertEquals(orbit.eccentricity(), member.orbit().eccentricity());
    assertEquals(result.tallies(), read.tallies());
    Constellation again =
        VisibilityStudy.of(read.constellation()).over(START, Duration.ofHours(1)).flown();
    assertEquals(own, again.missing().get(again.missing().size() - 1).satellite());
  }

  /** As a history has it, which does not store the class. */
  @Test
  void aSatelliteOfUnknownOrbitClassStaysSo() throws IOException {
    Constellation.Member first = CONSTELLATION.members(GnssSystem.GPS).get(0);
    Satellite known = first.satellite();
    Satellite unknown =
        new Satellite(
            known.catalogNumber(),
            known.internationalDesignator(),
            known.name(),
            known.system(),
            known.prn(),
            known.block(),
            known.generation(),
            null,
            known.status(),
            known.statusIsUncertain(),
            known.inRegistry());
    StudyResult result =
        VisibilityStudy.of(
                Constellation.of(List.of(new Constellation.Member(unknown, first.orbit()))))
            .at(WorldCapitals.all().subList(0, 3))
            .over(START, Duration.ofHours(1))
            .run();
    StudyResult read = StudyResult.readFrom(new ByteArrayInputStream(bytes(result::writeTo)));
    assertEquals(result, read);
    assertNull(read.constellation().members().get(0).satellite().orbitClass());
  }

  @Test
  void whatIsNoAnswerIsRefusedInOneLine() throws IOException {
    byte[] bytes = bytes(WORLD.tallying(Set.of()).run()::writeTo);
    assertEquals(
        "stored answer: holds no answer of the kind sites",
        assertThrows(
                InputFormatException.class,
                () -> StudyResult.readFrom(new ByteArrayInputStream(bytes)))
            .getMessage());
    for (int length : new int[] {0, 1, 9, 40, bytes.length / 2, bytes.length - 1}) {
      assertThrows(InputFormatException.class, () -> world(Arrays.copyOf(bytes, length)));
    }
  }

  @Test
  void bytesAfterAnAnswerAreNoticed() throws IOException {
    byte[] bytes = bytes(WORLD.tallying(Set.of()).run()::writeTo);
    for (int more : new int[] {1, 7, 8, 9, 30, 1 << 17}) {
      byte[] longer = Arrays.copyOf(bytes, bytes.length + more);
      assertEquals(
          "stored answer: goes on after its end, expected one answer alone",
          assertThrows(InputFormatException.class, () -> world(longer)).getMessage(),
          more + " bytes");
    }
    assertEquals(
        world(bytes),
        WorldResult.readFrom(
            new SequenceInputStream(
                new ByteArrayInputStream(bytes, 0, bytes.length - 3),
                new ByteArrayInputStream(bytes, bytes.length - 3, 3))));
  }

  /**
   * The checksum at the latest reveals a changed byte, except for the few bits that fill the last
   * byte of compressed data and mean nothing.
   */
  @Test
  void aDamagedAnswerIsRefusedOrTheSame() throws IOException {
    WorldResult result = WORLD.tallying(Set.of()).run();
    byte[] bytes = bytes(result::writeTo);
    Random random = new Random(7);
    int refused = 0;
    // Bytes 4 to 9 of a gzip stream are its time, flags and system, which mean nothing here.
    for (int i = 0; i < 300; i++) {
      byte[] damaged = bytes.clone();
      damaged[10 + random.nextInt(bytes.length - 10)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertEquals(result, world(damaged));
      } catch (InputFormatException e) {
        refused++;
      }
    }
    assertTrue(refused >= 298, refused + " of 300");
  }
}
