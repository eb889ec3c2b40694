/**
 * The answers of the commands over HTTP/1.1 and HTTP/2, as {@code skytally serve} gives them.
 *
 * <p>Takes requests, and checks whom they come from, their names and their size. Returns what a
 * {@link dev.skytally.server.Questions} answers, or a problem by RFC 9457.
 *
 * <p>Knows neither commands nor satellites, and reads and writes no files. Only this package knows
 * Jetty.
 */
@NullMarked
package dev.skytally.server;

import org.jspecify.annotations.NullMarked;
