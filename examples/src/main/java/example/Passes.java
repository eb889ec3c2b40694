package example;

import dev.skytally.VisibilityStudy;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.input.TextFile;
import dev.skytally.satellites.Constellation;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OrbitClass;
import dev.skytally.satellites.Satellite;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.visibility.PassEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists the passes of a satellite of your own element set above a horizon of your own. */
final class Passes {
  private static final String TLE =
      """
      1 24876U 97035A   20334.96836884 +.00000096 +00000-0 +00000-0 0  9990
      2 24876 055.4606 177.6943 0046391 058.6753 301.8606 02.00562032171136
      """;

  private Passes() {}

  public static void main(String[] arguments) throws IOException {
    var elementSet = ElementSetReader.read(TextFile.of("TLE", TLE)).elementSets().get(0);
    var satellite = Satellite.of(GnssSystem.GPS, "G13", 24876, OrbitClass.MEO);
    var constellation =
        new Constellation(List.of(GnssSystem.GPS), List.of(), List.of())
            .plus(satellite, elementSet);
    var horizon =
        ElevationMask.horizonOfDegrees(Map.of(0.0, 10.0, 90.0, 35.0, 180.0, 10.0, 270.0, 25.0));
    var beijing = GroundSite.ofDegrees("Beijing", 39.9075, 116.3972, 50).withMask(horizon);
    var passes =
        VisibilityStudy.of(constellation)
            .at(List.of(beijing))
            .over(Instant.parse("2020-12-01T00:00:00Z"), Duration.ofDays(1))
            .passes();
    for (var pass : passes.passes()) {
      System.out.println(pass.satellite().label());
      System.out.println("  rises   " + pass.rise().map(Passes::text).orElse("before that day"));
      System.out.println("  highest " + text(pass.culmination()));
      System.out.println("  sets    " + pass.set().map(Passes::text).orElse("after that day"));
    }
  }

  private static String text(PassEvent event) {
    return String.format(
        Locale.ROOT,
        "%s, azimuth %.0f, elevation %.0f degrees",
        event.utc().truncatedTo(ChronoUnit.MINUTES),
        event.lookAngles().azimuthDegrees(),
        event.lookAngles().elevationDegrees());
  }
}
