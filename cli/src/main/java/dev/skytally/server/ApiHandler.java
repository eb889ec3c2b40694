package dev.skytally.server;

import dev.skytally.internal.input.SimilarNames;
import dev.skytally.server.Problem.Kind;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** Answers questions about resources. */
final class ApiHandler extends Handler.Abstract {
  private static final ByteBuffer NO_BODY = ByteBuffer.allocate(0);

  private final Questions questions;
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final StudyPool pool;
  private final Limits limits;
  private final Consumer<Throwable> bugs;

  /**
   * @param bugs is given each unexpected failure
   */
  ApiHandler(Questions questions, StudyPool pool, Limits limits, Consumer<Throwable> bugs) {
    this.questions = questions;
    this.pool = pool;
    this.limits = limits;
    this.bugs = bugs;
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
    try {
      Resource resource = resource(Request.getPathInContext(request));
      requireMethod(exchange, resource);
      Query query =
          new Query(resource, Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""));
      Format format = query.format(request.getHeaders().getValuesList(HttpHeader.ACCEPT));
      if (resource.takesBody()) {
        Content.Source.asByteArrayAsync(
            request,
            limits.bodyBytes(),
            Promise.Invocable.from(
                InvocationType.NON_BLOCKING,
                body ->
                    ask(
                        exchange,
                        new Question(resource, query.values(), format, ByteBuffer.wrap(body))),
                failure -> exchange.reply(unread(failure))));
      } else {
        ask(exchange, new Question(resource, query.values(), format, NO_BODY));
      }
    } catch (Problem problem) {
      exchange.reply(problem);
    }
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

  private Problem unread(Throwable failure) {
    return failure instanceof IllegalStateException
        ? new Problem(
            Kind.LARGE_BODY, "the body is larger than %s bytes".formatted(limits.bodyBytes()))
        : new Problem(Kind.WRONG_REQUEST, "the body ends too early or comes too slowly");
  }

  private void ask(Exchange exchange, Question question) {
    StudyPool.Job job;
    try {
      Study study = questions.understand(question);
      for (Cost cost : study.costs()) {
        requireAffordable(cost);
      }
      job = pool.begin(() -> study.work().answer(part -> {}));
    } catch (Problem problem) {
      exchange.reply(problem);
      return;
    } catch (RuntimeException e) {
      exchange.reply(problem(e));
      return;
    }
    // A study has its own deadline, and a client that waits for it is silent.
    exchange.request().addIdleTimeoutListener(timeout -> job.hasEnded());
    exchange.request().addFailureListener(job::stop);
    job.whenEnded(
        (answer, failure) -> {
          if (failure == null) {
            reply(exchange, question, answer);
          } else {
            exchange.reply(problem(failure));
          }
        });
  }

  private static void requireAffordable(Cost cost) throws Problem {
    if (cost.amount() > cost.most()) {
      throw new Problem(
              Kind.LARGE_QUESTION,
              String.format(
                  Locale.ROOT,
                  "%,.0f %s are more than the limit, %,.0f: %s",
                  cost.amount(),
                  cost.unit(),
                  cost.most(),
                  cost.remedy()))
          .with("limit", String.format(Locale.ROOT, "%.0f", cost.most()));
    }
  }

  private static void reply(Exchange exchange, Question question, Answer answer) {
    for (String warning : answer.warnings()) {
      exchange.response().getHeaders().add("Skytally-Warning", warning);
    }
    Reply.content(
        exchange.response(), exchange.callback(), question.format().mediaType(), answer.content());
  }

  private Problem problem(Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof CancellationException) {
      return new Problem(Kind.STOPPING, "the server is stopping, ask again later");
    }
    if (failure instanceof OutOfMemoryError) {
      return new Problem(Kind.LARGE_QUESTION, "the answer does not fit into memory; ask for less");
    }
    bugs.accept(failure);
    return new Problem(Kind.BUG, "please report it: " + failure);
  }
}
