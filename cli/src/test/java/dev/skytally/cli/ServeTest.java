package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.server.Access;
import dev.skytally.server.ApiServer;
import dev.skytally.server.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server gives the answers of the commands. */
class ServeTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ByteArrayOutputStream MESSAGES = new ByteArrayOutputStream();

  private static ApiServer server;

  @BeforeAll
  static void start() throws IOException {
    Console console = new Console(new ByteArrayOutputStream(), MESSAGES, false, Map.of(), Run.NOON);
    server =
        new ApiServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new Access(Set.of(), Set.of(), Optional.empty()),
            Limits.usual(),
            new ApiQuestions(console, new ArchiveOption()),
            "/dev/skytally/report/page/planner",
            new ProblemReport(console)::reportBug);
  }

  @AfterAll
  static void stop() {
    server.close();
    assertEquals("", MESSAGES.toString(StandardCharsets.UTF_8), "reports of bugs");
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
        BodyHandlers.ofByteArray());
  }

  private static JsonNode problem(int status, String path) throws Exception {
    HttpResponse<byte[]> response = get(path);
    assertEquals(status, response.statusCode());
    assertEquals(
        "application/problem+json", response.headers().firstValue("content-type").orElseThrow());
    JsonNode problem = new ObjectMapper().readTree(response.body());
    assertEquals(status, problem.get("status").asInt());
    return problem;
  }

  /** A question, and the command that is the same question. */
  private static void assertSameAsCommand(String path, String format) throws Exception {
    HttpResponse<byte[]> response =
        get(path + (path.contains("?") ? "&" : "?") + "format=" + format);
    String[] parts = path.substring("/v1/".length()).split("[?&]", -1);
    List<String> arguments = new ArrayList<>(List.of(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      arguments.add("--" + parts[i].replaceFirst("=true$", "").replace("%20", " "));
    }
    arguments.add("--format=" + format);
    Run run = Run.of(arguments.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(200, response.statusCode());
    assertEquals(run.out(), new String(response.body(), StandardCharsets.UTF_8));
    assertEquals(
        run.err().lines().map(line -> line.replace("skytally: warning: ", "")).toList(),
        response.headers().allValues("skytally-warning"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/capitals",
        "/v1/capitals?mask=5",
        "/v1/capitals?date=2020-11-25&mask=10&systems=GPS,BDS,GAL",
        "/v1/capitals?start=2026-10-05T06:00&duration=2h&timezone=Europe/Chisinau",
        "/v1/capitals?mask=15&date=2026-10-05&dop=true&every=10m",
        "/v1/capitals?exclude=G01,C19&usable=true&date=2022-07-14",
      })
  void anAnswerIsThatOfTheCommand(String path) throws Exception {
    assertSameAsCommand(path, "json");
    assertSameAsCommand(path, "csv");
    assertSameAsCommand(path, "geojson");
  }

  @Test
  void anUnknownParameterIsAnErrorThatSuggestsTheRightOne() throws Exception {
    JsonNode problem = problem(400, "/v1/capitals?maks=5");
    assertEquals("maks", problem.get("parameter").asText());
    assertTrue(problem.get("detail").asText().endsWith("did you mean mask?"), problem.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elements=/etc/passwd",
        "orbits=/etc/passwd",
        "only=/etc/passwd",
        "archive=/tmp",
        "output=x.csv",
        "report=x.html",
        "sites=/etc/passwd",
        "threads=64",
        "help=true"
      })
  void noParameterNamesAFile(String parameter) throws Exception {
    problem(400, "/v1/capitals?" + parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mask=5%20--output%3Dx.csv", "mask=@/etc/passwd", "date=--output%3Dx", "mask="})
  void aValueNeverBecomesAnotherOption(String parameter) throws Exception {
    problem(400, "/v1/capitals?" + parameter);
  }

  @Test
  void aWrongValueIsNamedWithItsParameter() throws Exception {
    JsonNode problem = problem(400, "/v1/capitals?mask=95");
    assertEquals("mask", problem.get("parameter").asText());
    assertEquals(
        "mask: \"95\", expected degrees above -90 and below 90", problem.get("detail").asText());
  }

  @Test
  void aQuestionThatIsTooLargeIsRejectedBeforeWork() throws Exception {
    assertEquals("5000", problem(422, "/v1/capitals?duration=26d").get("limit").asText());
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertTrue(
        problem(404, "/v1/capital").get("detail").asText().endsWith("did you mean /v1/capitals?"));
    problem(404, "/page.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../page.html", "/%2e%2e/page.html", "/..%2fpage.html", "/v1/../x.js"})
  void noPathLeavesTheFolderOfThePage(String path) throws Exception {
    assertTrue(get(path).statusCode() / 100 == 4);
  }
}
