package dev.skytally.tally;

/**
 * How many satellites of one system are in view of one site over a window.
 *
 * @param max the greatest number in view at any moment
 * @param mean the mean number in view
 * @param min the least number in view at any moment
 * @param shareAtLeastFour the share of the window, 0 to 1, with four or more in view (what a
 *     position and a clock need)
 */
public record SystemTally(int max, double mean, int min, double shareAtLeastFour) {}
