package dev.skytally.internal.plan;

import dev.skytally.plan.PlanWindow.Ending;
import java.util.BitSet;
import java.util.Optional;

/**
 * A stretch of the allowed hours in which all conditions hold, or in which at least one fails at
 * every instant.
 *
 * @param beginMicros microseconds since 1970-01-01 UTC
 * @param endMicros the end (exclusive)
 * @param isGood whether all conditions hold
 * @param failing the conditions that fail at some time in the stretch
 * @param pdopAtBegin the PDOP at the beginning; infinite without a position
 * @param ending what ends the stretch; empty if all conditions hold from then on
 */
record Span(
    long beginMicros,
    long endMicros,
    boolean isGood,
    BitSet failing,
    double pdopAtBegin,
    Optional<Ending> ending) {}
