/**
 * Land, coasts, borders and cities of the Earth, after Natural Earth and GeoNames.
 *
 * <p>Reads the bundled map and list of cities. Returns lines in degrees, says which places are
 * land, and finds cities by name or position.
 *
 * <p>Draws nothing.
 */
package dev.skytally.geography;
