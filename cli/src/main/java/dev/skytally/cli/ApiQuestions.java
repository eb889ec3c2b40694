package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Reason;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.input.TextFile;
import dev.skytally.server.Answer;
import dev.skytally.server.Cost;
import dev.skytally.server.Parameter;
import dev.skytally.server.Problem;
import dev.skytally.server.Problem.Kind;
import dev.skytally.server.Question;
import dev.skytally.server.Questions;
import dev.skytally.server.Resource;
import dev.skytally.server.Study;
import dev.skytally.site.WorldCapitals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Answers a question by the command that a user would run: its parameters become the command's
 * arguments, so that both give the same answer.
 */
final class ApiQuestions implements Questions {
  private static final int DAY_MILLIS = 86_400_000;
  private static final int MOST_SITE_DAYS = 5_000;

  private final Console console;
  private final ArchiveOption archive;
  private final Map<String, ApiRoute> routes = new LinkedHashMap<>();
  private final List<Resource> resources = new ArrayList<>();

  ApiQuestions(Console console, ArchiveOption archive) {
    this.console = console;
    this.archive = archive;
    for (ApiRoute route : ApiRoute.ALL) {
      routes.put(route.path(), route);
      resources.add(resource(route));
    }
  }

  private Resource resource(ApiRoute route) {
    CommandSpec command =
        Main.program(console, route.command())
            .getSubcommands()
            .get(route.command())
            .getCommandSpec();
    List<Parameter> parameters = new ArrayList<>();
    for (String name : route.parameters()) {
      parameters.add(parameter(name, command.findOption(name)));
    }
    return new Resource(
        route.path(),
        String.join(" ", command.usageMessage().header()),
        false,
        parameters,
        route.formats());
  }

  private static Parameter parameter(String name, OptionSpec option) {
    Class<?> type = option.type();
    return new Parameter(
        name,
        type.equals(boolean.class)
            ? Parameter.Type.FLAG
            : type.equals(Integer.class)
                ? Parameter.Type.INTEGER
                : type.equals(Double.class) ? Parameter.Type.NUMBER : Parameter.Type.TEXT,
        false,
        List.of(),
        Optional.empty(),
        String.join(" ", option.description()));
  }

  @Override
  public List<Resource> resources() {
    return resources;
  }

  @Override
  public Study understand(Question question) throws Problem {
    Run run = new Run(question);
    return new Study(run.cost(), run::answer);
  }

  @Override
  public Optional<String> state(Question question) {
    return Optional.empty();
  }

  /** One run of a command, in this process. */
  private final class Run {
    private final ByteArrayOutputStream result = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private final Question question;
    private final CommandSpec spec;

    Run(Question question) throws Problem {
      this.question = question;
      String name = routes.get(question.resource().path()).command();
      try {
        spec =
            Main.program(console.with(result, messages), name)
                // An argument that begins with @ would be the name of a file with arguments.
                .setExpandAtFiles(false)
                .parseArgs(arguments(name))
                .subcommand()
                .commandSpec();
      } catch (ParameterException e) {
        throw wrongValue(e);
      }
    }

    private String[] arguments(String name) throws Problem {
      List<String> arguments = new ArrayList<>();
      arguments.add(name);
      for (Map.Entry<String, String> given : question.values().entrySet()) {
        argument(parameter(given.getKey()), given.getValue()).ifPresent(arguments::add);
      }
      arguments.add("--format=" + question.format().key());
      arguments.add("--threads=1");
      archive.given().ifPresent(folder -> arguments.add("--archive=" + folder));
      return arguments.toArray(String[]::new);
    }

    private Parameter parameter(String name) {
      return question.resource().parameters().stream()
          .filter(known -> known.name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    Cost cost() {
      Duration duration = spec.findOption("--duration").getValue();
      return new Cost(
          "sites times days",
          WorldCapitals.all().size() * (duration.toMillis() / (double) DAY_MILLIS),
          MOST_SITE_DAYS,
          MOST_SITE_DAYS,
          "shorten duration");
    }

    Answer answer(DoubleConsumer progress) throws Problem {
      try {
        ((Command) spec.userObject()).call();
      } catch (ParameterException e) {
        throw wrongValue(e);
      } catch (JobFailedException | IOException e) {
        throw new Problem(Kind.NO_ANSWER, withoutDashes(Reason.oneLine(Reason.withPath(e))));
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

    /** Words a problem for a client, who gives no options, but parameters of the same names. */
    private Problem wrongValue(ParameterException problem) {
      Problem wrong = new Problem(Kind.WRONG_VALUE, withoutDashes(ProblemReport.line(problem)));
      return problem.getArgSpec() instanceof OptionSpec option
          ? wrong.with("parameter", option.longestName().substring(2))
          : wrong;
    }

    private String withoutDashes(String text) {
      String plain = text;
      for (Parameter parameter : question.resource().parameters()) {
        plain = plain.replace("--" + parameter.name(), parameter.name());
      }
      return plain;
    }
  }

  /** Returns the argument for a value, joined with its name, so that it is no option of its own. */
  private static Optional<String> argument(Parameter parameter, String value) throws Problem {
    String option = "--" + parameter.name();
    if (parameter.type() != Parameter.Type.FLAG) {
      return Optional.of(option + "=" + value);
    }
    return switch (value) {
      case "", "true" -> Optional.of(option);
      case "false" -> Optional.empty();
      default ->
          throw new Problem(
                  Kind.WRONG_VALUE,
                  "%s is %s, expected true or false"
                      .formatted(parameter.name(), TextFile.quoted(value)))
              .with("parameter", parameter.name())
              .with("value", value);
    };
  }
}
