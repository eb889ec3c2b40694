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
import dev.skytally.report.text.Utc;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** From where fresh element sets come, and into which archive. */
public final class FetchOptions {
  private final OptionSpec groups =
      OptionSpec.builder("--groups")
          .paramLabel("GROUP")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .splitRegex(",")
          .description(
              "CelesTrak's groups to ask for, as gnss or gps-ops,galileo; gnss if not given.")
          .build();

  private final OptionSpec form =
      OptionSpec.builder("--omm")
          .paramLabel("FORM")
          .type(FetchSource.Form.class)
          .converters(new Arguments.OmmForm())
          .description("The form to ask for, json or csv; json if not given.")
          .build();

  private final OptionSpec service =
      OptionSpec.builder("--url")
          .paramLabel("URL")
          .type(String.class)
          .description(
              "A service that answers as CelesTrak's does, as a mirror; CelesTrak's own if not given.")
          .build();

  private final OptionSpec from =
      OptionSpec.builder("--from")
          .paramLabel("SOURCE")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .description(
              "Instead of groups: a file, a folder of files (as exports of Space-Track), or the"
                  + " address of a file. May be given more than once.")
          .build();

  private final CommandSpec command;
  private final ArchiveOption archive = new ArchiveOption();

  /** Null until it is asked for. */
  private SnapshotArchive opened;

  public FetchOptions(CommandSpec command) {
    this.command = command;
    command.addOption(groups).addOption(form).addOption(service).addOption(from);
    command.addOption(archive.spec());
  }

  /**
   * The archive that fresh element sets go into; it need not exist yet. It is always the same one,
   * because it remembers what it has read.
   */
  public SnapshotArchive archive(Console console) throws JobFailedException {
    if (opened == null) {
      opened = SnapshotArchive.open(archive.folder(console));
    }
    return opened;
  }

  /** Refuses an archive that was named and is not there, where nobody would make it. */
  public void requireArchiveIfGiven(Console console) throws JobFailedException {
    archive.folderIfAny(console);
  }

  public Fetcher fetcher(Console console) throws JobFailedException {
    Path state =
        UserFolders.state(console)
            .orElseThrow(
                () ->
                    new JobFailedException(
                        "there is no place to remember requests in, as neither XDG_STATE_HOME nor"
                            + " HOME is set, so nothing was asked"));
    return new Fetcher(
        archive(console),
        state,
        "skytally/" + ProgramVersion.packaged().orElse("unpackaged"),
        console.clock());
  }

  /** Rejects each option that says what to fetch, where nothing is fetched. */
  public void refuseWith(String noFetch) {
    for (OptionSpec option : List.of(groups, form, service, from)) {
      if (option.getValue() != null) {
        throw wrongUsage(contradiction(noFetch, option.longestName()));
      }
    }
  }

  private static String contradiction(String one, String other) {
    return one + " and " + other + " contradict each other, give one of them";
  }

  /** What to ask, in order. */
  public List<FetchSource> sources() throws IOException {
    boolean fromElsewhere = from.getValue() != null;
    for (OptionSpec option : List.of(groups, form, service)) {
      if (fromElsewhere && option.getValue() != null) {
        throw wrongUsage(contradiction(option.longestName(), "--from"));
      }
    }
    try {
      return fromElsewhere ? givenSources() : groups();
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
                            "--url: %s is no address, expected one such as %s"
                                .formatted(TextFile.quoted(given), FetchSource.CELESTRAK)));
    FetchSource.Form wanted = form.getValue() == null ? FetchSource.Form.JSON : form.getValue();
    List<String> names = groups.getValue() == null ? List.of("gnss") : groups.getValue();
    return names.stream().map(name -> FetchSource.group(asked, name, wanted)).toList();
  }

  private List<FetchSource> givenSources() throws IOException {
    List<FetchSource> sources = new ArrayList<>();
    for (String given : from.<List<String>>getValue()) {
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

  /** What came of it, in one line for people. */
  public static String line(FetchOutcome outcome) {
    return outcome.source() + ": " + text(outcome);
  }

  private static String text(FetchOutcome outcome) {
    if (outcome instanceof FetchOutcome.Stored stored) {
      return "stored as %s, %s element sets, median epoch %s UTC"
          .formatted(
              stored.entry().file(),
              stored.entry().elementSets(),
              Utc.minutes(stored.entry().medianEpoch()));
    }
    if (outcome instanceof FetchOutcome.NothingNew nothing) {
      return "nothing new; " + nothing.reason();
    }
    if (outcome instanceof FetchOutcome.NotDue notDue) {
      return "not asked, as it was within the last two hours; due at %s UTC"
          .formatted(Utc.moment(notDue.until()));
    }
    if (outcome instanceof FetchOutcome.Rejected rejected) {
      return (rejected.source().isFile()
              ? "rejected, as the file " + rejected.reason()
              : "rejected, as the answer %s; it is kept as %s"
                  .formatted(rejected.reason(), rejected.kept()))
          + (rejected.isReadable()
              ? ", and if it is right after all, skytally archive import takes it"
              : "");
    }
    return "failed: " + ((FetchOutcome.Failed) outcome).reason();
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
