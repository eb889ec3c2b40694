package dev.skytally.server;

import dev.skytally.server.Problem.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.io.WindowRateControl;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** A port with HTTP/1.1 and HTTP/2, both without TLS, that drops slow and foreign requests. */
final class HttpPort implements AutoCloseable {
  /** A horizon of 360 points fits. */
  private static final int HEADER_BYTES = 16 << 10;

  /** With Java's default of 50, clients that connect at once wait a second. */
  private static final int MOST_UNACCEPTED = 1024;

  /**
   * A client sends several frames without content for each answer, so Jetty's limit of 128 is low.
   */
  private static final int MOST_FRAMES_PER_SECOND = 5000;

  /** How long the last replies may take, and how long the connections that have none stay open. */
  private static final Duration REPLYING = Duration.ofSeconds(1);

  private static final Duration SILENCE = Duration.ofMillis(100);

  /** Clients omit this port. */
  private static final int HTTP_PORT = 80;

  private final Server server;
  private final ServerConnector connector;

  /**
   * Opens an address.
   *
   * @param access who may ask; the names of the address itself are allowed, too
   * @param mostThreads for requests, which are short
   * @param outermost wraps the handler of all requests, also of those that are rejected
   * @param handler handles requests that are not rejected
   * @throws UnusableAddressException if the address cannot be opened
   */
  HttpPort(
      InetSocketAddress address,
      Access access,
      Limits limits,
      int mostThreads,
      UnaryOperator<Handler> outermost,
      Handler handler,
      Consumer<Throwable> bugs)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(mostThreads, 1);
    threads.setName("http");
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    connector =
        new ServerConnector(
            server, null, null, null, 1, 1, new HttpConnectionFactory(http), new Http2(http));
    connector.setHost(address.getAddress().getHostAddress());
    connector.setPort(address.getPort());
    connector.setAcceptQueueSize(MOST_UNACCEPTED);
    connector.setIdleTimeout(limits.idle().toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    server.setErrorHandler(new Errors(bugs));
    try {
      connector.open();
    } catch (IOException e) {
      throw new UnusableAddressException(address, e);
    }
    Access own = new Access(hosts(access, address), access.origins(), access.token());
    server.setHandler(new GracefulHandler(outermost.apply(new Guard(own, handler))));
    server.setStopTimeout(REPLYING.toMillis());
    connector.setShutdownIdleTimeout(SILENCE.toMillis());
    try {
      server.start();
      new RequestDeadline(connector, limits.idle().toNanos()).run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private Set<String> hosts(Access access, InetSocketAddress address) {
    Set<String> hosts = new HashSet<>(access.hosts());
    InetAddress bound = address.getAddress();
    Set<String> names = new HashSet<>();
    names.add(HostPort.normalizeHost(bound.getHostAddress()));
    if (bound.isAnyLocalAddress() || bound.isLoopbackAddress()) {
      names.addAll(Set.of("localhost", "127.0.0.1", "[::1]"));
    }
    for (String name : names) {
      hosts.add(name + ":" + number());
      if (number() == HTTP_PORT) {
        hosts.add(name);
      }
    }
    return hosts;
  }

  /** Returns the number of the port, which the system has chosen if the address has 0. */
  int number() {
    return connector.getLocalPort();
  }

  /** Gives the last replies some time, and closes all connections. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop the server", e);
    }
  }

  /**
   * Upgrades from HTTP/1.1, and clients that begin with HTTP/2, whose preface looks like a request
   * PRI. A request with a body stays HTTP/1.1, because Jetty loses a body of unknown length.
   */
  private static final class Http2 extends HTTP2CServerConnectionFactory {
    Http2(HttpConfiguration http) {
      super(http);
      setRateControlFactory(new WindowRateControl.Factory(MOST_FRAMES_PER_SECOND));
    }

    @Override
    public @Nullable Connection upgradeConnection(
        Connector connector,
        EndPoint endPoint,
        MetaData.Request request,
        HttpFields.Mutable response) {
      return HttpMethod.GET.is(request.getMethod()) || HttpMethod.PRI.is(request.getMethod())
          ? super.upgradeConnection(connector, endPoint, request, response)
          : null;
    }
  }

  /** Describes the problems that Jetty finds in a request. */
  private static final class Errors extends ErrorHandler {
    private static final int NO_SUCH_VERSION = 505;

    private final Consumer<Throwable> bugs;

    Errors(Consumer<Throwable> bugs) {
      this.bugs = bugs;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      int status = response.getStatus();
      String reason = String.valueOf(request.getAttribute(ERROR_MESSAGE));
      Problem problem =
          switch (status) {
            case 408 -> new Problem(Kind.SLOW_REQUEST, reason);
            case 414 -> new Problem(Kind.LONG_ADDRESS, reason);
            case 431 -> new Problem(Kind.LARGE_HEADERS, reason);
            case 503 -> StudyPool.stopping();
            default ->
                status < 500 || status == NO_SUCH_VERSION
                    ? new Problem(Kind.WRONG_REQUEST, reason)
                    : new Problem(Kind.BUG, "please report it: " + reason);
          };
      if (problem.isBug()
          && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable bug
          && !(bug instanceof QuietException)) {
        bugs.accept(bug);
      }
      Reply.problem(response, callback, problem);
      return true;
    }
  }
}
