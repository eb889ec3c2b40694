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

/** Which element sets: those of a file or a date, or the nearest there are to the window. */
final class ElementsOption {
  private final OptionSpec option =
      OptionSpec.builder("--elements")
          .paramLabel("FILE|DATE")
          .type(String.class)
          .description(
              "Element sets from a FILE (TLE or OMM), or the archived and bundled ones of a DATE. If not"
                  + " given: those nearest to the window.")
          .build();

  private final ArchiveOption archive;
  private final CommandSpec command;

  /** An option for a command, which is still to be added to it, as the archive's is. */
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
   * Chooses.
   *
   * @param begin when the window begins, if that was said; else the newest there are are meant
   * @param reach nothing archived further from the window is taken, unless there is nothing else
   */
  ElementChoice choose(Optional<Instant> begin, Duration duration, Duration reach, Console console)
      throws IOException, JobFailedException {
    if (!isGiven()) {
      return nearest(begin, duration, reach, console);
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

  private ElementChoice nearest(
      Optional<Instant> begin, Duration duration, Duration reach, Console console)
      throws IOException, JobFailedException {
    Optional<Path> archived = archive.folderIfAny(console);
    if (archived.isPresent()) {
      SnapshotArchive snapshots = SnapshotArchive.open(archived.get());
      Instant at =
          begin.isPresent() ? begin.get().plus(duration.dividedBy(2)) : snapshots.newestEpoch();
      return ElementChoice.of(snapshots.nearest(at, reach), false);
    }
    return ElementChoice.of(
        BundledSnapshots.load(
            begin.isPresent()
                ? BundledSnapshots.nearest(LocalDate.ofInstant(begin.get(), ZoneOffset.UTC))
                : BundledSnapshots.newest()),
        false);
  }

  /** The archived ones nearest to the noon of a day, or the bundled ones of that date. */
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

  /** Everything that a satellite may be flown by which is missing from what was chosen. */
  ElementPool pool(Console console) throws IOException, JobFailedException {
    Optional<Path> archived = archive.folderIfAny(console);
    return ElementPool.of(archived.map(SnapshotArchive::open), filesBeside());
  }

  static ElementPool bundledPool() {
    return ElementPool.of(Optional.empty(), List.of());
  }

  /** The files of the folder of the given file that end as it does, itself among them. */
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
