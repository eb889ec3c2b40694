package dev.skytally.fetch;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.elements.Snapshot;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests element sets from sources and stores good answers in an archive; and notices of outages,
 * stored in a folder.
 *
 * <p>It limits its load on servers: at most one request for a group in two hours, from all
 * processes together; no retry after an error, no redirects, and a limit on time and size. An
 * answer is stored only if it passes its checks. An answer that fails is kept separately, and the
 * archive does not change.
 *
 * <pre>{@code
 * Fetcher fetcher = new Fetcher(SnapshotArchive.open(folder), stateFolder, "example/1.0");
 * FetchOutcome outcome =
 *     fetcher.run(FetchSource.group(FetchSource.CELESTRAK, "gnss", FetchSource.Format.JSON));
 * }</pre>
 *
 * <p>Safe for use by several threads, and by several processes at once.
 */
public final class Fetcher {
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

  /** CelesTrak's message that it has no newer data, with status 403 or 200. */
  private static final String NOT_UPDATED = "has not updated since";

  private static final String NO_SUCH_GROUP = "No GP data found";
  private static final int NOTICE_CHARACTERS = 1000;
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final SnapshotArchive archive;
  private final RequestLog requests;
  private final String userAgent;
  private final Clock clock;
  private final Duration answerWithin;

  /**
   * Creates a fetcher that uses the system clock.
   *
   * @param archive the archive for good answers
   * @param stateFolder the folder of the log of requests; one for all fetchers of a user
   * @param userAgent the program and its version, for example {@code skytally/1.0}
   */
  public Fetcher(SnapshotArchive archive, Path stateFolder, String userAgent) {
    this(archive, stateFolder, userAgent, Clock.systemUTC());
  }

  /**
   * Creates a fetcher that uses a clock of the caller.
   *
   * @param archive the archive
   * @param stateFolder the folder of the log of requests
   * @param userAgent how requests name the program
   * @param clock the clock
   */
  public Fetcher(SnapshotArchive archive, Path stateFolder, String userAgent, Clock clock) {
    this(archive, stateFolder, userAgent, clock, ANSWER_WITHIN);
  }

  Fetcher(
      SnapshotArchive archive,
      Path stateFolder,
      String userAgent,
      Clock clock,
      Duration answerWithin) {
    this.archive = archive;
    requests = new RequestLog(stateFolder);
    this.userAgent = userAgent;
    this.clock = clock;
    this.answerWithin = answerWithin;
  }

  /**
   * {@return the time before which a source must not be asked again; empty if it may be asked now}
   * Sends no request.
   *
   * @param source the source
   * @throws IOException if a file cannot be read
   */
  public Optional<Instant> notDueUntil(FetchSource source) throws IOException {
    return source.address().isPresent()
        ? requests.notDueUntil(source.limitedAs(), clock.instant())
        : Optional.empty();
  }

  /**
   * Asks several sources in order. If a server fails, no further source is asked.
   *
   * @param sources the sources
   * @return the outcome of each source
   * @throws IOException if files of this machine cannot be read or written
   */
  public List<FetchOutcome> run(List<FetchSource> sources) throws IOException {
    List<FetchOutcome> outcomes = new ArrayList<>();
    for (FetchSource source : sources) {
      FetchOutcome outcome = run(source);
      outcomes.add(outcome);
      if (outcome instanceof FetchOutcome.Failed && source.address().isPresent()) {
        break;
      }
    }
    return outcomes;
  }

  /**
   * Asks a source, unless it is too soon.
   *
   * @param source the source
   * @return the outcome
   * @throws IOException if files of this machine cannot be read or written, for example because the
   *     disk is full
   */
  public FetchOutcome run(FetchSource source) throws IOException {
    Instant now = clock.instant();
    return ask(source, now, text -> judge(source, text, now));
  }

  /**
   * Asks a source of notices of outages, unless it is too soon, and stores an answer that has some
   * in a folder. All answers stay there, because notices refer to earlier ones.
   *
   * @param source the source
   * @param folder the folder, which need not exist
   * @return the outcome
   * @throws IOException if files of this machine cannot be read or written
   */
  public FetchOutcome runNotices(FetchSource source, Path folder) throws IOException {
    Instant now = clock.instant();
    return ask(source, now, text -> new NoticeFolder(folder).store(source, text, now));
  }

  /** Judges the text of an answer. */
  private interface Judge {
    FetchOutcome of(TextFile text) throws IOException;
  }

  private FetchOutcome ask(FetchSource source, Instant now, Judge judge) throws IOException {
    if (source.address().isEmpty()) {
      return readFile(source, judge);
    }
    Optional<Instant> until = requests.begin(source.limitedAs(), now);
    if (until.isPresent()) {
      return new FetchOutcome.NotDue(source, until.get());
    }
    HttpResponse<byte[]> answer;
    try {
      answer = HttpQuery.send(source.address().get(), userAgent, answerWithin);
    } catch (IOException e) {
      return new FetchOutcome.Failed(source, String.valueOf(e.getMessage()));
    }
    String notice = source.withoutEchoes(notice(answer.body()));
    if (notice.contains(NOT_UPDATED)
        && (answer.statusCode() == OK || answer.statusCode() == FORBIDDEN)) {
      return new FetchOutcome.NothingNew(source, "the source has not updated since it was asked");
    }
    if (answer.statusCode() != OK) {
      return new FetchOutcome.Failed(source, explain(answer, notice));
    }
    if (notice.contains(NO_SUCH_GROUP)) {
      return new FetchOutcome.Failed(
          source, "the source has nothing under this name; is the group's name right?");
    }
    try {
      return judge.of(text(source, answer.body()));
    } catch (InputFormatException e) {
      return reject(source, answer.body(), now, withoutName(source, e), false);
    }
  }

  private static FetchOutcome readFile(FetchSource source, Judge judge) throws IOException {
    try {
      return judge.of(TextFile.read(source.file()));
    } catch (InputFormatException e) {
      return new FetchOutcome.Failed(source, withoutName(source, e));
    }
  }

  private FetchOutcome judge(FetchSource source, TextFile text, Instant now) throws IOException {
    Snapshot answer = ElementSetReader.read(text);
    AnswerCheck.Result result = AnswerCheck.check(source, text, answer, archive, now);
    return switch (result.verdict()) {
      case GOOD -> new FetchOutcome.Stored(source, archive.add(text, source.name(), now));
      case NOTHING_NEW -> new FetchOutcome.NothingNew(source, result.reason());
      case BAD ->
          reject(source, text.text().getBytes(StandardCharsets.UTF_8), now, result.reason(), true);
    };
  }

  private FetchOutcome reject(
      FetchSource source, byte[] content, Instant now, String reason, boolean isReadable)
      throws IOException {
    String shown = source.withoutEchoes(reason);
    byte[] kept =
        source
            .withoutEchoes(new String(content, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
    return new FetchOutcome.Rejected(
        source, shown, isReadable, archive.reject(kept, source.name(), now, shown));
  }

  private static TextFile text(FetchSource source, byte[] body) throws IOException {
    return TextFile.read(source.name(), new ByteArrayInputStream(body));
  }

  /** Returns a short text instead of data in one line; empty if the body is not such a text. */
  private static String notice(byte[] body) {
    try {
      String text = TextFile.read("", new ByteArrayInputStream(body)).text().strip();
      return text.length() > NOTICE_CHARACTERS ? "" : TextFile.printable(text);
    } catch (IOException e) {
      return "";
    }
  }

  private static String explain(HttpResponse<byte[]> answer, String notice) {
    String said = notice.isEmpty() || notice.startsWith("<") ? "" : ": " + TextFile.quoted(notice);
    String status = "it answers with the error HTTP " + answer.statusCode();
    Optional<String> location = answer.headers().firstValue("Location");
    if (location.isPresent()) {
      return "it redirects (HTTP %s) to %s, which is not followed; is the address still right?"
          .formatted(
              answer.statusCode(), TextFile.quoted(FetchSource.withoutSecrets(location.get())));
    }
    return switch (answer.statusCode()) {
      case FORBIDDEN ->
          status + " (forbidden)" + said + "; if it goes on, the address may be blocked";
      case NOT_FOUND -> status + " (not found)" + said + "; is the address right?";
      default -> status + said;
    };
  }

  /** Returns the message without the source at its beginning, which an outcome already names. */
  private static String withoutName(FetchSource source, InputFormatException problem) {
    String message = problem.getMessage();
    String whole = source.name() + ": ";
    String place = source.name() + ", ";
    return message.startsWith(whole)
        ? message.substring(whole.length())
        : message.replace(place, "is damaged, ");
  }
}
