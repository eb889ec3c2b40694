package dev.skytally.orbit;

import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Orbit;
import java.time.Instant;

/**
 * Gives the Earth-fixed (ITRF) positions of one satellite.
 *
 * <p>Not safe for use by several threads at once.
 */
public sealed interface PositionSource permits ElementSetPropagator, OrbitArc {

  /**
   * What gives the positions of an orbit over a window. Outside of it, up to the ends of its half
   * days, they are good enough for interpolation near its edges.
   *
   * @throws PropagationException if the orbit cannot be flown, or is not known over all the window
   */
  static PositionSource of(Orbit orbit, Instant from, Instant to) throws PropagationException {
    if (orbit instanceof ElementSet elements) {
      return new ElementSetPropagator(elements);
    }
    if (orbit instanceof ProvidedOrbit provided) {
      return provided.over(from, to);
    }
    throw new PropagationException("nothing here can fly an orbit of " + orbit.getClass());
  }

  /**
   * Earth-fixed positions at every node.
   *
   * @param positions receives three arrays of x, y and z in metres, one number a node, all finite
   * @throws PropagationException if the orbit breaks down, meets the Earth or is not told at a node
   */
  void propagate(PropagationNodes nodes, double[][] positions) throws PropagationException;

  /** Whether the motion has all derivatives; if not, it may bend or jump where a message ends. */
  boolean isSmooth();
}
