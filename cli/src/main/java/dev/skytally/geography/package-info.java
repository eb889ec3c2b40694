/**
 * Land, coasts and borders of the Earth, after Natural Earth.
 *
 * <p>Reads the bundled map. Returns lines in degrees, and says which places are land.
 *
 * <p>Draws nothing.
 */
package dev.skytally.geography;
