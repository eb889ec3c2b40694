package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.report.page.PlannerPage;
import dev.skytally.server.Access;
import dev.skytally.server.ApiServer;
import dev.skytally.server.Limits;
import dev.skytally.server.Readiness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The server within the test's process, on a free port of the loopback. */
public final class LocalServer implements AutoCloseable {
  private final ApiServer server;

  private LocalServer() throws IOException {
    Console console =
        new Console(
            new ByteArrayOutputStream(), new ByteArrayOutputStream(), false, Map.of(), Run.NOON);
    server = open(console);
  }

  /** Starts a server that asks the commands with a console. */
  static ApiServer open(Console console) throws IOException {
    return open(console, Limits.usual().answerBytes());
  }

  /** As above, with another limit of the size of an answer. */
  static ApiServer open(Console console, int mostBytes) throws IOException {
    return new ApiServer(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        Optional.empty(),
        new Access(Set.of(), Set.of(), Optional.empty()),
        Limits.usual(),
        new ApiQuestions(
            console,
            new ApiState(console, new ArchiveOption()),
            Map.of("--threads", "1"),
            mostBytes),
        () -> new Readiness(OptionalDouble.of(0), Optional.empty()),
        PlannerPage::file,
        "1.0",
        new ProblemReport(console)::reportBug);
  }

  public static LocalServer start() throws IOException {
    return new LocalServer();
  }

  public String address() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  @Override
  public void close() {
    server.close();
  }
}
