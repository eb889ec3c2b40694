package dev.skytally.server;

import dev.skytally.server.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves the health and the metrics of the server. */
final class AdminHandler extends Handler.Abstract {
  private static final double DAY_SECONDS = 86_400;

  private final Health health;
  private final Metrics metrics;
  private final StudyPool pool;
  private final AnswerCache cache;

  AdminHandler(Health health, Metrics metrics, StudyPool pool, AnswerCache cache) {
    this.health = health;
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
    Duration age = health.age();
    boolean isReady = health.isReady(age);
    response.setStatus(isReady ? 200 : 503);
    reply(
        response,
        callback,
        "text/plain",
        "the newest element sets are %s days old\n".formatted(age.toDays()));
  }

  private Map<String, Number> gauges() {
    Map<String, Number> gauges = new LinkedHashMap<>();
    gauges.put("studies_running Studies that run", pool.running());
    gauges.put("studies_waiting Questions that wait for a thread", pool.waiting());
    gauges.put("cache_bytes Size of the answers that are kept", cache.bytes());
    gauges.put("cache_hits_total Answers that were kept", cache.hits());
    gauges.put("cache_misses_total Answers that had to be found", cache.misses());
    gauges.put(
        "element_sets_age_days Age of the newest element sets",
        health.age().toSeconds() / DAY_SECONDS);
    return gauges;
  }

  private static void reply(Response response, Callback callback, String mediaType, String text) {
    Reply.content(response, callback, mediaType, StandardCharsets.UTF_8.encode(text));
  }
}
