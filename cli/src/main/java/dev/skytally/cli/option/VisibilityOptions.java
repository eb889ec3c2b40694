package dev.skytally.cli.option;

import dev.skytally.VisibilityStudy;
import dev.skytally.cli.console.Console;
import dev.skytally.input.InputFormatException;
import dev.skytally.report.setting.Masks;
import dev.skytally.report.setting.Setting;
import dev.skytally.satellites.Constellation;
import dev.skytally.selection.Selection;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options for the sites, their mask and the length of the window. */
public final class VisibilityOptions {
  private final OptionSpec duration;

  private final OptionSpec maskDegrees = maskOption();

  private final OptionSpec horizon;
  private final SitesOption sites;
  private final CommandSpec command;
  private final Console console;
  private final ThreadsOption threads;

  /** The sites of the file, once they are read. */
  private List<GroundSite> listed = List.of();

  public VisibilityOptions(CommandSpec command, Console console) {
    this(command, console, durationOption());
  }

  /** Adds the options, with another one than {@code --duration} for the length of the window. */
  public VisibilityOptions(CommandSpec command, Console console, OptionSpec.Builder length) {
    this.command = command;
    this.console = console;
    duration =
        length.paramLabel("LENGTH").type(Duration.class).converters(new Arguments.Length()).build();
    horizon =
        Heading.option(Heading.SITES, "--horizon")
            .paramLabel("FILE")
            .type(Object.class)
            .converters(new Arguments.Horizon())
            .description(
                "Least elevation by azimuth, the same at every site"
                    + console.words(
                        ", from FILE: CSV (azimuth_deg,elevation_deg), a table of PVGIS, or lines of"
                            + " azimuth and elevation; or the points themselves,",
                        ":")
                    + " for example 0:5,90:12. With --mask, the greater of both counts.")
            .build();
    command.addOption(duration).addOption(maskDegrees).addOption(horizon);
    sites = new SitesOption(command, console);
    threads = new ThreadsOption(command);
  }

  public static OptionSpec maskOption() {
    return Heading.option(Heading.SITES, "--mask")
        .paramLabel("DEGREES")
        .type(Double.class)
        .converters(new Arguments.Degrees())
        .description(maskDescription("0"))
        .build();
  }

  static String maskDescription(String usual) {
    return "Least elevation in degrees at which a satellite counts (default: " + usual + ").";
  }

  public static OptionSpec.Builder durationOption() {
    return Heading.option(Heading.WINDOW, "--duration")
        .paramLabel("LENGTH")
        .type(Duration.class)
        .converters(new Arguments.Length())
        .initialValue(Duration.ofDays(1))
        .description(
            "Length of the window, for example 24h, 1h30m, 7d or PT24H, up to 366d (default: 24h).");
  }

  public Duration duration() {
    return duration.getValue();
  }

  public boolean areCapitals() {
    return sites.file().isEmpty();
  }

  /** Returns the sites; {@code --mask} raises the own horizon of a site. */
  public List<GroundSite> sites() throws IOException {
    Double degrees = maskDegrees.getValue();
    List<GroundSite> read = sites.sites();
    listed = areCapitals() ? List.of() : read;
    return degrees == null ? read : read.stream().map(site -> raised(site, degrees)).toList();
  }

  private static GroundSite raised(GroundSite site, double degrees) {
    return site.mask()
        .filter(ElevationMask::isHorizon)
        .map(horizon -> site.withMask(horizon.atLeastDegrees(degrees)))
        .orElse(site);
  }

  /**
   * Returns the masks of some sites; a mask in the file of sites goes before the options. An option
   * that applies to none of them, nor to another site of the file, is wrong.
   */
  public Masks masks(List<GroundSite> sites) throws IOException {
    Masks common = common();
    for (OptionSpec option : List.of(maskDegrees, horizon)) {
      if (option.getValue() != null
          && !concernsAny(option, sites)
          && !concernsAny(option, listed)) {
        String name = option.longestName();
        throw new ParameterException(
            command.commandLine(),
            "%s applies to no site, since %s has mask_deg or horizon in the list of sites; omit %s"
                .formatted(name, listed.size() == 1 ? listed.get(0).name() : "each", name));
      }
    }
    if (horizon.getValue() != null && concernsAny(horizon, sites)) {
      common
          .common()
          .gap()
          .ifPresent(gap -> OutputOptions.warn(command, console, givenHorizon() + ": " + gap));
    }
    return common.at(sites);
  }

  private boolean concernsAny(OptionSpec option, List<GroundSite> some) {
    return some.stream().anyMatch(site -> concerns(option, site));
  }

  /** Returns whether the mask of a site depends on an option that is given. */
  private boolean concerns(OptionSpec option, GroundSite site) {
    return site.mask().map(own -> option.equals(maskDegrees) && own.isHorizon()).orElse(true);
  }

  /** Returns the horizon as the user gave it. */
  private String givenHorizon() {
    return horizon.originalStringValues().get(0);
  }

  private Masks common() throws IOException {
    Optional<Double> degrees = Optional.ofNullable(maskDegrees.getValue());
    Object given = horizon.getValue();
    if (given == null) {
      return Masks.ofDegrees(degrees);
    }
    if (given instanceof Path file && Files.notExists(file)) {
      throw new InputFormatException(file + ": no such file; points are written as 0:5,90:12");
    }
    ElevationMask mask =
        given instanceof ElevationMask written ? written : ElevationMask.readHorizon((Path) given);
    return Masks.of(mask, givenHorizon(), degrees);
  }

  /** Begins a study; the caller sets its window. */
  public VisibilityStudy study(
      Selection selection, List<GroundSite> sites, Masks masks, DoubleConsumer progress) {
    return threads.applyTo(
        VisibilityStudy.of(selection.constellation())
            .at(sites)
            .above(masks.common())
            .without(selection.outages())
            .reporting(progress));
  }

  /**
   * Returns the definition behind a result.
   *
   * @param flown the constellation as it flew
   */
  public Setting setting(
      ConstellationOptions satellites,
      Selection selection,
      Masks masks,
      Optional<Duration> step,
      Constellation flown) {
    return new Setting(
        selection.of(flown),
        satellites.membership(selection),
        satellites.choice(),
        satellites.flags(selection.start()),
        satellites.times(),
        masks,
        step,
        Optional.empty());
  }
}
