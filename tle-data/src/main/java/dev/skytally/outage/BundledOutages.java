package dev.skytally.outage;

import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The outages that come with this library, read on first use. */
final class BundledOutages {
  private static final String RESOURCE = "outages.tsv";

  static final Outages OUTAGES = read();

  private BundledOutages() {}

  private static Outages read() {
    List<Outage> outages = new ArrayList<>();
    List<Outages.Coverage> coverage = new ArrayList<>();
    String text = text();
    for (int start = 0, end = text.indexOf('\n'); end >= 0; ) {
      if (text.charAt(start) != '#') {
        String[] fields = text.substring(start, end).split("\t", -1);
        if (fields.length == 3) {
          coverage.add(
              new Outages.Coverage(
                  GnssSystem.valueOf(fields[0]),
                  NoticeTimes.iso(fields[1]),
                  NoticeTimes.iso(fields[2])));
        } else {
          outages.add(OutageTable.outage(fields[0], fields[1], fields[2], fields[3]));
        }
      }
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    return new Outages("the bundled list", outages, coverage, List.of());
  }

  private static String text() {
    try (var stream = BundledOutages.class.getResourceAsStream(RESOURCE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
