package dev.skytally.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** A GET request without redirects and retries, with limits on time and size. */
final class HttpQuery {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(20);
  private static final int LIMIT_BYTES = 32 << 20;

  /**
   * The property that limits retries: the JDK's client repeats a GET up to five times if a
   * connection ends without an answer. It reads the property on first use, so a program that uses
   * the client earlier must set the property itself.
   */
  private static final String ATTEMPTS_PROPERTY = "jdk.httpclient.redirects.retrylimit";

  static {
    System.setProperty(ATTEMPTS_PROPERTY, "1");
  }

  private HttpQuery() {}

  /**
   * One client for all requests of a process, because each client has its own threads and buffers.
   */
  private static final class Client {
    static final HttpClient SHARED =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .build();
  }

  /**
   * Sends the request and waits for the whole answer, whose body may be packed with gzip.
   *
   * @throws IOException if there is no answer; the message says why, for people
   */
  static HttpResponse<byte[]> send(URI address, String userAgent, Duration within)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", userAgent)
            .header("Accept-Encoding", "gzip")
            .build();
    CompletableFuture<HttpResponse<byte[]>> pending =
        Client.SHARED.sendAsync(request, head -> new LimitedBody(LIMIT_BYTES));
    try {
      return pending.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no whole answer came within " + within.toMillis() / 1e3 + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(explain(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted before the answer came", e);
    } finally {
      pending.cancel(true);
    }
  }

  /** Returns the message for an exception. The client nests the cause at different depths. */
  private static String explain(Throwable problem) {
    Throwable deepest = problem;
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      deepest = cause;
      if (cause instanceof LimitedBody.TooLargeException) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof HttpConnectTimeoutException) {
        return "no connection within " + CONNECT_WITHIN.toSeconds() + " s";
      }
      if (cause instanceof ConnectException) {
        return "no connection; is the network up and the address right?";
      }
      if (cause instanceof SSLException) {
        return "no secure connection: " + cause.getMessage();
      }
    }
    return "the answer broke off: " + deepest.getMessage();
  }
}
