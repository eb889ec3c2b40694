package dev.skytally.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.internal.input.SimilarNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldCapitalsTest {
  private static final Path OTHER_NAMES =
      Path.of("src/main/resources/dev/skytally/site/other-names.tsv");

  /** Former and short names, and those in the country's own language. */
  @ParameterizedTest
  @CsvSource({
    "Turkey, TR",
    "UK, GB",
    "Great Britain, GB",
    "usa, US",
    "U.S.A., US",
    "UAE, AE",
    "Kiev, UA",
    "Kishinev, MD",
    "Swaziland, SZ",
    "Burma, MM",
    "Holland, NL",
    "Czech Republic, CZ",
    "macedonia, MK",
    "Cabo Verde, CV",
    "Cote d'Ivoire, CI",
    "Zaire, CD",
    "Persia, IR",
    "Siam, TH",
    "Ceylon, LK",
    "East Timor, TL",
    "Peking, CN",
    "Nur-Sultan, KZ",
    "Praha, CZ",
    "Wien, AT",
    "Holy See, VA",
    "Viet Nam, VN"
  })
  void countriesAndCapitalsHaveOtherNames(String name, String code) {
    assertEquals(code, WorldCapitals.find(name).orElseThrow().countryCode());
  }

  /** A name that two share, or that is no country, is not taken for one. */
  @ParameterizedTest
  @ValueSource(strings = {"Korea", "Congo", "Scotland", "Yangon"})
  void otherNamesAreThoseOfOneCapital(String name) {
    assertEquals(Optional.empty(), WorldCapitals.find(name));
  }

  @Test
  void otherNamesBelongToTheListAndHideNoName() throws IOException {
    Set<String> known = new HashSet<>();
    WorldCapitals.all().forEach(site -> known.addAll(List.of(site.name(), site.country())));
    Set<String> plain = known.stream().map(SimilarNames::plain).collect(Collectors.toSet());
    Set<String> others = new HashSet<>();
    for (String line : Files.readAllLines(OTHER_NAMES)) {
      String[] names = line.split("\t", -1);
      if (!line.startsWith("#")) {
        assertTrue(known.contains(names[0]), names[0]);
        for (String other : List.of(names).subList(1, names.length)) {
          assertTrue(others.add(SimilarNames.plain(other)), other + " is there twice");
          assertFalse(plain.contains(SimilarNames.plain(other)), other);
        }
      }
    }
  }

  @Test
  void thereAre195WithDistinctNamesCountriesAndCodes() {
    assertEquals(195, WorldCapitals.all().size());
    Set<String> names = new HashSet<>();
    Set<String> countries = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (GroundSite capital : WorldCapitals.all()) {
      assertTrue(names.add(capital.name()), capital.name());
      assertTrue(countries.add(capital.country()), capital.country());
      assertTrue(codes.add(capital.countryCode()), capital.countryCode());
      assertTrue(capital.countryCode().matches("[A-Z]{2}"), capital.countryCode());
      assertEquals(0, capital.heightMeters());
    }
  }

  @Test
  void addisAbabaLiesNineDegreesNorth() {
    GroundSite site = WorldCapitals.find("Addis Ababa").orElseThrow();
    assertEquals("Ethiopia", site.country());
    assertEquals("ET", site.countryCode());
    assertEquals(9.025, site.latitudeDegrees());
    assertEquals(38.7469, site.longitudeDegrees());
  }

  @ParameterizedTest
  @CsvSource({
    "sao tome, ST",
    "SÃO TOMÉ, ST",
    "washington dc, US",
    "Nukualofa, TO",
    "turkiye, TR",
    "Chisinau, MD",
    "et, ET",
    "Ethiopia, ET",
    "'St Johns', AG",
    "Niger, NE",
    "guinea, GN",
  })
  void caseAccentsAndPunctuationDoNotCount(String name, String code) {
    assertEquals(Optional.of(code), WorldCapitals.find(name).map(GroundSite::countryCode));
  }

  @ParameterizedTest
  @CsvSource({"USA, Washington", "GBR, London", "eth, Addis Ababa", "COD, Kinshasa"})
  void codesOfThreeLettersAreThoseOfIso(String code, String beginning) {
    assertTrue(WorldCapitals.find(code).orElseThrow().name().startsWith(beginning));
  }

  @ParameterizedTest
  @CsvSource({"Washington, US", "Addis, ET", "Ouaga, BF", "switz, CH", "united k, GB"})
  void aBeginningThatOnlyOneHasIsEnough(String beginning, String code) {
    assertEquals(Optional.of(code), WorldCapitals.find(beginning).map(GroundSite::countryCode));
  }

  @ParameterizedTest
  @ValueSource(strings = {"United", "Port", "Du", "San"})
  void aBeginningOfSeveralOrOfTwoLettersIsNot(String beginning) {
    assertEquals(Optional.empty(), WorldCapitals.find(beginning));
  }

  @Test
  void whatIsNoCapitalIsNotFound() {
    for (String name : List.of("", " ", "La Paz", "東京", "...")) {
      assertEquals(Optional.empty(), WorldCapitals.find(name), name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Addis Abeba, Addis Ababa",
    "Addis, Addis Ababa",
    "Etiopia, Ethiopia",
    "Bejing, Beijing",
    "vatican, Vatican City",
    "Kiev, Kyiv",
    "UK, United Kingdom",
    "UAE, United Arab Emirates",
    "Kingdom, United Kingdom",
    "Congo, DR Congo",
    "Congo, Republic of the Congo",
  })
  void aTypoIsAnsweredWithTheNameMeant(String typo, String meant) {
    List<String> similar = SiteNames.of(WorldCapitals.all()).similar(typo);
    assertTrue(similar.contains(meant), similar.toString());
    assertTrue(similar.size() <= 3);
  }

  @Test
  void nonsenseIsLikeNothing() {
    assertEquals(List.of(), SiteNames.of(WorldCapitals.all()).similar("qqqqqqqq"));
    assertEquals(List.of(), SiteNames.of(WorldCapitals.all()).similar(""));
  }

  /** The cases that the class's Javadoc tells. */
  @ParameterizedTest
  @CsvSource({
    "BJ, Porto-Novo",
    "BO, Sucre",
    "BI, Gitega",
    "CL, Santiago",
    "GE, Tbilisi",
    "CI, Yamoussoukro",
    "MY, Kuala Lumpur",
    "ME, Podgorica",
    "NL, Amsterdam",
    "TZ, Dodoma",
    "YE, Sanaa",
    "ZA, Pretoria",
    "SZ, Mbabane",
    "LK, Colombo",
    "CH, Bern",
    "NR, Yaren",
    "IL, Jerusalem",
    "PS, Ramallah",
    "ID, Jakarta",
    "GQ, Malabo",
    "VA, Vatican City",
  })
  void countriesWithSeveralCapitalsFollowTheWrittenPolicy(String code, String capital) {
    assertEquals(Optional.of(capital), WorldCapitals.find(code).map(GroundSite::name));
  }
}
