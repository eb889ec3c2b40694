package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.server.Parameter;
import dev.skytally.server.Problem;
import dev.skytally.server.Question;
import dev.skytally.server.Questions;
import dev.skytally.server.Resource;
import dev.skytally.server.Study;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Answers a question by the command that a user would run: its parameters become the command's
 * arguments, so that both give the same answer.
 */
final class ApiQuestions implements Questions {
  private final Console console;
  private final Map<String, String> own;
  private final int mostBytes;
  private final ApiState state;
  private final Map<String, ApiRoute> routes = new LinkedHashMap<>();
  private final List<Resource> resources = new ArrayList<>();

  /**
   * @param state of everything else that answers depend on
   * @param own the options that the server gives to each command that has them, with their values
   * @param mostBytes the size of the largest answer
   */
  ApiQuestions(Console console, ApiState state, Map<String, String> own, int mostBytes) {
    this.console = console;
    this.state = state;
    this.own = own;
    this.mostBytes = mostBytes;
    for (ApiRoute route : ApiRoute.ALL) {
      routes.put(route.path(), route);
      resources.add(resource(route));
    }
    resources.add(ApiPlaces.RESOURCE);
    resources.add(ApiHorizon.RESOURCE);
  }

  private Resource resource(ApiRoute route) {
    Console ofClients =
        console.with(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            part -> {});
    CommandSpec command =
        Main.program(ofClients, route.command())
            .getSubcommands()
            .get(route.command())
            .getCommandSpec();
    List<Parameter> parameters = new ArrayList<>();
    for (String name : route.parameters()) {
      OptionSpec option = command.findOption("--" + name);
      parameters.add(
          parameter(name, option == null ? command.positionalParameters().get(0) : option));
    }
    return new Resource(
        route.path(),
        route.summary(),
        route.takesSites() ? Resource.Body.SITES : Resource.Body.NONE,
        parameters,
        route.formats());
  }

  /** Describes an option for clients, who give parameters of the same names. */
  private static Parameter parameter(String name, ArgSpec option) {
    String description = ApiRun.withoutDashes(String.join(" ", option.description()));
    return new Parameter(name, type(option.type()), !(option instanceof OptionSpec), description);
  }

  private static Parameter.Type type(Class<?> type) {
    if (type.equals(boolean.class)) {
      return Parameter.Type.FLAG;
    }
    if (type.equals(Integer.class)) {
      return Parameter.Type.INTEGER;
    }
    return type.equals(Double.class) ? Parameter.Type.NUMBER : Parameter.Type.TEXT;
  }

  @Override
  public List<Resource> resources() {
    return resources;
  }

  @Override
  public Optional<String> state(Question question) {
    try {
      return state.of(question);
    } catch (IOException | JobFailedException e) {
      // The study reports the problem.
      return Optional.empty();
    }
  }

  @Override
  public Study understand(Question question) throws Problem {
    if (question.resource().equals(ApiPlaces.RESOURCE)) {
      return ApiPlaces.study(question);
    }
    if (question.resource().equals(ApiHorizon.RESOURCE)) {
      return ApiHorizon.study(question);
    }
    ApiRoute route = routes.get(question.resource().path());
    return new ApiRun(route, question, console, own, mostBytes).study();
  }
}
