package example;

import dev.skytally.VisibilityStudy;
import dev.skytally.dop.Dilution;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Writes the number of satellites in view and their PDOP as CSV: at steps, then at each change. */
final class Series {
  private Series() {}

  public static void main(String[] arguments) throws IOException {
    var start = Instant.parse("2016-03-27T12:00:00Z");
    var duration = Duration.ofHours(2);
    var gps =
        ConstellationSelection.on(LocalDate.of(2016, 3, 27))
            .systems(List.of(GnssSystem.GPS))
            .status(StatusFilter.ALL)
            .from(ElementSetReader.read(Path.of(arguments[0])), start);
    var toulouse = GroundSite.ofDegrees("Toulouse", 43.6, 1.45, 0);
    var study = VisibilityStudy.of(gps).at(List.of(toulouse)).over(start, duration);

    System.out.println("utc,gps,pdop");
    study.skies(
        Duration.ofMinutes(15),
        sky ->
            System.out.printf(
                "%s,%s,%s%n",
                sky.utc(),
                sky.inView().size(),
                Dilution.of(sky, GnssSystem.GPS)
                    .map(dilution -> String.format(Locale.ROOT, "%.2f", dilution.pdop()))
                    .orElse("")));

    System.out.println();
    System.out.println("from,gps");
    for (var count : study.record().timeline(toulouse).counts(GnssSystem.GPS)) {
      System.out.println(count.from().truncatedTo(ChronoUnit.SECONDS) + "," + count.inView());
    }
  }
}
