package dev.skytally.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The program: arguments in, an exit code out. */
public final class Main {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** Told by commands that are asked to, so that a schedule can act on it. */
  static final int CHANGED = 3;

  /** Set by the launcher, as Java cannot ask whether stderr alone is a terminal. */
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
      console.messages().append(HelpPage.inLines(program(console, "").getUsageMessage()));
      return WRONG_USAGE;
    }
    String[] plain = plain(arguments);
    StringWriter help = new StringWriter();
    try {
      CommandLine program = program(console, plain[0]).setOut(new PrintWriter(help));
      boolean isKnown = plain[0].startsWith("-") || program.getSubcommands().containsKey(plain[0]);
      int exitCode = program.execute(isKnown ? plain : Arrays.copyOf(plain, 1));
      if (help.getBuffer().length() > 0) {
        String page = HelpPage.inLines(help.toString());
        console.write(page.getBytes(StandardCharsets.UTF_8));
      }
      return exitCode;
    } catch (JobFailedException e) {
      console.error(e.getMessage());
      return FAILED;
    } catch (OutOfMemoryError e) {
      String less =
          plain[0].equals("world")
              ? "take a coarser --resolution, smaller --bounds or fewer --systems"
              : "shorten --duration, take fewer sites";
      console.error("out of memory: " + less + ", or give Java more with JAVA_TOOL_OPTIONS=-Xmx4g");
      return FAILED;
    }
  }

  private static CommandLine program(Console console, String wanted) {
    CommandSpec program = new SkytallyCommand().spec();
    for (CommandSpec command : commands(console, wanted)) {
      program.addSubcommand(command.name(), command);
    }
    ProblemReport problems = new ProblemReport(console);
    return new CommandLine(program)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setErr(new PrintWriter(console.messages(), true, StandardCharsets.UTF_8))
        .setUsageHelpWidth(HelpPage.UNBROKEN_WIDTH)
        .setParameterExceptionHandler(problems)
        .setExecutionExceptionHandler(problems);
  }

  /** The one command that is wanted, as the parser takes its time over each; else all of them. */
  private static List<CommandSpec> commands(Console console, String wanted) {
    return switch (wanted) {
      case "capitals" -> List.of(new CapitalsCommand(console).spec());
      case "finding" -> List.of(new FindingCommand(console).spec());
      case "passes" -> List.of(new PassesCommand(console).spec());
      case "sky" -> List.of(new SkyCommand(console).spec());
      case "world" -> List.of(new WorldCommand(console).spec());
      case "elements" -> List.of(new ElementsCommand(console).spec());
      case "fetch" -> List.of(new FetchCommand(console).spec());
      case "archive" -> List.of(new ArchiveCommand(console).spec());
      case "recompute" -> List.of(new RecomputeCommand(console).spec());
      case "watch" -> List.of(new WatchCommand(console).spec());
      case "history" -> List.of(new HistoryCommand(console).spec());
      case "validate" -> List.of(new ValidateCommand(console).spec());
      default ->
          List.of(
              new CapitalsCommand(console).spec(),
              new FindingCommand(console).spec(),
              new PassesCommand(console).spec(),
              new SkyCommand(console).spec(),
              new WorldCommand(console).spec(),
              new ElementsCommand(console).spec(),
              new ValidateCommand(console).spec(),
              new FetchCommand(console).spec(),
              new ArchiveCommand(console).spec(),
              new RecomputeCommand(console).spec(),
              new WatchCommand(console).spec(),
              new HistoryCommand(console).spec());
    };
  }

  /**
   * As the parser takes them: {@code help COMMAND} is {@code COMMAND --help}; and a southern
   * latitude begins with a dash, as an option does, but no option begins with a digit.
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
          && argument.indexOf(',') > 0) {
        result[i] = " " + argument;
      }
    }
    return result;
  }
}
