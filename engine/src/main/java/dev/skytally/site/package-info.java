/**
 * Places on Earth, masks and the plain geometry between a place and a satellite.
 *
 * <p>Takes degrees, files of sites and names. Returns sites and masks in radians and metres, and
 * look angles by the formula that faster code is tested against.
 *
 * <p>Does not depend on orbits, passes or counts.
 */
@NullMarked
package dev.skytally.site;

import org.jspecify.annotations.NullMarked;
