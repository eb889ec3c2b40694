package example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.skytally.VisibilityStudy;
import dev.skytally.elements.BundledSnapshots;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.WorldCapitals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Answers HTTP requests for a capital with the greatest numbers in view on one day. */
final class Server {
  private static final LocalDate DAY = LocalDate.of(2020, 11, 25);
  private static final Instant START = Instant.parse("2020-11-25T00:00:00Z");

  /** Studies are immutable, so all requests share this one. */
  private static final VisibilityStudy STUDY =
      VisibilityStudy.of(
              ConstellationSelection.on(DAY)
                  .from(
                      BundledSnapshots.load(BundledSnapshots.nearest(DAY)),
                      START.plusSeconds(43_200)))
          .over(START, Duration.ofDays(1))
          .above(ElevationMask.ofDegrees(5));

  private Server() {}

  private static void answer(HttpExchange exchange) throws IOException {
    var capital = WorldCapitals.find(exchange.getRequestURI().getPath().substring(1));
    var text = "no such capital";
    if (capital.isPresent()) {
      var tally = STUDY.at(List.of(capital.get())).run().tallies().get(0);
      text =
          "{\"capital\": \"%s\", \"bds_max\": %s, \"gps_max\": %s}"
              .formatted(
                  capital.get().name(),
                  tally.inView(GnssSystem.BDS).max(),
                  tally.inView(GnssSystem.GPS).max());
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(capital.isPresent() ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  public static void main(String[] arguments) throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", Server::answer);
    server.start();
    var address = "http:/" + server.getAddress() + "/";
    var client = HttpClient.newHttpClient();
    for (String path : List.of("Addis%20Ababa", "Atlantis")) {
      var request = HttpRequest.newBuilder(URI.create(address + path)).build();
      var response = client.send(request, BodyHandlers.ofString());
      System.out.println(response.statusCode() + " " + response.body());
    }
    server.stop(0);
  }
}
