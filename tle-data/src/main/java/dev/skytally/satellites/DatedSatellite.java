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

  /** From a day (inclusive) to a day (exclusive), both as days since 1970-01-01, UTC. */
  record Period(long fromEpochDay, long toEpochDay, String prn, SatelliteStatus status) {
    boolean holds(long epochDay) {
      return fromEpochDay <= epochDay && epochDay < toEpochDay;
    }
  }

  boolean isToldAt(LocalDate date) {
    return periods.stream().anyMatch(p -> p.holds(date.toEpochDay()));
  }

  /** This satellite as it was at a date; without PRN and of unknown status if that is not told. */
  Satellite at(LocalDate date) {
    long epochDay = date.toEpochDay();
    for (Period period : periods) {
      if (period.holds(epochDay)) {
        return satellite(period.prn(), period.status());
      }
    }
    return satellite("", SatelliteStatus.UNKNOWN);
  }

  private Satellite satellite(String prn, SatelliteStatus status) {
    return new Satellite(
        catalogNumber,
        internationalDesignator,
        "",
        system,
        prn,
        block,
        generation,
        orbitClass,
        status,
        true);
  }
}
