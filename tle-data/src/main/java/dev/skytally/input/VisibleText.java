package dev.skytally.input;

import java.util.Locale;

/**
 * Makes foreign text safe to show to people. Invisible characters that affect a terminal (control
 * characters, controls of the writing direction, separators of lines and paragraphs, characters
 * without a width) become escapes as in JSON, for example {@code \u202e}. Within a JSON text, the
 * escape means the same text.
 *
 * <p>Safe for use by several threads.
 */
public final class VisibleText {
  /** The greatest number of characters of an error. */
  public static final int LONGEST_ERROR = 1_000;

  /** The greatest number of characters of a name. */
  public static final int LONGEST_NAME = 200;

  private static final String OMISSION = "...";

  private VisibleText() {}

  /**
   * Makes a text visible on one line.
   *
   * @param text the text
   * @return the visible text
   */
  public static String of(String text) {
    return visible(text, false);
  }

  /**
   * Makes a text visible, with its tabs and line ends (LF, or CR and LF) as they are.
   *
   * @param text the text
   * @return the visible text
   */
  public static String ofLines(String text) {
    return visible(text, true);
  }

  /**
   * Makes an error visible on one line of at most {@link #LONGEST_ERROR} characters.
   *
   * @param message one line for people
   * @return the visible text
   */
  public static String ofError(String message) {
    return shortened(of(message), LONGEST_ERROR);
  }

  /**
   * Makes a name visible on one line of at most {@link #LONGEST_NAME} characters.
   *
   * @param name the name
   * @return the visible text
   */
  public static String ofName(String name) {
    return shortened(of(name), LONGEST_NAME);
  }

  private static String visible(String text, boolean keepsLines) {
    int begin = firstInvisible(text, keepsLines);
    if (begin == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, begin);
    for (int i = begin; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      if (isVisible(text, i, codePoint, keepsLines)) {
        visible.append(text, i, end);
      } else {
        for (int k = i; k < end; k++) {
          visible.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(k)));
        }
      }
      i = end;
    }
    return visible.toString();
  }

  private static int firstInvisible(String text, boolean keepsLines) {
    int i = 0;
    while (i < text.length()) {
      if (isPrintableAscii(text.charAt(i))) {
        i++;
        continue;
      }
      int codePoint = text.codePointAt(i);
      if (!isVisible(text, i, codePoint, keepsLines)) {
        break;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }

  private static boolean isPrintableAscii(int codePoint) {
    return codePoint >= ' ' && codePoint <= '~';
  }

  private static boolean isVisible(String text, int at, int codePoint, boolean keepsLines) {
    if (isPrintableAscii(codePoint)) {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> keepsLines && isLayout(text, at);
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  private static boolean isLayout(String text, int at) {
    char c = text.charAt(at);
    return c == '\n' || c == '\t' || (c == '\r' && text.startsWith("\n", at + 1));
  }

  /** Omits the middle of a text that is too long, because a message has its cause at the end. */
  private static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int kept = most - OMISSION.length();
    int begin = kept / 2;
    int end = text.length() - (kept - begin);
    return text.substring(0, splitsPair(text, begin) ? begin - 1 : begin)
        + OMISSION
        + text.substring(splitsPair(text, end) ? end + 1 : end);
  }

  private static boolean splitsPair(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
