package example;

import dev.skytally.VisibilityStudy;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.SiteList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts the satellites in view of the sites of a GeoJSON file, some with a mask of their own. */
final class Sites {
  private Sites() {}

  public static void main(String[] arguments) throws IOException {
    List<GroundSite> sites = new ArrayList<>(SiteList.read(Path.of(arguments[0])));
    sites.replaceAll(
        site -> site.name().equals("Suva") ? site.withMask(ElevationMask.ofDegrees(5)) : site);

    var day = LocalDate.of(2020, 11, 25);
    var start = Instant.parse("2020-11-25T00:00:00Z");
    var constellation =
        ConstellationSelection.on(day)
            .from(BundledSnapshots.load(BundledSnapshots.nearest(day)), start.plusSeconds(43_200));
    var result =
        VisibilityStudy.of(constellation)
            .at(sites)
            .over(start, Duration.ofDays(1))
            .sampledEvery(Duration.ofMinutes(1))
            .run();
    System.out.println("site,mask_deg,bds_max,gps_max");
    for (var tally : result.tallies()) {
      var mask = tally.site().mask().orElse(result.mask());
      System.out.printf(
          Locale.ROOT,
          "%s,%.0f,%s,%s%n",
          tally.site().name(),
          Math.toDegrees(mask.leastElevationRadians()),
          tally.inView(GnssSystem.BDS).max(),
          tally.inView(GnssSystem.GPS).max());
    }
  }
}
