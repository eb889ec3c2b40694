package dev.skytally.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server with questions whose studies wait until the test lets them go on. */
@Timeout(60)
class ApiServerTest {

  /** More than the system keeps for a connection. */
  private static final int LARGE_BYTES = 16 << 20;

  private static final String TOKEN = "0123456789abcdef0123";

  private static final Limits SMALL = small(Duration.ofMinutes(1));

  /** For clients that are slow or stay; a busy machine may be too slow for these limits, too. */
  private static final Limits IMPATIENT = small(Duration.ofMillis(300));

  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);
  private final Semaphore interrupted = new Semaphore(0);
  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
  private volatile Readiness readiness = new Readiness(OptionalDouble.of(3), Optional.empty());
  private final List<AutoCloseable> open = new ArrayList<>();

  private final Questions questions =
      new Questions() {
        @Override
        public List<Resource> resources() {
          return List.of(
              resource("/v1/fast", false),
              resource("/v1/slow", false),
              resource("/v1/slow/same", false),
              resource("/v1/large", false),
              resource("/v1/list", true),
              resource("/v1/broken", false));
        }

        private Resource resource(String path, boolean takesBody) {
          return new Resource(
              path,
              "A resource",
              takesBody ? Resource.Body.SITES : Resource.Body.NONE,
              List.of(new Parameter("value", Parameter.Type.TEXT, false, "A value")),
              List.of(Format.CSV));
        }

        @Override
        public Optional<String> state(Question question) {
          boolean isSame = question.resource().path().equals("/v1/slow/same");
          return isSame ? Optional.of("always") : Optional.empty();
        }

        @Override
        public Study understand(Question question) {
          return new Study(
              List.of(),
              progress -> {
                if (question.resource().path().equals("/v1/broken")) {
                  throw new Problem(null, "a problem of no kind");
                }
                if (question.resource().path().startsWith("/v1/slow")) {
                  begun.release();
                  try {
                    mayEnd.acquire();
                  } catch (InterruptedException e) {
                    interrupted.release();
                    throw new CancellationException("interrupted");
                  }
                }
                if (question.resource().path().equals("/v1/large")) {
                  return new Answer(ByteBuffer.allocate(LARGE_BYTES), List.of());
                }
                return new Answer(UTF_8.encode("answer " + question.values() + "\n"), List.of());
              });
        }
      };

  @AfterEach
  void close() throws Exception {
    mayEnd.release(1000);
    for (AutoCloseable one : open) {
      one.close();
    }
    assertEquals(List.of(), bugs);
  }

  private static Limits small(Duration idle) {
    return limits(
        Duration.ofMinutes(1), 10_000, idle, Duration.ofMinutes(1), Duration.ofSeconds(5));
  }

  private static Limits limits(
      Duration deadline, int connections, Duration idle, Duration taking, Duration stopping) {
    return new Limits(
        1,
        1,
        deadline,
        deadline,
        1 << 16,
        1000,
        1999,
        1 << 26,
        connections,
        idle,
        taking,
        stopping);
  }

  private ApiServer start(Limits limits, Access access) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ApiServer server =
        new ApiServer(
            any,
            Optional.of(any),
            access,
            limits,
            questions,
            () -> readiness,
            name -> Optional.empty(),
            "1.0",
            bugs::add);
    open.add(server);
    return server;
  }

  private ApiServer start(Limits limits) throws IOException {
    return start(limits, new Access(Set.of(), Set.of(), Optional.empty()));
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static HttpResponse<String> send(Version version, HttpRequest.Builder request)
      throws Exception {
    return HttpClient.newBuilder()
        .version(version)
        .build()
        .send(request.build(), BodyHandlers.ofString());
  }

  private static CompletableFuture<HttpResponse<String>> begin(
      HttpClient client, int port, String path) {
    return client.sendAsync(request(port, path).build(), BodyHandlers.ofString());
  }

  /** Sends bytes as they are, and returns everything until the server closes the connection. */
  private String exchange(int port, String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(text.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private static String get(String path, String... headers) {
    return "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void bothVersionsAnswer(Version version) throws Exception {
    ApiServer server = start(SMALL);
    HttpResponse<String> response = send(version, request(server.port(), "/v1/fast?value=x"));
    assertEquals(200, response.statusCode());
    assertEquals("answer {value=x}\n", response.body());
    assertEquals(version, response.version());
  }

  /** Java keeps a copy of the largest buffer that a thread has written. */
  @Test
  void aLargeAnswerLeavesNoCopyOutsideTheHeap() throws Exception {
    BufferPoolMXBean outside =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findFirst()
            .orElseThrow();
    ApiServer server = start(small(Duration.ofMinutes(1)));
    String ask = get("/v1/large?value=1", "Host: 127.0.0.1:" + server.port(), "Connection: close");
    long before = outside.getMemoryUsed();
    assertTrue(exchange(server.port(), ask).length() > LARGE_BYTES);
    assertTrue(outside.getMemoryUsed() - before < LARGE_BYTES / 4);
  }

  /** The preface and the frames are of RFC 9113, sections 3.4, 4.1 and 6.5. */
  @Test
  void aClientMayBeginWithHttp2() throws Exception {
    byte[] emptySettings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), start(SMALL).port())) {
      socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
      socket.getOutputStream().write(emptySettings);
      byte[] header = socket.getInputStream().readNBytes(emptySettings.length);
      assertEquals(emptySettings[3], header[3], new String(header, ISO_8859_1));
    }
  }

  @Test
  void aQuestionBeyondTheQueueIsRejectedAtOnceAndTheOthersAreAnswered() throws Exception {
    ApiServer server = start(SMALL);
    HttpClient client = HttpClient.newHttpClient();
    CompletableFuture<HttpResponse<String>> running = begin(client, server.port(), "/v1/slow");
    begun.acquire();
    CompletableFuture<HttpResponse<String>> first = begin(client, server.port(), "/v1/fast");
    CompletableFuture<HttpResponse<String>> second = begin(client, server.port(), "/v1/fast");
    CompletableFuture.anyOf(first, second).get();
    HttpResponse<String> rejected = (first.isDone() ? first : second).get();
    assertEquals(503, rejected.statusCode());
    assertEquals("1", rejected.headers().firstValue("retry-after").orElseThrow());
    mayEnd.release();
    assertEquals(200, running.get().statusCode());
    assertEquals(Set.of(200, 503), Set.of(first.get().statusCode(), second.get().statusCode()));
  }

  /** There is one place in the queue, so that others would be rejected. */
  @Test
  void equalQuestionsAreAnsweredByOneStudy() throws Exception {
    ApiServer server = start(SMALL);
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> equal = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      equal.add(begin(client, server.port(), "/v1/slow/same?value=x"));
    }
    begun.acquire();
    mayEnd.release(100);
    for (CompletableFuture<HttpResponse<String>> one : equal) {
      assertEquals("answer {value=x}\n", one.get().body());
    }
    // One that comes when the study has just ended may begin another.
    assertTrue(begun.availablePermits() < 9, begun.toString());
  }

  @Test
  void aStudyEndsWhenTheLastOfItsClientsLeaves() throws Exception {
    try (StudyPool pool = new StudyPool(SMALL)) {
      StudyPool.Job job =
          pool.job(
              progress -> {
                begun.release();
                try {
                  mayEnd.acquire();
                } catch (InterruptedException e) {
                  interrupted.release();
                }
                return new Answer(UTF_8.encode(""), List.of());
              });
      job.begin(Duration.ofMinutes(1));
      begun.acquire();
      assertTrue(job.join());
      job.leave();
      assertFalse(job.hasEnded());
      job.leave();
      assertTrue(job.hasEnded());
      assertFalse(job.join());
      interrupted.acquire();
    }
  }

  @Test
  void aStudyEndsAtItsDeadline() throws Exception {
    ApiServer server =
        start(
            limits(
                Duration.ofMillis(50),
                100,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5)));
    HttpResponse<String> late = send(Version.HTTP_1_1, request(server.port(), "/v1/slow"));
    assertEquals(504, late.statusCode());
    assertTrue(late.headers().firstValue("retry-after").isEmpty());
    assertTrue(interrupted.tryAcquire(10, TimeUnit.SECONDS));
    HttpResponse<String> events =
        send(
            Version.HTTP_1_1,
            request(server.port(), "/v1/slow").header("Accept", "text/event-stream"));
    assertTrue(events.body().startsWith("event: problem\ndata: {"), events.body());
  }

  @Test
  void aStudyEndsWhenItsHttp2ClientLeaves() throws Exception {
    // A connection that is closed between the requests would be HTTP/1.1 again.
    ApiServer server = start(Limits.usual());
    HttpClient client = HttpClient.newBuilder().version(Version.HTTP_2).build();
    // The first request upgrades the connection.
    assertEquals(200, begin(client, server.port(), "/v1/fast").get().statusCode());
    CompletableFuture<HttpResponse<String>> running = begin(client, server.port(), "/v1/slow");
    begun.acquire();
    running.cancel(true);
    assertTrue(interrupted.tryAcquire(10, TimeUnit.SECONDS));
  }

  @Test
  void aStudyEndsWhenTheReaderOfItsEventsLeaves() throws Exception {
    ApiServer server = start(SMALL);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              get("/v1/slow", "Host: localhost:" + server.port(), "Accept: text/event-stream")
                  .getBytes(US_ASCII));
      begun.acquire();
    }
    assertTrue(interrupted.tryAcquire(10, TimeUnit.SECONDS));
  }

  private static void awaitFigure(ApiServer server, String line) throws Exception {
    awaitFigures(server, Pattern.quote(line + "\n"));
  }

  private static void awaitFigures(ApiServer server, String lines) throws Exception {
    Pattern wanted = Pattern.compile(lines);
    int admin = server.adminPort().orElseThrow();
    String figures;
    do {
      figures = send(Version.HTTP_1_1, request(admin, "/metrics")).body();
    } while (!wanted.matcher(figures).find());
  }

  private static void awaitOneWaiting(ApiServer server) throws Exception {
    awaitFigure(server, "skytally_studies_waiting 1");
  }

  @Test
  void stoppingLetsRunningStudiesEndAndRejectsOthers() throws Exception {
    ApiServer server = start(SMALL);
    HttpClient client = HttpClient.newHttpClient();
    CompletableFuture<HttpResponse<String>> running = begin(client, server.port(), "/v1/slow");
    begun.acquire();
    CompletableFuture<HttpResponse<String>> waiting = begin(client, server.port(), "/v1/fast");
    awaitOneWaiting(server);
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
    // As long as the server is not yet stopping, it is busy.
    HttpResponse<String> rejected;
    do {
      rejected = send(Version.HTTP_1_1, request(server.port(), "/v1/fast"));
    } while (!rejected.body().contains("stopping"));
    assertEquals(503, rejected.statusCode());
    assertFalse(stopped.isDone());
    mayEnd.release();
    assertEquals(200, running.get().statusCode());
    assertEquals(200, waiting.get().statusCode());
    stopped.get();
  }

  @ParameterizedTest
  @EnumSource
  void stoppingAnswersThoseWhoWaitWhenTheTimeIsOver(Version version) throws Exception {
    ApiServer server =
        start(
            limits(
                Duration.ofMinutes(1),
                100,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofMillis(1)));
    HttpClient client = HttpClient.newBuilder().version(version).build();
    CompletableFuture<HttpResponse<String>> running = begin(client, server.port(), "/v1/slow");
    begun.acquire();
    CompletableFuture<HttpResponse<String>> waiting = begin(client, server.port(), "/v1/fast");
    awaitOneWaiting(server);
    server.close();
    assertEquals(503, running.get().statusCode());
    assertTrue(running.get().body().contains("stopping"), running.get().body());
    // Its study may run in the moment between the end of the other and its own.
    assertTrue(Set.of(200, 503).contains(waiting.get().statusCode()), waiting.get().body());
  }

  @Test
  void aReplyThatFailsEndsTheRequestAndIsReportedOnce() throws Exception {
    ApiServer server = start(IMPATIENT);
    for (String accept : List.of("*/*", "text/event-stream")) {
      String host = "Host: localhost:" + server.port();
      String answer = exchange(server.port(), get("/v1/broken", host, "Accept: " + accept));
      assertTrue(answer.startsWith("HTTP/1.1 500"), answer);
      assertEquals(1, bugs.size());
      bugs.clear();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:PORT, 200",
    "LOCALHOST:PORT, 200",
    "127.0.0.1:PORT, 200",
    "[::1]:PORT, 200",
    "[0:0::0:1]:PORT, 200",
    "maps.example.org, 200",
    "maps.example.org:PORT, 421",
    "[2001:DB8::1], 200",
    "[2001:db8:0:0:0:0:0:1], 200",
    "[2001:db8::2], 421",
    "localhost, 421",
    "localhost:1, 421",
    "evil.example, 421",
    "evil.example:PORT, 421",
    "localhost:PORT.evil.example, 421",
    "127.0.0.1.evil.example:PORT, 421"
  })
  void onlyTheServersOwnHostsAreAnswered(String host, int status) throws Exception {
    ApiServer server =
        start(
            SMALL,
            new Access(Set.of("Maps.example.org", "[2001:0db8::0:1]"), Set.of(), Optional.empty()));
    for (int port : List.of(server.port(), server.adminPort().orElseThrow())) {
      String path = port == server.port() ? "/v1/fast" : "/healthz";
      String answer =
          exchange(
              port, get(path, "Host: " + host.replace("PORT", "" + port), "Connection: close"));
      // A name of a host with a port that is none cannot be read at all.
      assertTrue(
          answer.startsWith("HTTP/1.1 " + status)
              || (status == 421 && answer.startsWith("HTTP/1.1 400")),
          answer);
    }
  }

  @Test
  void aForeignHostIsToldTheServersOwn() throws Exception {
    Access access = new Access(Set.of("[2001:db8:0:0:1:0:0:2]"), Set.of(), Optional.empty());
    int port = start(SMALL, access).port();
    String answer = exchange(port, get("/v1/fast", "Host: evil.example", "Connection: close"));
    String own = "127.0.0.1:%1$s, [2001:db8::1:0:0:2], [::1]:%1$s, localhost:%1$s; ";
    assertTrue(answer.contains("expected one of " + own.formatted(port)), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://evil.example/v1/fast HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
        "GET /v1/fast HTTP/1.1\r\n\r\n",
        "GET /v1/fast HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\n\r\n",
        "GET /v1/fast HTTP/1.0\r\n\r\n",
        "GET /v1/fast\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n",
        "CONNECT evil.example:80 HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
        "\u0000\u0001\u0002\r\n\r\n"
      })
  void nothingElseGetsRoundTheCheckOfTheHost(String request) throws Exception {
    ApiServer server = start(IMPATIENT);
    String answer = exchange(server.port(), request.replace("PORT", "" + server.port()));
    assertFalse(answer.contains(" 200 "), answer);
    assertFalse(answer.contains("HTTP/1.1 5"), answer);
  }

  @Test
  void anHttp2RequestWithoutAHostIsRejected() throws Exception {
    ApiServer server = start(IMPATIENT);
    String upgrade =
        get(
            "/v1/fast",
            "Host: localhost:" + server.port(),
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABk");
    // Settings, then the headers of stream 3: GET, http, and the path as a literal.
    String path = "/v1/fast";
    String frames =
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            + "\0\0\0\4\0\0\0\0\0"
            + "\0\0\14\1\5\0\0\0\3"
            + "\202\206\4\10"
            + path;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write((upgrade + frames).getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertTrue(answer.contains("the request names no host"), answer);
    }
  }

  @Test
  void aLongRequestHasAStatusOfItsOwn() throws Exception {
    ApiServer server = start(SMALL);
    String host = "Host: localhost:" + server.port();
    String much = "x".repeat(20_000);
    String longAddress = exchange(server.port(), get("/v1/fast?value=" + much, host));
    assertTrue(longAddress.startsWith("HTTP/1.1 414"), longAddress);
    String largeHeader = exchange(server.port(), get("/v1/fast", host, "Much: " + much));
    assertTrue(largeHeader.startsWith("HTTP/1.1 431"), largeHeader);
  }

  @Test
  void onlyListedOriginsMayRead() throws Exception {
    ApiServer server =
        start(SMALL, new Access(Set.of(), Set.of("https://example.org"), Optional.empty()));
    HttpResponse<String> allowed =
        send(
            Version.HTTP_1_1,
            request(server.port(), "/v1/fast").header("Origin", "https://example.org"));
    assertEquals(200, allowed.statusCode());
    assertEquals(
        "https://example.org",
        allowed.headers().firstValue("access-control-allow-origin").orElseThrow());
    for (String foreign :
        List.of("https://evil.example", "http://example.org", "https://example.org.evil", "null")) {
      HttpResponse<String> rejected =
          send(Version.HTTP_1_1, request(server.port(), "/v1/fast").header("Origin", foreign));
      assertEquals(403, rejected.statusCode());
      assertTrue(rejected.headers().firstValue("access-control-allow-origin").isEmpty());
    }
    for (String own : List.of("http://localhost:", "https://127.0.0.1:", "http://[::1]:")) {
      assertEquals(
          200,
          send(
                  Version.HTTP_1_1,
                  request(server.port(), "/v1/fast").header("Origin", own + server.port()))
              .statusCode());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer " + TOKEN + ", 200",
    "bearer " + TOKEN + ", 200",
    "Bearer " + TOKEN + "x, 401",
    "Bearer 0123456789abcdef012, 401",
    "Basic " + TOKEN + ", 401",
    "Bearer, 401",
    "'', 401"
  })
  void aTokenIsNeededIfThereIsOne(String authorization, int status) throws Exception {
    ApiServer server = start(SMALL, new Access(Set.of(), Set.of(), Optional.of(TOKEN)));
    HttpRequest.Builder request = request(server.port(), "/v1/fast");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> response = send(Version.HTTP_1_1, request);
    assertEquals(status, response.statusCode());
    assertFalse(response.body().contains(TOKEN));
    assertEquals(
        status == 401 ? List.of("Bearer") : List.of(),
        response.headers().allValues("www-authenticate"));
  }

  private static HttpRequest.Builder ofBytes(ApiServer server, int size) {
    return request(server.port(), "/v1/list")
        .POST(
            HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(new byte[size])));
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void aBodyHasALimit(Version version) throws Exception {
    ApiServer server = start(SMALL);
    HttpClient client = HttpClient.newBuilder().version(version).build();
    assertEquals(version, begin(client, server.port(), "/v1/fast").get().version());
    for (int size : List.of(0, 1000, 1001, 15_000, 1000)) {
      HttpResponse<String> response =
          client.send(ofBytes(server, size).build(), BodyHandlers.ofString());
      assertEquals(size <= 1000 ? 200 : 413, response.statusCode(), size + ": " + response.body());
    }
    try {
      assertEquals(
          413,
          client.send(ofBytes(server, 100_000).build(), BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      // The server closed the connection before the client had sent everything.
    }
  }

  @Test
  void unfinishedBodiesHaveALimitTogether() throws Exception {
    ApiServer server = start(SMALL);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String begin =
          "POST /v1/list HTTP/1.1\r\nHost: localhost:%s\r\nContent-Length: 1001\r\n\r\n"
              .formatted(server.port());
      socket.getOutputStream().write((begin + "x".repeat(1000)).getBytes(US_ASCII));
      HttpResponse<String> response;
      do {
        response = send(Version.HTTP_1_1, ofBytes(server, 1000));
      } while (response.statusCode() == 200);
      assertEquals(503, response.statusCode(), response.body());
      assertEquals("1", response.headers().firstValue("retry-after").orElseThrow());
    }
    while (send(Version.HTTP_1_1, ofBytes(server, 1000)).statusCode() == 503) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "G",
        "GET /v1/fast HTTP/1.1\r\nHost: localh",
        "POST /v1/list HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 100\r\n\r\nname",
        "POST /v1/list HTTP/1.1\r\nHost: localhost:PORT\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nna",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
      })
  void halfARequestEndsWithTheConnection(String half) throws Exception {
    ApiServer server = start(IMPATIENT);
    String answer = exchange(server.port(), half.replace("PORT", "" + server.port()));
    assertFalse(answer.contains("HTTP/1.1 2"), answer);
  }

  /** Each byte ends the silence that would otherwise end the connection. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /v1/fast HTTP/1.1\r\nHost: localhost:PORT\r\nX-Long: ",
        "GET /v1/fast HTTP/1.1\r\nHost: localhost:PORT\r\n\r\nGET /",
        "POST /v1/list HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 1000\r\n\r\nname"
      })
  void aRequestThatComesByteByByteEndsWithTheConnection(String begin) throws Exception {
    ApiServer server = start(IMPATIENT);
    assertConnectionEnds(server.port(), begin.replace("PORT", "" + server.port()), "A");
  }

  /**
   * Begins a connection, and then sends a part ten times in the limit of impatient servers, until
   * the server closes the connection.
   */
  private static void assertConnectionEnds(int port, String begin, String part) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) IMPATIENT.idle().toMillis() / 10);
      OutputStream out = socket.getOutputStream();
      out.write(begin.getBytes(ISO_8859_1));
      for (int sent = 0; isOpen(socket); sent++) {
        assertTrue(sent < 200, "still open after twenty times the limit");
        out.write(part.getBytes(ISO_8859_1));
      }
    } catch (SocketException e) {
      // The server closed the connection before it read everything.
    }
  }

  /** Reads until the server is silent for a tenth of the limit, or closes the connection. */
  private static boolean isOpen(Socket socket) throws IOException {
    byte[] part = new byte[1000];
    try {
      while (socket.getInputStream().read(part) >= 0) {}
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  @Test
  void requestsInOnePieceAreAnsweredInTheirOrder() throws Exception {
    ApiServer server = start(SMALL);
    String host = "Host: localhost:" + server.port();
    String answer =
        exchange(
            server.port(),
            get("/v1/fast?value=1", host)
                + get("/v1/none", host)
                + get("/v1/fast?value=3", host, "Connection: close"));
    int first = answer.indexOf("answer {value=1}");
    int second = answer.indexOf("HTTP/1.1 404");
    int third = answer.indexOf("answer {value=3}");
    assertTrue(0 < first && first < second && second < third, answer);
  }

  @Test
  void manySilentConnectionsLeaveRoomForOthers() throws Exception {
    ApiServer server = start(SMALL);
    for (int i = 0; i < 1000; i++) {
      open.add(0, new Socket(InetAddress.getLoopbackAddress(), server.port()));
    }
    assertEquals(200, send(Version.HTTP_1_1, request(server.port(), "/v1/fast")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/event-stream"})
  void anAnswerThatAClientDoesNotTakeEndsWithTheConnection(String accept) throws Exception {
    ApiServer server =
        start(
            limits(
                Duration.ofMinutes(1),
                100,
                Duration.ofMinutes(10),
                Duration.ofMillis(300),
                Duration.ofSeconds(5)));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String host = "Host: localhost:" + server.port();
      socket
          .getOutputStream()
          .write(get("/v1/large", host, "Accept: " + accept).getBytes(US_ASCII));
      awaitFigure(server, "skytally_requests_total{resource=\"/v1/large\",status=\"200\"} 1");
      assertTrue(socket.getInputStream().readAllBytes().length < LARGE_BYTES);
    }
  }

  /** Returns a frame of RFC 9113, section 4.1. */
  private static String frame(int type, int flags, int stream, String payload) {
    String head = "\0\0" + (char) payload.length() + (char) type + (char) flags;
    return head + "\0\0\0" + (char) stream + payload;
  }

  /**
   * The client has no window for the body of its answer (RFC 9113, section 6.9.2). Then it sends
   * replies to pings that never were, or makes room for one byte at a time.
   */
  @ParameterizedTest
  @CsvSource({
    "300, 600000, */*, 0",
    "300, 600000, text/event-stream, 0",
    "600000, 300, */*, 0",
    "600000, 300, */*, 1",
    "600000, 300, text/event-stream, 0",
    "600000, 300, text/event-stream, 1"
  })
  void anAnswerThatAnHttp2ClientDoesNotTakeEndsWithTheConnection(
      int idleMillis, int takingMillis, String accept, int room) throws Exception {
    ApiServer server =
        start(
            limits(
                Duration.ofMinutes(1),
                100,
                Duration.ofMillis(idleMillis),
                Duration.ofMillis(takingMillis),
                Duration.ofSeconds(5)));
    String path = "/v1/large";
    String host = "localhost:" + server.port();
    // RFC 7541: GET, http, and literals with the names path (4), authority (1) and accept (19).
    String headers =
        "\202\206\4%c%s\1%c%s\17\4%c%s"
            .formatted(path.length(), path, host.length(), host, accept.length(), accept);
    String noWindow = frame(4, 0, 0, "\0\4\0\0\0\0");
    String request = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + noWindow + frame(1, 5, 1, headers);
    String part = room > 0 ? frame(8, 0, 1, "\0\0\0" + (char) room) : frame(6, 1, 0, "12345678");
    assertConnectionEnds(server.port(), request, part);
    // On a slow machine, the connection may end before the answer begins.
    awaitFigures(server, "skytally_requests_total\\{resource=\"/v1/large\",status=\"\\d+\"} 1\n");
  }

  @Test
  void aConnectionBeyondTheLimitWaitsForAnother() throws Exception {
    ApiServer server =
        start(
            limits(
                Duration.ofMinutes(1),
                2,
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5)));
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Socket second = new Socket(loopback, server.port());
    open.add(second);
    try (Socket first = new Socket(loopback, server.port());
        Socket third = new Socket(loopback, server.port())) {
      String request = get("/v1/fast", "Host: localhost:" + server.port());
      for (Socket one : List.of(first, second)) {
        one.getOutputStream().write(request.getBytes(US_ASCII));
        assertEquals('H', one.getInputStream().read());
      }
      third.getOutputStream().write(request.getBytes(US_ASCII));
      third.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, () -> third.getInputStream().read());
      second.close();
      third.setSoTimeout(0);
      assertEquals('H', third.getInputStream().read());
    }
  }

  @Test
  void theAdministratorsPortReportsReadinessAndFigures() throws Exception {
    ApiServer server = start(SMALL);
    assertEquals(200, send(Version.HTTP_1_1, request(server.port(), "/v1/fast")).statusCode());
    int admin = server.adminPort().orElseThrow();
    assertEquals("ok\n", send(Version.HTTP_1_1, request(admin, "/healthz")).body());
    assertEquals(200, send(Version.HTTP_1_1, request(admin, "/readyz")).statusCode());
    String figures = send(Version.HTTP_1_1, request(admin, "/metrics")).body();
    assertTrue(figures.contains("skytally_element_sets_age_days 3.000\n"), figures);
    assertTrue(figures.contains("skytally_studies_waiting 0\n"), figures);
    assertEquals(404, send(Version.HTTP_1_1, request(admin, "/v1/fast")).statusCode());
    assertEquals(404, send(Version.HTTP_1_1, request(server.port(), "/metrics")).statusCode());
  }

  @Test
  void theServerSaysWhyItIsNotReady() throws Exception {
    ApiServer server = start(SMALL);
    int admin = server.adminPort().orElseThrow();
    readiness = new Readiness(OptionalDouble.empty(), Optional.of("no element sets"));
    HttpResponse<String> response = send(Version.HTTP_1_1, request(admin, "/readyz"));
    assertEquals(503, response.statusCode());
    assertEquals("no element sets\n", response.body());
    String figures = send(Version.HTTP_1_1, request(admin, "/metrics")).body();
    assertFalse(figures.contains("element_sets"), figures);
  }

  @Test
  void rejectedRequestsAreMeasuredToo() throws Exception {
    ApiServer server = start(SMALL);
    exchange(server.port(), get("/v1/fast", "Host: evil.example", "Connection: close"));
    String figures =
        send(Version.HTTP_1_1, request(server.adminPort().orElseThrow(), "/metrics")).body();
    assertTrue(
        figures.contains("requests_total{resource=\"/v1/fast\",status=\"421\"} 1\n"), figures);
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site, no-cors, 403",
    "same-site, no-cors, 403",
    "same-origin, no-cors, 200",
    "none, navigate, 200",
    "cross-site, navigate, 200"
  })
  void aPageOfAnotherSiteMayLinkHereAndShowNothingFromHere(String site, String mode, int status)
      throws Exception {
    ApiServer server = start(SMALL);
    String answer =
        exchange(
            server.port(),
            get(
                "/v1/fast",
                "Host: localhost:" + server.port(),
                "Sec-Fetch-Site: " + site,
                "Sec-Fetch-Mode: " + mode,
                "Connection: close"));
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
  }

  @Test
  void thePartsOfARejectedBodyAreNoRequests() throws Exception {
    ApiServer server = start(SMALL, new Access(Set.of(), Set.of(), Optional.of(TOKEN)));
    String body = get("/v1/fast", "Host: localhost:1", "Authorization: Bearer " + TOKEN);
    String answer =
        exchange(
            server.port(),
            "POST /v1/list HTTP/1.1\r\nHost: localhost:%s\r\nContent-Length: %s\r\nConnection: close\r\n\r\n%s"
                .formatted(server.port(), body.length(), body));
    assertTrue(answer.startsWith("HTTP/1.1 401"), answer);
    assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, answer);
  }
}
