package dev.skytally.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skytally.report.text.Language;
import dev.skytally.satellites.Exclusion;
import dev.skytally.selection.Notice;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of the pages are complete in every language. */
class PageLanguagesTest {
  /** A key in a script or a page; one that ends in a dot begins the keys of several words. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?:words\\((?:\\w+ \\? )?|data-words=|data-label=|dataset\\.words = )\"([\\w.]+)\"");

  private static Map<String, String> words(Language language) {
    try {
      return new ObjectMapper()
          .readValue(PageWordsJson.text(language), new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> values(String words) {
    return Pattern.compile("\\{\\d}")
        .matcher(words)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String file(String name) {
    return new String(PlannerPage.file(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasTheSameWordsWithTheSameValues(Language language) {
    Map<String, String> english = words(Language.EN);
    Map<String, String> other = words(language);
    assertEquals(english.keySet(), other.keySet());
    english.forEach((key, words) -> assertEquals(values(words), values(other.get(key)), key));
    other.forEach((key, words) -> assertTrue(!words.isBlank(), key));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN")
  void sentencesAreTranslated(Language language) {
    Map<String, String> other = words(language);
    words(Language.EN)
        .forEach(
            (key, words) ->
                assertTrue(words.split(" ", -1).length < 4 || !words.equals(other.get(key)), key));
  }

  @Test
  void everyKeyOfThePageHasWords() {
    Set<String> known = words(Language.EN).keySet();
    Set<String> used = new TreeSet<>();
    for (String name : new String[] {"/planner.js", "/index.html"}) {
      KEY.matcher(file(name)).results().map(found -> found.group(1)).forEach(used::add);
    }
    assertTrue(used.size() > 80, () -> used.size() + " keys were found");
    used.removeIf(
        key ->
            key.endsWith(".")
                ? known.stream().anyMatch(one -> one.startsWith(key))
                : known.contains(key));
    assertEquals(Set.of(), used);
  }

  @Test
  void everyNoticeAndReasonOfAnExclusionHasWords() {
    Set<String> expected = new TreeSet<>();
    for (Notice.Kind kind : Notice.Kind.values()) {
      expected.add("notice." + kind.name().toLowerCase(Locale.ROOT));
    }
    for (Exclusion.Kind kind : Exclusion.Kind.values()) {
      expected.add("exclusion." + kind.name().toLowerCase(Locale.ROOT));
    }
    Set<String> known = new TreeSet<>(words(Language.EN).keySet());
    known.removeIf(key -> !key.startsWith("notice.") && !key.startsWith("exclusion."));
    assertEquals(expected, known);
  }

  @Test
  void everyWordIsUsed() {
    String page = file("/planner.js") + file("/index.html");
    Set<String> unused = new TreeSet<>();
    for (String key : words(Language.EN).keySet()) {
      String begin = key.substring(0, key.lastIndexOf('.') + 1);
      boolean isUsed =
          page.contains('"' + key + '"') || (!begin.isEmpty() && page.contains('"' + begin + '"'));
      if (!isUsed) {
        unused.add(key);
      }
    }
    assertEquals(Set.of(), unused);
  }
}
