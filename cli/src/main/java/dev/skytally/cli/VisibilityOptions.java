package dev.skytally.cli;

import dev.skytally.VisibilityStudy;
import dev.skytally.cli.report.Selection;
import dev.skytally.cli.report.Setting;
import dev.skytally.satellites.Constellation;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.SiteList;
import dev.skytally.site.WorldCapitals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From where the sky is looked at, how long and above what. */
final class VisibilityOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--duration",
      paramLabel = "LENGTH",
      converter = Arguments.Length.class,
      description = "How long the window lasts, as 24h, 90m, 7d or PT24H; 24h if not given.")
  Duration duration = Duration.ofDays(1);

  @Option(
      names = "--mask",
      paramLabel = "DEGREES",
      converter = Arguments.Degrees.class,
      description = "The least elevation at which a satellite counts; 0 if not given.")
  private Double maskDegrees;

  @Option(
      names = "--horizon",
      paramLabel = "FILE",
      description =
          "The least elevation by azimuth, from a CSV file with the columns"
              + " azimuth_deg,elevation_deg, the same at every site.")
  private Path horizonFile;

  @Option(
      names = "--sites",
      paramLabel = "FILE",
      description =
          "Places of your own instead of the capitals: CSV (name,latitude_deg,longitude_deg and"
              + " perhaps height_m) or GeoJSON.")
  private Path sitesFile;

  @Mixin private ThreadsOption threads;

  boolean areCapitals() {
    return sitesFile == null;
  }

  List<GroundSite> sites() throws IOException {
    return sitesFile == null ? WorldCapitals.all() : SiteList.read(sitesFile);
  }

  ElevationMask mask() throws IOException {
    if (horizonFile != null) {
      if (maskDegrees != null) {
        throw new ParameterException(
            command.commandLine(), "--mask and --horizon contradict each other, give one of them");
      }
      return ElevationMask.readHorizon(horizonFile);
    }
    return ElevationMask.ofDegrees(maskDegrees == null ? 0 : maskDegrees);
  }

  VisibilityStudy study(
      Selection selection, List<GroundSite> sites, ElevationMask mask, Progress progress) {
    return threads.applyTo(
        VisibilityStudy.of(selection.constellation())
            .at(sites)
            .over(selection.start(), duration)
            .above(mask)
            .reporting(progress));
  }

  /**
   * The definition behind a result.
   *
   * @param flown the constellation as it flew
   */
  Setting setting(
      ConstellationOptions satellites,
      Selection selection,
      ElevationMask mask,
      Optional<Duration> step,
      Constellation flown) {
    return new Setting(
        selection.of(flown),
        satellites.membership(),
        satellites.flags(selection.start()),
        mask,
        Optional.ofNullable(horizonFile).map(Path::toString),
        step);
  }
}
