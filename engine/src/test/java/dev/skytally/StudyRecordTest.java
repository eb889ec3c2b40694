package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.reference.EarthFixedPositions;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.SystemTally;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyRecordTest {
  private static final LocalDate DAY = LocalDate.of(2020, 11, 25);

  /** Neither at a span's nor at a piece's edge. */
  private static final Instant START = Instant.parse("2020-11-25T07:10:00Z");

  private static final Duration LENGTH = Duration.ofHours(30);

  /** The study's own interpolation, and that of the tracks. */
  private static final double TRACK_BOUND_METERS = 1 + SatelliteTracks.ERROR_METERS;

  /** No divisor of a piece. */
  private static final int EVERY_SECONDS = 997;

  private static Constellation everything() {
    return ConstellationSelection.on(DAY)
        .systems(List.of(GnssSystem.values()))
        .status(StatusFilter.ALL)
        .from(BundledSnapshots.load(BundledSnapshots.nearest(DAY)), START);
  }

  private static VisibilityStudy study(List<GroundSite> sites) {
    return VisibilityStudy.of(everything())
        .at(sites)
        .over(START, LENGTH)
        .above(ElevationMask.ofDegrees(5));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  @Test
  void timelinesHoldTheRisesAndSetsOfThePasses() {
    List<GroundSite> sites =
        List.of(WorldCapitals.find("ET").orElseThrow(), WorldCapitals.find("NZ").orElseThrow());
    StudyRecord record = study(sites).record();
    List<Pass> passes = study(sites).passes().passes();
    for (int i = 0; i < sites.size(); i++) {
      GroundSite site = sites.get(i);
      List<String> expected = new ArrayList<>();
      for (Pass pass : passes) {
        if (pass.site().equals(site)) {
          String satellite = " " + pass.satellite().catalogNumber();
          pass.rise().ifPresent(rise -> expected.add(micros(rise.utc()) + satellite + " rises"));
          pass.set().ifPresent(set -> expected.add(micros(set.utc()) + satellite + " sets"));
        }
      }
      Timeline timeline = record.timeline(site);
      assertEquals(site, timeline.site());
      List<String> found = new ArrayList<>();
      for (Timeline.Event event : timeline.events()) {
        String satellite = " " + event.satellite().catalogNumber();
        found.add(micros(event.utc()) + satellite + (event.isRise() ? " rises" : " sets"));
      }
      assertEquals(expected.stream().sorted().toList(), found.stream().sorted().toList());
    }
  }

  @Test
  void resultIsThatOfRun() {
    List<GroundSite> sites = WorldCapitals.all();
    StudyResult recorded = study(sites).sampledEvery(Duration.ofMinutes(10)).record().result();
    StudyResult ran = study(sites).sampledEvery(Duration.ofMinutes(10)).run();
    for (int i = 0; i < sites.size(); i++) {
      for (GnssSystem system : GnssSystem.values()) {
        SystemTally expected = ran.tallies().get(i).inView(system);
        assertEquals(expected, recorded.tallies().get(i).inView(system));
      }
    }
  }

  @Test
  void tracksLeadThroughOrekitsPositions() throws Exception {
    StudyRecord record = study(List.of()).record();
    SatelliteTracks tracks = record.tracks();
    assertTrue(tracks.startMicros() <= micros(START));
    assertTrue(
        tracks.startMicros() + tracks.pieces() * SatelliteTracks.PIECE_MICROS
            >= micros(START.plus(LENGTH)));
    int count = (int) (LENGTH.toSeconds() / EVERY_SECONDS);
    var members = record.result().constellation().members();
    assertTrue(members.size() > 130);
    for (int j = 0; j < members.size(); j++) {
      double[] direct =
          EarthFixedPositions.every(members.get(j).elementSet(), START, EVERY_SECONDS, count);
      for (int k = 0; k < count; k++) {
        double[] at = position(tracks, j, micros(START) + 1_000_000L * EVERY_SECONDS * k);
        int base = k * EarthFixedPositions.SIZE;
        double[] expected = {direct[base], direct[base + 1], direct[base + 2]};
        assertArrayEquals(
            expected, at, TRACK_BOUND_METERS, members.get(j).satellite().label() + " " + k);
      }
    }
  }

  /** Lagrange's formula, product by product. */
  private static double[] position(SatelliteTracks tracks, int satellite, long micros) {
    long since = micros - tracks.startMicros();
    int piece = (int) (since / SatelliteTracks.PIECE_MICROS);
    double part =
        (double) (since - piece * SatelliteTracks.PIECE_MICROS) / SatelliteTracks.PIECE_MICROS;
    float[] nodes = tracks.nodesMeters(piece, satellite);
    double[] position = new double[3];
    for (int i = 0; i < SatelliteTracks.NODES; i++) {
      double weight = 1;
      for (int k = 0; k < SatelliteTracks.NODES; k++) {
        if (k != i) {
          weight *= (part - node(k)) / (node(i) - node(k));
        }
      }
      for (int axis = 0; axis < 3; axis++) {
        position[axis] += weight * nodes[axis * SatelliteTracks.NODES + i];
      }
    }
    return position;
  }

  private static double node(int i) {
    return (1 - Math.cos(Math.PI * i / (SatelliteTracks.NODES - 1))) / 2;
  }
}
