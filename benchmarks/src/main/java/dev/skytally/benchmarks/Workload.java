package dev.skytally.benchmarks;

import dev.skytally.DilutionResult;
import dev.skytally.StudyResult;
import dev.skytally.dop.Dilution;
import dev.skytally.dop.DilutionSummary;
import dev.skytally.dop.SiteDilution;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.ElementSetPropagator;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.PropagationNodes;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LocalHorizon;
import dev.skytally.site.LookAngles;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the benchmarks work on, and the slow and plain count that their answers are held against.
 *
 * <p>The day is 2020-11-25 from the snapshot of 2020-12-01, above a mask of 5 degrees.
 */
public final class Workload {
  public static final Instant START = Instant.parse("2020-11-25T00:00:00Z");
  public static final double MASK_DEGREES = 5;

  private static final int MINUTES_A_DAY = 1440;

  /** Sampling every minute does not see the mean better than this. */
  private static final double MEAN_TOLERANCE = 0.05;

  /** Half of the last digit of a median below 10, and what interpolation does. */
  private static final double PDOP_TOLERANCE = 0.0051;

  private Workload() {}

  /** The 74 satellites of GPS and BeiDou in operation. */
  public static Constellation constellation() {
    return operational().from(snapshot(), START);
  }

  /** So many of the satellites of all six systems, spread evenly over all that are in orbit. */
  public static Constellation ofAllSystems(int satellites) {
    Constellation all =
        operational()
            .systems(List.of(GnssSystem.values()))
            .status(StatusFilter.ALL)
            .from(snapshot(), START);
    int inOrbit = all.members().size();
    if (inOrbit < satellites) {
      throw new IllegalArgumentException(
          satellites + " satellites are more than the snapshot's " + inOrbit);
    }
    List<Member> some = new ArrayList<>();
    for (int i = 0; i < satellites; i++) {
      some.add(all.members().get(i * inOrbit / satellites));
    }
    return new Constellation(all.systems(), some, List.of());
  }

  private static Snapshot snapshot() {
    return BundledSnapshots.load(LocalDate.of(2020, 12, 1));
  }

  private static ConstellationSelection operational() {
    return ConstellationSelection.on(LocalDate.of(2020, 11, 25));
  }

  /** The capitals, and beyond 195 more places spread over the Earth by the golden angle. */
  public static List<GroundSite> sites(int count) {
    List<GroundSite> capitals = WorldCapitals.all();
    List<GroundSite> sites = new ArrayList<>(capitals.subList(0, Math.min(count, 195)));
    int others = count - sites.size();
    double goldenAngleDegrees = 180 * (3 - Math.sqrt(5));
    for (int i = 0; i < others; i++) {
      double sinLatitude = (2 * i + 1.0) / others - 1;
      sites.add(
          GroundSite.ofDegrees(
              "site " + i,
              Math.toDegrees(Math.asin(sinLatitude)),
              i * goldenAngleDegrees % 360,
              0));
    }
    return sites;
  }

  /**
   * Holds the first day's counts of the first, the last and a middle site against counting every
   * minute with direct positions.
   *
   * @throws IllegalStateException if they differ by more than sampling explains
   */
  public static void check(StudyResult oneDay) {
    int last = oneDay.tallies().size() - 1;
    for (int i : new int[] {0, last / 2, last}) {
      SiteTally tally = oneDay.tallies().get(i);
      for (GnssSystem system : oneDay.constellation().systems()) {
        check(tally.site(), tally.inView(system), oneDay.constellation().members(system));
      }
    }
  }

  private static void check(GroundSite site, SystemTally tally, List<Member> members) {
    int[] counts = new int[MINUTES_A_DAY];
    LocalHorizon horizon = new LocalHorizon(site);
    for (Member member : members) {
      double[][] positions = everyMinute(member.elementSet());
      for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
        LookAngles angles =
            LookAngles.of(
                horizon, positions[0][minute], positions[1][minute], positions[2][minute]);
        counts[minute] += angles.elevationDegrees() >= MASK_DEGREES ? 1 : 0;
      }
    }
    int max = 0;
    long sum = 0;
    for (int count : counts) {
      max = Math.max(max, count);
      sum += count;
    }
    double mean = (double) sum / MINUTES_A_DAY;
    if (Math.abs(mean - tally.mean()) > MEAN_TOLERANCE || tally.max() < max) {
      throw new IllegalStateException(
          "%s: counted %s, but plain counting says mean %.3f and maximum %d"
              .formatted(site, tally, mean, max));
    }
  }

  /**
   * Holds the median PDOP of the first, the last and a middle site against that of every minute's
   * directions, worked out with direct positions.
   *
   * @throws IllegalStateException if they differ by more than rounding explains
   */
  public static void check(DilutionResult oneDay) {
    int last = oneDay.sites().size() - 1;
    for (int i : new int[] {0, last / 2, last}) {
      SiteDilution site = oneDay.sites().get(i);
      List<List<List<LookAngles>>> skies = new ArrayList<>();
      for (GnssSystem system : oneDay.constellation().systems()) {
        List<List<LookAngles>> sky = skies(site.site(), oneDay.constellation().members(system));
        check(site.of(system), medianPdop(List.of(sky)));
        skies.add(sky);
      }
      check(site.together(), medianPdop(skies));
    }
  }

  private static void check(DilutionSummary summary, double medianPdop) {
    if (!(Math.abs(summary.medianPdop().orElseThrow() - medianPdop) < PDOP_TOLERANCE)) {
      throw new IllegalStateException(
          "%s, but the plain way gives a median of %.4f".formatted(summary, medianPdop));
    }
  }

  private static double medianPdop(List<List<List<LookAngles>>> systems) {
    double[] pdops = new double[MINUTES_A_DAY];
    for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
      List<List<LookAngles>> now = new ArrayList<>();
      for (List<List<LookAngles>> system : systems) {
        now.add(system.get(minute));
      }
      pdops[minute] = Dilution.of(now).map(Dilution::pdop).orElse(Double.POSITIVE_INFINITY);
    }
    Arrays.sort(pdops);
    return pdops[MINUTES_A_DAY / 2 - 1];
  }

  private static List<List<LookAngles>> skies(GroundSite site, List<Member> members) {
    List<List<LookAngles>> skies = new ArrayList<>();
    for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
      skies.add(new ArrayList<>());
    }
    LocalHorizon horizon = new LocalHorizon(site);
    for (Member member : members) {
      double[][] positions = everyMinute(member.elementSet());
      for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
        LookAngles angles =
            LookAngles.of(
                horizon, positions[0][minute], positions[1][minute], positions[2][minute]);
        if (angles.elevationDegrees() >= MASK_DEGREES) {
          skies.get(minute).add(angles);
        }
      }
    }
    return skies;
  }

  private static double[][] everyMinute(ElementSet elements) {
    long[] micros = new long[MINUTES_A_DAY];
    for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
      micros[minute] = START.plus(Duration.ofMinutes(minute)).toEpochMilli() * 1000;
    }
    double[][] positions = new double[3][MINUTES_A_DAY];
    try {
      new ElementSetPropagator(elements)
          .propagate(new PropagationNodes(micros, EarthOrientation.mean()), positions);
    } catch (PropagationException e) {
      throw new IllegalStateException(elements + ": " + e.getMessage(), e);
    }
    return positions;
  }
}
