package dev.skytally.site;

import dev.skytally.internal.input.SimilarNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds sites of a list by the names that people use for them.
 *
 * <p>Immutable.
 */
public final class SiteNames {
  private final List<GroundSite> sites;

  private SiteNames(List<GroundSite> sites) {
    this.sites = sites;
  }

  /**
   * {@return the names of sites}
   *
   * @param sites the sites
   */
  public static SiteNames of(List<GroundSite> sites) {
    return new SiteNames(List.copyOf(sites));
  }

  /**
   * {@return the sites that a name may mean} It is compared with the exact names, then with names,
   * with countries, with their ISO 3166-1 codes (alpha-2, then alpha-3), with other common names of
   * countries and capitals ({@code Turkey}, {@code Kiev}), and last with the beginning of names or
   * countries, which must have at least three letters and a single match. The first comparison with
   * a match decides. Except in the first, case, accents, blanks and punctuation do not count:
   * {@code sao tome} finds São Tomé.
   *
   * @param name the name, or its beginning
   */
  public List<GroundSite> find(String name) {
    List<GroundSite> named = named(name);
    if (!named.isEmpty()) {
      return named;
    }
    List<GroundSite> beginning = beginning(name);
    return beginning.size() == 1 ? beginning : List.of();
  }

  /**
   * {@return the sites that a whole name or code means: those of {@link #find} without the
   * comparison with beginnings}
   *
   * @param name the name or code
   */
  public List<GroundSite> named(String name) {
    String wanted = SimilarNames.plain(name);
    return Stream.<Predicate<GroundSite>>of(
            site -> site.name().equals(name.strip()),
            site -> isSame(site.name(), wanted),
            site -> isSame(site.country(), wanted),
            site -> isSame(site.countryCode(), wanted),
            site -> isSame(alpha3(site), wanted),
            site -> isMeantBy(OtherNames.of(wanted), site))
        .map(isMeant -> sites.stream().filter(isMeant).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * {@return the sites whose names or countries begin with a text of at least three letters}
   *
   * @param text the beginning, compared as in {@link #find}
   */
  public List<GroundSite> beginning(String text) {
    String wanted = SimilarNames.plain(text);
    return sites.stream()
        .filter(
            site ->
                SimilarNames.begins(site.name(), wanted)
                    || SimilarNames.begins(site.country(), wanted))
        .toList();
  }

  private static boolean isMeantBy(Optional<String> known, GroundSite site) {
    return known.isPresent()
        && (site.name().equals(known.get()) || site.country().equals(known.get()));
  }

  private static boolean isSame(String known, String wanted) {
    return !wanted.isEmpty() && SimilarNames.plain(known).equals(wanted);
  }

  private static String alpha3(GroundSite site) {
    return Codes.ALPHA_2.contains(site.countryCode())
        ? new Locale("", site.countryCode()).getISO3Country()
        : "";
  }

  /**
   * {@return up to three names of sites or countries that are similar to a name, the most similar
   * first: they begin with it, contain it, have its letters as initials, or differ by few letters}
   *
   * @param name the name, or its beginning
   */
  public List<String> similar(String name) {
    return SimilarNames.of(
        name,
        sites.stream()
            .flatMap(site -> Stream.of(site.name(), site.country()))
            .filter(known -> !known.isEmpty())
            .distinct());
  }

  /** Read on first use. */
  private static final class Codes {
    static final Set<String> ALPHA_2 = Set.of(Locale.getISOCountries());
  }
}
