package dev.skytally.server;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Closes connections whose next request takes too long to arrive. Jetty closes only silent ones,
 * and each byte of a header breaks the silence.
 */
final class RequestDeadline implements Runnable {
  private static final int LOOKS = 4;

  private final ServerConnector connector;
  private final long limitNanos;
  private Map<Connection, Seen> seen = new HashMap<>();

  RequestDeadline(ServerConnector connector, long limitNanos) {
    this.connector = connector;
    this.limitNanos = limitNanos;
  }

  /** A connection when it was last seen with no begun request. */
  private record Seen(long requests, long bytes, long nanos) {}

  /** Closes what is late, and looks again in a part of the limit, until the server stops. */
  @Override
  public void run() {
    long now = System.nanoTime();
    Map<Connection, Seen> next = new HashMap<>();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Connection connection = endPoint.getConnection();
      if (connection == null) {
        continue;
      }
      Seen before = seen.get(connection);
      long requests = connection.getMessagesIn();
      boolean isAnswering = requests > connection.getMessagesOut();
      if (before == null || isAnswering || requests != before.requests) {
        next.put(connection, new Seen(requests, connection.getBytesIn(), now));
      } else if (connection.getBytesIn() == before.bytes) {
        next.put(connection, new Seen(requests, before.bytes, now));
      } else if (now - before.nanos <= limitNanos) {
        next.put(connection, before);
      } else {
        endPoint.close();
      }
    }
    seen = next;
    connector.getScheduler().schedule(this, limitNanos / LOOKS, TimeUnit.NANOSECONDS);
  }
}
