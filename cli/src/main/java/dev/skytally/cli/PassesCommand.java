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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Lists the passes over one site. */
final class PassesCommand implements Callable<Integer> {
  private final Console console;
  private final CommandSpec command = SkytallyCommand.subcommand("passes", this);

  private final PositionalParamSpec site =
      PositionalParamSpec.builder()
          .index("0")
          .arity("1")
          .required(true)
          .paramLabel("SITE")
          .type(String.class)
          .description(
              "A capital, a country or its ISO code; or LAT,LON[,HEIGHT] in degrees north and east and"
                  + " metres; or, with --sites, a name of that list.")
          .build();

  private final ConstellationOptions satellites;
  private final VisibilityOptions visibility;

  /** Refused by name, as every other flag of {@code capitals} is one of this command too. */
  private final OptionSpec step =
      OptionSpec.builder("--every").type(String.class).hidden(true).build();

  private final OutputOptions output;

  PassesCommand(Console console) {
    this.console = console;
    command.addPositional(site);
    satellites = new ConstellationOptions(command);
    visibility = new VisibilityOptions(command);
    command.addOption(step);
    output = new OutputOptions(command);
  }

  CommandSpec spec() {
    command
        .usageMessage()
        .header("Tells when each satellite rises, culminates and sets over one site.")
        .description("")
        .footer(
            "",
            "Examples:",
            "  skytally passes \"Addis Ababa\" --mask 5",
            "  skytally passes ET --systems BDS --format csv",
            "  skytally passes -33.92,18.42,25 --start 2024-09-22T06:00:00Z --duration 12h",
            "  skytally passes Harbour --sites towns.csv");
    SkytallyCommand.addHelpTo(command);
    return command;
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    if (step.getValue() != null) {
      throw wrongUsage("passes are exact, without a time step; --every belongs to capitals");
    }
    output.requireWritable();
    ElevationMask mask = visibility.mask();
    GroundSite place = place(site.getValue());
    Selection selection = satellites.select(visibility.duration(), output, console);
    PassList found;
    try (Progress progress = output.progress(console)) {
      found = visibility.study(selection, List.of(place), mask, progress).passes();
    }
    output.warnOfGrounded(console, selection.constellation(), found.constellation());
    output.write(
        console,
        new PassesReport(
            visibility.setting(
                satellites, selection, mask, Optional.empty(), found.constellation()),
            place,
            found.passes()));
    return Main.DONE;
  }

  private GroundSite place(String name) throws IOException {
    if (visibility.areCapitals()) {
      GroundSite point = pointOrNull(name);
      if (point != null) {
        return point;
      }
      return WorldCapitals.find(name)
          .orElseThrow(
              () ->
                  wrongUsage(
                      "no capital or country is named " + TextFile.quoted(name) + similar(name)));
    }
    List<GroundSite> found =
        visibility.sites().stream().filter(s -> s.name().equalsIgnoreCase(name.strip())).toList();
    GroundSite point = found.isEmpty() ? pointOrNull(name) : null;
    if (point != null) {
      return point;
    }
    if (found.size() != 1) {
      throw wrongUsage(
          (found.isEmpty() ? "no site" : "more than one site")
              + " of the list is named "
              + TextFile.quoted(name));
    }
    return found.get(0);
  }

  private static String similar(String name) {
    List<String> similar = WorldCapitals.similar(name);
    return similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
  }

  /** The site as {@code LAT,LON[,HEIGHT]}; null if it is a name. */
  private GroundSite pointOrNull(String name) {
    String[] parts = name.split(",", -1);
    double[] numbers = new double[Math.max(3, parts.length)];
    int read = 0;
    String wrong = "";
    for (int i = 0; i < parts.length; i++) {
      try {
        numbers[i] = DecimalNumber.parse(parts[i].strip());
        read++;
      } catch (NumberFormatException e) {
        wrong = wrong.isEmpty() ? TextFile.quoted(parts[i].strip()) + " is no number" : wrong;
      }
    }
    if (parts.length == 1 || read == 0) {
      return null;
    }
    if (parts.length > 3) {
      wrong = parts.length + " numbers are too many";
    }
    if (!wrong.isEmpty()) {
      throw wrongUsage(
          TextFile.quoted(name.strip())
              + ": "
              + wrong
              + ", expected LAT,LON[,HEIGHT] such as -33.92,18.42,25");
    }
    try {
      return GroundSite.ofDegrees(name.strip(), numbers[0], numbers[1], numbers[2]);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private ParameterException wrongUsage(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }
}
