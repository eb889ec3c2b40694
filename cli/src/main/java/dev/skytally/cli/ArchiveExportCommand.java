package dev.skytally.cli;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.ResultFile;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.cli.option.Heading;
import dev.skytally.cli.option.TimeZoneOption;
import dev.skytally.input.InputFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes archived snapshots to plain files, as they were received. */
final class ArchiveExportCommand extends Command {
  static final String NAME = "export";

  private final PositionalParamSpec target =
      PositionalParamSpec.builder()
          .index("0")
          .arity("1")
          .required(true)
          .paramLabel("FOLDER")
          .type(Path.class)
          .description("Folder for the files; created if it does not exist.")
          .build();

  private final OptionSpec date =
      TimeZoneOption.dateOption(Heading.ELEMENT_SETS, "--date")
          .description("Write only the snapshot nearest to noon on DATE (default: all).")
          .build();

  private final TimeZoneOption timeZone;
  private final ArchiveOption archive = new ArchiveOption();

  ArchiveExportCommand(Console console) {
    super(NAME, console);
    timeZone = new TimeZoneOption(command, console, Heading.ELEMENT_SETS);
    command
        .addPositional(target)
        .addOption(date)
        .addOption(timeZone.spec())
        .addOption(archive.spec());
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Writes archived snapshots to plain files, as they were received.")
        .footer("", "Examples:", "  skytally archive export snapshots/ --date 2023-05-05");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    SnapshotArchive snapshots = archive.existing(console);
    Optional<LocalDate> day = timeZone.date(date);
    List<Entry> wanted =
        day.isEmpty()
            ? snapshots.entries()
            : snapshots
                .nearestEntry(day.get().atTime(LocalTime.NOON).atZone(timeZone.zone()).toInstant())
                .map(List::of)
                .orElse(List.of());
    Path folder = Files.createDirectories(target.getValue());
    int damaged = 0;
    for (Entry entry : wanted) {
      try {
        byte[] text = snapshots.text(entry).text().getBytes(StandardCharsets.UTF_8);
        String name = entry.file().substring(0, entry.file().lastIndexOf('.'));
        ResultFile.write(folder.resolve(name), out -> out.write(text));
      } catch (InputFormatException e) {
        console.error("not written: " + e.getMessage());
        damaged++;
      }
    }
    int written = wanted.size() - damaged;
    console.say((written == 1 ? "1 snapshot" : written + " snapshots") + " written to " + folder);
    return damaged == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }
}
