package dev.skytally.history;

import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;

/** A snapshot that holds no satellite to look at. */
public final class NoSatelliteException extends IOException {
  private static final long serialVersionUID = 1;

  NoSatelliteException(String label, RunSetting setting) {
    super(
        "%s: holds no satellite of %s with status %s"
            .formatted(
                label,
                setting.systems().stream().map(GnssSystem::name).collect(Collectors.joining(", ")),
                setting.status().name().toLowerCase(Locale.ROOT)));
  }
}
