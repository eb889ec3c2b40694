package dev.skytally.internal.visibility;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.Pass;
import dev.skytally.visibility.PassEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts the events over one site to passes, each with its culmination.
 *
 * <p>How it works. After each block, every stretch in view within block and window is searched: its
 * ends, and each quarter of a step in which the elevation stops rising and begins to fall, which is
 * solved by bisection of its rate. The greatest elevation of a pass is kept from block to block
 * until it sets.
 */
public final class PassRecorder implements SkyEvents {
  private static final double TIME_TOLERANCE_SECONDS = 1e-6;

  /**
   * The parts of a step. The elevation has at most one maximum in each, because the culminations of
   * a pass are hours apart.
   */
  private static final int QUARTERS = 4;

  private final GroundSite site;
  private final LocalHorizon horizon;
  private final List<Satellite> satellites;
  private final long startMicros;
  private final long endMicros;
  private final OpenPass[] open;
  private final List<Crossing> crossings = new ArrayList<>();
  private final List<OpenPass> finished = new ArrayList<>();
  private final double[] state = new double[6];
  private final double[] meters = new double[3];

  /**
   * Creates a recorder at the window's start.
   *
   * @param startMicros the window's start, microseconds since 1970-01-01 UTC
   * @param endMicros the window's end (exclusive)
   */
  public PassRecorder(
      GroundSite site, List<Satellite> satellites, long startMicros, long endMicros) {
    this.site = site;
    this.satellites = satellites;
    this.startMicros = startMicros;
    this.endMicros = endMicros;
    horizon = new LocalHorizon(site);
    open = new OpenPass[satellites.size()];
  }

  private record Crossing(long utcMicros, int satellite, boolean rising) {}

  private static final class OpenPass {
    final int satellite;
    final long beginMicros;
    Optional<PassEvent> rise = Optional.empty();
    Optional<PassEvent> set = Optional.empty();

    /** Null until a part of the pass is searched. */
    @Nullable PassEvent culmination;

    long searchedUntilMicros;

    /**
     * The rate at {@link #searchedUntilMicros}, so that a maximum just there is not lost between
     * steps.
     */
    double climbRateThere = Double.NaN;

    OpenPass(int satellite, long beginMicros) {
      this.satellite = satellite;
      this.beginMicros = beginMicros;
      searchedUntilMicros = beginMicros;
    }
  }

  @Override
  public void begin(boolean[] inView) {
    for (int j = 0; j < inView.length; j++) {
      if (inView[j]) {
        open[j] = new OpenPass(j, startMicros);
      }
    }
  }

  @Override
  public void crossing(long utcMicros, int satellite, boolean rising) {
    if (utcMicros < endMicros) {
      crossings.add(new Crossing(utcMicros, satellite, rising));
    }
  }

  /** Finds the culminations in a block. Must be called after each block has been swept. */
  public void finishBlock(EphemerisBlock block) {
    for (Crossing crossing : crossings) {
      int j = crossing.satellite;
      boolean withinWindow = crossing.utcMicros >= startMicros;
      if (crossing.rising) {
        open[j] = new OpenPass(j, Math.max(startMicros, crossing.utcMicros));
        if (withinWindow) {
          open[j].rise = Optional.of(event(block, j, crossing.utcMicros));
        }
      } else {
        if (withinWindow) {
          search(block, open[j], crossing.utcMicros);
          open[j].set = Optional.of(event(block, j, crossing.utcMicros));
          finished.add(open[j]);
        }
        open[j] = null;
      }
    }
    crossings.clear();
    for (OpenPass pass : open) {
      if (pass != null) {
        search(block, pass, Math.min(endMicros, block.startMicros(block.steps())));
      }
    }
  }

  /**
   * Returns the passes, by their begin, then satellite. Must be called once, after the last block.
   */
  public List<Pass> passes() {
    for (OpenPass pass : open) {
      if (pass != null) {
        finished.add(pass);
      }
    }
    finished.sort(
        Comparator.comparingLong((OpenPass pass) -> pass.beginMicros)
            .thenComparingInt(pass -> pass.satellite));
    List<Pass> passes = new ArrayList<>();
    for (OpenPass pass : finished) {
      passes.add(
          new Pass(
              site,
              satellites.get(pass.satellite),
              pass.rise,
              Objects.requireNonNull(pass.culmination),
              pass.set));
    }
    return passes;
  }

  private void search(EphemerisBlock block, OpenPass pass, long toMicros) {
    int j = pass.satellite;
    long fromMicros = Math.max(pass.searchedUntilMicros, block.startMicros(0));
    consider(pass, event(block, j, fromMicros));
    long stepMicros = block.stepMicros();
    long quarterMicros = stepMicros / QUARTERS;
    long quarter = (fromMicros - block.startMicros(0)) / quarterMicros;
    double rate = pass.climbRateThere;
    for (; block.startMicros(0) + quarter * quarterMicros < toMicros; quarter++) {
      int step = (int) (quarter / QUARTERS);
      double tauA = (double) (quarter % QUARTERS) / QUARTERS;
      double tauB = tauA + 1.0 / QUARTERS;
      double rateBefore = Double.isNaN(rate) ? climbRate(block, step, j, tauA) : rate;
      rate = climbRate(block, step, j, tauB);
      if (rateBefore > 0 && rate <= 0) {
        double tau = summit(block, step, j, tauA, tauB);
        long utcMicros = block.startMicros(step) + Math.round(tau * stepMicros);
        if (utcMicros > fromMicros && utcMicros < toMicros) {
          consider(pass, event(block, j, utcMicros));
        }
      }
    }
    pass.climbRateThere = rate;
    consider(pass, event(block, j, toMicros));
    pass.searchedUntilMicros = toMicros;
  }

  private static void consider(OpenPass pass, PassEvent candidate) {
    if (pass.culmination == null
        || candidate.lookAngles().elevationRadians()
            > pass.culmination.lookAngles().elevationRadians()) {
      pass.culmination = candidate;
    }
  }

  private double summit(EphemerisBlock block, int step, int satellite, double tauA, double tauB) {
    double low = tauA;
    double high = tauB;
    while ((high - low) * block.stepSeconds() > TIME_TOLERANCE_SECONDS) {
      double middle = 0.5 * (low + high);
      if (climbRate(block, step, satellite, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /**
   * Returns the rate of the elevation's sine times the range, which has the sign of the elevation's
   * rate.
   */
  private double climbRate(EphemerisBlock block, int step, int satellite, double tau) {
    block.state(step, satellite, tau, state);
    double dx = state[0] - horizon.xMeters;
    double dy = state[1] - horizon.yMeters;
    double dz = state[2] - horizon.zMeters;
    double up = dx * horizon.upX + dy * horizon.upY + dz * horizon.upZ;
    double upRate = state[3] * horizon.upX + state[4] * horizon.upY + state[5] * horizon.upZ;
    double closing = dx * state[3] + dy * state[4] + dz * state[5];
    return upRate - up * closing / (dx * dx + dy * dy + dz * dz);
  }

  private PassEvent event(EphemerisBlock block, int satellite, long utcMicros) {
    block.positionAt(utcMicros, satellite, meters);
    return new PassEvent(
        Instant.EPOCH.plus(utcMicros, ChronoUnit.MICROS),
        horizon.lookAngles(meters[0], meters[1], meters[2]));
  }
}
