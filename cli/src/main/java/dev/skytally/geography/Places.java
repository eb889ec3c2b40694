package dev.skytally.geography;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import dev.skytally.internal.input.SimilarNames;
import dev.skytally.site.GroundSite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The capitals and most populous cities of the Earth, after GeoNames. Thread-safe. */
public final class Places {
  private static final String RESOURCE = "places.tsv.gz";
  private static final int THOUSAND = 1000;

  /** The most populous first. */
  private static final List<Named> ALL = read();

  /** The direction of each place from the middle of a sphere: x, y and z. */
  private static final double[] DIRECTIONS = directions();

  /** How well a name fits, the best first. */
  private enum Fit {
    SAME,
    BEGINS,
    CONTAINS,
    NONE
  }

  /** A place, and its names without case, accents, blanks and punctuation. */
  private record Named(Place place, List<String> plainNames) {
    Fit fit(String wanted) {
      Fit best = Fit.NONE;
      for (String name : plainNames) {
        Fit fit =
            name.equals(wanted)
                ? Fit.SAME
                : name.startsWith(wanted)
                    ? Fit.BEGINS
                    : name.contains(wanted) ? Fit.CONTAINS : Fit.NONE;
        best = Collections.min(List.of(best, fit));
      }
      return best;
    }
  }

  private Places() {}

  private static List<Named> read() {
    try (InputStream packed =
            Objects.requireNonNull(Places.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(Places::place)
          .sorted(comparingInt((Place place) -> -place.population()))
          .map(Places::named)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled " + RESOURCE + " is damaged", e);
    }
  }

  private static Place place(String line) {
    String[] fields = line.split("\t", -1);
    return new Place(
        fields[0],
        fields[1],
        Double.parseDouble(fields[2]),
        Double.parseDouble(fields[3]),
        ZoneId.of(fields[4]),
        THOUSAND * Integer.parseInt(fields[5]),
        fields[6].isEmpty() ? List.of() : List.of(fields[6].split(",", -1)));
  }

  private static Named named(Place place) {
    List<String> names = new ArrayList<>(place.otherNames());
    names.add(place.name());
    return new Named(place, names.stream().map(SimilarNames::plain).toList());
  }

  /** Returns all places, the most populous first. */
  public static List<Place> all() {
    return ALL.stream().map(Named::place).toList();
  }

  /**
   * Returns the places that have a text in one of their names. Those with exactly this name come
   * first, then those whose names begin with it, and of these the most populous. Case, accents,
   * blanks and punctuation do not count.
   *
   * @param most the greatest number to return
   */
  public static List<Place> find(String text, int most) {
    String wanted = SimilarNames.plain(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return ALL.stream()
        .filter(named -> named.fit(wanted) != Fit.NONE)
        .sorted(comparing(named -> named.fit(wanted)))
        .limit(most)
        .map(Named::place)
        .toList();
  }

  /** Returns the place nearest to a point of the Earth. */
  public static Place nearest(double latitudeDegrees, double longitudeDegrees) {
    double[] point = Place.direction(latitudeDegrees, longitudeDegrees);
    int nearest = 0;
    double greatestCosine = -1;
    for (int i = 0; i < ALL.size(); i++) {
      double cosine =
          point[0] * DIRECTIONS[3 * i]
              + point[1] * DIRECTIONS[3 * i + 1]
              + point[2] * DIRECTIONS[3 * i + 2];
      if (cosine > greatestCosine) {
        greatestCosine = cosine;
        nearest = i;
      }
    }
    return ALL.get(nearest).place();
  }

  /** Returns the places with exactly a name, compared as {@link #find} does. */
  static List<Place> named(String text) {
    return fitting(text, Fit.SAME);
  }

  /** Returns the place whose name begins with a text of three letters, if there is only one. */
  static Optional<Place> onlyBeginning(String text) {
    List<Place> found = fitting(text, Fit.BEGINS);
    return found.size() == 1 && SimilarNames.canIdentify(SimilarNames.plain(text))
        ? Optional.of(found.get(0))
        : Optional.empty();
  }

  private static List<Place> fitting(String text, Fit fit) {
    String wanted = SimilarNames.plain(text);
    return wanted.isEmpty()
        ? List.of()
        : ALL.stream().filter(named -> named.fit(wanted) == fit).map(Named::place).toList();
  }

  /** Returns the place nearest to a site. */
  static Place near(GroundSite site) {
    return nearest(site.latitudeDegrees(), site.longitudeDegrees());
  }

  /**
   * Returns a capital as a place, even if it is no large city. It has the name of the list of
   * capitals; that of the city is another one.
   */
  public static Place ofCapital(GroundSite capital) {
    Place city = near(capital);
    if (city.countryCode().equals(capital.countryCode())) {
      Set<String> otherNames = new LinkedHashSet<>(List.of(city.name()));
      otherNames.addAll(city.otherNames());
      otherNames.remove(capital.name());
      return at(capital, city.zone(), city.population(), List.copyOf(otherNames));
    }
    ZoneId zone =
        all().stream()
            .filter(place -> place.countryCode().equals(capital.countryCode()))
            .min(
                comparingDouble(
                    place ->
                        place.distanceKilometers(
                            capital.latitudeDegrees(), capital.longitudeDegrees())))
            .orElse(city)
            .zone();
    return at(capital, zone, 0, List.of());
  }

  private static Place at(
      GroundSite capital, ZoneId zone, int population, List<String> otherNames) {
    return new Place(
        capital.name(),
        capital.countryCode(),
        capital.latitudeDegrees(),
        capital.longitudeDegrees(),
        zone,
        population,
        otherNames);
  }

  private static double[] directions() {
    double[] directions = new double[3 * ALL.size()];
    for (int i = 0; i < ALL.size(); i++) {
      Place place = ALL.get(i).place();
      double[] direction = Place.direction(place.latitudeDegrees(), place.longitudeDegrees());
      System.arraycopy(direction, 0, directions, 3 * i, 3);
    }
    return directions;
  }
}
