package dev.skytally.report.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A language of pictures: their words, and how it writes numbers, dates and names. The words are in
 * resources with the same keys; {@code {0}} in them is the first value. Thread-safe.
 */
public enum Language {
  EN,
  ZH,
  ES,
  FR,
  DE,
  RU;

  private static final Map<Language, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

  private static ResourceBundle read(Language language) {
    String resource = "pictures_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    try (InputStream in =
        Objects.requireNonNull(Language.class.getResourceAsStream(resource), resource)) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** Returns the words of a key with values in them. */
  public String words(String key, Object... values) {
    String words = BUNDLES.computeIfAbsent(this, Language::read).getString(key);
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = words.indexOf('{'); open >= 0; open = words.indexOf('{', from)) {
      int close = words.indexOf('}', open);
      text.append(words, from, open);
      text.append(values[Integer.parseInt(words.substring(open + 1, close))]);
      from = close + 1;
    }
    return text.append(words, from, words.length()).toString();
  }

  /** Returns the name of a system of satellites. */
  public String name(Enum<?> system) {
    return words("system." + system.name());
  }

  /** Joins words: {@code GPS, BeiDou and Galileo}. */
  public String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : words("and", commas(items.subList(0, last)), items.get(last));
  }

  /** Joins words with commas. */
  public String commas(List<String> items) {
    return String.join(this == ZH ? "、" : ", ", items);
  }

  /** Writes a number of {@link Decimals} with the decimal sign of the language. */
  public String number(String number) {
    return this == EN || this == ZH ? number : number.replace('.', ',');
  }

  public String percent(String number) {
    return words("percent", number(number));
  }

  /** Writes a day, given as {@code 2020-11-25}. */
  public String date(String day) {
    int monthAt = day.length() - "-11-25".length();
    String year = day.substring(0, monthAt);
    String month = day.substring(monthAt + 1, monthAt + 3);
    String ofMonth = day.substring(monthAt + 4);
    return words("date", year, month, ofMonth, Integer.parseInt(month), Integer.parseInt(ofMonth));
  }

  /** Writes the label of a snapshot, which often is a day. */
  public String label(String label) {
    return label.matches("\\d{4}-\\d\\d-\\d\\d") ? date(label) : label;
  }

  /** Writes a moment to the minute, or to the second if it has any, without the offset. */
  public String moment(Times times, Instant instant) {
    String moment = times.moment(instant);
    int blank = moment.indexOf(' ');
    return date(moment.substring(0, blank)) + moment.substring(blank);
  }

  /** Writes a moment with its offset and the name of its zone. */
  public String zoned(Times times, Instant instant) {
    return moment(times, instant) + ' ' + times.offset(instant) + times.name();
  }

  /** Writes a window with its offset, or with two if they differ, and the name of its zone. */
  public String window(Times times, Instant start, Instant end) {
    boolean isSame = times.offset(start).equals(times.offset(end));
    String first = moment(times, start) + (isSame ? "" : ' ' + times.offset(start));
    return words("window", first, zoned(times, end));
  }

  /** Writes the short name of a month, 1 to 12. */
  public String month(int month) {
    return words("month." + month);
  }

  public String latitude(int degrees) {
    return angle(degrees, "north", "south");
  }

  /** Writes a longitude from -180 to 180 degrees. */
  public String longitude(int degrees) {
    return Math.abs(degrees) == 180 ? "180°" : angle(degrees, "east", "west");
  }

  private String angle(int degrees, String positive, String negative) {
    return degrees == 0 ? "0°" : words(degrees > 0 ? positive : negative, Math.abs(degrees));
  }
}
