package example;

import dev.skytally.VisibilityStudy;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Counts the satellites in view of every capital on one day, once a minute. */
final class Tally {
  private Tally() {}

  public static void main(String[] arguments) {
    var day = LocalDate.of(2020, 11, 25);
    var start = Instant.parse("2020-11-25T00:00:00Z");
    var snapshot = BundledSnapshots.load(BundledSnapshots.nearest(day));
    var constellation =
        ConstellationSelection.on(day).from(snapshot, start.plus(Duration.ofHours(12)));
    var result =
        VisibilityStudy.of(constellation)
            .at(WorldCapitals.all())
            .over(start, Duration.ofDays(1))
            .sampledEvery(Duration.ofMinutes(1))
            .run();
    System.out.println("capitals: " + result.tallies().size());
    for (var system : constellation.systems()) {
      System.out.printf(
          "%s: %s satellites, leads in %s capitals%n",
          system.displayName(),
          result.constellation().members(system).size(),
          result.ledBy(system, Metric.MAX).size());
    }
    System.out.println("tied: " + result.ties(Metric.MAX).size());
    var inView = result.tally("Addis Ababa").inView(GnssSystem.BDS);
    System.out.printf("BeiDou over Addis Ababa: %s to %s%n", inView.min(), inView.max());
  }
}
