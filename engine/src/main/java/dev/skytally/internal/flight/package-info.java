/**
 * Propagation of satellites through a window, block by block, with the work divided among threads.
 *
 * <p>Takes a constellation, a window and work for each block. {@link
 * dev.skytally.internal.flight.Flight} removes satellites that cannot be propagated to the end;
 * {@link dev.skytally.internal.flight.Sweep} finds the events over sites on top of it.
 *
 * <p>Does not count. Only the engine may use it.
 */
@NullMarked
package dev.skytally.internal.flight;

import org.jspecify.annotations.NullMarked;
