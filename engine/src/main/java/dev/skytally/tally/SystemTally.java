package dev.skytally.tally;

/**
 * The numbers of satellites of one system in view of one site over a window.
 *
 * @param max the greatest number in view at any moment
 * @param mean the mean number in view
 * @param min the least number in view at any moment
 * @param shareAtLeastFour the share of the window, 0 to 1, with four or more in view, the number
 *     needed for a position and a clock
 */
public record SystemTally(int max, double mean, int min, double shareAtLeastFour) {}
