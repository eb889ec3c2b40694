package dev.skytally.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts requests, and writes figures in the text format of Prometheus. Thread-safe. */
final class Metrics {
  /** The greatest durations of the buckets of the histogram. */
  private static final double[] BUCKETS_SECONDS = {0.01, 0.1, 1, 10};

  private static final double NANOS = 1e9;

  private final Set<String> paths;
  private final ConcurrentMap<String, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final LongAdder[] buckets = new LongAdder[BUCKETS_SECONDS.length];
  private final LongAdder count = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  Metrics(List<Resource> resources) {
    paths = resources.stream().map(Resource::path).collect(Collectors.toUnmodifiableSet());
    Arrays.setAll(buckets, i -> new LongAdder());
  }

  /** Adds a request. All paths that are no resource count as one, as there may be any number. */
  void add(String path, int status, long durationNanos) {
    String labels =
        "resource=\"%s\",status=\"%s\"".formatted(paths.contains(path) ? path : "other", status);
    requests.computeIfAbsent(labels, key -> new LongAdder()).increment();
    for (int i = 0; i < buckets.length; i++) {
      if (durationNanos <= BUCKETS_SECONDS[i] * NANOS) {
        buckets[i].increment();
      }
    }
    count.increment();
    nanos.add(durationNanos);
  }

  /**
   * Returns all figures.
   *
   * @param gauges others by name, the description of each after a blank
   */
  String text(Map<String, Number> gauges) {
    StringBuilder text = new StringBuilder();
    head(text, "skytally_requests_total", "counter", "Requests that ended, by resource and status");
    requests.forEach(
        (labels, number) -> line(text, "skytally_requests_total{" + labels + "}", number));
    String seconds = "skytally_request_duration_seconds";
    head(text, seconds, "histogram", "Time from a request to the end of its answer");
    for (int i = 0; i < buckets.length; i++) {
      line(text, seconds + "_bucket{le=\"" + BUCKETS_SECONDS[i] + "\"}", buckets[i]);
    }
    line(text, seconds + "_bucket{le=\"+Inf\"}", count);
    line(text, seconds + "_sum", nanos.sum() / NANOS);
    line(text, seconds + "_count", count);
    gauges.forEach(
        (described, number) -> {
          int blank = described.indexOf(' ');
          String name = "skytally_" + described.substring(0, blank);
          head(
              text,
              name,
              name.endsWith("_total") ? "counter" : "gauge",
              described.substring(blank + 1));
          line(text, name, number);
        });
    return text.toString();
  }

  private static void head(StringBuilder text, String name, String type, String description) {
    text.append("# HELP ").append(name).append(' ').append(description).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder text, String name, Number value) {
    boolean isWhole = !(value instanceof Double);
    text.append(name)
        .append(' ')
        .append(
            isWhole ? value.toString() : String.format(Locale.ROOT, "%.3f", value.doubleValue()))
        .append('\n');
  }
}
