package dev.skytally.cli.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/** Writes lists of sites. */
final class SiteList {
  private SiteList() {}

  /**
   * Writes sites of any names as CSV.
   *
   * @param place latitude and longitude of each name's index, in degrees, joined by a comma
   * @return the file
   */
  static Path write(Path file, List<String> names, IntFunction<String> place) throws IOException {
    StringBuilder csv = new StringBuilder("name,latitude_deg,longitude_deg\n");
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).replace("\"", "\"\"");
      csv.append('"').append(name).append("\",").append(place.apply(i)).append('\n');
    }
    return Files.writeString(file, csv);
  }
}
