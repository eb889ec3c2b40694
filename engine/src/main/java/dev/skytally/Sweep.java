package dev.skytally;

import dev.skytally.ephemeris.EphemerisBlock;
import dev.skytally.ephemeris.TimeGrid;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LocalHorizon;
import dev.skytally.tally.Window;
import dev.skytally.visibility.CrossingFinder;
import dev.skytally.visibility.SkyEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;

/**
 * The way from orbits to the events over every site.
 *
 * <p>How it works: the window is cut into blocks of some half days. For each block every satellite
 * is propagated ({@link EphemerisBlock}), then every site is swept ({@link CrossingFinder}), and
 * its listener goes on from where the block before left it. So memory does not grow with the
 * window. A satellite whose orbit breaks down is taken out and the sweep begins anew without it, so
 * that it is either there for the whole window or not at all.
 */
final class Sweep {
  private final List<GroundSite> sites;
  private final Window window;
  private final ElevationMask mask;
  private final EarthOrientation orientation;
  private final int threads;
  private final int spansPerBlock;
  private final DoubleConsumer progress;
  private Constellation flying;

  Sweep(
      Constellation constellation,
      List<GroundSite> sites,
      Window window,
      ElevationMask mask,
      EarthOrientation orientation,
      int threads,
      int spansPerBlock,
      DoubleConsumer progress) {
    this.sites = sites;
    this.window = window;
    this.mask = mask;
    this.orientation = orientation;
    this.threads = threads;
    this.spansPerBlock = spansPerBlock;
    this.progress = progress;
    flying = constellation;
  }

  /** The constellation without the members that turned out not to fly. */
  Constellation flying() {
    return flying;
  }

  /**
   * Sweeps the window.
   *
   * @param newListener makes a site's listener, given the satellites that fly
   * @param afterBlock called for each site after each block, for one block after the other
   * @return each site's listener
   */
  <E extends SkyEvents> List<E> run(
      BiFunction<GroundSite, Constellation, E> newListener,
      BiConsumer<E, EphemerisBlock> afterBlock) {
    Workers workers = new Workers(threads);
    while (true) {
      List<E> listeners = new ArrayList<>();
      for (GroundSite site : sites) {
        listeners.add(newListener.apply(site, flying));
      }
      if (sweep(workers, listeners, afterBlock)) {
        return listeners;
      }
    }
  }

  /** Whether all satellites flew to the end; if not, {@link #flying} has become fewer. */
  private <E extends SkyEvents> boolean sweep(
      Workers workers, List<E> listeners, BiConsumer<E, EphemerisBlock> afterBlock) {
    List<Member> members = flying.members();
    String[] failures = new String[members.size()];
    PositionSource[] sources = new PositionSource[members.size()];
    workers.run(
        members.size(),
        (worker, j) -> {
          try {
            sources[j] = PositionSource.of(members.get(j).orbit(), window.start(), window.end());
          } catch (PropagationException e) {
            failures[j] = e.getMessage();
          }
        });
    if (grounded(failures)) {
      return false;
    }
    LocalHorizon[] horizons = sites.stream().map(LocalHorizon::new).toArray(LocalHorizon[]::new);
    CrossingFinder[] finders = new CrossingFinder[workers.threads()];
    for (int worker = 0; worker < finders.length; worker++) {
      finders[worker] = CrossingFinder.of(mask);
    }
    TimeGrid grid = TimeGrid.of(members.stream().map(Member::orbit).toList());
    long spanMicros = grid.stepMicros() * grid.stepsPerSpan();
    long firstSpan = Math.floorDiv(window.startMicros(), spanMicros);
    long endSpan = Math.floorDiv(window.endMicros() - 1, spanMicros) + 1;
    for (long span = firstSpan; span < endSpan; span += spansPerBlock) {
      int spans = (int) Math.min(spansPerBlock, endSpan - span);
      EphemerisBlock block = new EphemerisBlock(grid, orientation, span, spans, members.size());
      workers.run(
          members.size(),
          (worker, j) -> {
            try {
              block.propagate(j, sources[j]);
            } catch (PropagationException e) {
              failures[j] = e.getMessage();
            }
          });
      if (grounded(failures)) {
        return false;
      }
      for (CrossingFinder finder : finders) {
        finder.prepare(block);
      }
      boolean first = span == firstSpan;
      int fromStep = step(block, window.startMicros());
      int toStep = step(block, window.endMicros() - 1) + 1;
      workers.run(
          horizons.length,
          (worker, i) -> {
            finders[worker].sweep(horizons[i], fromStep, toStep, first, listeners.get(i));
            afterBlock.accept(listeners.get(i), block);
          });
      progress.accept((double) (span + spans - firstSpan) / (endSpan - firstSpan));
    }
    return true;
  }

  /** The step of a block that an instant falls into, or the nearest one. */
  private static int step(EphemerisBlock block, long utcMicros) {
    long step = Math.floorDiv(utcMicros - block.startMicros(0), block.stepMicros());
    return (int) Math.max(0, Math.min(step, block.steps() - 1));
  }

  /** Takes the satellites that failed out of {@link #flying}; whether there are any. */
  private boolean grounded(String[] failures) {
    List<Member> members = new ArrayList<>();
    List<Exclusion> excluded = new ArrayList<>(flying.excluded());
    for (int j = 0; j < failures.length; j++) {
      Member member = flying.members().get(j);
      if (failures[j] == null) {
        members.add(member);
      } else {
        Satellite satellite = member.satellite();
        excluded.add(new Exclusion(satellite.catalogNumber(), satellite.name(), failures[j]));
      }
    }
    if (members.size() == flying.members().size()) {
      return false;
    }
    flying = new Constellation(flying.systems(), members, excluded);
    return true;
  }
}
