package dev.skytally.cli.option;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.selection.Selection;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Which systems share a receiver clock. */
public final class ClocksOption {
  private final OptionSpec option =
      OptionSpec.builder("--clocks")
          .paramLabel("CLOCKS")
          .type(ReceiverClocks.class)
          .converters(new Arguments.Clocks())
          .description(
              "Dilution of precision of all systems together: the systems that share a receiver"
                  + " clock, for example GPS+QZS,BDS+GAL, or own for a clock each (default: GPS+QZS,"
                  + " because QZSS uses GPS time).")
          .build();

  private final CommandSpec command;

  public ClocksOption(CommandSpec command) {
    this.command = command;
    command.addOption(option);
  }

  /** Rejects the option where it would change nothing; {@code missing} is what needs it. */
  public void requireUse(boolean isUsed, String missing) {
    if (option.getValue() != null && !isUsed) {
      throw wrongUsage("--clocks changes the dilution of precision only, add " + missing);
    }
  }

  /** Returns the clocks of the systems asked for. */
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
