package dev.skytally.outage;

import dev.skytally.satellites.GnssSystem;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice as it was read.
 *
 * @param kind for example {@code NANU}
 * @param number year and number, for example {@code 2022034}
 * @param prn as in {@link Outage}
 * @param reference the number of the notice that this one refers to; empty if there is none
 */
record Advisory(
    String kind,
    String number,
    Effect effect,
    GnssSystem system,
    String prn,
    String reference,
    Optional<Instant> start,
    Optional<Instant> end) {

  String name() {
    return kind + " " + number;
  }

  int year() {
    return NoticeTimes.number(number) / 1000;
  }
}
