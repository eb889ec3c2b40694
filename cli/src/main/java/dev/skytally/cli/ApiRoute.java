package dev.skytally.cli;

import static dev.skytally.server.Format.CSV;
import static dev.skytally.server.Format.GEOJSON;
import static dev.skytally.server.Format.HTML;
import static dev.skytally.server.Format.ICS;
import static dev.skytally.server.Format.JSON;
import static dev.skytally.server.Format.PAGE;
import static dev.skytally.server.Format.PNG;
import static dev.skytally.server.Format.SVG;
import static dev.skytally.server.Format.TIF;

import dev.skytally.server.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource of the server: a command, and those of its options that a client may give. None of
 * them names a file or changes what the server itself does.
 *
 * @param fixed the arguments that each question has
 * @param formats the formats of answers; the first is the default
 * @param parameters the names of the options, without dashes; {@code site} may be the command's
 *     argument
 */
record ApiRoute(
    String path,
    String command,
    String summary,
    List<String> fixed,
    List<Format> formats,
    List<String> parameters) {
  private static final List<String> SATELLITES =
      List.of("systems", "status", "include", "exclude", "max-age");
  private static final List<String> WINDOW = List.of("date", "start", "duration", "timezone");
  private static final List<String> MASK = List.of("mask", "horizon");
  private static final List<String> PICTURE = List.of("title", "width", "language");
  private static final List<String> COUNTS = List.of("every", "usable", "dop", "clocks");

  static final List<ApiRoute> ALL =
      List.of(
          new ApiRoute(
              "/v1/capitals",
              CapitalsCommand.NAME,
              "Counts the satellites in view at every capital and shows which system leads.",
              List.of(),
              List.of(JSON, CSV, GEOJSON, HTML, SVG, PNG),
              joined(WINDOW, SATELLITES, MASK, COUNTS, PICTURE)),
          new ApiRoute(
              "/v1/sites",
              CapitalsCommand.NAME,
              "Counts the satellites in view at each site of a list, CSV or GeoJSON.",
              List.of("--sites=-"),
              List.of(JSON, CSV, GEOJSON, HTML, SVG, PNG),
              joined(WINDOW, SATELLITES, MASK, COUNTS, PICTURE, List.of("columns", "encoding"))),
          new ApiRoute(
              "/v1/passes",
              PassesCommand.NAME,
              "Lists when each satellite rises, culminates and sets over one site.",
              List.of(),
              List.of(JSON, CSV, HTML),
              joined(List.of("site"), WINDOW, SATELLITES, MASK, List.of("usable", "clocks"))),
          new ApiRoute(
              "/v1/sky",
              SkyCommand.NAME,
              "Shows where each satellite stands over one site at a moment.",
              List.of(),
              List.of(JSON, CSV, SVG, PNG),
              joined(
                  List.of("site", "date", "at", "timezone", "tracks"),
                  SATELLITES,
                  MASK,
                  List.of("usable", "clocks"),
                  PICTURE)),
          new ApiRoute(
              "/v1/plan",
              PlanCommand.NAME,
              "Finds when satellites in view and dilution of precision are good at a site.",
              List.of(),
              List.of(JSON, CSV, GEOJSON, ICS, HTML, PAGE),
              joined(
                  List.of("site", "name", "need", "for", "between"),
                  WINDOW,
                  SATELLITES,
                  MASK,
                  List.of("usable", "clocks"))),
          new ApiRoute(
              "/v1/plan/series",
              PlanCommand.NAME,
              "Lists the satellites in view and the dilution of precision at equal steps of time.",
              List.of("--series=-"),
              List.of(JSON, CSV),
              joined(
                  List.of("site", "name", "every", "satellites"),
                  WINDOW,
                  SATELLITES,
                  MASK,
                  List.of("usable", "clocks"))),
          new ApiRoute(
              "/v1/world",
              WorldCommand.NAME,
              "Counts the satellites in view everywhere on Earth, or draws a map.",
              List.of(),
              List.of(JSON, CSV, TIF, SVG, PNG),
              joined(
                  List.of("resolution", "nodes", "bounds", "height"),
                  List.of("what", "projection", "theme"),
                  WINDOW,
                  SATELLITES,
                  List.of("mask", "pdop"),
                  COUNTS,
                  PICTURE)),
          new ApiRoute(
              "/v1/elements",
              ElementsCommand.NAME,
              "Lists element sets or satellites, with every exclusion and its reason.",
              List.of(),
              List.of(JSON, CSV),
              joined(List.of("date", "start", "timezone"), SATELLITES)),
          new ApiRoute(
              "/v1/history",
              HistoryCommand.NAME,
              "Shows which system led when, and what happened to the satellites meanwhile.",
              List.of(),
              List.of(JSON, CSV, SVG, PNG),
              joined(
                  List.of("site", "changes", "by", "metric", "incomplete"),
                  List.of("systems", "status", "usable", "mask", "timezone"),
                  PICTURE)));

  @SafeVarargs
  private static List<String> joined(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  /** Returns whether a question comes with a list of sites. */
  boolean takesSites() {
    return fixed.contains("--sites=-");
  }
}
