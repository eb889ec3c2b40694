package dev.skytally;

import dev.skytally.ephemeris.EphemerisBlock;
import dev.skytally.ephemeris.NodeGrid;
import dev.skytally.orbit.ElementSetPropagator;
import dev.skytally.orbit.PropagationException;
import dev.skytally.orbit.PropagationNodes;
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
 * The way from element sets to the events over every site.
 *
 * <p>How it works: the window is cut into blocks of some steps between nodes. For each block every
 * satellite is propagated ({@link EphemerisBlock}), then every site is swept ({@link
 * CrossingFinder}), and its listener goes on from where the block before left it. So memory does
 * not grow with the window. A satellite whose orbit breaks down is taken out and the sweep begins
 * anew without it, so that it is either there for the whole window or not at all.
 */
final class Sweep {
  private final List<GroundSite> sites;
  private final Window window;
  private final ElevationMask mask;
  private final int threads;
  private final int stepsPerBlock;
  private final DoubleConsumer progress;
  private Constellation flying;

  Sweep(
      Constellation constellation,
      List<GroundSite> sites,
      Window window,
      ElevationMask mask,
      int threads,
      int stepsPerBlock,
      DoubleConsumer progress) {
    this.sites = sites;
    this.window = window;
    this.mask = mask;
    this.threads = threads;
    this.stepsPerBlock = stepsPerBlock;
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
    try (Workers workers = new Workers(threads)) {
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
  }

  /** Whether all satellites flew to the end; if not, {@link #flying} has become fewer. */
  private <E extends SkyEvents> boolean sweep(
      Workers workers, List<E> listeners, BiConsumer<E, EphemerisBlock> afterBlock) {
    List<Member> members = flying.members();
    String[] failures = new String[members.size()];
    ElementSetPropagator[] propagators = new ElementSetPropagator[members.size()];
    workers.run(
        members.size(),
        (worker, j) -> {
          try {
            propagators[j] = new ElementSetPropagator(members.get(j).elementSet());
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
    int stepSeconds = NodeGrid.stepSeconds(members.stream().map(Member::elementSet).toList());
    long stepMicros = stepSeconds * 1_000_000L;
    long firstStep = Math.floorDiv(window.startMicros(), stepMicros);
    long endStep = Math.floorDiv(window.endMicros() - 1, stepMicros) + 1;
    for (long step = firstStep; step < endStep; step += stepsPerBlock) {
      int steps = (int) Math.min(stepsPerBlock, endStep - step);
      EphemerisBlock block = new EphemerisBlock(step, steps, stepSeconds, members.size());
      PropagationNodes nodes = block.nodes();
      workers.run(
          members.size(),
          (worker, j) -> {
            try {
              block.propagate(j, propagators[j], nodes);
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
      boolean first = step == firstStep;
      workers.run(
          horizons.length,
          (worker, i) -> {
            finders[worker].sweep(horizons[i], first, listeners.get(i));
            afterBlock.accept(listeners.get(i), block);
          });
      progress.accept((double) (step + steps - firstStep) / (endStep - firstStep));
    }
    return true;
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
