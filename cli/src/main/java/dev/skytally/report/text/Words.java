package dev.skytally.report.text;

import dev.skytally.input.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Sentences, lists and keys for results, in lines of at most 80 columns. */
public final class Words {
  static final int WIDTH = 80;

  private Words() {}

  /**
   * Breaks a long line and appends it; all lines but the first begin with {@code indent} blanks. A
   * word longer than a line stays whole, and so do a number and its %. Control characters, for
   * example in the name of a site, become visible.
   */
  public static void append(StringBuilder target, String line, int indent) {
    String text = TextFile.printable(line);
    int column = 0;
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf(' ', begin + 1);
      while (text.startsWith(" %", end)) {
        end = text.indexOf(' ', end + 1);
      }
      end = end < 0 ? text.length() : end;
      String word = text.substring(begin, end);
      int width = word.codePointCount(0, word.length());
      if (column > indent && column + width > WIDTH) {
        target.append('\n').append(" ".repeat(indent));
        column = indent;
        word = word.stripLeading();
        width = word.codePointCount(0, word.length());
      }
      target.append(word);
      column += width;
      begin = end;
    }
    target.append('\n');
  }

  /**
   * Breaks a long line into lines that fit, at blanks and between Chinese characters; a word that
   * is too long gets its own line.
   */
  public static List<String> lines(String line, Predicate<String> fits) {
    List<String> lines = new ArrayList<>();
    String now = "";
    for (int begin = 0; begin < line.length(); ) {
      int end = begin + 1;
      while (end < line.length() && !isBreak(line, end)) {
        end++;
      }
      String longer = now + line.substring(begin, end);
      if (begin > 0 && !fits.test(longer)) {
        lines.add(now);
        longer = line.substring(begin, end).stripLeading();
      }
      now = longer;
      begin = end;
    }
    lines.add(now);
    return lines;
  }

  /** Returns whether a line may break before a character, which is no closing punctuation. */
  private static boolean isBreak(String line, int at) {
    char next = line.charAt(at);
    return next == ' '
        || Character.isIdeographic(next)
        || (Character.isIdeographic(line.charAt(at - 1)) && "，。；：、？）".indexOf(next) < 0);
  }

  /** Adds a full stop, unless the words end in one, for example {@code Washington, D.C.} */
  public static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  public static String capitalized(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Joins words: {@code GPS, BeiDou and Galileo}. */
  public static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** Returns {@code 1 satellite} or {@code 2 satellites}. */
  public static String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  /** Returns {@code 1 degree} or {@code 7.5 degrees}. */
  public static String degrees(double degrees) {
    String number = Decimals.plain(degrees, 6);
    return number + (number.equals("1") ? " degree" : " degrees");
  }

  /** Returns a constant's name in lower case, as results have it. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
