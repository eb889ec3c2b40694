package dev.skytally.internal.flight;

import dev.skytally.internal.ephemeris.EphemerisBlock;
import dev.skytally.internal.visibility.CrossingFinder;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.internal.visibility.SkyEvents;
import dev.skytally.internal.visibility.UsableEvents;
import dev.skytally.internal.visibility.UsableTimes;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Window;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events over every site during a flight. On each block, each site is a piece of work,
 * whose listener continues from the previous block ({@link CrossingFinder}).
 */
public final class Sweep {
  private final Flight flight;
  private final List<GroundSite> sites;
  private final ElevationMask mask;
  private final Outages outages;

  /**
   * Creates a sweep.
   *
   * @param mask of the sites without a mask of their own
   * @param outages when satellites do not count
   */
  public Sweep(Flight flight, List<GroundSite> sites, ElevationMask mask, Outages outages) {
    this.flight = flight;
    this.sites = sites;
    this.mask = mask;
    this.outages = outages;
  }

  /** Returns the constellation without the members that could not be propagated. */
  public Constellation flying() {
    return flight.flying();
  }

  /** Runs after each block, once every listener has received its events. */
  public interface AfterBlock<E> {
    void run(EphemerisBlock block, List<E> listeners, Workers workers);
  }

  /**
   * Sweeps the window.
   *
   * @param newListener creates the listener of a site for the satellites
   * @param afterBlock called after each block, in order
   * @return each site's listener
   */
  public <E extends SkyEvents> List<E> run(
      Function<Constellation, Function<GroundSite, E>> newListener, AfterBlock<E> afterBlock) {
    return flight.run(
            flying ->
                new SiteWork<>(sites.stream().map(newListener.apply(flying)).toList(), afterBlock))
        .listeners;
  }

  private final class SiteWork<E extends SkyEvents> implements Flight.BlockWork {
    private final Window window = flight.window();
    private final List<E> listeners;
    private final AfterBlock<E> afterBlock;

    /** Of each site; all null if no satellite is out of service. */
    private final @Nullable UsableEvents[] filters;

    private final LocalHorizon[] horizons;
    private long flownUntilMicros = Long.MIN_VALUE;
    private final CrossingFinder[] constantMaskFinders;
    private final CrossingFinder[] horizonFinders;

    SiteWork(List<E> listeners, AfterBlock<E> afterBlock) {
      this.listeners = listeners;
      this.afterBlock = afterBlock;
      UsableTimes usable = UsableTimes.of(flight.flying(), outages, window.start(), window.end());
      filters = new UsableEvents[listeners.size()];
      for (int i = 0; i < filters.length && !usable.isAlways(); i++) {
        filters[i] = new UsableEvents(usable, flight.flying().members().size(), listeners.get(i));
      }
      horizons = new LocalHorizon[listeners.size()];
      constantMaskFinders = new CrossingFinder[flight.threads()];
      horizonFinders = new CrossingFinder[flight.threads()];
    }

    @Override
    public int pieces() {
      return horizons.length;
    }

    @Override
    public void run(int worker, int site, EphemerisBlock block) {
      if (horizons[site] == null) {
        horizons[site] = new LocalHorizon(sites.get(site));
      }
      boolean isAfterGap = block.startMicros(0) != flownUntilMicros;
      ElevationMask siteMask = sites.get(site).mask().orElse(mask);
      CrossingFinder finder = finder(worker, siteMask);
      finder.prepare(block, siteMask);
      int fromStep = step(block, window.startMicros());
      int toStep = step(block, window.endMicros() - 1) + 1;
      UsableEvents filter = filters[site];
      if (filter == null) {
        finder.sweep(horizons[site], fromStep, toStep, isAfterGap, listeners.get(site));
        return;
      }
      if (isAfterGap) {
        filter.startAt(block.startMicros(fromStep));
      }
      finder.sweep(horizons[site], fromStep, toStep, isAfterGap, filter);
      filter.finishBefore(block.startMicros(toStep));
    }

    private CrossingFinder finder(int worker, ElevationMask siteMask) {
      CrossingFinder[] finders = siteMask.isConstant() ? constantMaskFinders : horizonFinders;
      if (finders[worker] == null) {
        finders[worker] = CrossingFinder.of(siteMask);
      }
      return finders[worker];
    }

    @Override
    public void finish(EphemerisBlock block, Workers workers) {
      afterBlock.run(block, listeners, workers);
      flownUntilMicros = block.startMicros(block.steps());
    }
  }

  /** Returns the step of a block that contains an instant, or the nearest one. */
  private static int step(EphemerisBlock block, long utcMicros) {
    long step = Math.floorDiv(utcMicros - block.startMicros(0), block.stepMicros());
    return (int) Math.max(0, Math.min(step, block.steps() - 1));
  }
}
