package dev.skytally.cli.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.skytally.cli.Run;
import dev.skytally.geography.Place;
import dev.skytally.geography.Places;
import dev.skytally.report.page.PlannerPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Serves the planner on the loopback, and answers its questions by the commands. */
final class PlannerServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  private final HttpServer server;
  private final Path folder;

  private PlannerServer(HttpServer server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /**
   * Starts the server.
   *
   * @param folder for the horizons that the page sends
   */
  static PlannerServer start(Path folder) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    PlannerServer server = new PlannerServer(http, folder);
    http.createContext("/", server::answer);
    http.start();
    return server;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/v1/plan")) {
      plan(exchange, parameters(exchange));
    } else if (path.equals("/v1/places")) {
      reply(exchange, 200, "application/json", places(parameters(exchange)));
    } else {
      String name = path.equals("/") ? "/index.html" : path;
      Optional<byte[]> file = PlannerPage.file(name);
      String type = TYPES.getOrDefault(name.replaceFirst(".*[.]", ""), "application/json");
      reply(exchange, file.isPresent() ? 200 : 404, type, file.orElse(new byte[0]));
    }
  }

  private static void reply(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'self'");
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  private static Map<String, String> parameters(HttpExchange exchange) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : exchange.getRequestURI().getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private void plan(HttpExchange exchange, Map<String, String> parameters) throws IOException {
    Run run = Run.of(arguments(parameters).toArray(String[]::new));
    if (run.exitCode() == 0) {
      reply(exchange, 200, "application/json", run.out().getBytes(StandardCharsets.UTF_8));
    } else {
      String detail = run.err().lines().reduce("", (before, line) -> line);
      reply(
          exchange,
          400,
          "application/problem+json",
          new ObjectMapper().writeValueAsBytes(Map.of("detail", detail)));
    }
  }

  /** The arguments of the command that answers as the server does. */
  List<String> arguments(Map<String, String> parameters) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("plan"));
    for (Map.Entry<String, String> one : parameters.entrySet()) {
      switch (one.getKey()) {
        case "site" -> arguments.add(one.getValue());
        case "usable" -> arguments.add("--usable");
        case "horizon" -> {
          Path file = folder.resolve("horizon.csv");
          String lines = one.getValue().replace(',', '\n').replace(':', ',');
          Files.writeString(file, "azimuth_deg,elevation_deg\n" + lines);
          arguments.add("--horizon=" + file);
        }
        default -> arguments.add("--" + one.getKey() + "=" + one.getValue());
      }
    }
    return arguments;
  }

  private static byte[] places(Map<String, String> parameters) throws IOException {
    String near = parameters.get("near");
    List<Place> found;
    if (near == null) {
      found = Places.find(parameters.get("name"), 10);
    } else {
      String[] degrees = near.split(",", -1);
      found =
          List.of(Places.nearest(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1])));
    }
    return new ObjectMapper()
        .writeValueAsBytes(
            Map.of(
                "places",
                found.stream()
                    .map(
                        place ->
                            Map.of(
                                "name", place.name(),
                                "country", place.countryCode(),
                                "latitude_deg", place.latitudeDegrees(),
                                "longitude_deg", place.longitudeDegrees(),
                                "timezone", place.zone().getId()))
                    .toList()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
