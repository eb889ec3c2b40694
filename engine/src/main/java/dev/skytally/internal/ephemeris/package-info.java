/**
 * Positions of all satellites over half a day, as short polynomials.
 *
 * <p>Takes Earth-fixed positions at Chebyshev nodes. Returns polynomials for each step of 45
 * minutes, and positions at equal instants, as arrays of metres and seconds.
 *
 * <p>Does not depend on Orekit or sites. Only the engine may use it.
 */
@NullMarked
package dev.skytally.internal.ephemeris;

import org.jspecify.annotations.NullMarked;
