package dev.skytally.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteNamesTest {
  private static final List<GroundSite> SITES =
      List.of(
          site("Zürich", "Switzerland", "CH"),
          site("Georgetown", "Guyana", "GY"),
          site("Georgetown", "Malaysia", "MY"),
          site("A-1", "", ""),
          site("A1", "", ""),
          site("北京", "China", "CN"),
          site("上海", "China", "CN"),
          site("Base", "Nowhere", "XX"));

  private static GroundSite site(String name, String country, String code) {
    return GroundSite.ofDegrees(name, 0, 0, 0).inCountry(country, code);
  }

  @ParameterizedTest
  @CsvSource({
    "zurich, CH",
    "' Zür ', CH",
    "che, CH",
    "georgetown, GY MY",
    "guyana, GY",
    "MYS, MY",
    "北京, CN",
    "china, CN CN",
    "base, XX",
    "QQQ, ''",
    "'', ''",
    "-, ''",
  })
  void aNameMayMeanTheseSites(String name, String codes) {
    assertEquals(
        codes,
        SiteNames.of(SITES).find(name).stream()
            .map(GroundSite::countryCode)
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource({"A-1, A-1", "A1, A1", "a 1, A-1 A1"})
  void letterByLetterGoesBeforeWhatLooksTheSame(String name, String names) {
    assertEquals(
        names,
        SiteNames.of(SITES).find(name).stream()
            .map(GroundSite::name)
            .collect(Collectors.joining(" ")));
  }
}
