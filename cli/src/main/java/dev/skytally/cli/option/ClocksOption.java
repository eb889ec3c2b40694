package dev.skytally.cli.option;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.Selection;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The option for the systems that share a receiver clock. */
public final class ClocksOption {
  private final OptionSpec option =
      Heading.option(Heading.OUTPUT, "--clocks")
          .paramLabel("CLOCKS")
          .type(ReceiverClocks.class)
          .converters(new Arguments.Clocks())
          .description(
              "Systems that share a receiver clock in the dilution of precision of all systems"
                  + " together, for example GPS+QZS,BDS+GAL, or own for a clock each (default:"
                  + " GPS+QZS, because QZSS uses GPS time).")
          .build();

  private final CommandSpec command;

  public ClocksOption(CommandSpec command) {
    this.command = command;
    command.addOption(option);
  }

  /**
   * Rejects the option if it would change nothing.
   *
   * @param isUsed whether the clocks change the result
   * @param missing the options that would make use of the clocks
   */
  public void requireUse(boolean isUsed, String missing) {
    if (option.getValue() != null && !isUsed) {
      throw wrongUsage("--clocks changes the dilution of precision only, add " + missing);
    }
  }

  /** Returns the clocks, all of whose systems the selection has. */
  public ReceiverClocks clocks(Selection selection) {
    ReceiverClocks clocks = option.getValue();
    if (clocks == null) {
      return ReceiverClocks.DEFAULT;
    }
    List<GnssSystem> systems = selection.constellation().systems();
    for (Set<GnssSystem> clock : clocks.shared()) {
      for (GnssSystem system : clock) {
        if (!systems.contains(system)) {
          throw wrongUsage(
              "--clocks names %s, which is not among the systems asked for (%s)"
                  .formatted(system, SystemsOption.names(systems)));
        }
      }
    }
    return clocks;
  }

  private ParameterException wrongUsage(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }
}
