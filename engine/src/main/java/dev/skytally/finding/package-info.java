/**
 * Recomputation of a published figure: the number of capitals in which BeiDou is ahead of GPS.
 *
 * <p>Takes a {@link dev.skytally.finding.PublishedFigure} and element sets from about its time.
 * Returns the figures of each setting that its source does not specify. They show which settings
 * give the published figure and how it depends on them.
 *
 * <p>Does not depend on options or output.
 */
@NullMarked
package dev.skytally.finding;

import org.jspecify.annotations.NullMarked;
