package dev.skytally.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.PassList;
import dev.skytally.VisibilityStudy;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.WorldCapitals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.AbsolutePVCoordinates;
import org.orekit.utils.PVCoordinates;

/** A caller's own Orekit orbit gives what the same orbit by the engine's own way gives. */
class ProvidedOrbitTest {
  private static final Instant START = Instant.parse("2020-12-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  /** Mean sidereal time against Orekit's chain: 5 m, and a metre of interpolation. */
  private static final Duration FIFTY_MILLISECONDS = Duration.ofMillis(50);

  private static Constellation byElementSets() {
    return ConstellationSelection.on(LocalDate.of(2020, 12, 1))
        .systems(List.of(GnssSystem.GPS))
        .from(BundledSnapshots.load(LocalDate.of(2020, 12, 1)), START.plusSeconds(43_200));
  }

  private static PassList passes(Constellation constellation) {
    return VisibilityStudy.of(constellation)
        .at(WorldCapitals.all().subList(0, 5))
        .over(START, DAY)
        .above(ElevationMask.ofDegrees(10))
        .passes();
  }

  @Test
  void anyOrekitPropagatorFlies() throws PropagationException {
    Constellation elementSets = byElementSets();
    List<Member> members = new ArrayList<>();
    for (Member member : elementSets.members()) {
      TLEPropagator propagator =
          TLEPropagator.selectExtrapolator(
              ElementSetPropagator.orekitTle(member.elementSet()), OrekitFrames.teme());
      members.add(
          new Member(
              member.satellite(),
              ProvidedOrbit.of(propagator, OrekitFrames.itrf(), START, START.plus(DAY))));
    }
    PassList expected = passes(elementSets);
    PassList actual = passes(new Constellation(elementSets.systems(), members, List.of()));
    assertEquals(expected.passes().size(), actual.passes().size());
    for (int i = 0; i < expected.passes().size(); i++) {
      assertEquals(
          expected.passes().get(i).rise().isPresent(), actual.passes().get(i).rise().isPresent());
      if (expected.passes().get(i).rise().isPresent()) {
        Duration difference =
            Duration.between(
                    expected.passes().get(i).rise().get().utc(),
                    actual.passes().get(i).rise().get().utc())
                .abs();
        assertTrue(difference.compareTo(FIFTY_MILLISECONDS) < 0, difference.toString());
      }
    }
  }

  @Test
  void anOrbitIsAskedForMotionAndAgeOnlyWhereItIsKnown() throws PropagationException {
    Member member = byElementSets().members().get(0);
    TLEPropagator propagator =
        TLEPropagator.selectExtrapolator(
            ElementSetPropagator.orekitTle(member.elementSet()), OrekitFrames.teme());
    ProvidedOrbit orbit =
        ProvidedOrbit.of(propagator, OrekitFrames.itrf(), START, START.plusSeconds(60));
    assertEquals(Duration.ZERO, orbit.age(START.plusSeconds(30)));
    assertEquals(Duration.ofSeconds(-10), orbit.age(START.minusSeconds(10)));
    assertEquals(Duration.ofSeconds(10), orbit.age(START.plusSeconds(70)));
    assertEquals(2.0056, orbit.meanMotionRevolutionsPerDay(), 0.001);
    assertEquals(member.elementSet().eccentricity(), orbit.eccentricity(), 0.001);
  }

  @Test
  void whatFliesNoEllipseAboveTheGroundIsRefused() {
    AbsoluteDate date = new AbsoluteDate(START, OrekitContext.utc());
    for (Vector3D[] state :
        new Vector3D[][] {
          {new Vector3D(6_000_000, 0, 0), new Vector3D(0, 7_000, 0)},
          {new Vector3D(26_000_000, 0, 0), new Vector3D(0, 9_000, 0)},
          {new Vector3D(Double.NaN, 0, 0), Vector3D.ZERO}
        }) {
      AbsolutePVCoordinates provider =
          new AbsolutePVCoordinates(
              OrekitFrames.teme(), date, new PVCoordinates(state[0], state[1]));
      assertThrows(
          PropagationException.class,
          () -> ProvidedOrbit.of(provider, OrekitFrames.teme(), START, START.plusSeconds(60)));
    }
  }
}
