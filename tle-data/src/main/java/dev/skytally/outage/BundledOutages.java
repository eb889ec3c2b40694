package dev.skytally.outage;

import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outages that come with this library, read on first use.
 *
 * <p>A command reads them before anything is compiled, so this counts bytes instead of splitting
 * lines: it takes a third of the time. It checks nothing; tests read the same lines by {@link
 * OutageTable}.
 */
final class BundledOutages {
  static final String RESOURCE = "outages.tsv";
  static final Outages OUTAGES = new BundledOutages().read();

  private final byte[] text = text();
  private int at;

  private BundledOutages() {}

  private Outages read() {
    List<Outage> outages = new ArrayList<>();
    List<Outages.Coverage> coverage = new ArrayList<>();
    while (at < text.length) {
      if (text[at] == '#') {
        field('\n');
        continue;
      }
      String name = field('\t');
      if (name.length() == 3 && name.charAt(1) > '9') {
        coverage.add(new Outages.Coverage(GnssSystem.valueOf(name), time(), time()));
      } else {
        outages.add(
            new Outage(
                GnssSystem.ofRinexLetter(name.charAt(0)).orElseThrow(),
                name.length() == 1 ? "" : name,
                time(),
                end(),
                false,
                field('\n')));
      }
    }
    return new Outages("the bundled list", outages, coverage, List.of());
  }

  private Optional<Instant> end() {
    if (text[at] == '\t') {
      at++;
      return Optional.empty();
    }
    return Optional.of(time());
  }

  private Instant time() {
    long day = LocalDate.of(number(4), number(2), number(2)).toEpochDay();
    return Instant.ofEpochSecond(((day * 24 + number(2)) * 60 + number(2)) * 60);
  }

  /** Reads a number, and passes over the character behind it. */
  private int number(int digits) {
    int number = 0;
    for (int end = at + digits; at < end; at++) {
      number = 10 * number + text[at] - '0';
    }
    at++;
    return number;
  }

  /** Reads to the next separator, and passes over it. */
  private String field(char separator) {
    int start = at;
    while (text[at] != separator) {
      at++;
    }
    return new String(text, start, at++ - start, StandardCharsets.US_ASCII);
  }

  private static byte[] text() {
    try (var stream = BundledOutages.class.getResourceAsStream(RESOURCE)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
