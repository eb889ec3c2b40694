package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The program: arguments in, an exit code out. */
public final class Main {
  /** Set by the launcher, because Java cannot ask whether stderr alone is a terminal. */
  private static final String STDERR_IS_TERMINAL_PROPERTY = "skytally.stderr.terminal";

  private Main() {}

  public static void main(String[] arguments) {
    Console console =
        new Console(
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            Boolean.getBoolean(STDERR_IS_TERMINAL_PROPERTY),
            System.getenv(),
            Clock.systemUTC());
    System.exit(run(console, arguments));
  }

  static int run(Console console, String... arguments) {
    if (arguments.length == 0) {
      console.showHelp(HelpPage.inLines(program(console).getUsageMessage()));
      return ExitCode.WRONG_USAGE;
    }
    String[] plain = plain(arguments);
    StringWriter help = new StringWriter();
    try {
      CommandLine program = program(console, plain).setOut(new PrintWriter(help));
      boolean isKnown = plain[0].startsWith("-") || program.getSubcommands().containsKey(plain[0]);
      int exitCode = program.execute(isKnown ? plain : Arrays.copyOf(plain, 1));
      if (help.getBuffer().length() > 0) {
        console.write(HelpPage.inLines(help.toString()));
      }
      return exitCode;
    } catch (JobFailedException e) {
      console.error(e.getMessage());
      return ExitCode.FAILED;
    } catch (OutOfMemoryError e) {
      String less =
          switch (plain[0]) {
            case WorldCommand.NAME ->
                "give a coarser --resolution, smaller --bounds or fewer --systems";
            case HorizonCommand.NAME -> "give smaller files to --dem";
            default -> "shorten --duration, give fewer sites";
          };
      console.error("out of memory: " + less + ", or give Java more with JAVA_TOOL_OPTIONS=-Xmx4g");
      return ExitCode.FAILED;
    }
  }

  static CommandLine program(Console console, String... arguments) {
    // No option uses Picocli's own converters of times, and loading their classes costs time.
    System.setProperty("picocli.converters.excludes", "java[.](time|sql)[.].*");
    // Looking for a class of Groovy in vain would open all jars.
    System.setProperty("picocli.disable.closures", "true");
    // Jetty, FontBox and SQLite's driver log by SLF4J, which would print that no log is set up.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    CommandSpec program = new SkytallyCommand().spec();
    for (CommandSpec command : neededCommands(console, arguments)) {
      program.addSubcommand(command.name(), command);
    }
    ProblemReport problems = new ProblemReport(console);
    return new CommandLine(program)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setHelpFactory(new HelpPage())
        .setUsageHelpWidth(HelpPage.UNBROKEN_WIDTH)
        .setParameterExceptionHandler(problems)
        .setExecutionExceptionHandler(problems);
  }

  /** Sets up as few commands as the arguments allow, because each costs time. */
  private static List<CommandSpec> neededCommands(Console console, String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    if (arguments.length == 1 && SkytallyCommand.VERSION_OPTIONS.contains(first)) {
      return List.of();
    }
    List<CommandSpec> named = commands(console, first);
    return named.isEmpty() ? commands(console, "") : named;
  }

  /**
   * Returns the command with a name, if it exists, or all in the order of the help for an empty
   * name. A map from names to lambdas would be shorter, but would cost 1 % of every start.
   */
  private static List<CommandSpec> commands(Console console, String name) {
    boolean all = name.isEmpty();
    List<CommandSpec> commands = new ArrayList<>();
    if (all || name.equals(CapitalsCommand.NAME)) {
      commands.add(new CapitalsCommand(console).spec());
    }
    if (all || name.equals(FindingCommand.NAME)) {
      commands.add(new FindingCommand(console).spec());
    }
    if (all || name.equals(PassesCommand.NAME)) {
      commands.add(new PassesCommand(console).spec());
    }
    if (all || name.equals(SkyCommand.NAME)) {
      commands.add(new SkyCommand(console).spec());
    }
    if (all || name.equals(HorizonCommand.NAME)) {
      commands.add(new HorizonCommand(console).spec());
    }
    if (all || name.equals(PlanCommand.NAME)) {
      commands.add(new PlanCommand(console).spec());
    }
    if (all || name.equals(WorldCommand.NAME)) {
      commands.add(new WorldCommand(console).spec());
    }
    if (all || name.equals(ElementsCommand.NAME)) {
      commands.add(new ElementsCommand(console).spec());
    }
    if (all || name.equals(ValidateCommand.NAME)) {
      commands.add(new ValidateCommand(console).spec());
    }
    if (all || name.equals(FetchCommand.NAME)) {
      commands.add(new FetchCommand(console).spec());
    }
    if (all || name.equals(ArchiveCommand.NAME)) {
      commands.add(new ArchiveCommand(console).spec());
    }
    if (all || name.equals(RecomputeCommand.NAME)) {
      commands.add(new RecomputeCommand(console).spec());
    }
    if (all || name.equals(WatchCommand.NAME)) {
      commands.add(new WatchCommand(console).spec());
    }
    if (all || name.equals(HistoryCommand.NAME)) {
      commands.add(new HistoryCommand(console).spec());
    }
    if (all || name.equals(ServeCommand.NAME)) {
      commands.add(new ServeCommand(console).spec());
    }
    return commands;
  }

  /**
   * Rewrites arguments for the parser: {@code help COMMAND} becomes {@code COMMAND --help}, and a
   * southern latitude gets a blank in front, because its minus sign would make it an option.
   */
  private static String[] plain(String[] arguments) {
    if (arguments[0].equals("help")) {
      String[] command = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
      command[command.length - 1] = "--help";
      return command;
    }
    String[] result = arguments.clone();
    for (int i = 0; i < result.length; i++) {
      String argument = result[i];
      if (argument.length() > 1
          && argument.charAt(0) == '-'
          && (Character.isDigit(argument.charAt(1)) || argument.charAt(1) == '.')
          && (argument.indexOf(',') > 0 || argument.indexOf(' ') > 0)) {
        result[i] = " " + argument;
      }
    }
    return result;
  }
}
