package dev.skytally.server;

import dev.skytally.server.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves whether the server lives and is ready, and its metrics. */
final class AdminHandler extends Handler.Abstract {
  private final Supplier<Readiness> readiness;
  private final Metrics metrics;
  private final StudyPool pool;
  private final AnswerCache cache;

  AdminHandler(Supplier<Readiness> readiness, Metrics metrics, StudyPool pool, AnswerCache cache) {
    this.readiness = readiness;
    this.metrics = metrics;
    this.pool = pool;
    this.cache = cache;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    switch (Request.getPathInContext(request)) {
      case "/healthz" -> reply(response, callback, "text/plain", "ok\n");
      case "/readyz" -> ready(response, callback);
      case "/metrics" ->
          reply(response, callback, "text/plain;version=0.0.4", metrics.text(gauges()));
      default ->
          Reply.problem(
              response,
              callback,
              new Problem(Kind.UNKNOWN_RESOURCE, "expected /healthz, /readyz or /metrics"));
    }
    return true;
  }

  private void ready(Response response, Callback callback) {
    Optional<String> problem = readiness.get().problem();
    response.setStatus(problem.isEmpty() ? 200 : 503);
    reply(response, callback, "text/plain", problem.orElse("ready") + "\n");
  }

  private Map<String, Number> gauges() {
    Map<String, Number> gauges = new LinkedHashMap<>();
    gauges.put("studies_running Studies that run", pool.running());
    gauges.put("studies_waiting Questions that wait for a thread", pool.waiting());
    gauges.put("cache_bytes Size of the answers that are kept", cache.bytes());
    gauges.put("cache_hits_total Answers taken from the cache", cache.hits());
    gauges.put("cache_misses_total Answers not in the cache", cache.misses());
    readiness
        .get()
        .ageDays()
        .ifPresent(
            days -> gauges.put("element_sets_age_days Age of the newest element sets", days));
    return gauges;
  }

  private static void reply(Response response, Callback callback, String mediaType, String text) {
    Reply.content(response, callback, mediaType, StandardCharsets.UTF_8.encode(text));
  }
}
