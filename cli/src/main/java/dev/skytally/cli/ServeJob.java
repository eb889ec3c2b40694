package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Reason;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.server.Access;
import dev.skytally.server.ApiServer;
import dev.skytally.server.Limits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Starts the server, and stops it when the program is asked to end. */
final class ServeJob {
  /** The folder of the class path with the page at {@code /}. */
  private static final String PAGES = "/dev/skytally/report/page/planner";

  private final Console console;
  private final ArchiveOption archive;

  ServeJob(Console console, ArchiveOption archive) {
    this.console = console;
    this.archive = archive;
  }

  int run(InetSocketAddress address) throws IOException, JobFailedException {
    if (!address.getAddress().isLoopbackAddress()) {
      throw new JobFailedException(
          "--listen %s is not on the loopback of this machine, expected for example 127.0.0.1:8080"
              .formatted(address.getHostString()));
    }
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (ApiServer server = start(address)) {
      console.say(
          "skytally %s answers at http://%s:%s/"
              .formatted(console.version(), address.getHostString(), server.port()));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, stopped)));
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped.countDown();
    }
    return ExitCode.DONE;
  }

  /** Asks the server to stop, and waits until it has. */
  private static void stop(CountDownLatch asked, CountDownLatch stopped) {
    asked.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the options that each command has from the server. */
  private Map<String, String> own() {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("--threads", "1");
    archive.given().ifPresent(folder -> own.put("--archive", folder.toString()));
    return own;
  }

  private ApiServer start(InetSocketAddress address) throws JobFailedException {
    // Jetty would print that no log is set up.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    try {
      return new ApiServer(
          address,
          new Access(Set.of(), Set.of(), Optional.empty()),
          Limits.usual(),
          new ApiQuestions(console, own()),
          PAGES,
          new ProblemReport(console)::reportBug);
    } catch (IOException e) {
      throw new JobFailedException(
          "cannot listen at %s:%s: %s"
              .formatted(address.getHostString(), address.getPort(), Reason.withoutPath(e)));
    }
  }
}
