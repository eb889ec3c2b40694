package dev.skytally.fetch;

import dev.skytally.input.TextFile;
import dev.skytally.internal.input.Sha256;
import dev.skytally.internal.storage.DurableFile;
import dev.skytally.outage.Outages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** A folder of notices of outages as received, each answer in a file. */
final class NoticeFolder {
  private static final int DIGEST_CHARACTERS = 8;

  private final Path folder;

  NoticeFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Stores an answer, unless it has no outage or is there already.
   *
   * @throws dev.skytally.input.InputFormatException if the answer holds no notices
   */
  FetchOutcome store(FetchSource source, TextFile answer, Instant now) throws IOException {
    Outages outages = Outages.read(answer);
    if (outages.coverage().isEmpty()) {
      if (outages.problems().isEmpty()) {
        throw answer.problem(0, 0, "holds no notices, only the header of a table");
      }
      return new FetchOutcome.NothingNew(
          source, "no notice of an outage: " + String.join("; ", outages.problems()));
    }
    String ending = "-" + Sha256.of(answer.text()).substring(0, DIGEST_CHARACTERS) + ".txt";
    Files.createDirectories(folder);
    try (Stream<Path> stored = Files.list(folder)) {
      if (stored.anyMatch(file -> file.getFileName().toString().endsWith(ending))) {
        return new FetchOutcome.NothingNew(source, "the same notices are stored already");
      }
    }
    String time = now.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    Path file = folder.resolve(time + ending);
    DurableFile.write(file, answer.text().getBytes(StandardCharsets.UTF_8));
    return new FetchOutcome.StoredNotices(source, file, outages.all().size());
  }
}
