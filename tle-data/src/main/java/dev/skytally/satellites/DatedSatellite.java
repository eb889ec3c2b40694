package dev.skytally.satellites;

import java.time.LocalDate;
import java.util.List;

/** A satellite of the registry with the periods in which its PRN and status held. */
record DatedSatellite(
    int catalogNumber,
    String internationalDesignator,
    GnssSystem system,
    String block,
    String generation,
    OrbitClass orbitClass,
    List<Period> periods) {

  /** A period from a day (inclusive) to a day (exclusive), both as days since 1970-01-01, UTC. */
  record Period(
      long fromEpochDay,
      long toEpochDay,
      String prn,
      SatelliteStatus status,
      boolean statusIsUncertain) {
    private static final Period UNTOLD =
        new Period(Long.MIN_VALUE, Long.MAX_VALUE, "", SatelliteStatus.UNKNOWN, false);

    boolean holds(long epochDay) {
      return fromEpochDay <= epochDay && epochDay < toEpochDay;
    }
  }

  /**
   * Returns this satellite at a date; without PRN and with unknown status if the registry does not
   * give them.
   */
  Satellite at(LocalDate date) {
    Period period = period(date);
    return new Satellite(
        catalogNumber,
        internationalDesignator,
        "",
        system,
        period.prn(),
        block,
        generation,
        orbitClass,
        period.status(),
        period.statusIsUncertain(),
        true);
  }

  /** Returns the period of a date; without PRN and with unknown status if there is none. */
  Period period(LocalDate date) {
    long epochDay = date.toEpochDay();
    for (Period period : periods) {
      if (period.holds(epochDay)) {
        return period;
      }
    }
    return Period.UNTOLD;
  }
}
