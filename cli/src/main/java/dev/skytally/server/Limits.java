package dev.skytally.server;

import java.time.Duration;

/**
 * Limits on time and memory.
 *
 * @param studies the greatest number of studies at once
 * @param waiting the greatest number of questions that wait for them
 * @param deadline the longest time from a question to its answer
 * @param streamDeadline the longest time to an answer at the end of a stream of events
 * @param cacheBytes the size of all answers that are kept
 * @param bodyBytes the size of the largest body
 * @param unfinishedBytes the size of all bodies that have not arrived whole
 * @param answerBytes the size of the largest answer, unpacked
 * @param connections the greatest number of connections at once; others wait
 * @param idle the time after which a connection is closed if it is silent, or if a request has not
 *     arrived whole
 * @param taking the longest time in which a client takes its answer
 * @param stopping the time that running studies have when the server is stopped
 */
public record Limits(
    int studies,
    int waiting,
    Duration deadline,
    Duration streamDeadline,
    long cacheBytes,
    int bodyBytes,
    int unfinishedBytes,
    int answerBytes,
    int connections,
    Duration idle,
    Duration taking,
    Duration stopping) {

  /** Returns the limits for this machine. */
  public static Limits usual() {
    int processors = Runtime.getRuntime().availableProcessors();
    int eighth = (int) Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 8);
    return new Limits(
        processors,
        64,
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        eighth,
        1 << 20,
        eighth,
        eighth,
        4_000,
        Duration.ofSeconds(20),
        Duration.ofMinutes(5),
        Duration.ofSeconds(5));
  }
}
