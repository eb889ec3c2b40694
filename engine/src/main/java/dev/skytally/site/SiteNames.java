package dev.skytally.site;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds sites of a list by the names that people use for them.
 *
 * <p>Immutable.
 */
public final class SiteNames {
  /** One letter may be wrong for each three letters of a name, rounded up. */
  private static final int LETTERS_PER_TYPO = 3;

  /** The least length of a part of a name that can identify it. */
  private static final int FEWEST_LETTERS = 3;

  private static final int MOST_SUGGESTIONS = 3;

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
   * with countries, with their ISO 3166-1 codes (alpha-2, then alpha-3), and last with the
   * beginning of names or countries, which must have at least three letters and a single match. The
   * first comparison with a match decides. Except in the first, case, accents, blanks and
   * punctuation do not count: {@code sao tome} finds São Tomé.
   *
   * @param name the name, or its beginning
   */
  public List<GroundSite> find(String name) {
    String wanted = plain(name);
    return Stream.<Predicate<GroundSite>>of(
            site -> site.name().equals(name.strip()),
            site -> isSame(site.name(), wanted),
            site -> isSame(site.country(), wanted),
            site -> isSame(site.countryCode(), wanted),
            site -> isSame(alpha3(site), wanted))
        .map(isMeant -> sites.stream().filter(isMeant).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElseGet(() -> beginningWith(wanted));
  }

  private List<GroundSite> beginningWith(String wanted) {
    List<GroundSite> found =
        sites.stream()
            .filter(site -> begins(site.name(), wanted) || begins(site.country(), wanted))
            .toList();
    return found.size() == 1 ? found : List.of();
  }

  private static boolean isSame(String known, String wanted) {
    return !wanted.isEmpty() && plain(known).equals(wanted);
  }

  private static boolean begins(String known, String wanted) {
    return wanted.length() >= FEWEST_LETTERS && plain(known).startsWith(wanted);
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
    String wanted = plain(name);
    int mostTypos = (wanted.length() + LETTERS_PER_TYPO - 1) / LETTERS_PER_TYPO;
    return sites.stream()
        .flatMap(site -> Stream.of(site.name(), site.country()))
        .filter(known -> !known.isEmpty())
        .distinct()
        .filter(known -> difference(wanted, known) <= mostTypos)
        .sorted(Comparator.comparingInt(known -> difference(wanted, known)))
        .limit(MOST_SUGGESTIONS)
        .toList();
  }

  private static int difference(String wanted, String name) {
    String known = plain(name);
    if (begins(name, wanted) || (!wanted.isEmpty() && wanted.equals(initials(name)))) {
      return 0;
    }
    boolean isHeld = wanted.length() >= FEWEST_LETTERS && known.contains(wanted);
    return isHeld ? 1 : typos(wanted, known);
  }

  /** Returns the initials of a name, for example {@code uk} for United Kingdom. */
  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        initials.append(word.charAt(0));
      }
    }
    return plain(initials.toString());
  }

  /** Reduces a name to letters and digits in lower case, without accents. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(
            c -> Character.isLetterOrDigit(c) && Character.getType(c) != Character.MODIFIER_LETTER)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Returns the number of letters to change, add or remove (Levenshtein distance). */
  private static int typos(String wanted, String known) {
    int[] above = new int[known.length() + 1];
    for (int k = 0; k <= known.length(); k++) {
      above[k] = k;
    }
    for (int w = 1; w <= wanted.length(); w++) {
      int[] row = new int[known.length() + 1];
      row[0] = w;
      for (int k = 1; k <= known.length(); k++) {
        int changed = above[k - 1] + (wanted.charAt(w - 1) == known.charAt(k - 1) ? 0 : 1);
        row[k] = Math.min(changed, 1 + Math.min(row[k - 1], above[k]));
      }
      above = row;
    }
    return above[known.length()];
  }

  /** Read on first use. */
  private static final class Codes {
    static final Set<String> ALPHA_2 = Set.of(Locale.getISOCountries());
  }
}
