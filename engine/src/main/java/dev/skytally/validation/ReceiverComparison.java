package dev.skytally.validation;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.ephemeris.TimeGrid;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.ReceiverFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * A comparison of the satellites that a real receiver tracked with those predicted in view at its
 * place. Elevations are geometric, without refraction. Tracking also depends on the antenna, the
 * surroundings, the settings of the receiver and the satellites' signals.
 *
 * <p>Immutable.
 */
public final class ReceiverComparison {
  /** The bounds of the bands of elevation, degrees. */
  public static final List<Integer> BANDS_DEGREES = List.of(0, 5, 10, 20, 30, 60, 90);

  /** The masks of the predicted mean numbers, degrees. */
  public static final List<Integer> MASKS_DEGREES = List.of(0, 5, 10, 15);

  /**
   * A satellite that is predicted at this elevation or higher but never tracked is unknown to the
   * receiver.
   */
  private static final double WELL_UP_DEGREES = 10;

  /**
   * A band of elevation.
   *
   * @param fromDegrees the lower end (inclusive)
   * @param toDegrees the upper end (exclusive)
   * @param predicted the number of (satellite, epoch) predicted in the band, of satellites tracked
   *     at least once
   * @param tracked the number of those that were tracked
   */
  public record Band(int fromDegrees, int toDegrees, long predicted, long tracked) {}

  /**
   * The figures of one system.
   *
   * @param meanPredicted the mean numbers predicted above each of {@link #MASKS_DEGREES}
   * @param neverTracked PRNs predicted at 10 degrees or higher, but never tracked
   * @param seldomTracked PRNs tracked, but in less than half of the epochs at which they were
   *     predicted at 10 degrees or higher
   * @param withoutPrediction PRNs tracked, but without a prediction
   * @param bands the figures by elevation
   * @param system the system
   * @param satellites the number of satellites with a prediction
   * @param observations the number of (satellite, epoch) that were tracked, of satellites with a
   *     prediction
   * @param belowHorizon the number of those that were predicted below an elevation of 0 degrees
   * @param lowestDegrees the least predicted elevation of a tracked satellite; NaN if none was
   *     tracked
   * @param meanTracked the mean number tracked, including satellites without a prediction
   */
  public record SystemRow(
      GnssSystem system,
      int satellites,
      long observations,
      long belowHorizon,
      double lowestDegrees,
      double meanTracked,
      List<Double> meanPredicted,
      List<Band> bands,
      List<String> neverTracked,
      List<String> seldomTracked,
      List<String> withoutPrediction) {}

  private final ReceiverFile file;
  private final Constellation constellation;
  private final List<SystemRow> rows;

  private ReceiverComparison(ReceiverFile file, Constellation constellation, List<SystemRow> rows) {
    this.file = file;
    this.constellation = constellation;
    this.rows = List.copyOf(rows);
  }

  /**
   * Compares a receiver with a prediction; excludes satellites that cannot be propagated, with the
   * reason.
   */
  static ReceiverComparison of(Constellation predicted, ReceiverFile file) {
    List<Member> members = new ArrayList<>(predicted.members());
    List<Exclusion> excluded = new ArrayList<>(predicted.excluded());
    Instant[] epochs = file.tracked().keySet().toArray(Instant[]::new);
    double[][] elevations = new double[members.size()][];
    for (int j = members.size() - 1; j >= 0; j--) {
      Satellite satellite = members.get(j).satellite();
      try {
        elevations[j] = elevationsDegrees(members.get(j), file, epochs);
      } catch (PropagationException e) {
        excluded.add(
            Exclusion.of(new Missing(satellite, Missing.Reason.NOT_FLOWN, e.getMessage())));
      }
    }
    List<SystemRow> rows = new ArrayList<>();
    for (GnssSystem system : predicted.systems()) {
      Map<String, double[]> ofSystem = new TreeMap<>();
      for (int j = 0; j < members.size(); j++) {
        Satellite satellite = members.get(j).satellite();
        if (satellite.system() == system && elevations[j] != null && !satellite.prn().isEmpty()) {
          ofSystem.put(satellite.prn(), elevations[j]);
        }
      }
      rows.add(row(system, ofSystem, file));
    }
    List<Member> flown = new ArrayList<>();
    for (int j = 0; j < members.size(); j++) {
      if (elevations[j] != null) {
        flown.add(members.get(j));
      }
    }
    return new ReceiverComparison(file, predicted.with(flown, excluded), rows);
  }

  /** Returns the elevation of a satellite at each epoch. */
  private static double[] elevationsDegrees(Member member, ReceiverFile file, Instant[] epochs)
      throws PropagationException {
    LocalHorizon horizon = new LocalHorizon(file.receiver());
    PositionSource source = PositionSource.of(member.orbit(), epochs[0], epochs[epochs.length - 1]);
    TimeGrid grid = TimeGrid.of(List.of(member.orbit()));
    long spanMicros = grid.stepMicros() * grid.stepsPerSpan();
    double[] degrees = new double[epochs.length];
    double[] meters = new double[3];
    EphemerisBlock block = null;
    long spanAtHand = 0;
    for (int i = 0; i < epochs.length; i++) {
      long at = ChronoUnit.MICROS.between(Instant.EPOCH, epochs[i]);
      long span = Math.floorDiv(at, spanMicros);
      if (block == null || span != spanAtHand) {
        block = new EphemerisBlock(grid, EarthOrientation.mean(), span, 1);
        block.propagate(0, source);
        spanAtHand = span;
      }
      block.positionAt(at, 0, meters);
      degrees[i] = horizon.lookAngles(meters[0], meters[1], meters[2]).elevationDegrees();
    }
    return degrees;
  }

  private static SystemRow row(
      GnssSystem system, Map<String, double[]> elevations, ReceiverFile file) {
    List<String> ever =
        file.everTracked().stream().filter(prn -> prn.charAt(0) == system.rinexLetter()).toList();
    int epochs = file.tracked().size();
    long trackedAtAll = 0;
    long observations = 0;
    long below = 0;
    double lowest = Double.NaN;
    long[] predictedAbove = new long[MASKS_DEGREES.size()];
    long[] predictedInBand = new long[BANDS_DEGREES.size() - 1];
    long[] trackedInBand = new long[BANDS_DEGREES.size() - 1];
    int i = 0;
    for (NavigableSet<String> tracked : file.tracked().values()) {
      for (String prn : tracked) {
        trackedAtAll += prn.charAt(0) == system.rinexLetter() ? 1 : 0;
      }
      for (Map.Entry<String, double[]> satellite : elevations.entrySet()) {
        double degrees = satellite.getValue()[i];
        boolean isTracked = tracked.contains(satellite.getKey());
        for (int m = 0; m < predictedAbove.length; m++) {
          predictedAbove[m] += degrees >= MASKS_DEGREES.get(m) ? 1 : 0;
        }
        int band = band(degrees);
        if (band >= 0 && ever.contains(satellite.getKey())) {
          predictedInBand[band]++;
          trackedInBand[band] += isTracked ? 1 : 0;
        }
        if (isTracked) {
          observations++;
          below += degrees < 0 ? 1 : 0;
          lowest = Double.isNaN(lowest) ? degrees : Math.min(lowest, degrees);
        }
      }
      i++;
    }
    List<Double> means = new ArrayList<>();
    for (long above : predictedAbove) {
      means.add((double) above / epochs);
    }
    List<Band> bands = new ArrayList<>();
    for (int b = 0; b < predictedInBand.length; b++) {
      bands.add(
          new Band(
              BANDS_DEGREES.get(b),
              BANDS_DEGREES.get(b + 1),
              predictedInBand[b],
              trackedInBand[b]));
    }
    return new SystemRow(
        system,
        elevations.size(),
        observations,
        below,
        lowest,
        (double) trackedAtAll / epochs,
        means,
        bands,
        elevations.entrySet().stream()
            .filter(e -> !ever.contains(e.getKey()) && highest(e.getValue()) >= WELL_UP_DEGREES)
            .map(Map.Entry::getKey)
            .toList(),
        elevations.entrySet().stream()
            .filter(e -> ever.contains(e.getKey()) && isSeldom(e.getKey(), e.getValue(), file))
            .map(Map.Entry::getKey)
            .toList(),
        ever.stream().filter(prn -> !elevations.containsKey(prn)).toList());
  }

  private static boolean isSeldom(String prn, double[] degrees, ReceiverFile file) {
    int up = 0;
    int tracked = 0;
    int i = 0;
    for (NavigableSet<String> atEpoch : file.tracked().values()) {
      if (degrees[i++] >= WELL_UP_DEGREES) {
        up++;
        tracked += atEpoch.contains(prn) ? 1 : 0;
      }
    }
    return 2 * tracked < up;
  }

  private static double highest(double[] degrees) {
    double highest = -90;
    for (double value : degrees) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  private static int band(double degrees) {
    int band = -1;
    while (band + 1 < BANDS_DEGREES.size() - 1 && degrees >= BANDS_DEGREES.get(band + 1)) {
      band++;
    }
    return band;
  }

  /** {@return the observations} */
  public ReceiverFile file() {
    return file;
  }

  /** {@return the satellites with a prediction, and the excluded ones} */
  public Constellation constellation() {
    return constellation;
  }

  /** {@return the figures of each system, in the order of the constellation} */
  public List<SystemRow> rows() {
    return rows;
  }

  /** {@return the number of all (satellite, epoch) tracked that have a prediction} */
  public long observations() {
    return rows.stream().mapToLong(SystemRow::observations).sum();
  }

  /** {@return the number of those that were predicted below an elevation of 0 degrees} */
  public long belowHorizon() {
    return rows.stream().mapToLong(SystemRow::belowHorizon).sum();
  }
}
