package dev.skytally.orbit;

import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Orbit;
import java.time.Instant;

/**
 * A source of the Earth-fixed (ITRF) positions of one satellite.
 *
 * <p>Not safe for use by several threads at once.
 */
public sealed interface PositionSource permits ElementSetPropagator, OrbitArc {

  /**
   * Creates the source of the positions of an orbit over a window. Outside the window, up to the
   * ends of its half days, the positions are good enough for interpolation near its edges.
   *
   * @param orbit the orbit
   * @param from the beginning of the window
   * @param to the end of the window
   * @return the source
   * @throws PropagationException if the orbit cannot be propagated, or is not known over the whole
   *     window
   */
  static PositionSource of(Orbit orbit, Instant from, Instant to) throws PropagationException {
    if (orbit instanceof ElementSet elements) {
      return of(elements);
    }
    if (orbit instanceof ProvidedOrbit provided) {
      return provided.over(from, to);
    }
    throw new PropagationException("cannot propagate an orbit of " + orbit.getClass());
  }

  /**
   * Creates the source of the positions of an element set, at any time.
   *
   * @param elements the element set
   * @return the source
   * @throws PropagationException if SGP4 cannot start from it
   */
  static PositionSource of(ElementSet elements) throws PropagationException {
    return new ElementSetPropagator(elements);
  }

  /**
   * Computes Earth-fixed positions at every node.
   *
   * @param nodes the instants
   * @param positions receives three arrays of x, y and z in metres, one number a node, all finite
   * @throws PropagationException if the orbit breaks down, meets the Earth or is not known at a
   *     node
   */
  void propagate(PropagationNodes nodes, double[][] positions) throws PropagationException;

  /** {@return whether the motion is smooth} If not, it may bend or jump where a message ends. */
  boolean isSmooth();
}
