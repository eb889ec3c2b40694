package dev.skytally.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The capitals of 195 countries: the 193 members of the United Nations, the Holy See (listed as
 * Vatican City) and Palestine. Each country has one capital here, at height 0.
 *
 * <p>Where a country divides a capital's tasks between cities, the one that law or custom names as
 * the capital stands here, wherever the government sits:
 *
 * <ul>
 *   <li>Benin: Porto-Novo, not Cotonou
 *   <li>Bolivia: Sucre, not La Paz
 *   <li>Burundi: Gitega, not Bujumbura
 *   <li>Chile: Santiago, not Valparaíso, where the congress sits
 *   <li>Georgia: Tbilisi, not Kutaisi, where the parliament sat from 2012 to 2019
 *   <li>Ivory Coast: Yamoussoukro, not Abidjan
 *   <li>Malaysia: Kuala Lumpur, not Putrajaya
 *   <li>Montenegro: Podgorica, not Cetinje, the old royal capital
 *   <li>Netherlands: Amsterdam, not The Hague
 *   <li>Tanzania: Dodoma, not Dar es Salaam
 *   <li>Yemen: Sanaa, not Aden
 * </ul>
 *
 * <p>That rule decides nothing or is not followed in these cases:
 *
 * <ul>
 *   <li>South Africa has three capitals: Pretoria, the seat of the president, not Cape Town or
 *       Bloemfontein
 *   <li>Eswatini has two: Mbabane, the seat of administration, not Lobamba
 *   <li>Sri Lanka: Colombo, the largest city, not Sri Jayawardenepura Kotte beside it, where the
 *       parliament sits
 *   <li>Switzerland and Nauru name no capital: Bern and Yaren, the seats of government
 *   <li>Israel and Palestine both claim Jerusalem: Jerusalem for Israel, which governs from there,
 *       and Ramallah, the seat of administration, for Palestine
 *   <li>Indonesia and Equatorial Guinea are building new capitals: still Jakarta and Malabo
 * </ul>
 */
public final class WorldCapitals {
  private static final String RESOURCE = "capitals.tsv";

  /** One letter in three may be wrong, counting a begun three. */
  private static final int LETTERS_PER_TYPO = 3;

  /** Of a part of a name that is to tell it. */
  private static final int FEWEST_LETTERS = 3;

  private static final int MOST_SUGGESTIONS = 3;

  private WorldCapitals() {}

  /** All 195, ordered by country. */
  public static List<GroundSite> all() {
    return Bundled.CAPITALS;
  }

  /**
   * A capital by its name, its country or the country's ISO 3166-1 code (alpha-2 or alpha-3), or by
   * the beginning, at least three letters, of one capital's or country's name alone. Case, accents,
   * blanks and punctuation do not count: {@code sao tome} finds São Tomé.
   */
  public static Optional<GroundSite> find(String name) {
    String wanted = plain(name);
    List<Function<GroundSite, String>> keys =
        List.of(
            GroundSite::name, GroundSite::country, GroundSite::countryCode, WorldCapitals::alpha3);
    return keys.stream()
        .flatMap(key -> all().stream().filter(site -> plain(key.apply(site)).equals(wanted)))
        .findFirst()
        .or(() -> beginningWith(wanted));
  }

  private static String alpha3(GroundSite site) {
    return new Locale("", site.countryCode()).getISO3Country();
  }

  private static Optional<GroundSite> beginningWith(String wanted) {
    List<GroundSite> found =
        all().stream()
            .filter(
                site -> begins(plain(site.name()), wanted) || begins(plain(site.country()), wanted))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean begins(String known, String wanted) {
    return wanted.length() >= FEWEST_LETTERS && known.startsWith(wanted);
  }

  /**
   * Up to three names of capitals or countries that look like a name, the most alike first: they
   * begin with it, hold it, have its letters as initials, or differ by few letters.
   */
  public static List<String> similar(String name) {
    String wanted = plain(name);
    int mostTypos = (wanted.length() + LETTERS_PER_TYPO - 1) / LETTERS_PER_TYPO;
    return all().stream()
        .flatMap(site -> Stream.of(site.name(), site.country()))
        .distinct()
        .filter(known -> difference(wanted, known) <= mostTypos)
        .sorted(Comparator.comparingInt(known -> difference(wanted, known)))
        .limit(MOST_SUGGESTIONS)
        .toList();
  }

  private static int difference(String wanted, String name) {
    String known = plain(name);
    if (begins(known, wanted) || (!wanted.isEmpty() && wanted.equals(initials(name)))) {
      return 0;
    }
    boolean isHeld = wanted.length() >= FEWEST_LETTERS && known.contains(wanted);
    return isHeld ? 1 : typos(wanted, known);
  }

  /** As {@code uk} of United Kingdom. */
  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      if (Character.isUpperCase(word.charAt(0))) {
        initials.append(word.charAt(0));
      }
    }
    return plain(initials.toString());
  }

  /** Letters and digits only, in lower case, without accents. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (char c :
        Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).toCharArray()) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** How many letters must be changed, added or left out (Levenshtein). */
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
  private static final class Bundled {
    static final List<GroundSite> CAPITALS = read();

    private static List<GroundSite> read() {
      try (var stream = WorldCapitals.class.getResourceAsStream(RESOURCE);
          var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        List<GroundSite> capitals = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.charAt(0) != '#') {
            String[] fields = line.split("\t", -1);
            capitals.add(
                GroundSite.ofDegrees(
                        fields[2], Double.parseDouble(fields[3]), Double.parseDouble(fields[4]), 0)
                    .inCountry(fields[1], fields[0]));
          }
        }
        return List.copyOf(capitals);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
