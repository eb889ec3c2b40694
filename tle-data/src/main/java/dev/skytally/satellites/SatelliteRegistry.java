package dev.skytally.satellites;

import dev.skytally.internal.input.IsoDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A registry of dated facts: the PRN and status of each satellite over time. Days are UTC.
 *
 * <p>{@code README.md} beside the resource {@code satellites.tsv} describes the bundled facts and
 * their sources. They do not include outages of days or weeks.
 */
final class SatelliteRegistry {
  /**
   * From this day on, the registry covers every launched satellite on every day. For earlier days,
   * it contains only periods that had not ended by then.
   */
  static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);

  /**
   * The last day on which the facts, from August 2026, are known to be valid; for later days this
   * is assumed.
   */
  static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 6);

  private static final String RESOURCE = "satellites.tsv";
  private static final String NONE = "-";
  private static final String UNCERTAIN = "?";

  private final Map<Integer, DatedSatellite> byCatalogNumber = new LinkedHashMap<>();
  private final Map<String, DatedSatellite> byDesignator = new HashMap<>();

  private SatelliteRegistry(Collection<DatedSatellite> satellites) {
    for (DatedSatellite satellite : satellites) {
      byCatalogNumber.put(satellite.catalogNumber(), satellite);
      byDesignator.put(satellite.internationalDesignator(), satellite);
    }
  }

  /** Returns the registry that comes with this library, read once. */
  static SatelliteRegistry bundled() {
    return Bundled.REGISTRY;
  }

  /**
   * Returns a satellite with all its periods.
   *
   * @param internationalDesignator the second key, for example {@code 1997-035A}, used if the
   *     registry lacks the catalogue number; may be empty
   */
  Optional<DatedSatellite> find(int catalogNumber, String internationalDesignator) {
    DatedSatellite found = byCatalogNumber.get(catalogNumber);
    return Optional.ofNullable(found != null ? found : byDesignator.get(internationalDesignator));
  }

  Collection<DatedSatellite> all() {
    return byCatalogNumber.values();
  }

  /**
   * Returns the satellites of a system that should count at a date, in the order of the registry.
   */
  List<Satellite> expected(GnssSystem system, StatusFilter status, LocalDate date) {
    List<Satellite> expected = new ArrayList<>();
    for (DatedSatellite dated : byCatalogNumber.values()) {
      if (dated.system() == system) {
        Satellite satellite = dated.at(date);
        if (status.expects(satellite)) {
          expected.add(satellite);
        }
      }
    }
    return expected;
  }

  /**
   * Returns the satellite that held a PRN at a date.
   *
   * @param prn the RINEX name, for example {@code C19}
   */
  Optional<Satellite> findByPrn(String prn, LocalDate date) {
    for (DatedSatellite satellite : byCatalogNumber.values()) {
      if (!prn.isEmpty() && satellite.period(date).prn().equals(prn)) {
        return Optional.of(satellite.at(date));
      }
    }
    return Optional.empty();
  }

  /** Read on first use. */
  private static final class Bundled {
    static final SatelliteRegistry REGISTRY = read();

    private static SatelliteRegistry read() {
      List<DatedSatellite> satellites = new ArrayList<>();
      String text = text();
      for (int start = 0, end = text.indexOf('\n'); end >= 0; ) {
        if (text.charAt(start) != '#') {
          String[] fields = text.substring(start, end).split("\t", -1);
          if (fields[0].isEmpty()) {
            satellites.get(satellites.size() - 1).periods().add(period(fields));
          } else {
            satellites.add(satellite(fields));
          }
        }
        start = end + 1;
        end = text.indexOf('\n', start);
      }
      return new SatelliteRegistry(satellites);
    }

    private static String text() {
      try (var stream = SatelliteRegistry.class.getResourceAsStream(RESOURCE)) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static DatedSatellite satellite(String[] fields) {
      return new DatedSatellite(
          Integer.parseInt(fields[0]),
          fields[1],
          GnssSystem.valueOf(fields[2]),
          fields[4],
          fields[5],
          OrbitClass.valueOf(fields[6]),
          new ArrayList<>());
    }

    private static DatedSatellite.Period period(String[] fields) {
      boolean uncertain = fields[4].endsWith(UNCERTAIN);
      String status =
          uncertain ? fields[4].substring(0, fields[4].length() - UNCERTAIN.length()) : fields[4];
      return new DatedSatellite.Period(
          IsoDate.parse(fields[1]).toEpochDay(),
          fields[2].equals(NONE) ? Long.MAX_VALUE : IsoDate.parse(fields[2]).toEpochDay(),
          fields[3].equals(NONE) ? "" : fields[3],
          SatelliteStatus.valueOf(status),
          uncertain);
    }
  }
}
