package dev.skytally.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;

/**
 * The Windows code pages, and the letters of languages that are written in them.
 *
 * <p>A text is most likely in the code page in which one language explains the most of its letters
 * beyond ASCII. A letter of Latin script stands beside one of ASCII, and one of another script does
 * not, so {@code Gen\xE8ve} is French and not Cyrillic.
 */
enum CodePage {
  WESTERN(
      "windows-1252",
      true,
      "äöüß",
      "àâæçèéêëîïôœùûüÿ",
      "áéíñóúü",
      "áâãàçéêíóôõú",
      "àèéìòóù",
      "åäöæøé",
      "áéíóúýþæöð",
      "àçèéíïòóúü"),
  CENTRAL_EUROPEAN(
      "windows-1250",
      true,
      "áčďéěíňóřšťúůýž",
      "áäčďéíĺľňóôŕšťúýž",
      "ąćęłńóśźż",
      "áéíóöőúüű",
      "ăâîşţ",
      "čćđšž"),
  CYRILLIC(
      "windows-1251",
      false,
      "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
      "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
      "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
      "абвгдђежзијклљмнњопрстћуфхцчџш"),
  GREEK("windows-1253", false, "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
  TURKISH("windows-1254", true, "çğıiöşüâîû");

  private static final char ASCII_END = 0x80;

  private final String charset;
  private final boolean isLatin;

  /** The letters of each language, separated by blanks. */
  private final String alphabets;

  CodePage(String charset, boolean isLatin, String... alphabets) {
    this.charset = charset;
    this.isLatin = isLatin;
    this.alphabets = String.join(" ", alphabets);
  }

  /** Returns the code page that explains the most letters, the first of several. */
  static Charset of(byte[] bytes, int size) {
    CodePage best = WESTERN;
    for (CodePage page : values()) {
      if (page.explained(bytes, size) > best.explained(bytes, size)) {
        best = page;
      }
    }
    return Charset.forName(best.charset);
  }

  /** Returns the number of letters beyond ASCII that the best language explains. */
  private int explained(byte[] bytes, int size) {
    CharBuffer text = Charset.forName(charset).decode(ByteBuffer.wrap(bytes, 0, size));
    int most = 0;
    for (String alphabet : alphabets.split(" ", -1)) {
      int count = 0;
      for (int i = 0; i < text.length(); i++) {
        char letter = text.charAt(i);
        count += letter >= ASCII_END && isIn(alphabet, letter) && fits(text, i) ? 1 : 0;
      }
      most = Math.max(most, count);
    }
    return most;
  }

  private static boolean isIn(String alphabet, char letter) {
    return alphabet.indexOf(letter) >= 0 || alphabet.indexOf(Character.toLowerCase(letter)) >= 0;
  }

  /** Returns whether the neighbours of a letter are of its script, and no capital is within. */
  private boolean fits(CharBuffer text, int i) {
    boolean isBesideAscii = isAsciiLetter(text, i - 1) || isAsciiLetter(text, i + 1);
    boolean isCapitalWithin =
        i > 0 && Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1));
    return isBesideAscii == isLatin && !isCapitalWithin;
  }

  private static boolean isAsciiLetter(CharBuffer text, int i) {
    return i >= 0
        && i < text.length()
        && text.charAt(i) < ASCII_END
        && Character.isLetter(text.charAt(i));
  }
}
