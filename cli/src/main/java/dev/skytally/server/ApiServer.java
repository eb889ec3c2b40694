package dev.skytally.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.HostPort;

/** The server: answers at one address, and serves its state at another. */
public final class ApiServer implements AutoCloseable {
  /** Requests are short, and studies have threads of their own. */
  private static final int MOST_THREADS = 16;

  /** The administrator's port has own threads, so that it answers while the other is busy. */
  private static final int MOST_ADMIN_THREADS = 6;

  private final InetSocketAddress address;
  private final StudyPool pool;
  private final HttpPort port;
  private final Optional<HttpPort> admin;

  /**
   * Opens the addresses, and begins to answer.
   *
   * @param adminAddress where it reports its state, if anywhere
   * @param access who may ask; the names of the addresses themselves are allowed, too
   * @param files gives the content of a file of the page at {@code /} by its name
   * @param readiness returns whether the server is ready at the moment
   * @param bugs is given each unexpected failure
   * @throws IOException if an address cannot be opened
   */
  public ApiServer(
      InetSocketAddress address,
      Optional<InetSocketAddress> adminAddress,
      Access access,
      Limits limits,
      Questions questions,
      Supplier<Readiness> readiness,
      Function<String, Optional<byte[]>> files,
      String version,
      Consumer<Throwable> bugs)
      throws IOException {
    this.address = address;
    pool = new StudyPool(limits);
    AnswerCache cache = new AnswerCache(limits.cacheBytes());
    Metrics metrics = new Metrics(questions.resources());
    OpenApi api = new OpenApi(questions.resources(), version);
    port =
        new HttpPort(
            address,
            access,
            limits,
            MOST_THREADS,
            guarded -> new Measured(metrics, guarded),
            new Handler.Sequence(
                new StaticFiles(name -> described(api, name).or(() -> files.apply(name))),
                new ApiHandler(questions, pool, cache, limits, bugs)),
            bugs);
    try {
      admin =
          adminAddress.isPresent()
              ? Optional.of(
                  new HttpPort(
                      adminAddress.get(),
                      access,
                      limits,
                      MOST_ADMIN_THREADS,
                      guarded -> guarded,
                      new AdminHandler(readiness, metrics, pool, cache),
                      bugs))
              : Optional.empty();
    } catch (IOException | RuntimeException e) {
      close(Optional.empty());
      throw e;
    }
  }

  private static Optional<byte[]> described(OpenApi api, String name) {
    return switch (name) {
      case OpenApi.JSON_NAME -> Optional.of(api.json().getBytes(StandardCharsets.UTF_8));
      case OpenApi.PAGE_NAME -> Optional.of(api.page().getBytes(StandardCharsets.UTF_8));
      default -> Optional.empty();
    };
  }

  /** Returns the host with its port, as requests name it. */
  public String host() {
    return Access.plain(HostPort.normalizeHost(address.getHostString())) + ":" + port();
  }

  /** Returns the port, which the system has chosen if the address has port 0. */
  public int port() {
    return port.number();
  }

  /** Returns the administrator's port, if there is one. */
  public OptionalInt adminPort() {
    return admin.isPresent() ? OptionalInt.of(admin.get().number()) : OptionalInt.empty();
  }

  /** Ends running work within the limit, and then closes all connections. */
  @Override
  public void close() {
    close(admin);
  }

  private void close(Optional<HttpPort> ofAdmin) {
    pool.close();
    port.close();
    ofAdmin.ifPresent(HttpPort::close);
  }
}
