/**
 * Requests for fresh element sets from CelesTrak, a mirror, an address or files.
 *
 * <p>Takes a {@link dev.skytally.fetch.FetchSource} and an archive. Sends at most one request for a
 * group in two hours, checks the answer, archives it, and returns a {@link
 * dev.skytally.fetch.FetchOutcome}.
 *
 * <p>The only package that uses the network. Never stores or shows secrets of an address.
 */
@NullMarked
package dev.skytally.fetch;

import org.jspecify.annotations.NullMarked;
