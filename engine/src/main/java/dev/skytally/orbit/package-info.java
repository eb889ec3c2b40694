/**
 * Conversion of orbits to Earth-fixed positions: the only package that uses Orekit.
 *
 * <p>Takes element sets, files of precise orbits, navigation messages and almanacs, or a caller's
 * Orekit objects. Returns positions at nodes in metres (ITRF), and the observations of receivers.
 *
 * <p>Does not depend on sites, passes or counts. Never uses Orekit's default data context.
 */
@NullMarked
package dev.skytally.orbit;

import org.jspecify.annotations.NullMarked;
