package dev.skytally.cli;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.input.TextFile;
import dev.skytally.report.page.PlannerPage;
import dev.skytally.report.text.Times;
import dev.skytally.server.Access;
import dev.skytally.server.ApiServer;
import dev.skytally.server.Limits;
import dev.skytally.server.Readiness;
import dev.skytally.server.UnusableAddressException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Starts the server, and stops it when the program is asked to end. */
final class ServeJob {
  private static final int FEWEST_CHARACTERS_OF_TOKEN = 16;

  private final ServeCommand options;
  private final Console console;
  private volatile boolean hasFailed;

  ServeJob(ServeCommand options, Console console) {
    this.options = options;
    this.console = console;
  }

  int run() throws IOException, JobFailedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (ApiServer server = start()) {
      console.say("skytally %s answers at http://%s/".formatted(console.version(), server.host()));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, stopped)));
      if (options.watches()) {
        watch(asked);
      }
      asked.await();
      return hasFailed ? ExitCode.FAILED : ExitCode.DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.DONE;
    } finally {
      stopped.countDown();
    }
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

  /**
   * Starts the other command beside the server. It stops itself when the program is asked to end,
   * and stops the server if it fails.
   */
  private void watch(CountDownLatch asked) {
    List<String> arguments = new ArrayList<>();
    arguments.add(WatchCommand.NAME);
    own().forEach((name, value) -> arguments.add(name + "=" + value));
    Thread watching =
        new Thread(
            () -> {
              if (Main.run(console, arguments.toArray(String[]::new)) != ExitCode.DONE) {
                hasFailed = true;
                asked.countDown();
              }
            },
            WatchCommand.NAME);
    watching.setDaemon(true);
    watching.start();
  }

  private ApiServer start() throws IOException, JobFailedException {
    InetSocketAddress address = options.address();
    Optional<InetSocketAddress> admin = Optional.ofNullable(options.adminAddress());
    Optional<String> token = token();
    requireProtected("--listen", address, token);
    if (admin.isPresent()) {
      requireProtected("--admin", admin.get(), token);
    }
    Limits limits = Limits.usual();
    ApiQuestions questions =
        new ApiQuestions(
            console, new ApiState(console, options.archive()), own(), limits.answerBytes());
    try {
      return new ApiServer(
          address,
          admin,
          new Access(Set.copyOf(options.hosts()), Set.copyOf(options.origins()), token),
          limits,
          questions,
          this::readiness,
          PlannerPage::file,
          console.version(),
          new ProblemReport(console)::reportBug);
    } catch (UnusableAddressException e) {
      throw new JobFailedException(
          "%s; choose another one with %s"
              .formatted(e.getMessage(), e.address().equals(address) ? "--listen" : "--admin"));
    }
  }

  /** Other machines could ask at an address that is not on the loopback. */
  private void requireProtected(String option, InetSocketAddress address, Optional<String> token) {
    if (!address.getAddress().isLoopbackAddress() && token.isEmpty()) {
      throw options.wrongUsage(
          "%s: other machines can reach %s, add --token-file FILE with a secret"
              .formatted(option, address.getHostString()));
    }
  }

  private Optional<String> token() throws IOException {
    Path file = options.tokenFile();
    if (file == null) {
      return Optional.empty();
    }
    String token = TextFile.read(file).text().strip();
    if (token.contains("\n")) {
      throw options.wrongUsage(
          "--token-file %s: has several lines, expected one, the token".formatted(file));
    }
    if (token.length() < FEWEST_CHARACTERS_OF_TOKEN
        || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw options.wrongUsage(
          "--token-file %s: expected a secret of at least %s ASCII characters, for example from"
                  .formatted(file, FEWEST_CHARACTERS_OF_TOKEN)
              + " openssl rand -hex 32");
    }
    if (isForAll(file)) {
      console.warn(
          "%s: every user of this machine can read the token; protect it with chmod 600"
              .formatted(file));
    }
    return Optional.of(token);
  }

  private static boolean isForAll(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null
        && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
  }

  /** Returns the options that each command has from the server. */
  private Map<String, String> own() {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("--threads", "1");
    options.archive().given().ifPresent(folder -> own.put("--archive", folder.toString()));
    options.history().given().ifPresent(file -> own.put("--history", file.toString()));
    return own;
  }

  private Readiness readiness() {
    try {
      Optional<Path> folder = options.archive().folderIfAny(console);
      Instant newest =
          folder.isPresent()
              ? SnapshotArchive.open(folder.get()).newestEpoch()
              : BundledSnapshots.medianEpoch(BundledSnapshots.newest());
      Freshness freshness = new Freshness(newest, console.clock().instant(), Times.UTC);
      return new Readiness(
          OptionalDouble.of(freshness.ageDays()),
          Optional.ofNullable(options.mostDays()).flatMap(freshness::failure));
    } catch (IOException | JobFailedException e) {
      return new Readiness(
          OptionalDouble.empty(), Optional.of("the element sets of the archive cannot be read"));
    }
  }
}
