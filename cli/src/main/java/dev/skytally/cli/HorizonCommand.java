package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Progress;
import dev.skytally.cli.option.OutputOptions;
import dev.skytally.cli.option.PictureOptions;
import dev.skytally.cli.option.SiteParameter;
import dev.skytally.cli.option.SitesOption;
import dev.skytally.cli.option.TerrainOptions;
import dev.skytally.report.horizon.HorizonReport;
import dev.skytally.report.text.Decimals;
import dev.skytally.site.GroundSite;
import dev.skytally.terrain.ElevationModel;
import dev.skytally.terrain.TerrainHorizon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes the horizon of sites from an elevation model. */
final class HorizonCommand extends Command {
  static final String NAME = "horizon";

  private final SiteParameter site;
  private final TerrainOptions terrain;
  private final SitesOption list;
  private final PictureOptions pictures;
  private final OutputOptions output;

  HorizonCommand(Console console) {
    super(NAME, console);
    site = SiteParameter.optional(command, console);
    terrain = new TerrainOptions(command);
    list = new SitesOption(command, console);
    pictures = new PictureOptions(command);
    output = OutputOptions.withPictures(command, pictures);
    terrain.addFolder();
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Computes the horizon of a site from an elevation model.")
        .description(
            "",
            "The result as CSV is a file for --horizon. With -o FILE.svg or -o FILE.png, it draws a"
                + " panorama. An elevation model of 30 m contains no single buildings and trees.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally horizon 46.02,7.75 --dem glo30/ -o zermatt.csv",
            "  skytally passes 46.02,7.75 --horizon zermatt.csv",
            "  skytally horizon --sites huts.csv --dem glo30/ --folder horizons");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    pictures.requireUse(output.isPicture(), "-o", console);
    output.requireWritable();
    List<GroundSite> places = places();
    if (output.isPicture() && places.size() > 1) {
      throw wrongUsage("a picture shows one site, give SITE");
    }
    ElevationModel model = ElevationModel.open(terrain.model());
    List<TerrainHorizon> horizons = new ArrayList<>();
    try (Progress progress = output.progress(console)) {
      int done = 0;
      for (GroundSite place : places) {
        Optional<TerrainHorizon> horizon = TerrainHorizon.of(model, place, terrain.setting());
        horizon.ifPresent(horizons::add);
        if (horizon.isEmpty()) {
          console.warn(terrain.model() + " has no height at " + place + ", so it has no horizon");
        }
        progress.accept((double) ++done / places.size());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (horizons.isEmpty()) {
      throw new JobFailedException("no site is within " + terrain.model());
    }
    horizons.forEach(this::warnOfReach);
    HorizonReport report =
        new HorizonReport(horizons, model, terrain.model().toString(), terrain.setting());
    for (TerrainHorizon horizon : horizons) {
      terrain.store(horizon.site(), report.of(horizon).csv());
    }
    output.writeOrDraw(console, report, report::panorama);
    return ExitCode.DONE;
  }

  private List<GroundSite> places() throws IOException {
    boolean areCapitals = list.file().isEmpty();
    List<GroundSite> sites = list.sites();
    if (site.isGiven()) {
      return List.of(site.place(sites, areCapitals));
    }
    if (areCapitals) {
      throw wrongUsage("SITE or --sites is missing");
    }
    return sites;
  }

  private void warnOfReach(TerrainHorizon horizon) {
    if (Double.isFinite(horizon.reachMeters())) {
      output.warn(
          console,
          "the elevation model ends %s m from %s; beyond it counts as sea, so give it more files"
                  .formatted(Decimals.fixed(horizon.reachMeters(), 0), horizon.site().name())
              + " if there is land");
    }
  }
}
