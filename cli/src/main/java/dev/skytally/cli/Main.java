package dev.skytally.cli;

import dev.skytally.input.TextFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: arguments in, an exit code out. */
public final class Main {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** Set (to anything) to see the stack trace of an error that nobody foresaw. */
  private static final String TRACE_VARIABLE = "SKYTALLY_TRACE";

  /** Set by the launcher, as Java cannot ask whether stderr alone is a terminal. */
  private static final String STDERR_IS_TERMINAL_PROPERTY = "skytally.stderr.terminal";

  /** How the parser begins the message of a converter of ours; the option's name follows. */
  private static final String CONVERTERS_PREFIX = "Invalid value for option ";

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
    try {
      return program(console, plain[0]).execute(plain);
    } catch (OutOfMemoryError e) {
      console.error(
          "out of memory: shorten --duration, take fewer sites, or give Java more with"
              + " JAVA_TOOL_OPTIONS=-Xmx4g");
      return FAILED;
    }
  }

  private static CommandLine program(Console console, String wanted) {
    CommandLine program = new CommandLine(new SkytallyCommand());
    for (Object command : commands(console, wanted)) {
      program.addSubcommand(command);
    }
    return program
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setOut(new PrintWriter(console.result(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.messages(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((problem, args) -> reportWrongUsage(console, problem))
        .setExecutionExceptionHandler(
            (problem, commandLine, parsed) -> reportFailure(console, problem));
  }

  /** The one command that is wanted, as the parser takes its time over each; else all of them. */
  private static List<Object> commands(Console console, String wanted) {
    return switch (wanted) {
      case "capitals" -> List.of(new CapitalsCommand(console));
      case "finding" -> List.of(new FindingCommand(console));
      case "passes" -> List.of(new PassesCommand(console));
      case "elements" -> List.of(new ElementsCommand(console));
      default ->
          List.of(
              new CapitalsCommand(console),
              new FindingCommand(console),
              new PassesCommand(console),
              new ElementsCommand(console));
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

  private static int reportWrongUsage(Console console, ParameterException problem) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    String line =
        problem instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched)
            : usageProblem(problem);
    console.error(line + " (see " + command.qualifiedName() + " --help)");
    return WRONG_USAGE;
  }

  private static String unmatched(UnmatchedArgumentException problem) {
    CommandLine command = problem.getCommandLine();
    String argument = problem.getUnmatched().get(0);
    if (argument.startsWith("-")) {
      List<String> similar = problem.getSuggestions();
      return "unknown option "
          + TextFile.quoted(argument)
          + (similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?");
    }
    return command.getParent() == null
        ? "unknown command %s, expected one of %s"
            .formatted(
                TextFile.quoted(argument), String.join(", ", command.getSubcommands().keySet()))
        : "unexpected argument " + TextFile.quoted(argument);
  }

  private static String usageProblem(ParameterException problem) {
    String message = oneLine(problem.getMessage());
    if (message.startsWith(CONVERTERS_PREFIX)
        && problem.getArgSpec() instanceof OptionSpec option) {
      return option.longestName() + message.substring(message.indexOf(": "));
    }
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static int reportFailure(Console console, Exception problem) {
    if (problem instanceof ParameterException wrongUsage) {
      return reportWrongUsage(console, wrongUsage);
    }
    if (problem instanceof JobFailedException || problem instanceof IOException) {
      console.error(explain(problem));
      return FAILED;
    }
    console.error(
        "this is a bug in skytally, please report it ("
            + TRACE_VARIABLE
            + "=1 shows more): "
            + oneLine(problem.toString()));
    if (System.getenv(TRACE_VARIABLE) != null) {
      console.trace(problem);
    }
    return FAILED;
  }

  /** The message, where the JDK's own is no more than a path. */
  private static String explain(Exception problem) {
    String message = String.valueOf(problem.getMessage());
    if (problem instanceof NoSuchFileException) {
      return message + ": there is no such file";
    }
    if (problem instanceof AccessDeniedException) {
      return message + ": permission denied";
    }
    if (problem instanceof FileSystemException) {
      return message;
    }
    return oneLine(message);
  }

  private static String oneLine(String message) {
    return message.replace("\r", "").replace('\n', ' ');
  }
}
