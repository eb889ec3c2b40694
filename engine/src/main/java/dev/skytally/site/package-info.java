/**
 * Places on Earth, masks and look angles.
 *
 * <p>Takes degrees, files of sites and names. Returns sites and masks in radians and metres.
 *
 * <p>Does not depend on orbits, passes or counts.
 */
@NullMarked
package dev.skytally.site;

import org.jspecify.annotations.NullMarked;
