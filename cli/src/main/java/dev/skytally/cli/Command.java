package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command of the program. Its constructor adds its options in the order of the help.
 *
 * <p>Commands and options are built by hand. Annotations would make every start slower by a fifth,
 * because the JDK generates a class for each of them.
 */
abstract class Command implements Callable<Integer> {
  final Console console;
  final CommandSpec command;

  Command(String name, Console console) {
    this.console = console;
    command = CommandSpec.wrapWithoutInspection(this).name(name);
    command.usageMessage().sortOptions(false).abbreviateSynopsis(true);
  }

  /** Describes the command in its help, and adds its subcommands. */
  abstract void describe();

  /** Returns the command as the parser needs it. */
  final CommandSpec spec() {
    describe();
    SkytallyCommand.addHelpTo(command);
    return command;
  }

  /** Returns the exception to throw for a problem with the arguments. */
  final ParameterException wrongUsage(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }

  /** Returns the exception to throw for a problem with an option that the problem does not name. */
  final ParameterException wrongUsage(OptionSpec option, String problem) {
    return new ParameterException(command.commandLine(), problem, option, null);
  }
}
