package dev.skytally.cli;

import static dev.skytally.server.Format.CSV;
import static dev.skytally.server.Format.GEOJSON;
import static dev.skytally.server.Format.JSON;

import dev.skytally.server.Format;
import java.util.List;

/**
 * A resource of the server: a command, and those of its options that a client may give. None of
 * them names a file or changes what the server itself does.
 *
 * @param parameters the names of the options, without dashes
 */
record ApiRoute(String path, String command, List<Format> formats, List<String> parameters) {
  static final List<ApiRoute> ALL =
      List.of(
          new ApiRoute(
              "/v1/capitals",
              CapitalsCommand.NAME,
              List.of(JSON, CSV, GEOJSON),
              List.of(
                  "date",
                  "start",
                  "duration",
                  "timezone",
                  "every",
                  "systems",
                  "status",
                  "include",
                  "exclude",
                  "usable",
                  "max-age",
                  "mask",
                  "dop",
                  "clocks")));
}
