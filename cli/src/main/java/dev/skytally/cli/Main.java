package dev.skytally.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The program: arguments in, an exit code out. */
public final class Main {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** Set by the launcher, as Java cannot ask whether stderr alone is a terminal. */
  private static final String STDERR_IS_TERMINAL_PROPERTY = "skytally.stderr.terminal";

  private Main() {}

  public static void main(String[] arguments) {
    Console console =
        new Console(
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            Boolean.getBoolean(STDERR_IS_TERMINAL_PROPERTY));
    System.exit(run(console, arguments));
  }

  static int run(Console console, String... arguments) {
    if (arguments.length == 0) {
      CommandLine program = program(console, "");
      program.usage(program.getErr());
      return WRONG_USAGE;
    }
    String[] plain = plain(arguments);
    StringWriter help = new StringWriter();
    try {
      int exitCode = program(console, plain[0]).setOut(new PrintWriter(help)).execute(plain);
      if (help.getBuffer().length() > 0) {
        OutputOptions.writeTo(console.result(), help.toString().getBytes(StandardCharsets.UTF_8));
      }
      return exitCode;
    } catch (JobFailedException e) {
      console.error(e.getMessage());
      return FAILED;
    } catch (OutOfMemoryError e) {
      console.error(
          "out of memory: shorten --duration, take fewer sites, or give Java more with"
              + " JAVA_TOOL_OPTIONS=-Xmx4g");
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
        .setParameterExceptionHandler(problems)
        .setExecutionExceptionHandler(problems);
  }

  /** The one command that is wanted, as the parser takes its time over each; else all of them. */
  private static List<CommandSpec> commands(Console console, String wanted) {
    return switch (wanted) {
      case "capitals" -> List.of(new CapitalsCommand(console).spec());
      case "finding" -> List.of(new FindingCommand(console).spec());
      case "passes" -> List.of(new PassesCommand(console).spec());
      case "elements" -> List.of(new ElementsCommand(console).spec());
      case "validate" -> List.of(new ValidateCommand(console).spec());
      default ->
          List.of(
              new CapitalsCommand(console).spec(),
              new FindingCommand(console).spec(),
              new PassesCommand(console).spec(),
              new ElementsCommand(console).spec(),
              new ValidateCommand(console).spec());
    };
  }

  /**
   * As the parser takes them: {@code help COMMAND} is {@code COMMAND --help}; and a southern
   * latitude begins with a dash, as an option does, but no option begins with a digit.
   */
  private static String[] plain(String[] arguments) {
    if (arguments[0].equals("help")) {
      return arguments.length == 1
          ? new String[] {"--help"}
          : new String[] {arguments[1], "--help"};
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
