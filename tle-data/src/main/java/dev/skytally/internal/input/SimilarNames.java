package dev.skytally.internal.input;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares names as people write them. */
public final class SimilarNames {
  /** One letter may be wrong for each three letters of a name, rounded up. */
  private static final int LETTERS_PER_TYPO = 3;

  /** The least length of a part of a name that can identify it. */
  private static final int FEWEST_LETTERS = 3;

  private static final int MOST_SUGGESTIONS = 3;

  private SimilarNames() {}

  /**
   * Returns up to three known names that are similar to a name, the most similar first: they begin
   * with it, contain it, have its letters as initials, or differ by few letters. A known name with
   * slashes may also be similar by its last part.
   */
  public static List<String> of(String name, Stream<String> known) {
    String wanted = plain(name);
    int mostTypos = (wanted.length() + LETTERS_PER_TYPO - 1) / LETTERS_PER_TYPO;
    return known
        .filter(one -> difference(wanted, one) <= mostTypos)
        .sorted(Comparator.comparingInt(one -> difference(wanted, one)))
        .limit(MOST_SUGGESTIONS)
        .toList();
  }

  /** Returns whether a plain name is long enough to identify another one that has it as a part. */
  public static boolean canIdentify(String wanted) {
    return wanted.length() >= FEWEST_LETTERS;
  }

  /** Returns whether a known name begins with a plain one, which must have three letters. */
  public static boolean begins(String known, String wanted) {
    return canIdentify(wanted) && plain(known).startsWith(wanted);
  }

  private static int difference(String wanted, String name) {
    String known = plain(name);
    if (begins(name, wanted) || (!wanted.isEmpty() && wanted.equals(initials(name)))) {
      return 0;
    }
    boolean isHeld = canIdentify(wanted) && known.contains(wanted);
    int lastPart = name.lastIndexOf('/') + 1;
    return isHeld
        ? 1
        : Math.min(typos(wanted, known), typos(wanted, plain(name.substring(lastPart))));
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
  public static String plain(String name) {
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
}
