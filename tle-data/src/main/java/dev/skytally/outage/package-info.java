/**
 * Outages of satellites according to operators' notices.
 *
 * <p>Takes notices (GPS NANU, Galileo NAGU, QZSS NAQU), yearly summaries of NANUs, and tables of
 * outages, as files or folders. Returns {@link dev.skytally.outage.Outages}: when each satellite is
 * out of service, with the notice that says so, and one line about everything that is not
 * understood. A list of outages is bundled.
 *
 * <p>Does not judge whether a notice is right, and does not know which satellites count in a study.
 */
@NullMarked
package dev.skytally.outage;

import org.jspecify.annotations.NullMarked;
