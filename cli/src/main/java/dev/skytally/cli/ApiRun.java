package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Reason;
import dev.skytally.cli.option.SitesOption;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.WrittenTime;
import dev.skytally.report.text.Words;
import dev.skytally.selection.SelectionException;
import dev.skytally.server.Answer;
import dev.skytally.server.Problem;
import dev.skytally.server.Problem.Kind;
import dev.skytally.server.Question;
import dev.skytally.server.Study;
import dev.skytally.site.ElevationMask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** One run of a command in this process, to answer a question. */
final class ApiRun {
  private static final String SITE = "site";

  /**
   * An option in a message, unless it is quoted or in a command line such as {@code skytally fetch
   * --notices}.
   */
  private static final Pattern OPTION =
      Pattern.compile("(?<![\\w\"-])(?<!skytally [a-z]{1,20} )--([a-z][a-z-]*)");

  private final AnswerBytes result;
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final int mostBytes;
  private final ApiRoute route;
  private final Question question;
  private final Console console;
  private final CommandSpec spec;

  /** Follows the finished part; does nothing before the run. */
  private volatile DoubleConsumer progress = part -> {};

  /**
   * @param own the arguments that the server itself gives to each command that has such options
   * @param mostBytes the size of the largest answer
   * @throws Problem if a value is wrong
   */
  ApiRun(ApiRoute route, Question question, Console console, Map<String, String> own, int mostBytes)
      throws Problem {
    this.mostBytes = mostBytes;
    result = new AnswerBytes(mostBytes);
    this.route = route;
    this.question = question;
    this.console = console;
    Console ofRun =
        console.with(
            new ByteArrayInputStream(question.bodyBytes()),
            result,
            messages,
            part -> progress.accept(part));
    // Otherwise an argument that begins with @ would be the name of a file with arguments.
    CommandLine program = Main.program(ofRun, route.command()).setExpandAtFiles(false);
    spec = program.getSubcommands().get(route.command()).getCommandSpec();
    try {
      program.parseArgs(arguments(own).toArray(String[]::new));
    } catch (ParameterException e) {
      throw wrongValue(e);
    }
  }

  private List<String> arguments(Map<String, String> own) throws Problem {
    List<String> arguments = new ArrayList<>();
    arguments.add(route.command());
    for (Map.Entry<String, String> given : question.values().entrySet()) {
      if (!isArgument(given.getKey())) {
        argument(given.getKey(), given.getValue()).ifPresent(arguments::add);
      }
    }
    arguments.add("--format=" + question.format().key());
    arguments.addAll(route.fixed());
    own.forEach(
        (name, value) -> {
          if (spec.findOption(name) != null) {
            arguments.add(name + "=" + value);
          }
        });
    String site = question.values().get(SITE);
    if (site != null && isArgument(SITE)) {
      // What follows two dashes is no option.
      arguments.add("--");
      arguments.add(site);
    }
    return arguments;
  }

  private boolean isArgument(String name) {
    return name.equals(SITE) && !spec.positionalParameters().isEmpty();
  }

  /** Returns the argument for a value, joined with its name, so that it is no option of its own. */
  private Optional<String> argument(String name, String value) throws Problem {
    String option = "--" + name;
    OptionSpec found = spec.findOption(option);
    if (found.type().equals(boolean.class)) {
      return switch (value) {
        case "", "true" -> Optional.of(option);
        case "false" -> Optional.empty();
        default -> throw wrong(name, value, "true or false");
      };
    }
    if (name.equals("horizon") && !isHorizon(value)) {
      throw wrong(name, value, "points such as 0:5,90:12");
    }
    return Optional.of(option + "=" + value);
  }

  /** Returns whether a value is a horizon itself, even a wrong one, and no name of a file. */
  private static boolean isHorizon(String value) {
    try {
      return ElevationMask.ofText(value).isPresent();
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static Problem wrong(String name, String value, String expected) {
    return new Problem(
            Kind.WRONG_VALUE,
            "%s: %s, expected %s".formatted(name, TextFile.quoted(value), expected))
        .with("parameter", name)
        .with("value", value);
  }

  Study study() throws Problem {
    try {
      return new Study(ApiCost.of(spec, route.takesSites(), question), this::answer);
    } catch (ParameterException e) {
      throw wrongValue(e);
    }
  }

  private Answer answer(DoubleConsumer watcher) throws Problem {
    progress = watcher;
    try {
      ((Command) spec.userObject()).call();
    } catch (ParameterException e) {
      throw wrongValue(e);
    } catch (InputFormatException e) {
      throw e.source().equals(SitesOption.CLIENTS_LIST)
          ? new Problem(Kind.WRONG_BODY, withoutDashes(e.getMessage()))
          : unreadable(e);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (JobFailedException e) {
      if (result.isFull()) {
        throw new Problem(
                Kind.LARGE_QUESTION,
                "the answer is larger than the limit, %s bytes; ask for less".formatted(mostBytes))
            .withLimit(mostBytes);
      }
      Problem none = new Problem(Kind.NO_ANSWER, withoutDashes(Reason.oneLine(e.getMessage())));
      throw e.getCause() instanceof SelectionException why ? explained(none, why) : none;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return new Answer(
        ByteBuffer.wrap(result.toByteArray()),
        messages
            .toString(StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceFirst("^skytally: (warning: )?", ""))
            .toList());
  }

  private Problem explained(Problem none, SelectionException why) {
    none.with("reason", Words.key(why.reason()));
    why.farEpoch()
        .ifPresent(
            epoch ->
                none.with("nearest", LocalDate.ofInstant(epoch, ZoneOffset.UTC).toString())
                    .withLimit(spec.findOption("--max-age").<Integer>getValue()));
    return none;
  }

  private Problem wrongValue(ParameterException problem) {
    String line = ProblemReport.line(problem);
    Stream<String> named =
        problem.getArgSpec() instanceof OptionSpec option
            ? Stream.of(option.longestName().substring(2))
            : problem.getArgSpec() != null
                ? Stream.of(SITE)
                : OPTION.matcher(line).results().map(found -> found.group(1));
    Optional<String> parameter = named.filter(question.values()::containsKey).findFirst();
    if (parameter.isEmpty()) {
      return new Problem(Kind.WRONG_VALUE, withoutDashes(line));
    }
    String name = parameter.get();
    String value = question.values().get(name);
    String plus =
        hasLostPlus(name, value) ? "; in an address, + means a space, and %2B means +" : "";
    return new Problem(Kind.WRONG_VALUE, withoutDashes(line) + plus)
        .with("parameter", name)
        .with("value", value);
  }

  /** Returns whether a value is a good one only if its last space or all its spaces are pluses. */
  private boolean hasLostPlus(String name, String value) {
    int space = value.lastIndexOf(' ');
    return space >= 0
        && !isGood(name, value)
        && (isGood(name, value.substring(0, space) + "+" + value.substring(space + 1))
            || isGood(name, value.replace(' ', '+')));
  }

  /** Returns whether a value is a date or a moment, or one that the option's converter accepts. */
  private boolean isGood(String name, String value) {
    WrittenTime written = new WrittenTime(ZoneOffset.UTC, console.clock().instant());
    try {
      switch (name) {
        case "date" -> written.date(value);
        case "start", "at" -> written.moment(value);
        default -> {
          OptionSpec option = spec.findOption("--" + name);
          if (option == null || option.converters().length == 0) {
            return false;
          }
          option.converters()[0].convert(value);
        }
      }
      return true;
    } catch (Exception e) {
      // A converter may throw any exception.
      return false;
    }
  }

  /** Reports to the operator that a file of the server cannot be read. */
  private Problem unreadable(IOException problem) {
    console.error(Reason.withPath(problem));
    return new Problem(Kind.UNREADABLE, "the server's own messages say which");
  }

  /** Describes a problem to clients, who give parameters instead of options of the same names. */
  static String withoutDashes(String text) {
    return OPTION.matcher(text).replaceAll("$1");
  }
}
