package dev.skytally.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events about one study: its progress twice a second, and its answer or problem at the
 * end. So a client that leaves is noticed within a second. Thread-safe.
 */
final class EventStream {
  static final String MEDIA_TYPE = "text/event-stream";

  private final StudyPool.Job job;
  private final Content.Sink sink;
  private final Callback callback;

  private boolean isWriting;
  private boolean hasEnded;
  private @Nullable ByteBuffer last;

  EventStream(StudyPool.Job job, Content.Sink sink, Callback callback) {
    this.job = job;
    this.sink = sink;
    this.callback = callback;
  }

  /** Sends the progress, unless the client has not yet taken what was sent before. */
  void tick() {
    synchronized (this) {
      if (isWriting || hasEnded) {
        return;
      }
      isWriting = true;
    }
    String data = String.format(Locale.ROOT, "{\"part\":%.3f}", job.part());
    sink.write(false, event("progress", data), Callback.from(this::written, this::failed));
  }

  /** Sends the last event and ends the stream. */
  void end(String name, String data) {
    ByteBuffer event = event(name, data);
    synchronized (this) {
      if (hasEnded) {
        return;
      }
      hasEnded = true;
      if (isWriting) {
        last = event;
        return;
      }
    }
    Reply.write(sink, event, callback);
  }

  private void written() {
    ByteBuffer event;
    synchronized (this) {
      isWriting = false;
      event = last;
    }
    if (event != null) {
      Reply.write(sink, event, callback);
    }
  }

  private void failed(Throwable reason) {
    job.leave();
    callback.failed(reason);
  }

  private static ByteBuffer event(String name, String data) {
    StringBuilder event = new StringBuilder("event: ").append(name).append('\n');
    data.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
    return StandardCharsets.UTF_8.encode(event.append('\n').toString());
  }
}
