package dev.skytally.internal.plan;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.plan.Measure;
import dev.skytally.plan.PlanQuestion;
import dev.skytally.plan.PlanSeries;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Window;
import dev.skytally.visibility.Sky;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Samples the figures of one site at equal steps, if they are asked for. */
final class SeriesRecorder {
  private static final Measure[] MEASURES = Measure.values();

  private final GroundSite site;
  private final LocalHorizon horizon;
  private final List<Satellite> satellites;
  private final List<GnssSystem> systems;
  private final Window sampled;
  private final SkyGeometry geometry;
  private final boolean isAsked;
  private final boolean withDirections;
  private final double[][] values;
  private final List<Sky> skies = new ArrayList<>();
  private final double[] meters = new double[3];
  private int count;

  /**
   * Creates a recorder.
   *
   * @param window with the step of the series, if there is one
   */
  SeriesRecorder(
      GroundSite site,
      LocalHorizon horizon,
      List<Satellite> satellites,
      List<GnssSystem> systems,
      Window window,
      PlanQuestion question,
      SkyGeometry geometry) {
    this.site = site;
    this.horizon = horizon;
    this.satellites = satellites;
    this.systems = systems;
    this.geometry = geometry;
    isAsked = question.seriesStep().isPresent();
    withDirections = question.withDirections();
    sampled = window;
    int samples = isAsked ? Math.toIntExact(sampled.totalWeight()) : 0;
    values = new double[MEASURES.length][samples * (systems.size() + 1)];
  }

  /** Takes the samples of a stretch in which the same satellites are in view. */
  void sample(
      EphemerisBlock block,
      long fromMicros,
      long endMicros,
      int[] visible,
      int visibleCount,
      int[] inViewBySystem) {
    if (!isAsked) {
      return;
    }
    long end = sampled.weightBefore(endMicros);
    for (long sample = sampled.weightBefore(fromMicros); sample < end; sample++) {
      long utcMicros = sampled.sampleMicros(sample);
      geometry.moveTo(block, utcMicros, visible, visibleCount);
      for (int group = 0; group <= systems.size(); group++) {
        geometry.solve(group);
        for (int m = 0; m < MEASURES.length; m++) {
          values[m][count] =
              MEASURES[m] != Measure.SATELLITES
                  ? Math.sqrt(geometry.squared(MEASURES[m]))
                  : group < systems.size() ? inViewBySystem[group] : visibleCount;
        }
        count++;
      }
      if (withDirections) {
        skies.add(sky(block, utcMicros, visible, visibleCount));
      }
    }
  }

  private Sky sky(EphemerisBlock block, long utcMicros, int[] visible, int visibleCount) {
    List<Sky.InView> inView = new ArrayList<>(visibleCount);
    for (int v = 0; v < visibleCount; v++) {
      block.positionAt(utcMicros, visible[v], meters);
      inView.add(
          new Sky.InView(
              satellites.get(visible[v]), horizon.lookAngles(meters[0], meters[1], meters[2])));
    }
    return new Sky(site, Instant.EPOCH.plus(utcMicros, ChronoUnit.MICROS), inView);
  }

  Optional<PlanSeries> series() {
    return isAsked
        ? Optional.of(
            new PlanSeries(
                systems, sampled.startMicros(), sampled.stepMicros(), List.of(values), skies))
        : Optional.empty();
  }
}
