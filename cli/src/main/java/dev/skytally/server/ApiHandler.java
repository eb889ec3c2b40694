package dev.skytally.server;

import dev.skytally.internal.input.Sha256;
import dev.skytally.internal.input.SimilarNames;
import dev.skytally.server.Problem.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Answers questions about resources. */
final class ApiHandler extends Handler.Abstract {
  private static final Duration BETWEEN_EVENTS = Duration.ofMillis(500);
  private static final int TAG_CHARACTERS = 32;

  /** An answer about today changes only when element sets arrive. */
  private static final String SHORT = "max-age=60";

  /** An answer may be opened in a browser; it loads nothing, and a page has its scripts in it. */
  private static final String FILE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri"
          + " 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String PAGE_POLICY = FILE_POLICY + "; script-src 'unsafe-inline'";

  private static final ByteBuffer NO_BODY = ByteBuffer.allocate(0);

  /** The first byte of what gzip and compress write, and of no text. */
  private static final byte PACKED = 0x1f;

  private final Questions questions;
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final StudyPool pool;
  private final Limits limits;
  private final Consumer<Throwable> bugs;
  private final AnswerCache cache;

  /** The bytes that bodies which have not arrived whole may still take. */
  private final Semaphore bodyBytes;

  /** The studies whose answers will be kept, by the tags of the answers; guarded by itself. */
  private final Map<String, StudyPool.Job> running = new HashMap<>();

  /**
   * @param bugs is given each unexpected failure
   */
  ApiHandler(
      Questions questions,
      StudyPool pool,
      AnswerCache cache,
      Limits limits,
      Consumer<Throwable> bugs) {
    this.questions = questions;
    this.pool = pool;
    this.limits = limits;
    this.bugs = bugs;
    this.cache = cache;
    bodyBytes = new Semaphore(limits.unfinishedBytes());
    for (Resource resource : questions.resources()) {
      resources.put(resource.path(), resource);
    }
  }

  /** A request with the way to reply to it. */
  private record Exchange(Request request, Response response, Callback callback) {
    void reply(Problem problem) {
      Reply.problem(response, callback, problem);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response, callback);
    String method = request.getMethod();
    if (method.equals("GET") || method.equals("HEAD")) {
      ask(exchange, NO_BODY);
      return true;
    }
    // Read before anything can be wrong, because clients lose a reply that comes earlier.
    new BodyReader(
            request,
            limits.bodyBytes(),
            limits.idle(),
            bodyBytes,
            body -> ask(exchange, body),
            exchange::reply)
        .run();
    return true;
  }

  private Resource resource(String path) throws Problem {
    Resource resource = resources.get(path);
    if (resource != null) {
      return resource;
    }
    List<String> similar = SimilarNames.of(path, resources.keySet().stream());
    throw new Problem(
        Kind.UNKNOWN_RESOURCE,
        "there is no \"%s\"%s"
            .formatted(
                path,
                similar.isEmpty()
                    ? ", expected one of " + String.join(", ", resources.keySet())
                    : "; did you mean " + similar.get(0) + "?"));
  }

  private static void requireMethod(Exchange exchange, Resource resource) throws Problem {
    String method = exchange.request().getMethod();
    List<String> allowed = resource.takesBody() ? List.of("POST") : List.of("GET", "HEAD");
    if (!allowed.contains(method)) {
      exchange.response().getHeaders().put(HttpHeader.ALLOW, String.join(", ", allowed));
      throw new Problem(
          Kind.WRONG_METHOD,
          "the method is %s, expected %s".formatted(method, String.join(" or ", allowed)));
    }
  }

  /** A packed list would be larger than the limit of bodies allows. */
  private static void requireUnpacked(Request request, ByteBuffer body) throws Problem {
    boolean isEncoded = request.getHeaders().contains(HttpHeader.CONTENT_ENCODING);
    if (isEncoded || (body.hasRemaining() && body.get(0) == PACKED)) {
      throw new Problem(Kind.PACKED_BODY, "the body is packed, expected it as plain text");
    }
  }

  private void ask(Exchange exchange, ByteBuffer body) {
    Request request = exchange.request();
    try {
      Resource resource = resource(Request.getPathInContext(request));
      requireMethod(exchange, resource);
      requireUnpacked(request, body);
      Query query =
          new Query(resource, Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""));
      Format format = query.format(request.getHeaders().getValuesList(HttpHeader.ACCEPT));
      Question question = new Question(resource, query.values(), format, body);
      if (accepts(exchange, HttpHeader.ACCEPT, EventStream.MEDIA_TYPE)) {
        stream(exchange, question);
      } else {
        answer(exchange, question);
      }
    } catch (Problem problem) {
      exchange.reply(problem);
    } catch (RuntimeException e) {
      exchange.reply(problem(e));
    }
  }

  private void answer(Exchange exchange, Question question) throws Problem {
    boolean packs =
        question.format().isText() && accepts(exchange, HttpHeader.ACCEPT_ENCODING, "gzip");
    Optional<String> tag = tag(question, packs);
    if (tag.isPresent()) {
      if (Reply.isKnown(exchange.request(), tag.get())) {
        // "*" names any answer, and a wrong question has none.
        questions.understand(question);
        replyUnchanged(exchange, tag.get());
        return;
      }
      Optional<Answer> known = cache.get(tag.get());
      if (known.isPresent()) {
        reply(exchange, question.format(), known.get(), packs, tag);
        return;
      }
    }
    Study study = questions.understand(question);
    requireAffordable(study, Cost::most, "");
    Study.Work work = study.work();
    StudyPool.Job job = pool.job(packs ? progress -> packed(work.answer(progress)) : work);
    if (tag.isEmpty()) {
      await(job, exchange, question, packs, tag);
      job.begin(limits.deadline());
      return;
    }
    String key = tag.get();
    synchronized (running) {
      StudyPool.Job equal = running.get(key);
      if (equal != null && equal.join()) {
        await(equal, exchange, question, packs, tag);
        return;
      }
      await(job, exchange, question, packs, tag);
      job.begin(limits.deadline());
      running.put(key, job);
    }
    job.whenEnded(
        (answer, failure) -> {
          if (failure == null) {
            cache.put(key, answer);
          }
          synchronized (running) {
            running.remove(key, job);
          }
        });
  }

  private static Answer packed(Answer answer) {
    return new Answer(Reply.packed(answer.content()), answer.warnings());
  }

  /** Replies when a study has ended. */
  private void await(
      StudyPool.Job job,
      Exchange exchange,
      Question question,
      boolean packs,
      Optional<String> tag) {
    // A study has its own deadline, and a client that waits for it is silent.
    exchange.request().addIdleTimeoutListener(timeout -> job.hasEnded());
    exchange.request().addFailureListener(reason -> job.leave());
    job.whenEnded(
        (answer, failure) ->
            conclude(
                exchange,
                () -> {
                  if (failure == null) {
                    reply(exchange, question.format(), answer, packs, tag);
                  } else {
                    exchange.reply(problem(failure));
                  }
                }));
  }

  /** Ends a request, even if the action fails that should end it. */
  private void conclude(Exchange exchange, Runnable end) {
    try {
      end.run();
    } catch (RuntimeException | Error e) {
      // Jetty reports the others.
      if (exchange.response().isCommitted()) {
        bugs.accept(e);
      }
      exchange.callback().failed(e);
    }
  }

  /** Closes the connection of a client that takes its answer too slowly, which frees the answer. */
  private void closeUnlessTaken(Request request) {
    EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
    Scheduler.Task late =
        request
            .getComponents()
            .getScheduler()
            .schedule(client::close, limits.taking().toNanos(), TimeUnit.NANOSECONDS);
    Request.addCompletionListener(request, failure -> late.cancel());
  }

  private void stream(Exchange exchange, Question question) throws Problem {
    if (!question.format().isText()) {
      throw new Problem(
          Kind.WRONG_FORMAT,
          "events carry text formats only, not %s".formatted(question.format().key()));
    }
    Study study = questions.understand(question);
    requireAffordable(study, Cost::mostStreamed, " of a stream of events");
    StudyPool.Job job = pool.job(study.work());
    EventStream events = new EventStream(job, exchange.response(), exchange.callback());
    exchange.request().addFailureListener(reason -> job.leave());
    exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, EventStream.MEDIA_TYPE);
    exchange.response().getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    job.whenEnded(
        (answer, failure) ->
            conclude(
                exchange,
                () -> {
                  closeUnlessTaken(exchange.request());
                  if (failure == null) {
                    events.end(
                        "answer",
                        StandardCharsets.UTF_8.decode(answer.content().slice()).toString());
                  } else {
                    events.end("problem", problem(failure).json());
                  }
                }));
    job.begin(limits.streamDeadline());
    job.meanwhile(BETWEEN_EVENTS, events::tick);
  }

  /** Returns the identity of the answer, if the same answer can be given again. */
  private Optional<String> tag(Question question, boolean packs) {
    Optional<String> state =
        question.resource().takesBody() ? Optional.empty() : questions.state(question);
    return state.map(
        of -> '"' + key(question, of).substring(0, TAG_CHARACTERS) + (packs ? "-gzip\"" : "\""));
  }

  /** Returns a digest of a question, whatever the order of its parameters, and the state. */
  private static String key(Question question, String state) {
    List<String> parts = new ArrayList<>();
    parts.add(question.resource().path());
    parts.add(question.format().key());
    parts.add(state);
    new TreeMap<>(question.values())
        .forEach(
            (name, value) -> {
              parts.add(name);
              parts.add(value);
            });
    // With its length, no part can look like several.
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.length()).append(':').append(part));
    return Sha256.of(text.toString());
  }

  private static boolean accepts(Exchange exchange, HttpHeader header, String value) {
    return exchange.request().getHeaders().contains(header, value);
  }

  private static void requireAffordable(Study study, ToDoubleFunction<Cost> limit, String ofWhat)
      throws Problem {
    for (Cost cost : study.costs()) {
      double most = limit.applyAsDouble(cost);
      if (cost.amount() > most) {
        throw new Problem(
                Kind.LARGE_QUESTION,
                String.format(
                    Locale.ROOT,
                    "%,.0f %s are more than the limit%s, %,.0f; %s",
                    Math.ceil(cost.amount()),
                    cost.unit(),
                    ofWhat,
                    most,
                    cost.remedy()))
            .withLimit((long) most);
      }
    }
  }

  private static void putCaching(Exchange exchange, Optional<String> tag) {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.add(HttpHeader.VARY, "Accept, Accept-Encoding");
    tag.ifPresent(of -> headers.put(HttpHeader.ETAG, of));
    headers.put(HttpHeader.CACHE_CONTROL, tag.isPresent() ? SHORT : "no-store");
  }

  private static void replyUnchanged(Exchange exchange, String tag) {
    putCaching(exchange, Optional.of(tag));
    exchange.response().setStatus(304);
    exchange.callback().succeeded();
  }

  private void reply(
      Exchange exchange, Format format, Answer answer, boolean packs, Optional<String> tag) {
    closeUnlessTaken(exchange.request());
    putCaching(exchange, tag);
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put("Content-Security-Policy", format == Format.HTML ? PAGE_POLICY : FILE_POLICY);
    if (packs) {
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
    }
    WarningHeaders.add(headers, answer.warnings());
    Reply.content(exchange.response(), exchange.callback(), format.mediaType(), answer.content());
  }

  private Problem problem(Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof CancellationException) {
      return StudyPool.stopping();
    }
    if (failure instanceof OutOfMemoryError) {
      return new Problem(Kind.LARGE_QUESTION, "the answer does not fit into memory; ask for less");
    }
    bugs.accept(failure);
    return new Problem(Kind.BUG, "please report it: " + failure);
  }
}
