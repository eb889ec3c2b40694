package dev.skytally.cli.option;

import dev.skytally.cli.console.JobFailedException;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.SelectionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Which systems to look at. */
public final class SystemsOption {
  private final OptionSpec option;
  private final CommandSpec command;

  /** An option for a command, which is still to be added to it. */
  public SystemsOption(CommandSpec command) {
    this(command, "GPS,BDS");
  }

  /**
   * As above.
   *
   * @param usual what counts if it is not given, for people
   */
  public SystemsOption(CommandSpec command, String usual) {
    this.command = command;
    option =
        OptionSpec.builder("--systems")
            .paramLabel("SYSTEM")
            .type(List.class)
            .auxiliaryTypes(GnssSystem.class)
            .splitRegex(",")
            .converters(new Arguments.GnssSystemName())
            .description("Of " + GnssSystem.codes() + " (default: " + usual + ").")
            .build();
  }

  public OptionSpec spec() {
    return option;
  }

  /** The systems in the order given, each once; empty if none is given. */
  public Optional<List<GnssSystem>> given() {
    List<GnssSystem> given = option.getValue();
    if (given != null && Set.copyOf(given).size() < given.size()) {
      throw new ParameterException(
          command.commandLine(), "--systems names a system twice: " + names(given));
    }
    return Optional.ofNullable(given);
  }

  /** The failure of a file that holds no orbits of the systems asked for, but of others. */
  public static JobFailedException noneOf(SelectionException problem) {
    return new JobFailedException(problem.getMessage() + "; choose among them with --systems");
  }

  /** As {@code GPS, BDS}. */
  public static String names(List<GnssSystem> systems) {
    StringBuilder names = new StringBuilder();
    for (GnssSystem system : systems) {
      names.append(names.isEmpty() ? "" : ", ").append(system.name());
    }
    return names.toString();
  }
}
