package dev.skytally.cli.option;

import dev.skytally.archive.ElementPool;
import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.OutputFile;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.input.IsoDate;
import dev.skytally.input.TextFile;
import dev.skytally.selection.ElementChoice;
import dev.skytally.selection.SelectionQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The option for element sets: those of a file or a date, or the nearest ones to the window. */
final class ElementsOption {
  private final OptionSpec option =
      Heading.option(Heading.ELEMENT_SETS, "--elements")
          .paramLabel("FILE|DATE")
          .type(String.class)
          .description(
              "Element sets from FILE (TLE or OMM; a file or a folder), or the archived or bundled"
                  + " ones of DATE (default: the ones nearest to the window).")
          .build();

  private final ArchiveOption archive;
  private final CommandSpec command;

  /** Creates an option; the caller adds it and that of the archive to the command. */
  ElementsOption(CommandSpec command, ArchiveOption archive) {
    this.command = command;
    this.archive = archive;
  }

  OptionSpec spec() {
    return option;
  }

  boolean isGiven() {
    return option.getValue() != null;
  }

  /**
   * Chooses element sets.
   *
   * @param question its window; if the start is not given, the newest element sets are chosen
   * @param reach the greatest distance of archived element sets from the window, unless there are
   *     no others
   */
  ElementChoice choose(SelectionQuestion question, Duration reach, Console console)
      throws IOException, JobFailedException {
    if (!isGiven()) {
      return nearest(question, reach, console);
    }
    String given = option.getValue();
    if (given.isBlank()) {
      throw wrongUsage("--elements is empty, expected a file or a date");
    }
    Path file = Path.of(given);
    Optional<LocalDate> date = IsoDate.find(given);
    return date.isEmpty() || Files.exists(file)
        ? ElementChoice.of(ElementSetReader.read(file), true)
        : ofDate(date.get(), reach, console);
  }

  private ElementChoice nearest(SelectionQuestion question, Duration reach, Console console)
      throws IOException, JobFailedException {
    Optional<Path> archived = archive.folderIfAny(console);
    if (archived.isPresent()) {
      SnapshotArchive snapshots = SnapshotArchive.open(archived.get());
      Optional<Instant> middle = question.middle();
      Instant at = middle.isPresent() ? middle.get() : snapshots.newestEpoch();
      return ElementChoice.of(snapshots.nearest(at, reach), false);
    }
    Optional<Instant> begin = question.begin();
    return ElementChoice.of(
        BundledSnapshots.load(
            begin.isPresent()
                ? BundledSnapshots.nearest(LocalDate.ofInstant(begin.get(), ZoneOffset.UTC))
                : BundledSnapshots.newest()),
        false);
  }

  /** Chooses the archived ones nearest to noon of a day, or the bundled ones of that date. */
  private ElementChoice ofDate(LocalDate date, Duration reach, Console console)
      throws IOException, JobFailedException {
    Optional<Path> archived = archive.folderIfAny(console);
    if (archived.isPresent()) {
      Instant noon = date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
      return ElementChoice.of(SnapshotArchive.open(archived.get()).nearest(noon, reach), true);
    }
    if (!BundledSnapshots.dates().contains(date)) {
      throw wrongUsage(
          "no element sets of "
              + date
              + " are bundled, expected a file or one of "
              + bundledDates());
    }
    return ElementChoice.of(BundledSnapshots.load(date), true);
  }

  /** Returns all element sets that may fill in for satellites which the chosen ones lack. */
  ElementPool pool(Console console) throws IOException, JobFailedException {
    Optional<Path> archived = archive.folderIfAny(console);
    return ElementPool.of(archived.map(SnapshotArchive::open), filesBeside());
  }

  static ElementPool bundledPool() {
    return ElementPool.of(Optional.empty(), List.of());
  }

  /** Returns the files with the same ending in the folder of the given file, including itself. */
  private List<Path> filesBeside() throws IOException {
    String given = option.getValue();
    if (given == null || Files.notExists(Path.of(given))) {
      return List.of();
    }
    Path path = Path.of(given);
    if (Files.isDirectory(path)) {
      return TextFile.filesOf(path);
    }
    String ending = OutputFile.ending(path);
    return TextFile.filesOf(path.toAbsolutePath().getParent()).stream()
        .filter(file -> OutputFile.ending(file).equals(ending))
        .toList();
  }

  static String bundledDates() {
    return BundledSnapshots.dates().stream()
        .map(LocalDate::toString)
        .collect(Collectors.joining(", "));
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
