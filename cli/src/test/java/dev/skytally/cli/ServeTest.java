package dev.skytally.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.cli.console.Console;
import dev.skytally.history.TestElements;
import dev.skytally.report.page.PlannerPage;
import dev.skytally.server.ApiServer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server gives the answers of the commands. */
class ServeTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ByteArrayOutputStream MESSAGES = new ByteArrayOutputStream();

  /** What clients may not give, because it names files, or because the server decides it. */
  private static final Set<String> SERVERS =
      Set.of(
          "elements",
          "orbits",
          "archive",
          "healthy",
          "only",
          "sites",
          "columns",
          "encoding",
          "threads",
          "outages",
          "report",
          "output",
          "format",
          "quiet",
          "help",
          "version");

  private static final String NO_SUCH_ADDRESS =
      "skytally: cannot listen at [2001:db8::1]:80: this machine does not have this address; choose"
          + " another one with --listen\n";

  private static ApiServer server;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    server = start(Map.of());
  }

  private static ApiServer start(Map<String, String> environment) throws IOException {
    return LocalServer.open(console(environment));
  }

  private static Console console(Map<String, String> environment) {
    return new Console(new ByteArrayOutputStream(), MESSAGES, false, environment, Run.NOON);
  }

  @AfterAll
  static void stop() {
    server.close();
    assertEquals("", MESSAGES.toString(StandardCharsets.UTF_8), "reports of bugs");
  }

  private static HttpResponse<byte[]> post(String path, String body, String... headers)
      throws Exception {
    return post(path, body.getBytes(UTF_8), headers);
  }

  private static HttpResponse<byte[]> post(String path, byte[] body, String... headers)
      throws Exception {
    return post(server, path, body, headers);
  }

  private static HttpResponse<byte[]> post(
      ApiServer asked, String path, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + asked.port() + path))
            // With HTTP/2, Java's client loses the reply to a request that Jetty cannot read.
            .version(Version.HTTP_1_1)
            .POST(BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static JsonNode problem(int status, String path) throws Exception {
    HttpResponse<byte[]> response = get(path);
    assertEquals(status, response.statusCode());
    assertEquals(
        "application/problem+json", response.headers().firstValue("content-type").orElseThrow());
    JsonNode problem = new ObjectMapper().readTree(response.body());
    assertEquals(status, problem.get("status").asInt());
    return problem;
  }

  /** Returns what the command itself writes to standard output. */
  private static byte[] output(List<String> warnings, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(new Console(out, err, false, Map.of(), Run.NOON), arguments);
    assertEquals(0, exitCode, () -> err.toString(StandardCharsets.UTF_8));
    err.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replace("skytally: warning: ", ""))
        .forEach(warnings::add);
    return out.toByteArray();
  }

  private static void assertSameAsCommand(String query, String format, String... arguments)
      throws Exception {
    HttpResponse<byte[]> response =
        get("/v1/" + query + (query.contains("?") ? "&" : "?") + "format=" + format);
    assertEquals(200, response.statusCode(), () -> new String(response.body(), UTF_8));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--format=" + format);
    List<String> warnings = new ArrayList<>();
    assertArrayEquals(output(warnings, all.toArray(String[]::new)), response.body());
    assertEquals(
        warnings,
        response.headers().allValues("skytally-warning").stream()
            .map(header -> URLDecoder.decode(header.replace("+", "%2B"), UTF_8))
            .toList());
  }

  /** Questions in the words of the server, and of a command. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          capitals?mask=5                                        | capitals --mask=5
          capitals?date=2020-11-25&mask=10&systems=GPS,BDS,GAL   | capitals --date=2020-11-25 --mask=10 --systems=GPS,BDS,GAL
          capitals?date=2022-07-14&exclude=G01,C19&usable=true   | capitals --date=2022-07-14 --exclude=G01,C19 --usable
          capitals?mask=15&dop&every=30m&clocks=own              | capitals --mask=15 --dop --every=30m --clocks=own
          passes?site=ET&horizon=0:5,90:12.5,180:3,270:0         | passes ET --horizon=0:5,90:12.5,180:3,270:0
          passes?site=ET&date=2026-10-05                         | passes ET --date=2026-10-05
          passes?site=-33.92,18.42,25&duration=6h&mask=10        | passes -33.92,18.42,25 --duration=6h --mask=10
          sky?site=Addis+Ababa&at=2026-10-05T12:00               | sky Addis_Ababa --at=2026-10-05T12:00
          sky?site=ET&at=now&tracks=30m&systems=GAL              | sky ET --at=now --tracks=30m --systems=GAL
          plan?site=MD&date=tomorrow&need=pdop+%3C=+1.5&for=30m  | plan MD --date=tomorrow --need=pdop_<=_1.5 --for=30m
          plan?site=41.15,-8.61                                  | plan 41.15,-8.61
          plan/series?site=MD&date=2026-10-05&every=1h           | plan MD --series=- --date=2026-10-05 --every=1h
          plan/series?site=MD&every=1h&satellites=true           | plan MD --series=- --every=1h --satellites
          world?resolution=5&every=1h&date=2026-10-05            | world --resolution=5 --every=1h --date=2026-10-05
          world?resolution=5&every=1h&bounds=60,-12,150,55       | world --resolution=5 --every=1h --bounds=60,-12,150,55
          elements                                               | elements
          elements?date=2020-10-26&status=transmitting           | elements --date=2020-10-26 --status=transmitting
          """)
  void anAnswerIsThatOfTheCommand(String query, String command) throws Exception {
    String[] arguments = command.split(" ", -1);
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i].replace('_', ' ');
    }
    assertSameAsCommand(query, "json", arguments);
    assertSameAsCommand(query, "csv", arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "capitals?date=2026-10-05&title=Who, svg, capitals --date=2026-10-05 --title=Who",
    "capitals?date=2026-10-05&width=500&language=fr, png, capitals --date=2026-10-05 --width=500 --language=fr",
    "capitals?date=2026-10-05&systems=GPS, geojson, capitals --date=2026-10-05 --systems=GPS",
    "capitals?date=2026-10-05&systems=GPS, html, capitals --date=2026-10-05 --systems=GPS",
    "passes?site=ET&date=2026-10-05, html, passes ET --date=2026-10-05",
    "sky?site=ET&date=2026-10-05, svg, sky ET --date=2026-10-05",
    "sky?site=ET&date=2026-10-05, png, sky ET --date=2026-10-05",
    "plan?site=ET&date=2026-10-05, ics, plan ET --date=2026-10-05",
    "plan?site=ET&date=2026-10-05, geojson, plan ET --date=2026-10-05",
    "plan?site=ET&date=2026-10-05, html, plan ET --date=2026-10-05",
    "plan?site=ET&date=2026-10-05, page, plan ET --date=2026-10-05",
    "world?resolution=5&every=1h&what=mean, svg, world --resolution=5 --every=1h --what=mean",
    "world?resolution=5&every=1h&theme=dark, png, world --resolution=5 --every=1h --theme=dark",
    "world?resolution=5&every=1h, tif, world --resolution=5 --every=1h"
  })
  void everyFormatIsThatOfTheCommand(String query, String format, String command) throws Exception {
    assertSameAsCommand(query, format, command.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,lat,lon\nBern,46.95,7.45\nQuito,-0.22,-78.51\n",
        "name;lat;lon;mask\nBern;46,95;7,45;10\nQuito;-0,22;-78,51;5\n",
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Bern"},
        "geometry":{"type":"Point","coordinates":[7.45,46.95]}}]}
        """
      })
  void aPostedListIsThatOfAFile(String list) throws Exception {
    HttpResponse<byte[]> response = post("/v1/sites?date=2026-10-05&format=csv", list);
    assertEquals(200, response.statusCode(), () -> new String(response.body(), UTF_8));
    Path file = Files.writeString(folder.resolve("sites"), list);
    List<String> warnings = new ArrayList<>();
    assertArrayEquals(
        output(warnings, "capitals", "--date=2026-10-05", "--sites=" + file, "--format=csv"),
        response.body());
  }

  private static List<String> warnings(String list) throws Exception {
    HttpResponse<byte[]> response = post("/v1/sites?date=2026-10-05&systems=GPS", list);
    assertEquals(200, response.statusCode(), () -> new String(response.body(), UTF_8));
    return response.headers().allValues("skytally-warning");
  }

  @Test
  void manyWarningsFitIntoTheHeaders() throws Exception {
    String gap = "\"0:5,90:12\"\n";
    String sites =
        IntStream.range(0, 200)
            .mapToObj(number -> "Site " + number + ",46.95,7.45," + gap)
            .collect(Collectors.joining("", "name,lat,lon,horizon\n", ""));
    List<String> many = warnings(sites);
    assertEquals(17, many.size());
    assertEquals("and 184 more", many.get(16));
    String name = "x".repeat(17_000);
    String ofLongName = warnings("name,lat,lon," + name + "\nBern,46.95,7.45,1\n").get(0);
    assertTrue(ofLongName.endsWith("xxx..."), ofLongName);
    assertEquals(400, ofLongName.length());
    String cyrillic = warnings("name,lat,lon,horizon\nБерн 5%,46.95,7.45," + gap).get(0);
    assertTrue(cyrillic.startsWith("horizon of %D0%91%D0%B5%D1%80%D0%BD 5%25: "), cyrillic);
  }

  @Test
  void aPostedListNamesNoFiles() throws Exception {
    Path horizon = Files.writeString(folder.resolve("h.csv"), "azimuth,elevation\n0,5\n90,5\n");
    String list = "name,lat,lon,horizon\nBern,46.95,7.45,%s\n";
    HttpResponse<byte[]> response =
        post("/v1/sites?date=2026-10-05", list.formatted(horizon.toAbsolutePath()));
    assertEquals(400, response.statusCode());
    assertEquals(
        200,
        post("/v1/sites?date=2026-10-05", list.formatted("\"0:5,90:12,180:3,270:0\""))
            .statusCode());
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return get(server, path, headers);
  }

  private static HttpResponse<byte[]> get(ApiServer asked, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + asked.port() + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Test
  void anAnswerThatIsKnownIsNotSentAgain() throws Exception {
    String path = "/v1/capitals?date=2026-10-05&systems=GPS&format=csv";
    HttpResponse<byte[]> first = get(path);
    String tag = first.headers().firstValue("etag").orElseThrow();
    HttpResponse<byte[]> again = get(path, "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals(0, again.body().length);
    assertEquals(tag, again.headers().firstValue("etag").orElseThrow());
    for (String known : List.of("W/" + tag, "\"other\", W/" + tag, "*")) {
      assertEquals(304, get(path, "If-None-Match", known).statusCode(), known);
    }
    assertArrayEquals(first.body(), get(path, "If-None-Match", "\"other\"").body());
    assertEquals(400, get(path + "&mask=95", "If-None-Match", "*").statusCode());
  }

  private static String tag(String path) throws Exception {
    return get(path).headers().firstValue("etag").orElseThrow();
  }

  @Test
  void eachQuestionHasATagOfItsOwn() throws Exception {
    List<String> paths =
        List.of(
            "/v1/capitals?date=2026-10-05&mask=1",
            "/v1/capitals?date=2026-10-05",
            "/v1/capitals?date=today",
            "/v1/passes?site=ET&date=today",
            "/v1/passes?site=ET&date=today&timezone=Asia/Tokyo",
            "/v1/passes?site=ET&date=today&format=csv",
            "/v1/sky?site=ET&date=today&format=svg&title=A&width=400",
            "/v1/sky?site=ET&date=today&format=svg&title=A%2C%20width%3D400");
    Set<String> tags = new HashSet<>();
    for (String path : paths) {
      assertTrue(tags.add(tag(path)), path);
    }
  }

  @Test
  void newNoticesAndElementSetsChangeTheAnswersOfARunningServer() throws Exception {
    Path notices = folder.resolve("skytally/notices");
    Map<String, String> environment = Map.of("XDG_DATA_HOME", folder.toString());
    String path = "/v1/capitals?date=2026-10-05&systems=GAL&usable=true&format=csv";
    try (ApiServer fresh = start(environment)) {
      HttpResponse<byte[]> bundled = get(fresh, path);
      assertEquals(200, bundled.statusCode(), () -> new String(bundled.body(), UTF_8));
      Files.createDirectories(notices);
      assertEquals(new String(bundled.body(), UTF_8), new String(get(fresh, path).body(), UTF_8));
      Files.writeString(
          notices.resolve("log.csv"),
          "prn,from,to,source\nE11,2026-10-05T06:00,2026-10-05T18:00,log\n");
      HttpResponse<byte[]> noticed = get(fresh, path);
      assertOtherAnswer(bundled, noticed);
      Path elements = folder.resolve("elements.tle");
      Files.writeString(elements, TestElements.moved(-0.5));
      Run imported = Run.in(environment, "archive", "import", elements.toString());
      assertEquals(0, imported.exitCode(), imported.err());
      assertOtherAnswer(noticed, get(fresh, path));
    }
  }

  private static void assertOtherAnswer(HttpResponse<byte[]> one, HttpResponse<byte[]> other) {
    assertEquals(200, other.statusCode(), () -> new String(other.body(), UTF_8));
    assertNotEquals(new String(one.body(), UTF_8), new String(other.body(), UTF_8));
    assertNotEquals(one.headers().firstValue("etag"), other.headers().firstValue("etag"));
  }

  @Test
  void theOrderOfParametersMakesNoOtherQuestion() throws Exception {
    assertEquals(
        tag("/v1/capitals?date=2026-10-05&mask=1"), tag("/v1/capitals?mask=1&date=2026-10-05"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/sky?site=ET", "/v1/plan?site=ET", "/v1/passes?site=ET&start=now&duration=1h"})
  void anAnswerAboutNowIsNotKept(String path) throws Exception {
    HttpResponse<byte[]> response = get(path);
    assertEquals(200, response.statusCode());
    assertEquals("no-store", response.headers().firstValue("cache-control").orElseThrow());
    assertTrue(response.headers().firstValue("etag").isEmpty());
  }

  @Test
  void anAnswerIsPackedIfTheClientUnpacks() throws Exception {
    String path = "/v1/capitals?date=2026-10-05&mask=3";
    HttpResponse<byte[]> plain = get(path);
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> packed = get(path, "Accept-Encoding", "gzip");
      assertEquals("gzip", packed.headers().firstValue("content-encoding").orElseThrow());
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
        assertArrayEquals(plain.body(), in.readAllBytes());
      }
      assertNotEquals(plain.headers().firstValue("etag"), packed.headers().firstValue("etag"));
    }
  }

  @Test
  void aStreamOfEventsEndsWithTheAnswer() throws Exception {
    String path = "/v1/capitals?date=2026-10-05&duration=30d&systems=GPS&format=csv";
    assertEquals(422, get(path).statusCode());
    HttpResponse<byte[]> response = get(path, "Accept", "text/event-stream");
    assertEquals("text/event-stream", response.headers().firstValue("content-type").orElseThrow());
    String events = new String(response.body(), UTF_8);
    String last = events.substring(events.indexOf("event: answer\n"));
    List<String> warnings = new ArrayList<>();
    assertEquals(
        new String(
                output(
                    warnings,
                    "capitals",
                    "--date=2026-10-05",
                    "--duration=30d",
                    "--systems=GPS",
                    "--format=csv"),
                UTF_8)
            .replace("\r\n", "\n"),
        last.lines()
            .filter(line -> line.startsWith("data: "))
            .map(line -> line.substring("data: ".length()) + "\n")
            .collect(Collectors.joining()));
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, text/csv;charset=utf-8",
    "application/geo+json, application/geo+json",
    "'image/png;q=0.5, text/html', text/html;charset=utf-8",
    "image/*, image/svg+xml",
    "*/*, application/json"
  })
  void acceptSelectsTheFormat(String accept, String mediaType) throws Exception {
    HttpResponse<byte[]> response =
        get("/v1/capitals?date=2026-10-05&systems=GPS", "Accept", accept);
    assertEquals(mediaType, response.headers().firstValue("content-type").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "name=chisin, Chișinău, Europe/Chisinau",
    "name=Кишинёв, Chișinău, Europe/Chisinau",
    "name=MD, Chișinău, Europe/Chisinau",
    "name=Turkey, Ankara, Europe/Istanbul",
    "name=47 1.8 N 28 50.4 E, 47 1.8 N 28 50.4 E, Europe/Chisinau",
    "'name=47.03,28.84', '47.03,28.84', Europe/Chisinau",
    "'near=-33.9,18.4', Cape Town, Africa/Johannesburg",
    "name=Улан-Батор, Ulaanbaatar, Asia/Ulaanbaatar",
    "'near=51.1,71.4', Astana, Asia/Almaty",
    "near=33.9S%2018.4E, Cape Town, Africa/Johannesburg"
  })
  void aPlaceIsFoundByNameOrPosition(String query, String name, String zone) throws Exception {
    String encoded =
        query.startsWith("name=") ? "name=" + URLEncoder.encode(query.substring(5), UTF_8) : query;
    JsonNode place =
        new ObjectMapper().readTree(get("/v1/places?" + encoded).body()).get("places").get(0);
    assertEquals(name, place.get("name").asText());
    assertEquals(zone, place.get("timezone").asText());
  }

  /** The command of the site, and the search of the planner. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Москва",
        "New York",
        "Cusco",
        "cusc",
        "MD",
        "Munich",
        "Roma",
        "Romania",
        "San José",
        "GEO",
        "BO",
        "Nur-Sultan",
        "Ulan Bator",
        "Palikir"
      })
  void commandAndSearchFindTheSamePlace(String name) throws Exception {
    String query = "name=" + URLEncoder.encode(name, UTF_8);
    JsonNode place =
        new ObjectMapper().readTree(get("/v1/places?" + query).body()).get("places").get(0);
    JsonNode site =
        Run.of("plan", name, "--date=2026-10-05", "--format=json").json().at("/sites/0");
    assertEquals(site.get("name"), place.get("name"));
    assertEquals(site.get("latitude_deg").asDouble(), place.get("latitude_deg").asDouble(), 1e-9);
    assertEquals(site.get("longitude_deg").asDouble(), place.get("longitude_deg").asDouble(), 1e-9);
  }

  @Test
  void theNearestPlaceHasItsDistance() throws Exception {
    ObjectMapper reader = new ObjectMapper();
    JsonNode place = reader.readTree(get("/v1/places?near=47.03,28.84").body()).at("/places/0");
    assertEquals("Chișinău", place.get("name").asText());
    double northDegrees = place.get("latitude_deg").asDouble() + 0.1;
    String north = "/v1/places?near=" + northDegrees + "," + place.get("longitude_deg");
    JsonNode fromNorth = reader.readTree(get(north).body()).at("/places/0");
    assertEquals(place.get("name"), fromNorth.get("name"));
    double kilometersOfATenth = 40_030 / 3600.;
    assertEquals(kilometersOfATenth, fromNorth.get("distance_km").asDouble(), 0.1);
    assertFalse(
        reader.readTree(get("/v1/places?name=Munich").body()).at("/places/0").has("distance_km"));
  }

  @Test
  void aPlaceByCoordinatesHasItsHeight() throws Exception {
    JsonNode places =
        new ObjectMapper().readTree(get("/v1/places?name=48.1,11.5,520").body()).get("places");
    assertEquals(520, places.get(0).get("height_m").asDouble());
    JsonNode cities = new ObjectMapper().readTree(get("/v1/places?name=Munich").body());
    assertFalse(cities.at("/places/0").has("height_m"), "nobody gave the height of the city");
  }

  @Test
  void theColumnsInTheExamplesOfTheApiExist() throws Exception {
    String examples = Files.readString(Path.of("..", "docs", "api.md"));
    String path = "/v1/plan/series?site=47.03,28.84&date=2026-10-05&every=1h&format=";
    byte[] series = get(path + "csv").body();
    List<String> header =
        List.of(new String(series, UTF_8).lines().findFirst().orElseThrow().split(",", -1));
    List<String> named =
        Pattern.compile("series(?:\\[\"|\\$)(\\w+)|parse_dates=\\[\"(\\w+)")
            .matcher(examples)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .toList();
    assertEquals(3, named.size());
    assertTrue(header.containsAll(named), named.toString());
    assertTrue(examples.contains("answer.sites.series.together"));
    assertTrue(examples.contains("together.pdop"));
    JsonNode site = new ObjectMapper().readTree(get(path + "json").body()).get("sites").get(0);
    assertTrue(site.get("series").get(0).get("together").get("pdop").isNumber());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?near=x", "?near=91,0", "?near=1", "?name=a&near=1,2"})
  void aPlaceHasANameOrAPosition(String query) throws Exception {
    problem(400, "/v1/places" + query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/planner.js", "/planner.css", "/d3.js", "/land.json", "/words_fr.json"})
  void thePlannersFilesAreServedPackedOnceAndWithAPolicy(String path) throws Exception {
    HttpResponse<byte[]> plain = get(path);
    assertArrayEquals(
        PlannerPage.file(path.equals("/") ? "/index.html" : path).orElseThrow(), plain.body());
    assertTrue(
        plain
            .headers()
            .firstValue("content-security-policy")
            .orElseThrow()
            .startsWith("default-src 'self';"));
    HttpResponse<byte[]> packed = get(path, "Accept-Encoding", "gzip");
    assertTrue(packed.body().length < plain.body().length);
    String tag = packed.headers().firstValue("etag").orElseThrow();
    assertEquals(304, get(path, "Accept-Encoding", "gzip", "If-None-Match", tag).statusCode());
  }

  @Test
  void theDescriptionNamesEachResourceWithItsParametersAndFormats() throws Exception {
    JsonNode api = new ObjectMapper().readTree(get("/v1/openapi.json").body());
    assertEquals("3.1.0", api.get("openapi").asText());
    assertTrue(api.toString().contains(" skytally fetch --notices."));
    for (ApiRoute route : ApiRoute.ALL) {
      JsonNode operation = api.get("paths").get(route.path()).elements().next();
      List<String> names = new ArrayList<>();
      operation.get("parameters").forEach(one -> names.add(one.get("name").asText()));
      List<String> expected = new ArrayList<>(route.parameters());
      expected.add("format");
      assertEquals(expected, names);
      for (JsonNode parameter : operation.get("parameters")) {
        assertEquals("query", parameter.get("in").asText());
        assertTrue(parameter.get("description").asText().endsWith("."), parameter.toString());
        assertTrue(
            Set.of("string", "number", "integer", "boolean")
                .contains(parameter.get("schema").get("type").asText()));
      }
      assertTrue(operation.get("responses").has("200"));
      assertEquals(route.takesSites(), operation.has("requestBody"));
    }
    assertTrue(new String(get("/v1/").body(), UTF_8).contains("<h2>GET /v1/capitals</h2>"));
  }

  /** A wrong value, a question above a limit and one without an answer. */
  @Test
  void theDescriptionNamesTheFieldsOfProblems() throws Exception {
    Set<String> sent = new HashSet<>();
    problem(400, "/v1/capitals?mask=95").fieldNames().forEachRemaining(sent::add);
    problem(422, "/v1/capitals?duration=26d").fieldNames().forEachRemaining(sent::add);
    problem(422, "/v1/plan?site=MD&date=1990-01-01").fieldNames().forEachRemaining(sent::add);
    Set<String> described = new HashSet<>();
    new ObjectMapper()
        .readTree(get("/v1/openapi.json").body())
        .at("/components/schemas/Problem/properties")
        .fieldNames()
        .forEachRemaining(described::add);
    assertEquals(sent, described);
  }

  /** The points of PVGIS have their azimuths from south over west. */
  @Test
  void aHorizonIsReadAsTheOptionReadsIt() throws Exception {
    HttpResponse<byte[]> response = post("/v1/horizon", "A\tH_hor\n-90.0\t12.5\n45.5\t-1\n");
    assertEquals(
        "{\"horizon\":[{\"azimuth_deg\":90,\"elevation_deg\":12.5},"
            + "{\"azimuth_deg\":225.5,\"elevation_deg\":-1}]}\n",
        new String(response.body(), UTF_8));
    assertTrue(
        response.headers().firstValue("Skytally-Warning").orElseThrow().contains("no point"));
    HttpResponse<byte[]> wrong = post("/v1/horizon", "0,10\n90,95\n");
    assertEquals(400, wrong.statusCode());
    assertTrue(new String(wrong.body(), UTF_8).contains("the horizon, line 2, column 4"));
  }

  /** A question for each resource, which the server answers fast. */
  private static final List<String> QUESTIONS =
      List.of(
          "/v1/capitals?systems=GPS&duration=1h",
          "/v1/sites?systems=GPS&duration=1h",
          "/v1/passes?site=ET&duration=6h",
          "/v1/sky?site=ET&format=svg",
          "/v1/plan?site=ET&for=30m",
          "/v1/plan/series?site=ET&every=6h",
          "/v1/world?systems=GPS&resolution=5&every=6h",
          "/v1/elements?systems=GPS",
          "/v1/history?by=year&format=svg");

  private static final String VALID =
      """
      date=2026-10-05 start=2026-10-05T06:00 duration=2h timezone=Europe/Chisinau systems=GPS,BDS
      status=transmitting exclude=G01 max-age=400 mask=10 horizon=0:5,90:12,180:3,270:0 every=6h
      usable=true dop=true clocks=own title=%F0%9F%98%80 width=320 language=zh site=-33.92,18.42
      site=Kiev at=2026-10-05T12:00 tracks=30m for=10m between=08:00-18:00 need=pdop+%3C+2
      satellites=true nodes=true bounds=60,-12,150,55 height=500 what=mean theme=dark changes=true
      """;

  @Test
  void noRequestIsABug() throws Exception {
    assertNoRequestIsABug(21, 300);
  }

  @Test
  @Tag("exhaustive")
  void noneOfManyRequestsIsABug() throws Exception {
    assertNoRequestIsABug(22, 1500);
  }

  /**
   * One or two parameters of a valid question get other values, valid ones or those that no one
   * thought of; the seed makes a failure repeatable.
   */
  private void assertNoRequestIsABug(int seed, int requests) throws Exception {
    Random random = new Random(seed);
    List<String> values =
        List.of(
            "",
            "0",
            "-1",
            "5",
            "1e9",
            "NaN",
            "true",
            "x",
            "GPS",
            "GPS,BDS",
            "G01",
            "now",
            "today",
            "2026-10-05",
            "2026-13-45",
            "0:5,90:12",
            "0:5,0:6",
            ":",
            "60,-12,150,55",
            "ET",
            "-33.92,18.42",
            "91,181",
            "1h",
            "1s",
            "366d",
            "@x",
            "--help",
            "%00",
            "%F0%9F%98%80",
            "..%2F..%2Fx",
            "Europe/Chisinau",
            "+03:00",
            "pdop+%3C+2",
            "08:00-18:00",
            "html",
            "csv",
            "svg",
            "png");
    Path elements = Files.writeString(folder.resolve("2026.tle"), TestElements.text("2026-10-06"));
    Map<String, String> environment = Map.of("XDG_DATA_HOME", folder.toString());
    Run run = Run.in(environment, "history", "backfill", "--elements", elements.toString());
    assertEquals(0, run.exitCode(), run.err());
    int answers = 0;
    try (ApiServer own = start(environment)) {
      for (int i = 0; i < requests; i++) {
        ApiRoute route = ApiRoute.ALL.get(random.nextInt(ApiRoute.ALL.size()));
        String path =
            withOtherValues(QUESTIONS.get(ApiRoute.ALL.indexOf(route)), route, values, random);
        int status =
            (route.takesSites()
                    ? post(own, path, "name,lat,lon\nx,1,2\n".getBytes(UTF_8))
                    : get(own, path))
                .statusCode();
        boolean isLateOnABusyMachine = status == 504;
        assertTrue(status < 500 || isLateOnABusyMachine, () -> path + " -> " + status);
        answers += status == 200 ? 1 : 0;
      }
    }
    assertTrue(answers >= requests / 3, answers + " answers");
  }

  private static String withOtherValues(
      String question, ApiRoute route, List<String> values, Random random) {
    List<String> valid =
        Stream.concat(
                Stream.of(VALID.split("\\s+", -1))
                    .filter(one -> route.parameters().contains(one.split("=", -1)[0])),
                route.formats().stream().map(format -> "format=" + format.key()))
            .toList();
    List<String> names = new ArrayList<>(route.parameters());
    names.add("format");
    Map<String, String> query = new LinkedHashMap<>();
    String path = question.substring(0, question.indexOf('?') + 1);
    for (String parameter : question.substring(path.length()).split("&", -1)) {
      put(query, parameter);
    }
    for (int n = random.nextInt(2); n >= 0; n--) {
      put(
          query,
          random.nextBoolean()
              ? valid.get(random.nextInt(valid.size()))
              : names.get(random.nextInt(names.size()))
                  + "="
                  + values.get(random.nextInt(values.size())));
    }
    return query.entrySet().stream()
        .map(Map.Entry::toString)
        .collect(Collectors.joining("&", path, ""));
  }

  private static void put(Map<String, String> query, String parameter) {
    int equals = parameter.indexOf('=');
    query.put(parameter.substring(0, equals), parameter.substring(equals + 1));
  }

  @Test
  void aFormatThatAResourceLacksIsAnError() throws Exception {
    assertEquals(406, get("/v1/capitals", "Accept", "application/xml").statusCode());
    problem(400, "/v1/passes?site=ET&format=svg");
  }

  @Test
  void aBodyHasAtMostOneMebibyte() throws Exception {
    assertEquals(413, post("/v1/sites", "x".repeat((1 << 20) + 1)).statusCode());
    assertEquals(405, post("/v1/capitals", "x").statusCode());
    assertEquals(405, get("/v1/sites").statusCode());
  }

  @Test
  void aPackedListIsRejectedBecauseItMayBeLarge() throws Exception {
    String list = "name,lat,lon\nBern,46.95,7.45\n";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(list.getBytes(UTF_8));
    }
    assertEquals(415, post("/v1/sites", packed.toByteArray()).statusCode());
    assertEquals(415, post("/v1/sites", list, "Content-Encoding", "br").statusCode());
    assertEquals(200, post("/v1/sites?systems=GPS", list).statusCode());
  }

  /** An option that is added to a command needs a decision whether clients may give it. */
  @Test
  void everyOptionOfACommandIsEitherAParameterOrNot() {
    Set<String> undecided = new TreeSet<>();
    for (ApiRoute route : ApiRoute.ALL) {
      Main.program(new Console(new ByteArrayOutputStream(), MESSAGES, false, Map.of(), Run.NOON))
          .getSubcommands()
          .get(route.command())
          .getCommandSpec()
          .options()
          .stream()
          .map(option -> option.longestName().substring(2))
          .filter(name -> !route.parameters().contains(name) && !SERVERS.contains(name))
          .forEach(name -> undecided.add(route.path() + " " + name));
    }
    assertEquals(
        Set.of(
            "/v1/passes every",
            "/v1/plan every",
            "/v1/plan satellites",
            "/v1/plan series",
            "/v1/plan/series between",
            "/v1/plan/series for",
            "/v1/plan/series need",
            "/v1/plan/series series",
            "/v1/history history",
            "/v1/history picture"),
        undecided);
  }

  @Test
  void anUnknownParameterIsAnErrorThatSuggestsTheRightOne() throws Exception {
    JsonNode problem = problem(400, "/v1/capitals?maks=5");
    assertEquals("maks", problem.get("parameter").asText());
    assertTrue(problem.get("detail").asText().endsWith("did you mean mask?"), problem.toString());
  }

  @Test
  void anUnknownTimeZoneIsAnErrorThatSuggestsTheRightOne() throws Exception {
    JsonNode problem = problem(400, "/v1/capitals?timezone=Europe/Berln");
    assertEquals("timezone", problem.get("parameter").asText());
    String detail = problem.get("detail").asText();
    assertTrue(detail.endsWith("did you mean Europe/Berlin?"), detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"90m", "1:30", "PT1H30M", "1.5h"})
  void aParameterReadsALengthAsAnOptionDoes(String length) throws Exception {
    String question = "/v1/passes?site=ET&date=2026-10-06&duration=";
    assertArrayEquals(get(question + "1h30m").body(), get(question + length).body());
  }

  @Test
  void aListWithoutAHeaderNamesTheParameterOfItsColumns() throws Exception {
    HttpResponse<byte[]> response = post("/v1/sites", "A,47.03,28.84\nB,50,30\n");
    String detail = new ObjectMapper().readTree(response.body()).get("detail").asText();
    assertTrue(
        detail.contains("; for example columns name=1,latitude_deg=2,longitude_deg=3"), detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elements=/etc/passwd",
        "orbits=/etc/passwd",
        "only=/etc/passwd",
        "archive=/tmp",
        "output=x.csv",
        "report=x.html",
        "sites=/etc/passwd",
        "threads=64",
        "help=true"
      })
  void noParameterNamesAFile(String parameter) throws Exception {
    problem(400, "/v1/capitals?" + parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mask=5%20--output%3Dx.csv", "mask=@/etc/passwd", "date=--output%3Dx", "mask="})
  void aValueNeverBecomesAnotherOption(String parameter) throws Exception {
    problem(400, "/v1/capitals?" + parameter);
  }

  @Test
  void aWrongValueIsNamedWithItsParameter() throws Exception {
    JsonNode problem = problem(400, "/v1/capitals?mask=95");
    assertEquals("mask", problem.get("parameter").asText());
    assertEquals(
        "mask: \"95\", expected degrees above -90 and below 90", problem.get("detail").asText());
  }

  /** An address is decoded like a form, in which a plus is a space. */
  @ParameterizedTest
  @CsvSource({
    "/v1/passes?site=MD&start=2026-10-05T00:00+02:00, true",
    "/v1/sky?site=MD&at=2026-10-05+12:00+0200, true",
    "/v1/sky?site=MD&at=+3h, true",
    "/v1/passes?site=MD&date=+3d, true",
    "/v1/passes?site=MD&timezone=+03:00, true",
    "/v1/passes?site=MD&timezone=UTC+3, true",
    "'/v1/capitals?dop&systems=GPS,QZS,BDS,GAL&clocks=GPS+QZS,BDS+GAL', true",
    "/v1/passes?site=MD&date=3+d, false",
    "/v1/passes?site=MD&timezone=my+zone, false",
    "/v1/passes?site=MD&mask=x+5, false",
    "/v1/sky?site=MD&at=2026-10-05T12:00+x, false",
    "/v1/sky?site=MD&at=x, false",
  })
  void aValueWhosePlusBecameASpaceIsExplained(String path, boolean isExplained) throws Exception {
    String detail = problem(400, path).get("detail").asText();
    assertEquals(
        isExplained, detail.endsWith("; in an address, + means a space, and %2B means +"), detail);
  }

  /** As {@code SelectionException.Cause} names them. */
  @ParameterizedTest
  @CsvSource({
    "/v1/plan?site=MD&date=1990-01-01, nearest_elements_too_old",
    "/v1/elements?date=2035-01-01, nearest_elements_too_old",
    "/v1/plan?site=MD&date=2020-11-25&need=pdop%3C0.1&format=ics, "
  })
  void reasonOfAMissingAnswerIsForPrograms(String path, String reason) throws Exception {
    assertEquals(reason, problem(422, path).path("reason").asText(null));
  }

  @Test
  void problemOfOldElementSetsHasTheirDayAndTheLimit() throws Exception {
    JsonNode problem = problem(422, "/v1/plan?site=MD&date=1990-01-01&max-age=90");
    assertEquals("2020-11-30", problem.path("nearest").asText());
    assertEquals(90, problem.path("limit").asInt());
  }

  /** Wrong, contradictory and useless values, asked of every resource that has the parameters. */
  private static final String WRONG =
      """
      date=x date=2026-13-45 date=2019-01-01 date=1850-01-01 date=2035-01-01
      date=2026-10-05&start=now date=2026-10-05&at=now start=x start=2019-01-01T00:00 at=x
      at=2031-01-01T00:00 start=2026-03-29T02:30&timezone=Europe/Berlin timezone=x
      duration=x duration=0s duration=400d duration=90d duration=8d&format=html tracks=x tracks=30h
      systems=x systems=GPS,GPS status=x include=x include=Z99 include=99999 exclude=99999
      include=G01&exclude=G01 include=C99&systems=BDS max-age=0 max-age=1&date=2023-01-01
      mask=95 mask=x mask= horizon=x horizon=0:5,0:6 horizon=/etc/passwd horizon=0:95
      every=x every=0s every=2d every=1h&duration=10m usable=maybe dop=x clocks=x clocks=own
      clocks=GPS%2BGAL&systems=GPS clocks=GLO%2BGAL&systems=GPS,BDS&dop
      title=x width=5 width=x width=5&format=svg width=9000&format=png language=xx language=fr
      need=x need=pdop need=pdop%3C2,x need=glo.pdop%3C2&systems=GPS for=x for=0s
      need=pdop%3C0.1&systems=GPS&format=ics between=x between=08:00-08:00 between=25:00-26:00
      resolution=x resolution=9 nodes=x bounds=x bounds=1,2,3,x bounds=10,20,30,10 bounds=0,-95,1,1
      height=x height=-9e9 what=x what=mean what=lead&systems=GPS&format=png projection=robinson
      theme=dark pdop=5 pdop=x pdop=-1&dop satellites=x format=x
      site=xyz site= site=Con site=Guinea site=47,x site=91,0 site=1,2,3,4 site=47N
      changes=x changes&by=month by=x metric=x incomplete=x near=x near=91,0 near= name=a&near=1,2
      """;

  /** Flags, files and commands, which only a user of the commands has. */
  private static final Pattern OF_COMMANDS =
      Pattern.compile("(?<!\\w)-{1,2}[a-z]|(?<!\\w)/\\w|\\bFILE\\b|skytally |standard input");

  @Test
  void aProblemNamesWhatAClientCanChange() throws Exception {
    int problems = 0;
    JsonNode paths = new ObjectMapper().readTree(get("/v1/openapi.json").body()).get("paths");
    for (Iterator<String> names = paths.fieldNames(); names.hasNext(); ) {
      String path = names.next();
      Set<String> parameters = new HashSet<>();
      for (JsonNode parameter : paths.get(path).elements().next().get("parameters")) {
        parameters.add(parameter.get("name").asText());
      }
      for (String question : WRONG.strip().split("\\s+", -1)) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String pair : question.split("&", -1)) {
          String[] parts = pair.split("=", 2);
          given.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        if (parameters.containsAll(given.keySet())
            && isProblem(path, parameters, question, given)) {
          problems++;
        }
      }
    }
    assertTrue(problems > 300, problems + " problems");
  }

  /** Asks a question, and checks the problem if it is one. */
  private static boolean isProblem(
      String path, Set<String> names, String question, Map<String, String> given) throws Exception {
    String asked = path + "?" + question;
    for (String needed : List.of("site=ET", "resolution=5", "every=6h")) {
      String name = needed.substring(0, needed.indexOf('='));
      boolean isFree =
          path.equals("/v1/history") || (name.equals("every") && !path.equals("/v1/world"));
      if (!isFree && names.contains(name) && !given.containsKey(name)) {
        asked += "&" + needed;
      }
    }
    HttpResponse<byte[]> response =
        path.equals("/v1/sites") ? post(asked, "name,lat,lon\nx,1,2\n") : get(asked);
    if (response.statusCode() == 200) {
      return false;
    }
    JsonNode problem = new ObjectMapper().readTree(response.body());
    String detail = problem.get("detail").asText();
    for (String value : given.values()) {
      detail = value.isEmpty() ? detail : detail.replace(value, "");
    }
    assertFalse(OF_COMMANDS.matcher(detail).find(), asked + ": " + detail);
    if (response.statusCode() == 400) {
      assertTrue(problem.has("parameter"), asked + ": " + problem);
      assertEquals(
          given.get(problem.get("parameter").asText()), problem.get("value").asText(), asked);
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1,2\n3,4\n",
        "[1]",
        "{",
        "{\"type\":\"Point\"}",
        "name,lat,lon\n",
        "name,lat,lon\nBern,95,7\n",
        "name,lat,lon\nBern,46N,200W\n",
        "name,lat,lon,horizon\nBern,46,7,x.csv\n",
        "name,lat,lon,mask\nBern,46,7,95\n"
      })
  void aProblemOfAListNamesItsPlace(String list) throws Exception {
    HttpResponse<byte[]> response = post("/v1/sites", list);
    assertEquals(400, response.statusCode());
    String detail = new ObjectMapper().readTree(response.body()).get("detail").asText();
    assertTrue(detail.startsWith("the list"), detail);
    assertFalse(OF_COMMANDS.matcher(detail).find(), detail);
  }

  @Test
  void onlyTheOperatorIsToldWhichFileOfTheServerCannotBeRead() throws Exception {
    Files.createDirectories(folder.resolve("skytally"));
    Files.writeString(folder.resolve("skytally/history.sqlite"), "no history");
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    Map<String, String> environment = Map.of("XDG_DATA_HOME", folder.toString());
    try (ApiServer damaged =
        LocalServer.open(
            new Console(new ByteArrayOutputStream(), messages, false, environment, Run.NOON))) {
      HttpResponse<byte[]> response = get(damaged, "/v1/history");
      assertEquals(500, response.statusCode());
      String problem = new String(response.body(), UTF_8);
      assertFalse(problem.contains("sqlite"), problem);
    }
    assertEquals(
        "skytally: %s: is not an SQLite file, expected a history\n"
            .formatted(folder.resolve("skytally/history.sqlite")),
        messages.toString(UTF_8));
  }

  @Test
  void aQuestionThatIsTooLargeIsRejectedBeforeWork() throws Exception {
    JsonNode limit = problem(422, "/v1/capitals?duration=26d").get("limit");
    assertTrue(limit.isInt(), limit.toString());
    assertEquals(5000, limit.asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/plan/series?site=ET&every=1s&duration=2d, 100000",
    "/v1/plan/series?site=ET&every=5s&satellites, 100000",
    "/v1/capitals?dop&duration=7d, 1000000",
    "/v1/capitals?duration=7d&every=60s, 1000000"
  })
  void theSamplesOfAQuestionAreCountedBeforeWork(String path, int limit) throws Exception {
    assertEquals(limit, problem(422, path).get("limit").asInt());
  }

  /** Any of instants, systems, stored cells and rows can take too long. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "resolution=1&dop&format=csv&every=1m",
        "resolution=1&format=csv&every=5s&systems=GPS,BDS,GAL,GLO,QZS,NAVIC",
        "resolution=0.25&dop&format=tif&every=4h",
        "resolution=1&format=csv&every=1s&bounds=10,-90,11,90"
      })
  void theTimeOfAGridIsEstimatedBeforeWork(String query) throws Exception {
    JsonNode problem = problem(422, "/v1/world?" + query);
    assertEquals(10, problem.get("limit").asInt());
    String detail = problem.get("detail").asText();
    assertTrue(detail.contains(" estimated seconds of a processor are more than"), detail);
    assertTrue(detail.contains("lengthen every"), detail);
  }

  @Test
  void eventsHaveTwentyTimesTheTimeForAGrid() throws Exception {
    String path = "/v1/world?resolution=1&dop&format=csv&every=3s";
    HttpResponse<byte[]> response = get(path, "Accept", "text/event-stream");
    assertEquals(422, response.statusCode());
    assertEquals(200, new ObjectMapper().readTree(response.body()).get("limit").asInt());
  }

  @Test
  void theSitesOfAListAreCountedBeforeWork() throws Exception {
    assertTooManySites("", "x,1,2\r".repeat(5001).getBytes(UTF_8));
    assertTooManySites("&encoding=IBM500", "x,1,2\n".repeat(5001).getBytes("IBM500"));
    String site =
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"},\"geometry\":"
            + "{\"type\":\"Poi\\u006et\",\"coordinates\":[1,2]}},";
    String features = site.repeat(5000) + site.substring(0, site.length() - 1);
    String json = "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    assertTooManySites("", ("\ufeff" + json).getBytes(UTF_8));
  }

  @Test
  void theHeaderOfAListAndItsEmptyLinesAreNoSites() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      rows.append("site %s,1,120\n".formatted(i));
    }
    for (String header : List.of("", "name,lat,lon\n", "\nOrt,Breite,Länge\n\n")) {
      HttpResponse<byte[]> response =
          post("/v1/sites?systems=GPS&duration=1m&format=csv", header + rows + "\n");
      assertEquals(200, response.statusCode(), () -> new String(response.body(), UTF_8));
    }
    assertTooManySites("", ("name,lat,lon\n" + rows + "one more,1,120\n").getBytes(UTF_8));
  }

  /** 195 capitals for 25.642 days are 5000.19 sites times days. */
  @Test
  void anAmountBeyondTheLimitReadsAsMoreThanIt() throws Exception {
    String detail = problem(422, "/v1/capitals?duration=25.642d").get("detail").asText();
    assertTrue(detail.startsWith("5,001 sites times days are more than the limit, 5,000"), detail);
  }

  private static void assertTooManySites(String parameter, byte[] list) throws Exception {
    HttpResponse<byte[]> response = post("/v1/sites?systems=GPS" + parameter, list);
    assertEquals(422, response.statusCode());
    String detail = new String(response.body(), UTF_8);
    assertTrue(detail.contains("5,001 sites times days"), detail);
  }

  @Test
  void anAnswerIsNoLargerThanItsLimit() throws Exception {
    String path = "/v1/plan/series?site=ET&date=2026-10-05&every=10m&format=csv";
    int size = get(path).body().length;
    try (ApiServer roomy = LocalServer.open(console(Map.of()), size);
        ApiServer narrow = LocalServer.open(console(Map.of()), size - 1)) {
      assertEquals(200, get(roomy, path).statusCode());
      HttpResponse<byte[]> response = get(narrow, path);
      assertEquals(422, response.statusCode());
      JsonNode problem = new ObjectMapper().readTree(response.body());
      assertEquals(size - 1, problem.get("limit").asInt());
    }
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertTrue(
        problem(404, "/v1/capital").get("detail").asText().endsWith("did you mean /v1/capitals?"));
    problem(404, "/page.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../page.html", "/%2e%2e/page.html", "/..%2fpage.html", "/v1/../x.js"})
  void noPathLeavesTheFolderOfThePage(String path) throws Exception {
    assertTrue(get(path).statusCode() / 100 == 4);
  }

  @ParameterizedTest
  @CsvSource({"--listen, --admin", "--admin, --listen"})
  void anAddressInUseIsNamedWithItsOption(String inUse, String free) throws Exception {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket second = new ServerSocket()) {
      String reason =
          assertThrows(BindException.class, () -> second.bind(used.getLocalSocketAddress()))
              .getMessage();
      String address = "127.0.0.1:" + used.getLocalPort();
      assertEquals(
          new Run(
              1,
              "",
              "skytally: cannot listen at %s: %s; choose another one with %s\n"
                  .formatted(address, reason, inUse)),
          Run.of("serve", inUse, address, free, "127.0.0.1:0"));
    }
  }

  /** An address for documentation (RFC 3849), which no machine has. */
  @Test
  void anAddressOfAnotherMachineIsNamedAsSuch() throws Exception {
    assertEquals(
        new Run(1, "", NO_SUCH_ADDRESS), serveElsewhere("0123456789abcdef\n", "rw-r-----"));
  }

  @Test
  void aTokenThatEveryUserCanReadIsServedWithAWarning() throws Exception {
    Run run = serveElsewhere("0123456789abcdef\n", "rw-r--r--");
    assertEquals(
        new Run(
            1,
            "",
            "skytally: warning: %s: every user of this machine can read the token; protect it with chmod 600\n"
                    .formatted(folder.resolve("token"))
                + NO_SUCH_ADDRESS),
        run);
  }

  @Test
  void aFileOfSeveralTokensIsRejected() throws Exception {
    Run run = serveElsewhere("0123456789abcdef\n0123456789abcdeg\n", "rw-------");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("/token: has several lines, expected one"), run.err());
  }

  /** Starts a server at an address that it does not have. */
  private Run serveElsewhere(String token, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), token);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return Run.of("serve", "--listen", "[2001:db8::1]:80", "--token-file", file.toString());
  }

  /** A process without a network, in which a proxy that does not exist rejects each request. */
  @Test
  void withWatchTheServerRecomputesBesideItsAnswers() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dhttps.proxyHost=127.0.0.1",
            "-Dhttps.proxyPort=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--watch",
            "--listen=127.0.0.1:0",
            "--history=" + folder.resolve("runs.sqlite"));
    builder.environment().put("HOME", folder.toString());
    builder
        .environment()
        .keySet()
        .removeAll(Set.of("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"));
    Process process = builder.redirectErrorStream(true).start();
    // Ends the output if no run ends.
    CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS).execute(process::destroy);
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String first = out.readLine();
      assertTrue(first.contains(" answers at http://127.0.0.1:"), first);
      List<String> said = new ArrayList<>();
      String line;
      do {
        line = out.readLine();
        said.add(line);
      } while (line != null && !line.startsWith("Next run"));
      assertTrue(
          said.toString().contains("; the previous element sets stay in use"), said.toString());
      String address = first.substring(first.indexOf("http:"));
      String stored =
          CLIENT
              .send(
                  HttpRequest.newBuilder(URI.create(address + "v1/history?format=csv")).build(),
                  BodyHandlers.ofString())
              .body();
      assertEquals(2, stored.lines().count(), stored);
    } finally {
      process.destroy();
      assertEquals(143, process.waitFor());
    }
  }
}
