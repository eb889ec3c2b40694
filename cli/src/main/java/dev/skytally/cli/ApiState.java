package dev.skytally.cli;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.UserFolders;
import dev.skytally.cli.option.ArchiveOption;
import dev.skytally.cli.option.Arguments;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.WrittenTime;
import dev.skytally.server.Format;
import dev.skytally.server.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * What an answer depends on besides its question: the version, the element sets, the notices and
 * the clock.
 */
final class ApiState {
  private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

  private final Console console;
  private final ArchiveOption archive;

  ApiState(Console console, ArchiveOption archive) {
    this.console = console;
    this.archive = archive;
  }

  /** Returns the state; empty if the answer is true only for the moment. */
  Optional<String> of(Question question) throws IOException, JobFailedException {
    String path = question.resource().path();
    boolean isHistory = path.equals("/v1/history");
    Optional<String> moment = Optional.empty();
    for (String name : List.of("start", "at")) {
      moment = moment.or(() -> Optional.ofNullable(question.values().get(name)));
    }
    Optional<String> date = Optional.ofNullable(question.values().get("date"));
    boolean beginsNow = path.startsWith("/v1/plan") || path.equals("/v1/sky");
    boolean isUndated = moment.isEmpty() && date.isEmpty();
    if (isHistory
        || (beginsNow && isUndated)
        || moment.filter(of -> !DATED.matcher(of).matches()).isPresent()) {
      return Optional.empty();
    }
    if (question.format() == Format.ICS) {
      // A calendar says when it was made.
      return Optional.empty();
    }
    Optional<Path> folder = archive.folderIfAny(console);
    return Optional.of(
        String.join(
            " ",
            console.version(),
            folder.isPresent() ? SnapshotArchive.open(folder.get()).state() : "bundled",
            question.values().containsKey("usable") ? notices() : "",
            date.isPresent() ? day(date.get(), question.values().get("timezone")) : ""));
  }

  /** Returns the day that a relative date means now; any text if the question is wrong. */
  private String day(String date, String zone) {
    try {
      ZoneId inZone = new Arguments.Zone().convert(Objects.requireNonNullElse(zone, "utc"));
      return new WrittenTime(inZone, console.clock().instant()).date(date).toString();
    } catch (DateTimeException | TypeConversionException e) {
      return "";
    }
  }

  /** Returns a text that changes whenever a fetched notice is added, changed or removed. */
  private String notices() throws IOException {
    Optional<Path> folder = UserFolders.noticesIfAny(console);
    if (folder.isEmpty()) {
      return "";
    }
    StringBuilder state = new StringBuilder();
    for (Path file : TextFile.filesOf(folder.get())) {
      state.append(file.getFileName()).append(' ');
      state.append(Files.getLastModifiedTime(file).toInstant()).append(' ');
      state.append(Files.size(file)).append(' ');
    }
    return state.toString();
  }
}
