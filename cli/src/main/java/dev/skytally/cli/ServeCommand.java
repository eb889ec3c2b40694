package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.Heading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import picocli.CommandLine.Model.OptionSpec;

/** Answers questions over HTTP until it is stopped. */
final class ServeCommand extends Command {
  static final String NAME = "serve";

  private final OptionSpec listen =
      Heading.option(Heading.GENERAL, "--listen")
          .paramLabel("ADDRESS:PORT")
          .type(InetSocketAddress.class)
          .converters(new Arguments.Address())
          .initialValue(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080))
          .description(
              "Answer at ADDRESS:PORT of this machine (default: 127.0.0.1:8080, which only this"
                  + " machine reaches).")
          .build();

  private final ArchiveOption archive = new ArchiveOption();

  ServeCommand(Console console) {
    super(NAME, console);
    command.addOption(listen).addOption(archive.spec());
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Answers questions over HTTP, in JSON and all other formats.")
        .description(
            "",
            "http://127.0.0.1:8080/v1/capitals?mask=5 answers as skytally capitals --mask 5 does, and"
                + " the other commands likewise. SIGTERM and Ctrl-C stop it cleanly.",
            "")
        .footer("", "Example:", "  skytally serve --listen 127.0.0.1:8080");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    // A class of its own, so that the help loads none of the server's.
    return new ServeJob(console, archive).run(listen.getValue());
  }
}
