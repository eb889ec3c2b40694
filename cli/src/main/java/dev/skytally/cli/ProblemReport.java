package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Reason;
import dev.skytally.cli.option.SiteParameter;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.DecimalNumber;
import dev.skytally.internal.input.SimilarNames;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports in one line what was wrong with the arguments, or why the job failed. */
final class ProblemReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
  /** If set and not empty, the report of a bug includes the stack trace. */
  private static final String TRACE_VARIABLE = "SKYTALLY_TRACE";

  /** The parser puts this and the option's name before the message of a converter. */
  private static final String CONVERTERS_PREFIX = "Invalid value for option ";

  private final Console console;

  ProblemReport(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    return reportWrongUsage(problem, didYouMean(problem, arguments));
  }

  /** Suggests a site if its latitude and longitude are two arguments. */
  private static String didYouMean(ParameterException problem, String[] arguments) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    if (problem instanceof UnmatchedArgumentException
        && !command.positionalParameters().isEmpty()) {
      for (int i = 0; i + 1 < arguments.length; i++) {
        String apart = arguments[i].strip() + " " + arguments[i + 1].strip();
        String withPoints = SiteParameter.withPoints(apart);
        String joined = withPoints.equals(apart) ? apart.replace(' ', ',') : withPoints;
        if (isPlace(joined)) {
          return "; did you mean " + joined + "?";
        }
      }
    }
    return "";
  }

  private static boolean isPlace(String text) {
    try {
      return GroundSite.ofText(text).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isNumber(String argument) {
    try {
      DecimalNumber.parse(argument);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine command, ParseResult arguments) {
    if (problem.getCause() instanceof OutOfMemoryError outOfMemory) {
      throw outOfMemory;
    }
    return report(problem);
  }

  private int reportWrongUsage(ParameterException problem, String suggestion) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    console.error(line(problem) + suggestion + " (see " + command.qualifiedName() + " --help)");
    return ExitCode.WRONG_USAGE;
  }

  /** Words in one line what is wrong with the arguments. */
  static String line(ParameterException problem) {
    return problem instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched)
        : usageProblem(problem);
  }

  private static String unmatched(UnmatchedArgumentException problem) {
    CommandLine command = problem.getCommandLine();
    String argument = problem.getUnmatched().get(0);
    if (argument.startsWith("-") && !isNumber(argument)) {
      return "unknown option " + TextFile.quoted(argument) + suggestion(problem.getSuggestions());
    }
    Set<String> commands = command.getSubcommands().keySet();
    if (command.getParent() != null && commands.isEmpty()) {
      return "unexpected argument " + TextFile.quoted(argument.strip());
    }
    String suggestion = suggestion(SimilarNames.of(argument, commands.stream()));
    return "unknown command "
        + TextFile.quoted(argument)
        + (suggestion.isEmpty() ? ", expected one of " + String.join(", ", commands) : suggestion);
  }

  private static String suggestion(List<String> similar) {
    return similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
  }

  private static String usageProblem(ParameterException problem) {
    String message = Reason.oneLine(problem.getMessage());
    if (message.startsWith(CONVERTERS_PREFIX)
        && problem.getArgSpec() instanceof OptionSpec option) {
      return option.longestName() + message.substring(message.indexOf(": "));
    }
    boolean isOurs = problem.getClass().equals(ParameterException.class);
    // "E01 is ..." begins with no word.
    boolean isCode = message.length() > 1 && !Character.isLowerCase(message.charAt(1));
    return (isOurs && problem.getArgSpec() == null) || isCode
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  /** Reports why something failed, and returns the exit code for it. */
  int report(Exception problem) {
    if (problem instanceof ParameterException wrongUsage) {
      return reportWrongUsage(wrongUsage, "");
    }
    if (problem instanceof JobFailedException || problem instanceof IOException) {
      console.error(Reason.withPath(problem));
      return ExitCode.FAILED;
    }
    reportBug(problem);
    return ExitCode.FAILED;
  }

  /** Reports a failure that nobody expected. */
  void reportBug(Throwable problem) {
    console.error(
        "this is a bug in skytally, please report it ("
            + TRACE_VARIABLE
            + "=1 shows more): "
            + Reason.oneLine(problem.toString()));
    if (console.variable(TRACE_VARIABLE).isPresent()) {
      console.trace(problem);
    }
  }
}
