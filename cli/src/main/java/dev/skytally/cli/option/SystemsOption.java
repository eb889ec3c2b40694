package dev.skytally.cli.option;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.SelectionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The option for the systems to compare. */
public final class SystemsOption {
  private final OptionSpec option;
  private final CommandSpec command;

  /** Creates an option; the caller adds it to the command. */
  public SystemsOption(CommandSpec command) {
    this(command, "GPS,BDS");
  }

  /**
   * As above.
   *
   * @param usual the default, for people
   */
  public SystemsOption(CommandSpec command, String usual) {
    this.command = command;
    option =
        Heading.option(Heading.SATELLITES, "--systems")
            .paramLabel("SYSTEM")
            .type(List.class)
            .auxiliaryTypes(GnssSystem.class)
            .splitRegex(",")
            .converters(new Arguments.GnssSystemName())
            .description(
                "Systems to compare, separated by commas, out of "
                    + GnssSystem.codes()
                    + " (default: "
                    + usual
                    + ").")
            .build();
  }

  public OptionSpec spec() {
    return option;
  }

  /** Returns the systems in the order given, each once, if any are given. */
  public Optional<List<GnssSystem>> given() {
    List<GnssSystem> given = option.getValue();
    if (given != null && Set.copyOf(given).size() < given.size()) {
      throw new ParameterException(
          command.commandLine(), "--systems names a system twice: " + names(given));
    }
    return Optional.ofNullable(given);
  }

  /** Describes the failure of a file that has only orbits of other systems than those asked for. */
  public static String noneOf(SelectionException problem) {
    return problem.getMessage() + "; choose among them with --systems";
  }

  /** Lists systems, for example {@code GPS, BDS}. */
  public static String names(List<GnssSystem> systems) {
    StringBuilder names = new StringBuilder();
    for (GnssSystem system : systems) {
      names.append(names.isEmpty() ? "" : ", ").append(system.name());
    }
    return names.toString();
  }
}
