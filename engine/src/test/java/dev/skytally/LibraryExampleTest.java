package dev.skytally;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.elements.BundledSnapshots;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.WorldCapitals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The README's example of the library, word for word ({@code ReadmeTest} compares them). */
class LibraryExampleTest {
  /** From {@code tally_2020-11-25_mask5_step60.csv}, which samples every minute. */
  private static final int BEIDOU_OVER_ADDIS_ABABA = 25;

  @Test
  void addisAbabaSees25BeidouAtMost() {
    var snapshot = BundledSnapshots.load(BundledSnapshots.nearest(LocalDate.of(2020, 11, 25)));
    var start = Instant.parse("2020-11-25T00:00:00Z");
    var noon = start.plus(Duration.ofHours(12));
    var constellation = ConstellationSelection.on(LocalDate.of(2020, 11, 25)).from(snapshot, noon);
    var result =
        VisibilityStudy.of(constellation)
            .at(WorldCapitals.all())
            .over(start, Duration.ofDays(1))
            .above(ElevationMask.ofDegrees(5))
            .run();
    int most = result.tally("Addis Ababa").inView(GnssSystem.BDS).max();

    assertEquals(BEIDOU_OVER_ADDIS_ABABA, most);
  }
}
