package dev.skytally.report.draw;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.skytally.report.text.Language;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of pictures in all languages. */
class PictureLanguagesTest {
  /** Of an area that Unicode leaves to private use. */
  private static final int UNKNOWN_LETTER = 0xf8fe;

  private static final Instant MOMENT = Instant.parse("2026-03-05T06:07:00Z");

  private static String outline(int letter) {
    return SvgText.data(Typeface.REGULAR.outline(Character.toString(letter), 0, 0, 20), 2);
  }

  private static Map<String, String> words(Language language) throws IOException {
    String file = "pictures_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    Properties words = new Properties();
    try (InputStream in = Language.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    Map<String, String> sorted = new TreeMap<>();
    words.forEach((key, value) -> sorted.put(key.toString(), value.toString()));
    return sorted;
  }

  /** Returns how often each value appears in words. */
  private static Map<String, Long> values(String words) {
    return Pattern.compile("\\{[0-9]\\}")
        .matcher(words)
        .results()
        .collect(groupingBy(value -> value.group(), TreeMap::new, counting()));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasAllWordsWithTheSameValues(Language language) throws IOException {
    Map<String, String> english = words(Language.EN);
    Map<String, String> words = words(language);
    assertEquals(english.keySet(), words.keySet());
    words.forEach(
        (key, value) -> {
          assertFalse(value.isBlank(), key);
          if (!key.equals("date")) {
            assertEquals(values(english.get(key)), values(value), key);
          }
        });
  }

  /** Names such as GPS, and signs, are the same in several languages, but no sentence is. */
  @ParameterizedTest
  @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
  void noSentenceIsLeftInEnglish(Language language) throws IOException {
    Map<String, String> words = words(language);
    words(Language.EN)
        .forEach(
            (key, english) -> {
              if (english.replaceAll("\\{[0-9]\\}", "").strip().contains(" ")) {
                assertNotEquals(english, words.get(key), key);
              }
            });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theFontsHaveAllLetters(Language language) throws IOException {
    String box = outline(UNKNOWN_LETTER);
    assertFalse(box.isEmpty());
    for (String value : words(language).values()) {
      value.codePoints().forEach(letter -> assertNotEquals(box, outline(letter), value));
    }
  }

  @Test
  void englishNamesSystemsAsEverywhere() {
    for (GnssSystem system : GnssSystem.values()) {
      assertEquals(system.displayName(), Language.EN.name(system));
    }
  }

  /** As CLDR 48 writes dates of digits, with four digits of the year, and numbers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EN | 2026-03-05 06:07      | 72.5 %
          DE | 05.03.2026 06:07      | 72,5 %
          FR | 05/03/2026 06:07      | 72,5 %
          ES | 05/03/2026 06:07      | 72,5 %
          RU | 05.03.2026 06:07      | 72,5 %
          ZH | 2026年3月5日 06:07    | 72.5%
          """)
  void datesAndNumbersAreLocal(Language language, String moment, String percent) {
    assertEquals(moment, language.moment(Times.UTC, MOMENT));
    assertEquals(percent, language.percent("72.5").replace('\u00a0', ' '));
  }

  @Test
  void aLabelThatIsADayIsWrittenAsOne() {
    assertEquals("06/10/2026", Language.FR.label("2026-10-06"));
    assertEquals("2026-10-06.tle", Language.FR.label("2026-10-06.tle"));
  }

  @Test
  void aWindowNamesItsZoneAndBothOffsetsIfTheyDiffer() {
    Times times = new Times(ZoneId.of("Europe/Paris"));
    Instant before = Instant.parse("2026-03-28T12:00:00Z");
    Instant after = Instant.parse("2026-03-29T12:00:00Z");
    assertEquals(times.window(before, after), Language.EN.window(times, before, after));
    assertEquals(
        "du 28/03/2026 13:00 +01:00 au 29/03/2026 14:00 +02:00 (Europe/Paris)",
        Language.FR.window(times, before, after));
  }

  @Test
  void chineseLinesBreakBetweenCharactersButNotBeforePunctuation() {
    assertEquals(
        List.of("可见卫", "星数，", "GPS"), Words.lines("可见卫星数， GPS", line -> line.length() <= 3));
  }
}
