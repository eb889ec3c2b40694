package dev.skytally.server;

/**
 * The size of a question, known before any work.
 *
 * @param unit of the numbers, for example {@code "sites times days"}
 * @param most the greatest amount that is answered at once
 * @param mostStreamed the greatest amount that is answered with a stream of events
 * @param remedy what makes the amount smaller, for example {@code "shorten duration"}
 */
public record Cost(String unit, double amount, double most, double mostStreamed, String remedy) {}
