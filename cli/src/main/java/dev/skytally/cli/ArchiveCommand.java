package dev.skytally.cli;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** What is in the archive, and what goes in and out. */
final class ArchiveCommand implements Callable<Integer> {
  private final Console console;
  private final CommandSpec command = SkytallyCommand.subcommand("archive", this);

  ArchiveCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    command
        .usageMessage()
        .header("Verifies, lists, fills and copies out the archive of element sets.")
        .synopsisSubcommandLabel("COMMAND")
        .footer(
            "",
            "Examples:",
            "  skytally archive import old-tles/",
            "  skytally archive list",
            "  skytally archive verify");
    SkytallyCommand.addHelpTo(command);
    command.addSubcommand("import", new Import().spec());
    return command;
  }

  @Override
  public Integer call() {
    throw new ParameterException(command.commandLine(), "a command is missing");
  }

  private final class Import implements Callable<Integer> {
    private final CommandSpec importing = SkytallyCommand.subcommand("import", this);
    private final ArchiveOption archive = new ArchiveOption();
    private final PositionalParamSpec files =
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("1..*")
            .required(true)
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .description("Files of element sets in any form, or folders of such files.")
            .build();

    CommandSpec spec() {
      importing.addPositional(files).addOption(archive.spec());
      importing
          .usageMessage()
          .header("Stores files of element sets.")
          .footer("", "Examples:", "  skytally archive import old-tles/");
      SkytallyCommand.addHelpTo(importing);
      return importing;
    }

    @Override
    public Integer call() throws IOException, JobFailedException {
      List<Path> all = new ArrayList<>();
      for (Path given : files.<List<Path>>getValue()) {
        all.addAll(FetchOptions.filesOf(given));
      }
      int refused = 0;
      int written;
      try (SnapshotArchive.Writer writer = SnapshotArchive.open(archive.folder(console)).write()) {
        for (Path file : all) {
          try {
            writer.add(TextFile.read(file), file.toString(), Instant.now());
          } catch (InputFormatException e) {
            console.error(e.getMessage());
            refused++;
          }
        }
        written = writer.written();
      }
      String line = "%d files: %d stored, %d there already, %d refused\n";
      OutputOptions.writeTo(
          console.result(),
          line.formatted(all.size(), written, all.size() - written - refused, refused)
              .getBytes(StandardCharsets.UTF_8));
      return refused == 0 ? Main.DONE : Main.FAILED;
    }
  }
}
