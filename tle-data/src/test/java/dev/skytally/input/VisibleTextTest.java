package dev.skytally.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {
  /** Each range of the characters that a terminal obeys, by its ends. */
  @ParameterizedTest
  @CsvSource({
    "0001,0008",
    "000b,001f",
    "007f,009f",
    "061c,061c",
    "200b,200f",
    "2028,202e",
    "2060,2064",
    "2066,2069",
    "feff,feff"
  })
  void whatATerminalObeysBecomesAnEscape(String first, String last) {
    for (int c = Integer.parseInt(first, 16); c <= Integer.parseInt(last, 16); c++) {
      String text = "a" + (char) c + "b";
      String escaped = String.format(Locale.ROOT, "a\\u%04xb", c);
      assertEquals(escaped, VisibleText.of(text));
      assertEquals(escaped, VisibleText.ofLines(text));
      assertEquals(escaped, VisibleText.ofError(text));
      assertEquals(escaped, VisibleText.ofName(text));
    }
  }

  @Test
  void whatIsVisibleStaysAsItIs() {
    String text = "São Tomé, 東京, القدس, 🛰, \\ \"%\" … ~";
    assertSame(text, VisibleText.of(text));
    assertSame(text, VisibleText.ofLines(text));
  }

  @Test
  void onlySeveralLinesKeepTheirEndsAndTabs() {
    assertEquals("a\tb\r\nc\n", VisibleText.ofLines("a\tb\r\nc\n"));
    assertEquals("a\\u000db", VisibleText.ofLines("a\rb"));
    assertEquals("a\\u0009b\\u000d\\u000ac\\u000a", VisibleText.of("a\tb\r\nc\n"));
  }

  @Test
  void aCharacterOfTwoUnitsBecomesTwoEscapesAsInJson() {
    assertEquals("a\\udb40\\udc01b", VisibleText.of("a\uDB40\uDC01b"));
  }

  @Test
  void anErrorKeepsItsBeginningAndItsEnd() {
    String cause = "x".repeat(500);
    String error = VisibleText.ofError("file.csv: " + "y".repeat(2_000) + cause);
    assertEquals(1_000, error.length());
    assertEquals("file.csv: yyy", error.substring(0, 13));
    assertEquals("..." + cause.substring(1), error.substring(498));
    assertSame(cause, VisibleText.ofError(cause));
    String longest = "y".repeat(1_000);
    assertSame(longest, VisibleText.ofError(longest));
  }

  @Test
  void aNameThatIsCutHoldsNoHalfOfACharacter() {
    for (int beforeIt = 80; beforeIt < 120; beforeIt++) {
      for (int afterIt = 80; afterIt < 120; afterIt++) {
        String both = "a".repeat(beforeIt) + "🛰".repeat(2) + "b".repeat(afterIt);
        String name = VisibleText.ofName(both);
        assertEquals(name, new String(name.getBytes(UTF_8), UTF_8));
        assertTrue(name.length() <= 200, name);
        assertTrue(name.length() >= 198 || name.equals(both), name);
      }
    }
  }

  @Test
  void aMessageAboutAnInputIsVisibleAndShortAndKeepsItsPlace() {
    String message =
        new InputFormatException("\u202Ef".repeat(500), 12, 3, "found " + "z\n".repeat(9_000))
            .getMessage();
    assertEquals(1_000, message.length());
    assertEquals(", line 12, column 3: found z\\u000a", message.substring(200, 234));
  }
}
