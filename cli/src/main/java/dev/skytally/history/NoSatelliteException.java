package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import java.io.IOException;
import java.util.Locale;

/** A snapshot that lacks a system which was asked for, or most of it. */
public final class NoSatelliteException extends IOException {
  private static final long serialVersionUID = 1;

  NoSatelliteException(String label, GnssSystem system, StatusFilter status) {
    super(
        "%s: holds no satellite of %s with status %s"
            .formatted(label, system.displayName(), status.name().toLowerCase(Locale.ROOT)));
  }

  /** As {@code only 8 of 37 BeiDou satellites that should count have element sets in a.tle}. */
  NoSatelliteException(String gap) {
    super(gap + ", less than half");
  }
}
