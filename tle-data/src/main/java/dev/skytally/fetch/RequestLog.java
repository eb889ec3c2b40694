package dev.skytally.fetch;

import dev.skytally.archive.DurableFile;
import dev.skytally.archive.FolderLock;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When what was asked last, on the disk, so that no two requests come within two hours, whichever
 * process sends them and however it ends.
 *
 * <p>A request is written down before it is sent, and never crossed out: a clock that was wrong for
 * a while would cross out what was asked a moment ago. If the clock says that the last request is
 * still to come, it was set back; how long ago the request was is then unknown, and the two hours
 * begin anew.
 */
final class RequestLog {
  /** As often as CelesTrak renews its data. */
  static final Duration BETWEEN_REQUESTS = Duration.ofHours(2);

  private static final String FILE = "requests.tsv";

  private final Path folder;

  RequestLog(Path folder) {
    this.folder = folder;
  }

  /** The moment before which something must not be asked; empty if it may be asked now. */
  Optional<Instant> notDueUntil(String asked, Instant now) throws IOException {
    Instant last = read().get(asked);
    if (last == null) {
      return Optional.empty();
    }
    Instant until = (last.isAfter(now) ? now : last).plus(BETWEEN_REQUESTS);
    return until.isAfter(now) ? Optional.of(until) : Optional.empty();
  }

  /** As {@link #notDueUntil}; if it may be asked now, it is written down that it is. */
  Optional<Instant> begin(String asked, Instant now) throws IOException {
    FolderLock lock = FolderLock.of(folder);
    try {
      Map<String, Instant> last = read();
      Optional<Instant> until = notDueUntil(asked, now);
      boolean clockWasSetBack = last.containsKey(asked) && last.get(asked).isAfter(now);
      if (until.isEmpty() || clockWasSetBack) {
        last.put(asked, now);
        write(last);
      }
      return until;
    } finally {
      lock.close();
    }
  }

  private Map<String, Instant> read() throws IOException {
    Map<String, Instant> last = new TreeMap<>();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      for (String line :
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()) {
        int tab = line.indexOf('\t');
        try {
          last.put(line.substring(tab + 1), Instant.parse(line.substring(0, Math.max(tab, 0))));
        } catch (DateTimeException e) {
          throw new IOException(
              file
                  + ": found "
                  + TextFile.quoted(line)
                  + ", expected a time and what was asked then;"
                  + " delete the file two hours after the last request");
        }
      }
    }
    return last;
  }

  private void write(Map<String, Instant> last) throws IOException {
    StringBuilder text = new StringBuilder();
    last.forEach((asked, when) -> text.append(when).append('\t').append(asked).append('\n'));
    DurableFile.write(folder.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
