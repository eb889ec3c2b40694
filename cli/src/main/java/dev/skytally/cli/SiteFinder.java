package dev.skytally.cli;

import dev.skytally.site.GroundSite;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the site that a person means: by coordinates, or by name without regard to case, accents
 * and punctuation.
 */
final class SiteFinder {
  private static final int MOST_SUGGESTIONS = 5;
  private static final int SLIPS = 2;

  private SiteFinder() {}

  /**
   * The site that was given.
   *
   * @throws IllegalArgumentException if there is none, or more than one; the message says so
   */
  static GroundSite find(String given, List<GroundSite> sites, boolean areCapitals) {
    double[] coordinates = coordinatesOrNull(given);
    if (coordinates != null) {
      return GroundSite.ofDegrees(
          given.strip(),
          coordinates[0],
          coordinates[1],
          coordinates.length == 3 ? coordinates[2] : 0);
    }
    String wanted = key(given);
    List<GroundSite> found = new ArrayList<>();
    for (GroundSite site : sites) {
      for (String name : names(site)) {
        if (key(name).equals(wanted)) {
          found.add(site);
          break;
        }
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          (areCapitals ? "no capital or country" : "no site of the list")
              + " is named '"
              + given
              + "'"
              + suggestions(wanted, sites));
    }
    StringBuilder several = new StringBuilder();
    for (GroundSite site : found) {
      several.append(several.isEmpty() ? "" : " or ").append(site);
    }
    throw new IllegalArgumentException(
        "'" + given + "' is ambiguous: " + several + "; give the coordinates");
  }

  private static double[] coordinatesOrNull(String given) {
    String[] parts = given.strip().split(",", -1);
    if (parts.length < 2 || parts.length > 3) {
      return null;
    }
    double[] coordinates = new double[parts.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        coordinates[i] = Arguments.decimal(parts[i].strip());
      }
    } catch (NumberFormatException e) {
      return null;
    }
    return coordinates;
  }

  private static List<String> names(GroundSite site) {
    return site.country().isEmpty()
        ? List.of(site.name())
        : List.of(site.name(), site.country(), site.countryCode());
  }

  private static String suggestions(String wanted, List<GroundSite> sites) {
    Set<String> near = new LinkedHashSet<>();
    for (GroundSite site : sites) {
      for (String name : names(site)) {
        String key = key(name);
        boolean contained = wanted.length() > SLIPS && key.contains(wanted);
        if (contained || (key.length() > SLIPS && distance(key, wanted) <= SLIPS)) {
          near.add(name);
        }
      }
    }
    return near.isEmpty()
        ? ""
        : "; did you mean "
            + String.join(" or ", near.stream().limit(MOST_SUGGESTIONS).toList())
            + "?";
  }

  /** Letters and digits only, without accents, in small letters. */
  private static String key(String name) {
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder();
    decomposed
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) && Character.getType(c) != Character.MODIFIER_LETTER)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /** The edit distance of Levenshtein. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
