package dev.skytally.fetch;

import dev.skytally.input.TextFile;
import dev.skytally.internal.storage.DurableFile;
import dev.skytally.internal.storage.FolderLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The log on disk of the time of each request, so that two requests for the same group are at least
 * two hours apart, even if other processes send them or a process is killed.
 *
 * <p>A request is logged before it is sent. If the clock is wrong for a while, for example on a
 * board without a real-time clock, the log still remembers its requests.
 */
final class RequestLog {
  // For each key, the log keeps the written times, except those that a later written time has
  // reached.
  // So the times descend, and there is more than one only after the clock was set back:
  //
  //   now < last               The clock was set back.
  //   last <= now < the one    The clock is still as it was when the last was written.
  //     before the last
  //   the one before <= now    The clock was set right again.
  //
  // In the first and the third case, the time since the last request is unknown, so it counts as
  // sent now. A clock that jumps ahead cannot be distinguished from elapsed time.

  /** The interval at which CelesTrak renews its data. */
  static final Duration BETWEEN_REQUESTS = Duration.ofHours(2);

  private static final String FILE = "requests.tsv";

  private final Path folder;

  RequestLog(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the instant before which a key must not be requested; empty if it may be requested now.
   */
  Optional<Instant> notDueUntil(String requested, Instant now) throws IOException {
    return notDueUntil(read().getOrDefault(requested, new ArrayDeque<>()), now);
  }

  /** Returns the same as {@link #notDueUntil}, and logs a request if it may be sent now. */
  Optional<Instant> begin(String requested, Instant now) throws IOException {
    FolderLock lock = FolderLock.of(folder);
    try {
      Map<String, Deque<Instant>> log = read();
      Deque<Instant> times = log.computeIfAbsent(requested, key -> new ArrayDeque<>());
      Optional<Instant> until = notDueUntil(times, now);
      if (until.isEmpty() || isClockChanged(times, now)) {
        add(times, now);
        write(log);
      }
      return until;
    } finally {
      lock.close();
    }
  }

  private static Optional<Instant> notDueUntil(Deque<Instant> times, Instant now) {
    if (times.isEmpty()) {
      return Optional.empty();
    }
    Instant last = isClockChanged(times, now) ? now : times.getLast();
    Instant until = last.plus(BETWEEN_REQUESTS);
    return until.isAfter(now) ? Optional.of(until) : Optional.empty();
  }

  /** Returns whether the clock was set back or right again since the last time was written. */
  private static boolean isClockChanged(Deque<Instant> times, Instant now) {
    Iterator<Instant> newestFirst = times.descendingIterator();
    return newestFirst.next().isAfter(now)
        || (newestFirst.hasNext() && !newestFirst.next().isAfter(now));
  }

  private static void add(Deque<Instant> times, Instant time) {
    while (!times.isEmpty() && !times.getLast().isAfter(time)) {
      times.removeLast();
    }
    times.addLast(time);
  }

  private Map<String, Deque<Instant>> read() throws IOException {
    Map<String, Deque<Instant>> log = new TreeMap<>();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      for (String line :
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()) {
        int tab = line.indexOf('\t');
        try {
          Instant time = Instant.parse(line.substring(0, Math.max(tab, 0)));
          add(log.computeIfAbsent(line.substring(tab + 1), key -> new ArrayDeque<>()), time);
        } catch (DateTimeException e) {
          throw new IOException(
              file
                  + ": found "
                  + TextFile.quoted(line)
                  + ", expected a time and the request at that time;"
                  + " delete the file two hours after the last request");
        }
      }
    }
    return log;
  }

  private void write(Map<String, Deque<Instant>> log) throws IOException {
    StringBuilder text = new StringBuilder();
    log.forEach(
        (requested, times) ->
            times.forEach(time -> text.append(time).append('\t').append(requested).append('\n')));
    DurableFile.write(folder.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
