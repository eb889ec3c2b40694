package dev.skytally.outage;

import java.util.Map;

/** What a notice does to the outages of a satellite. */
enum Effect {
  /** Announces an outage. */
  FORECAST,
  /** Replaces the times of an announced outage. */
  RESCHEDULED,
  /** Replaces the end of an outage. */
  EXTENDED,
  /** Cancels an announced outage. */
  CANCELLED,
  /** Begins an outage without an end. */
  BEGUN,
  /** Gives the true times of an outage that has ended. */
  ENDED,
  /** Ends an outage. */
  USABLE,
  /** Puts a satellite into service for the first time. */
  FIRST_USABLE,
  /** Ends the service of a satellite. */
  DECOMMISSIONED,
  /** Concerns no outage, for example a launch. */
  NONE;

  /** The types of NANU, and those of NAQU after the name of the service. */
  static final Map<String, Effect> OF_NANU =
      Map.ofEntries(
          Map.entry("FCSTDV", FORECAST),
          Map.entry("FCSTMX", FORECAST),
          Map.entry("FCSTUUFN", FORECAST),
          Map.entry("FCSTEXTD", EXTENDED),
          Map.entry("FCSTCANC", CANCELLED),
          Map.entry("FCSTRESCD", RESCHEDULED),
          Map.entry("FCSTSUMM", ENDED),
          Map.entry("UNUSUFN", BEGUN),
          Map.entry("UNUSABLE", ENDED),
          Map.entry("UNUNOREF", ENDED),
          Map.entry("USABINIT", FIRST_USABLE),
          Map.entry("DECOM", DECOMMISSIONED),
          Map.entry("LAUNCH", NONE),
          Map.entry("LEAPSEC", NONE));

  /** The types of NAGU, by the Galileo service definition documents. */
  static final Map<String, Effect> OF_NAGU =
      Map.ofEntries(
          Map.entry("PLN_MANV", FORECAST),
          Map.entry("PLN_OUTAGE", FORECAST),
          Map.entry("RESCH", RESCHEDULED),
          Map.entry("EXTNS", EXTENDED),
          Map.entry("CANCEL", CANCELLED),
          Map.entry("UNP_UNUFN", BEGUN),
          Map.entry("UNP_SHTRCVR", ENDED),
          Map.entry("USABLE", USABLE),
          Map.entry("USABINIT", FIRST_USABLE),
          Map.entry("DECOMMSNG", DECOMMISSIONED),
          Map.entry("AVAILINIT", NONE),
          Map.entry("AVAILABLE", NONE),
          Map.entry("GENERAL (LAUNCH)", NONE),
          Map.entry("GENERAL (LEAP SECOND)", NONE));

  /** Returns whether a notice of this kind is useless without the beginning of the outage. */
  boolean needsStart() {
    return this != CANCELLED && this != EXTENDED && this != NONE;
  }

  /** Returns whether a notice of this kind is useless without the end of the outage. */
  boolean needsEnd() {
    return this == ENDED;
  }
}
