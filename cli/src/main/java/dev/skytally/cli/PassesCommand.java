package dev.skytally.cli;

import dev.skytally.PassList;
import dev.skytally.cli.report.PassesReport;
import dev.skytally.cli.report.Selection;
import dev.skytally.input.DecimalNumber;
import dev.skytally.input.TextFile;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "passes",
    header = "Tells when each satellite rises, culminates and sets over one site.",
    description = "",
    mixinStandardHelpOptions = true,
    versionProvider = SkytallyCommand.Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  skytally passes \"Addis Ababa\" --mask 5",
      "  skytally passes ET --systems BDS --format csv",
      "  skytally passes -33.92,18.42,25 --start 2024-09-22T06:00:00Z --duration 12h",
      "  skytally passes Harbour --sites towns.csv"
    })
final class PassesCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "SITE",
      description =
          "A capital, a country or its ISO code; or LAT,LON[,HEIGHT] in degrees north and east and"
              + " metres; or, with --sites, a name of that list.")
  private String site;

  @Mixin private ConstellationOptions satellites;
  @Mixin private VisibilityOptions visibility;

  /** Refused by name, as every other flag of {@code capitals} is one of this command too. */
  @Option(names = "--every", hidden = true)
  private String step;

  @Mixin private OutputOptions output;

  PassesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    if (step != null) {
      throw wrongUsage("passes are exact, without a time step; --every belongs to capitals");
    }
    output.requireWritable();
    ElevationMask mask = visibility.mask();
    GroundSite place = place();
    Selection selection = satellites.select(visibility.duration, output, console);
    PassList found;
    try (Progress progress = output.progress(console)) {
      found = visibility.study(selection, List.of(place), mask, progress).passes();
    }
    output.write(
        console,
        new PassesReport(
            visibility.setting(
                satellites, selection, mask, Optional.empty(), found.constellation()),
            place,
            found.passes()));
    return Main.DONE;
  }

  private GroundSite place() throws IOException {
    GroundSite point = pointOrNull();
    if (point != null) {
      return point;
    }
    if (visibility.areCapitals()) {
      return WorldCapitals.find(site)
          .orElseThrow(
              () ->
                  wrongUsage(
                      "no capital or country is named " + TextFile.quoted(site) + similar(site)));
    }
    List<GroundSite> found =
        visibility.sites().stream().filter(s -> s.name().equalsIgnoreCase(site.strip())).toList();
    if (found.size() != 1) {
      throw wrongUsage(
          (found.isEmpty() ? "no site" : "more than one site")
              + " of the list is named "
              + TextFile.quoted(site));
    }
    return found.get(0);
  }

  private static String similar(String name) {
    List<String> similar = WorldCapitals.similar(name);
    return similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
  }

  /** The site as {@code LAT,LON[,HEIGHT]}; null if it is a name. */
  private GroundSite pointOrNull() {
    String[] parts = site.split(",", -1);
    if (parts.length < 2 || parts.length > 3) {
      return null;
    }
    double[] numbers = new double[3];
    try {
      for (int i = 0; i < parts.length; i++) {
        numbers[i] = DecimalNumber.parse(parts[i].strip());
      }
    } catch (NumberFormatException e) {
      return null;
    }
    try {
      return GroundSite.ofDegrees(site.strip(), numbers[0], numbers[1], numbers[2]);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private ParameterException wrongUsage(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }
}
