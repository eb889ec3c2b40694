package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.HistoryFileOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Answers questions over HTTP until it is stopped. */
final class ServeCommand extends Command {
  static final String NAME = "serve";

  private static final int USUAL_PORT = 8080;

  private final OptionSpec listen =
      Heading.option(Heading.SERVER, "--listen")
          .paramLabel("ADDRESS:PORT")
          .type(InetSocketAddress.class)
          .converters(new Arguments.Address())
          .description(
              "Answer at ADDRESS:PORT of this machine (default: 127.0.0.1:8080). Another address than"
                  + " one of the loopback needs --token-file.")
          .build();

  private final OptionSpec admin =
      Heading.option(Heading.SERVER, "--admin")
          .paramLabel("ADDRESS:PORT")
          .type(InetSocketAddress.class)
          .converters(new Arguments.Address())
          .description(
              "Also answer /healthz, /readyz and /metrics (Prometheus) at this address, for example"
                  + " 127.0.0.1:8081.")
          .build();

  private final OptionSpec tokenFile =
      Heading.option(Heading.SERVER, "--token-file")
          .paramLabel("FILE")
          .type(Path.class)
          .description(
              "Answer only requests with \"Authorization: Bearer TOKEN\", with the TOKEN in FILE, which"
                  + " has one line.")
          .build();

  private final OptionSpec hosts =
      names("--allow-host", "HOST")
          .converters(new Arguments.Host())
          .description(
              "Also answer requests for this HOST, as the client names it, with its port if it is not"
                  + " 80 or 443. Separate several by commas.")
          .build();

  private final OptionSpec origins =
      names("--allow-origin", "ORIGIN")
          .converters(new Arguments.Origin())
          .description(
              "Let pages of ORIGIN read answers, for example https://example.org. Separate several by"
                  + " commas (default: none but the server's own).")
          .build();

  private final OptionSpec failOnStale =
      Heading.option(Heading.SERVER, "--fail-on-stale")
          .paramLabel("DAYS")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .description(
              "/readyz answers 503 if the newest element sets are more than DAYS old (default: it"
                  + " answers 200 with any).")
          .build();

  private final OptionSpec watch =
      Heading.option(Heading.SERVER, "--watch")
          .type(boolean.class)
          .initialValue(false)
          .description(
              "Also do what skytally watch does by default, with this archive and history: fetch"
                  + " element sets and recompute every six hours.")
          .build();

  private final ArchiveOption archive = new ArchiveOption();
  private final HistoryFileOption history;

  ServeCommand(Console console) {
    super(NAME, console);
    for (OptionSpec option :
        List.of(listen, admin, tokenFile, hosts, origins, failOnStale, watch, archive.spec())) {
      command.addOption(option);
    }
    history = new HistoryFileOption(command);
  }

  private static OptionSpec.Builder names(String option, String label) {
    return Heading.option(Heading.SERVER, option)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .splitRegex(",");
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Answers questions over HTTP, in the formats of the commands.")
        .description(
            "",
            "http://127.0.0.1:8080/v1/capitals?mask=5 gives the answer of skytally capitals --mask 5,"
                + " and the other commands likewise. It uses new element sets of the archive without"
                + " a restart. SIGTERM and Ctrl-C stop it cleanly.",
            "")
        .footer(
            "",
            "Examples:",
            "  skytally serve",
            "  skytally serve --watch",
            "  skytally serve --listen 127.0.0.1:9000 --admin 127.0.0.1:9001",
            "  skytally serve --listen 0.0.0.0:8080 --token-file token --allow-host gnss.example.org");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    // A class of its own, so that the help loads none of the server's.
    return new ServeJob(this, console).run();
  }

  InetSocketAddress address() throws IOException {
    InetSocketAddress given = listen.getValue();
    return given == null
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), USUAL_PORT)
        : given;
  }

  /** Returns the administrator's address, or null. */
  InetSocketAddress adminAddress() {
    return admin.getValue();
  }

  /** Returns the file of the token, or null. */
  Path tokenFile() {
    return tokenFile.getValue();
  }

  List<String> hosts() {
    List<String> given = hosts.getValue();
    return given == null ? List.of() : given;
  }

  List<String> origins() {
    List<String> given = origins.getValue();
    return given == null ? List.of() : given;
  }

  /** Returns the greatest age in days with which the server is ready, or null. */
  Integer mostDays() {
    return failOnStale.getValue();
  }

  boolean watches() {
    return watch.getValue();
  }

  ArchiveOption archive() {
    return archive;
  }

  HistoryFileOption history() {
    return history;
  }
}
