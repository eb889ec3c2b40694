package dev.skytally.server;

import dev.skytally.server.Problem.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server: HTTP/1.1 and HTTP/2 without TLS at one address. */
public final class ApiServer implements AutoCloseable {
  /** Requests are short, and studies have threads of their own. */
  private static final int MOST_THREADS = 16;

  /** A horizon of 360 points fits. */
  private static final int HEADER_BYTES = 16 << 10;

  private static final int LEAST_BYTES_PER_SECOND = 1 << 10;

  private final Server server;
  private final ServerConnector connector;
  private final StudyPool pool;

  /**
   * Opens the address, and begins to answer.
   *
   * @param access who may ask; the loopback names of the address are allowed, too
   * @param pages the folder of the class path with the files of the page at {@code /}
   * @param bugs is given each unexpected failure
   * @throws IOException if the address cannot be opened
   */
  public ApiServer(
      InetSocketAddress address,
      Access access,
      Limits limits,
      Questions questions,
      String pages,
      Consumer<Throwable> bugs)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
    threads.setName("http");
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    connector =
        new ServerConnector(
            server,
            null,
            null,
            null,
            1,
            1,
            new HttpConnectionFactory(http),
            new HTTP2CServerConnectionFactory(http));
    connector.setHost(address.getHostString());
    connector.setPort(address.getPort());
    connector.setIdleTimeout(limits.idle().toMillis());
    server.addConnector(connector);
    pool = new StudyPool(limits);
    connector.open();
    Access own = new Access(hosts(access, address), access.origins(), access.token());
    server.setHandler(
        new MinimumDataRateHandler(
            new Guard(
                own,
                new Handler.Sequence(
                    new StaticFiles(pages), new ApiHandler(questions, pool, limits, bugs))),
            LEAST_BYTES_PER_SECOND,
            LEAST_BYTES_PER_SECOND));
    server.setErrorHandler(new Errors());
    try {
      server.start();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private Set<String> hosts(Access access, InetSocketAddress address) {
    Set<String> hosts = new HashSet<>(access.hosts());
    InetAddress bound = address.getAddress();
    String[] names =
        bound.isAnyLocalAddress() || bound.isLoopbackAddress()
            ? new String[] {"localhost", "127.0.0.1", "[::1]"}
            : new String[] {bound.getHostAddress()};
    for (String name : names) {
      hosts.add(name + ":" + port());
    }
    return hosts;
  }

  /** Returns the port, which the system has chosen if the address has port 0. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Ends running work within the limit, and then closes all connections. */
  @Override
  public void close() {
    pool.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop the server", e);
    }
  }

  /** Words the problems that Jetty finds in a request. */
  private static final class Errors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      int status = response.getStatus();
      String reason = String.valueOf(request.getAttribute(ERROR_MESSAGE));
      response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
      Problem problem =
          status < 500
              ? new Problem(Kind.WRONG_REQUEST, reason)
              : new Problem(Kind.BUG, "please report it: " + reason);
      Reply.problem(response, callback, problem);
      response.setStatus(status);
      return true;
    }
  }
}
