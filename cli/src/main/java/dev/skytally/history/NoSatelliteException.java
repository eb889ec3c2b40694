package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import java.io.IOException;
import java.util.Locale;

/** Thrown if a snapshot lacks one of the systems asked for, or more than half of it. */
public final class NoSatelliteException extends IOException {
  private static final long serialVersionUID = 1;

  NoSatelliteException(String label, GnssSystem system, StatusFilter status) {
    super(
        "%s: holds no satellite of %s with status %s"
            .formatted(label, system.displayName(), status.name().toLowerCase(Locale.ROOT)));
  }

  /**
   * Creates an exception for a system most of whose satellites the snapshot lacks.
   *
   * @param gap for example {@code only 8 of 37 BeiDou satellites that should count have element
   *     sets in a.tle}
   */
  NoSatelliteException(String gap) {
    super(gap + ", less than half");
  }
}
