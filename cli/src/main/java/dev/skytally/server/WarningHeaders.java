package dev.skytally.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;

/**
 * Puts the warnings about an answer into headers: so few and short that all headers fit, and in
 * ASCII, with percent-encoded UTF-8 for everything else and for the percent sign.
 */
final class WarningHeaders {
  private static final String NAME = "Skytally-Warning";
  private static final int MOST = 16;
  private static final int MOST_CHARACTERS = 400;
  private static final String CUT = "...";

  private WarningHeaders() {}

  static void add(HttpFields.Mutable headers, List<String> warnings) {
    warnings.stream().limit(MOST).forEach(warning -> headers.add(NAME, encoded(warning)));
    if (warnings.size() > MOST) {
      headers.add(NAME, "and %s more".formatted(warnings.size() - MOST));
    }
  }

  private static String encoded(String warning) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < warning.length(); i += Character.charCount(warning.codePointAt(i))) {
      String character = encoded(warning.codePointAt(i));
      if (encoded.length() + character.length() > MOST_CHARACTERS - CUT.length()) {
        return encoded + CUT;
      }
      encoded.append(character);
    }
    return encoded.toString();
  }

  private static String encoded(int codePoint) {
    String character = Character.toString(codePoint);
    if (codePoint >= ' ' && codePoint < 0x7f && codePoint != '%') {
      return character;
    }
    StringBuilder encoded = new StringBuilder();
    for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format(Locale.ROOT, "%%%02X", one));
    }
    return encoded.toString();
  }
}
