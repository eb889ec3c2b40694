package dev.skytally;

import dev.skytally.ephemeris.EphemerisBlock;
import dev.skytally.ephemeris.TimeGrid;
import dev.skytally.orbit.EarthOrientation;
import dev.skytally.orbit.PositionSource;
import dev.skytally.orbit.PropagationException;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.Missing;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LocalHorizon;
import dev.skytally.tally.Window;
import dev.skytally.visibility.CrossingFinder;
import dev.skytally.visibility.SkyEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * The way from orbits to the events over every site.
 *
 * <p>How it works: the window is cut into blocks of half a day, little enough for a processor's
 * cache. While every site is swept over one block ({@link CrossingFinder}), its listener going on
 * from where the block before left it, every satellite is propagated through the next ({@link
 * EphemerisBlock}). So memory does not grow with the window, and threads wait for each other once a
 * block. A satellite whose orbit breaks down is taken out and the sweep begins anew without it, so
 * that it is either there for the whole window or not at all.
 */
final class Sweep {
  private final List<GroundSite> sites;
  private final Window window;
  private final ElevationMask mask;
  private final EarthOrientation orientation;
  private final int threads;
  private final DoubleConsumer progress;
  private Constellation flying;

  Sweep(
      Constellation constellation,
      List<GroundSite> sites,
      Window window,
      ElevationMask mask,
      EarthOrientation orientation,
      int threads,
      DoubleConsumer progress) {
    this.sites = sites;
    this.window = window;
    this.mask = mask;
    this.orientation = orientation;
    this.threads = threads;
    this.progress = progress;
    flying = constellation;
  }

  /** The constellation without the members that turned out not to fly. */
  Constellation flying() {
    return flying;
  }

  /** What is to be done once the listeners of all sites were told the events of a block. */
  interface AfterBlock<E> {
    void run(EphemerisBlock block, List<E> listeners, Workers workers);
  }

  /**
   * Sweeps the window.
   *
   * @param newListener given the satellites that fly, makes a site's listener
   * @param afterBlock called after each block, for one block after the other
   * @return each site's listener
   */
  <E extends SkyEvents> List<E> run(
      Function<Constellation, Function<GroundSite, E>> newListener, AfterBlock<E> afterBlock) {
    Workers workers = new Workers(threads);
    while (true) {
      List<E> listeners = sites.stream().map(newListener.apply(flying)).toList();
      if (sweep(workers, listeners, afterBlock)) {
        return listeners;
      }
    }
  }

  /** Whether all satellites flew to the end; if not, {@link #flying} has become fewer. */
  private <E extends SkyEvents> boolean sweep(
      Workers workers, List<E> listeners, AfterBlock<E> afterBlock) {
    Fleet fleet = new Fleet(flying.members());
    LocalHorizon[] horizons = new LocalHorizon[sites.size()];
    CrossingFinder[] finders = new CrossingFinder[workers.threads()];
    for (int worker = 0; worker < finders.length; worker++) {
      finders[worker] = CrossingFinder.of(mask);
    }
    TimeGrid grid = TimeGrid.of(flying.members().stream().map(Member::orbit).toList());
    long spanMicros = grid.stepMicros() * grid.stepsPerSpan();
    long firstSpan = Math.floorDiv(window.startMicros(), spanMicros);
    long endSpan = Math.floorDiv(window.endMicros() - 1, spanMicros) + 1;
    EphemerisBlock flown = block(grid, firstSpan);
    workers.run(fleet.size(), (worker, j) -> fleet.fly(j, flown));
    EphemerisBlock block = flown;
    for (long span = firstSpan; span < endSpan; span++) {
      if (grounded(fleet.failures)) {
        return false;
      }
      EphemerisBlock swept = block;
      EphemerisBlock next = span + 1 < endSpan ? block(grid, span + 1) : null;
      boolean first = span == firstSpan;
      int fromStep = step(swept, window.startMicros());
      int toStep = step(swept, window.endMicros() - 1) + 1;
      int toFly = next == null ? 0 : fleet.size();
      workers.run(
          toFly + horizons.length,
          (worker, piece) -> {
            if (piece < toFly) {
              fleet.fly(piece, next);
              return;
            }
            int site = piece - toFly;
            if (first) {
              horizons[site] = new LocalHorizon(sites.get(site));
            }
            CrossingFinder finder = finders[worker];
            finder.prepare(swept);
            finder.sweep(horizons[site], fromStep, toStep, first, listeners.get(site));
          });
      afterBlock.run(swept, listeners, workers);
      progress.accept((double) (span + 1 - firstSpan) / (endSpan - firstSpan));
      block = next;
    }
    return true;
  }

  private EphemerisBlock block(TimeGrid grid, long span) {
    return new EphemerisBlock(grid, orientation, span, flying.members().size());
  }

  /** Where the satellites are, each asked for where it is first flown, and why some do not fly. */
  private final class Fleet {
    final String[] failures;
    private final List<Member> members;
    private final PositionSource[] sources;

    Fleet(List<Member> members) {
      this.members = members;
      failures = new String[members.size()];
      sources = new PositionSource[members.size()];
    }

    int size() {
      return sources.length;
    }

    void fly(int satellite, EphemerisBlock block) {
      try {
        if (sources[satellite] == null) {
          sources[satellite] =
              PositionSource.of(members.get(satellite).orbit(), window.start(), window.end());
        }
        block.propagate(satellite, sources[satellite]);
      } catch (PropagationException e) {
        failures[satellite] = e.getMessage();
      }
    }
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
        excluded.add(
            Exclusion.of(new Missing(member.satellite(), Missing.Reason.NOT_FLOWN, failures[j])));
      }
    }
    if (members.size() == flying.members().size()) {
      return false;
    }
    flying = flying.with(members, excluded);
    return true;
  }
}
