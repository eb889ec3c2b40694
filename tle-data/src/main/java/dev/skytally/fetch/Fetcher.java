package dev.skytally.fetch;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks sources for element sets and puts good answers into an archive.
 *
 * <p>It is a careful guest: one request for a group at most every two hours, whichever process
 * sends it; no second try after an error, no redirects, a limit on time and size. An answer counts
 * only after its checks; what fails them is kept aside, and the archive stays as it was.
 *
 * <pre>{@code
 * Fetcher fetcher = new Fetcher(SnapshotArchive.open(folder), stateFolder, "example/1.0");
 * FetchOutcome outcome =
 *     fetcher.run(FetchSource.group(FetchSource.CELESTRAK, "gnss", FetchSource.Form.JSON));
 * }</pre>
 */
public final class Fetcher {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(20);
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);
  private static final int LIMIT_BYTES = 32 << 20;

  private final SnapshotArchive archive;
  private final RequestLog requests;
  private final String userAgent;
  private final Clock clock;
  private final Duration answerWithin;

  /**
   * A fetcher that goes by the system's clock.
   *
   * @param archive where good answers go
   * @param stateFolder where it is written down when what was asked; one for all fetchers of a user
   * @param userAgent the program and its version, as {@code skytally/1.0}
   */
  public Fetcher(SnapshotArchive archive, Path stateFolder, String userAgent) {
    this(archive, stateFolder, userAgent, Clock.systemUTC(), ANSWER_WITHIN);
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

  /** Until when a source must not be asked again; empty if it may be asked now. Asks nothing. */
  public Optional<Instant> notDueUntil(FetchSource source) throws IOException {
    return source.address().isPresent()
        ? requests.notDueUntil(source.limitedAs(), clock.instant())
        : Optional.empty();
  }

  /** Asks several sources in order. After a failure no other is asked. */
  public List<FetchOutcome> run(List<FetchSource> sources) throws IOException {
    List<FetchOutcome> outcomes = new ArrayList<>();
    for (FetchSource source : sources) {
      FetchOutcome outcome = run(source);
      outcomes.add(outcome);
      if (outcome instanceof FetchOutcome.Failed) {
        break;
      }
    }
    return outcomes;
  }

  /**
   * Asks a source, unless it is too soon.
   *
   * @throws IOException if this machine's files cannot be read or written, as when the disk is full
   */
  public FetchOutcome run(FetchSource source) throws IOException {
    Instant now = clock.instant();
    if (source.address().isEmpty()) {
      return judge(source, TextFile.read(source.file()), now);
    }
    Optional<Instant> until = requests.begin(source.limitedAs(), now);
    if (until.isPresent()) {
      return new FetchOutcome.NotDue(source, until.get());
    }
    HttpResponse<byte[]> answer;
    try {
      answer = get(source.address().get());
    } catch (IOException e) {
      return new FetchOutcome.Failed(source, e.getMessage());
    }
    if (answer.statusCode() != 200) {
      return new FetchOutcome.Failed(source, "HTTP " + answer.statusCode());
    }
    return judge(
        source, TextFile.read(source.name(), new ByteArrayInputStream(answer.body())), now);
  }

  private FetchOutcome judge(FetchSource source, TextFile text, Instant now) throws IOException {
    try {
      int before = archive.entries().size();
      Entry entry = archive.add(text, source.name(), now);
      return archive.entries().size() > before
          ? new FetchOutcome.Stored(source, entry)
          : new FetchOutcome.NothingNew(source, "it is in the archive as " + entry.file());
    } catch (InputFormatException e) {
      return new FetchOutcome.Failed(source, e.getMessage());
    }
  }

  private HttpResponse<byte[]> get(URI address) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", userAgent)
            .header("Accept-Encoding", "gzip")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new LimitedBody(LIMIT_BYTES));
    try {
      return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no whole answer within " + answerWithin.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      throw new IOException("interrupted", e);
    }
  }
}
