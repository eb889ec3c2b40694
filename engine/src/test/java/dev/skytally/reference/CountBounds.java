package dev.skytally.reference;

/**
 * The counts between which those of any right way are, if positions differ by a little.
 *
 * @param surely of the satellites that are clearly above the mask
 * @param perhaps of these and of those that are near the mask
 */
public record CountBounds(PlainCounts surely, PlainCounts perhaps) {}
