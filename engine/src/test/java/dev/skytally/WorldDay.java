package dev.skytally;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Studies of the world on 25 November 2020, for the tests. */
final class WorldDay {
  static final Instant START = Instant.parse("2020-11-25T00:00:00Z");
  static final Duration DAY = Duration.ofDays(1);

  /** All orbit classes: geostationary and inclined ones have a propagator of their own. */
  static final Constellation ALL_SYSTEMS = constellation(GnssSystem.values());

  static final Constellation TWO_SYSTEMS = constellation(GnssSystem.BDS, GnssSystem.GPS);

  private WorldDay() {}

  static Constellation constellation(GnssSystem... systems) {
    return ConstellationSelection.on(LocalDate.of(2020, 11, 25))
        .systems(List.of(systems))
        .from(BundledSnapshots.load(LocalDate.of(2020, 12, 1)), START);
  }

  static WorldStudy study(Constellation constellation, WorldGrid grid, double maskDegrees) {
    return WorldStudy.of(constellation)
        .on(grid)
        .over(START, DAY)
        .above(ElevationMask.ofDegrees(maskDegrees));
  }
}
