package dev.skytally.cli.option;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.ProgramVersion;
import dev.skytally.cli.console.UserFolders;
import dev.skytally.fetch.FetchOutcome;
import dev.skytally.fetch.FetchSource;
import dev.skytally.fetch.Fetcher;
import dev.skytally.input.TextFile;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options for the sources of fresh element sets and their archive. */
public final class FetchOptions {
  private final OptionSpec groups =
      Heading.option(Heading.ELEMENT_SETS, "--groups")
          .paramLabel("GROUP")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .splitRegex(",")
          .description(
              "CelesTrak groups to request, separated by commas, for example gps-ops,galileo"
                  + " (default: gnss).")
          .build();

  private final OptionSpec format =
      Heading.option(Heading.ELEMENT_SETS, "--omm")
          .paramLabel("FORMAT")
          .type(FetchSource.Format.class)
          .converters(new Arguments.OmmFormat())
          .description("Format to request: json or csv (default: json).")
          .build();

  private final OptionSpec service =
      Heading.option(Heading.ELEMENT_SETS, "--url")
          .paramLabel("URL")
          .type(String.class)
          .description(
              "Service with CelesTrak's interface, for example a mirror (default: CelesTrak).")
          .build();

  private final OptionSpec from =
      Heading.option(Heading.ELEMENT_SETS, "--from")
          .paramLabel("SOURCE")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description(
              "Fetch from SOURCE instead of CelesTrak: a file, a folder of files (for example exports"
                  + " of Space-Track), or the address of a file. Repeat the option for several"
                  + " sources.")
          .build();

  private final CommandSpec command;
  private final ArchiveOption archive = new ArchiveOption();
  private final TimeZoneOption timeZone;

  /** The archive; null until it is opened. */
  private SnapshotArchive opened;

  public FetchOptions(CommandSpec command, Console console) {
    this.command = command;
    command.addOption(groups).addOption(format).addOption(service).addOption(from);
    command.addOption(archive.spec());
    timeZone = TimeZoneOption.ofOutput(command, console);
  }

  /**
   * Returns the archive for fresh element sets, which need not exist yet. It is always the same
   * object, because an archive remembers what it has read.
   */
  public SnapshotArchive archive(Console console) throws JobFailedException {
    if (opened == null) {
      opened = SnapshotArchive.open(archive.folder(console));
    }
    return opened;
  }

  /** Rejects a given archive that does not exist, for a command that creates none. */
  public void requireArchiveIfGiven(Console console) throws JobFailedException {
    archive.folderIfAny(console);
  }

  public Fetcher fetcher(Console console) throws JobFailedException {
    Path state =
        UserFolders.state(console)
            .orElseThrow(
                () ->
                    new JobFailedException(
                        "requests nothing, because there is no place to log requests: neither"
                            + " XDG_STATE_HOME nor HOME is set"));
    return new Fetcher(
        archive(console),
        state,
        "skytally/" + ProgramVersion.packaged().orElse("unpackaged"),
        console.clock());
  }

  /** Returns what writes times. */
  public Times times() {
    return timeZone.times();
  }

  /** Rejects every option about fetching element sets beside an option that excludes it. */
  public void rejectWith(String otherOption) {
    for (OptionSpec option : List.of(groups, format, service, from)) {
      if (option.getValue() != null) {
        throw wrongUsage(contradiction(otherOption, option.longestName()));
      }
    }
  }

  private static String contradiction(String one, String other) {
    return one + " and " + other + " contradict each other, give one of them";
  }

  /** Returns the sources that another option gives, files or addresses. */
  public List<FetchSource> sources(List<String> given) throws IOException {
    try {
      return givenSources(given);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  /** Returns the sources to fetch from, in order. */
  public List<FetchSource> sources() throws IOException {
    boolean fromElsewhere = from.getValue() != null;
    for (OptionSpec option : List.of(groups, format, service)) {
      if (fromElsewhere && option.getValue() != null) {
        throw wrongUsage(contradiction(option.longestName(), "--from"));
      }
    }
    try {
      return fromElsewhere ? givenSources(from.getValue()) : groups();
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private List<FetchSource> groups() {
    String given = service.getValue();
    URI asked =
        given == null
            ? FetchSource.CELESTRAK
            : FetchSource.addressOf(given)
                .orElseThrow(
                    () ->
                        wrongUsage(
                            "--url: %s is not an address, expected one such as %s"
                                .formatted(TextFile.quoted(given), FetchSource.CELESTRAK)));
    FetchSource.Format wanted =
        format.getValue() == null ? FetchSource.Format.JSON : format.getValue();
    List<String> names = groups.getValue() == null ? List.of("gnss") : groups.getValue();
    return names.stream().map(name -> FetchSource.group(asked, name, wanted)).toList();
  }

  private static List<FetchSource> givenSources(List<String> all) throws IOException {
    List<FetchSource> sources = new ArrayList<>();
    for (String given : all) {
      Optional<URI> address = FetchSource.addressOf(given);
      if (address.isPresent()) {
        sources.add(FetchSource.address(address.get()));
      } else {
        for (Path file : TextFile.filesOf(Path.of(given))) {
          if (Files.notExists(file)) {
            throw new NoSuchFileException(given);
          }
          sources.add(FetchSource.file(file));
        }
      }
    }
    return sources;
  }

  /** Describes the outcome of a fetch in one line. */
  public String line(FetchOutcome outcome) {
    return outcome.source() + ": " + text(outcome);
  }

  private String text(FetchOutcome outcome) {
    if (outcome instanceof FetchOutcome.Stored stored) {
      return "stored as %s, %s element sets, median epoch %s"
          .formatted(
              stored.entry().file(),
              stored.entry().elementSets(),
              times().withOffset(stored.entry().medianEpoch().truncatedTo(ChronoUnit.MINUTES)));
    }
    if (outcome instanceof FetchOutcome.StoredNotices stored) {
      return "stored as %s, %s"
          .formatted(
              stored.file().getFileName(), Words.count(stored.outages(), "outage", "outages"));
    }
    if (outcome instanceof FetchOutcome.NothingNew nothing) {
      return "nothing new; " + nothing.reason();
    }
    if (outcome instanceof FetchOutcome.NotDue notDue) {
      return "not requested again within two hours, even if the last request failed; due at %s"
          .formatted(times().withOffset(notDue.until()));
    }
    if (outcome instanceof FetchOutcome.Rejected rejected) {
      return "rejected, because the %s %s; kept as %s"
              .formatted(
                  rejected.source().isFile() ? "file" : "answer",
                  rejected.reason(),
                  rejected.kept())
          + (rejected.isReadable()
              ? "; if it is right after all, add it with skytally archive import"
              : "");
    }
    return "failed: " + ((FetchOutcome.Failed) outcome).reason();
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
