package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program prints the same in every locale and time zone. */
class LocaleTest {
  private static final List<String> COMMANDS =
      List.of(
          "--help",
          "capitals --help",
          "capitals --quiet --date 2020-11-25 --systems GPS,BDS,QZS --dop",
          "capitals --quiet --date 2020-11-25 --format json",
          "capitals --quiet --date 2020-11-25 --systems QZS",
          "capitals --date 2020-11-25 --duration 400d",
          "elements --date 2020-11-25",
          "passes ET --date 2020-11-25",
          "passes 0,999",
          "sky ET --at 2020-11-25T12:00:00Z --format csv",
          "world --quiet --date 2020-11-25 --resolution 5",
          "world --resolution 9");

  private static List<Run> expected;

  private Locale locale;
  private TimeZone timeZone;

  @BeforeAll
  static void runInEnglish() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.US);
    expected = run();
    Locale.setDefault(before);
  }

  private static List<Run> run() {
    return COMMANDS.stream().map(Run::ofLine).toList();
  }

  @BeforeEach
  void keepTheDefaults() {
    locale = Locale.getDefault();
    timeZone = TimeZone.getDefault();
  }

  @AfterEach
  void restoreTheDefaults() {
    Locale.setDefault(locale);
    TimeZone.setDefault(timeZone);
  }

  /** Turkish has an i of its own, German a decimal comma, the others digits of their own. */
  @ParameterizedTest
  @CsvSource({
    "tr-TR, Europe/Istanbul",
    "de-DE, Europe/Berlin",
    "ar-EG, Africa/Cairo",
    "fa-IR, Asia/Tehran",
    "ne-NP, Asia/Kathmandu"
  })
  void outputIsThatOfEnglish(String language, String zone) {
    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    List<Run> actual = run();
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), COMMANDS.get(i));
    }
  }
}
