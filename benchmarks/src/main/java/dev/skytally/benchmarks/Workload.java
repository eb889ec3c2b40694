package dev.skytally.benchmarks;

import dev.skytally.DilutionResult;
import dev.skytally.StudyResult;
import dev.skytally.dop.Dilution;
import dev.skytally.dop.DilutionSummary;
import dev.skytally.dop.SiteDilution;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.Snapshot;
import dev.skytally.reference.PlainCounts;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The workload of the benchmarks, and the comparison of their answers with {@link PlainCounting}.
 *
 * <p>The day is 2020-11-25, with the snapshot of 2020-12-01 and a mask of 5 degrees.
 */
public final class Workload {
  public static final Instant START = Instant.parse("2020-11-25T00:00:00Z");
  public static final double MASK_DEGREES = 5;

  /** The accuracy of a mean or share from samples every minute. */
  private static final double SAMPLING_TOLERANCE = 0.05;

  /** Half of the last digit of a median below 10, plus the error of interpolation. */
  private static final double PDOP_TOLERANCE = 0.0051;

  private Workload() {}

  /** Returns the 74 satellites of GPS and BeiDou in operation. */
  public static Constellation constellation() {
    return operational().from(snapshot(), START);
  }

  /**
   * Returns a number of satellites of all six systems, spread evenly over all that are in orbit.
   */
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

  /**
   * Returns the capitals; above 195 sites, also places spread over the Earth by the golden angle.
   */
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
   * Compares the tallies of the first day at the first, the last and a middle site with a count at
   * every minute.
   *
   * @throws IllegalStateException if they differ by more than sampling explains
   */
  public static void check(StudyResult oneDay) {
    PlainCounting counting = new PlainCounting(oneDay.constellation());
    int last = oneDay.tallies().size() - 1;
    for (int i : new int[] {0, last / 2, last}) {
      SiteTally tally = oneDay.tallies().get(i);
      PlainCounts plain = counting.at(tally.site());
      List<GnssSystem> systems = oneDay.constellation().systems();
      for (int system = 0; system < systems.size(); system++) {
        SystemTally inView = tally.inView(systems.get(system));
        require(tally.site(), "mean", inView.mean(), plain.mean(system), SAMPLING_TOLERANCE);
        if (inView.max() < plain.max(system) || inView.min() > plain.min(system)) {
          throw new IllegalStateException(
              "%s: counted %s, but at some minute there are %s and at some %s"
                  .formatted(tally.site(), inView, plain.max(system), plain.min(system)));
        }
        require(
            tally.site(),
            "share ahead",
            tally.shareAheadOfAll(systems.get(system)),
            plain.shareAheadOfAll(system),
            SAMPLING_TOLERANCE);
      }
    }
  }

  private static void require(
      GroundSite site, String figure, double actual, double expected, double tolerance) {
    requireBetween(site, figure, actual, expected - tolerance, expected + tolerance);
  }

  /** Requires that a figure of a place lies between two figures of the plain count. */
  static void requireBetween(
      GroundSite site, String figure, double actual, double least, double most) {
    if (!(actual >= least && actual <= most)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s: %s %.6f, but plain counting gives %.6f to %.6f",
              site,
              figure,
              actual,
              least,
              most));
    }
  }

  /**
   * Compares the median PDOP at the first, the last and a middle site with that from the directions
   * at every minute.
   *
   * @throws IllegalStateException if they differ by more than rounding explains
   */
  public static void check(DilutionResult oneDay) {
    PlainCounting counting = new PlainCounting(oneDay.constellation());
    int last = oneDay.sites().size() - 1;
    for (int i : new int[] {0, last / 2, last}) {
      SiteDilution site = oneDay.sites().get(i);
      List<List<List<LookAngles>>> skies = new ArrayList<>();
      for (GnssSystem system : oneDay.constellation().systems()) {
        List<List<LookAngles>> sky = counting.skies(site.site(), system);
        check(site.of(system), medianPdop(List.of(sky)));
        skies.add(sky);
      }
      check(site.together(), medianPdop(skies));
    }
  }

  private static void check(DilutionSummary summary, double medianPdop) {
    if (!(Math.abs(summary.medianPdop().orElseThrow() - medianPdop) < PDOP_TOLERANCE)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "%s, but the plain way gives a median of %.4f", summary, medianPdop));
    }
  }

  private static double medianPdop(List<List<List<LookAngles>>> systems) {
    double[] pdops = new double[PlainCounting.MINUTES];
    for (int minute = 0; minute < PlainCounting.MINUTES; minute++) {
      List<List<LookAngles>> now = new ArrayList<>();
      for (List<List<LookAngles>> system : systems) {
        now.add(system.get(minute));
      }
      pdops[minute] = Dilution.of(now).map(Dilution::pdop).orElse(Double.POSITIVE_INFINITY);
    }
    Arrays.sort(pdops);
    return pdops[PlainCounting.MINUTES / 2 - 1];
  }
}
