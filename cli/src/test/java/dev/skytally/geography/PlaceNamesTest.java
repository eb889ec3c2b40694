package dev.skytally.geography;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceNamesTest {
  private static List<GroundSite> capitals() {
    return WorldCapitals.all();
  }

  /** Some codes are also cities of other countries: Bo in Sierra Leone, Sur in Oman. */
  @ParameterizedTest
  @MethodSource("capitals")
  void codeOfACountryMeansItsCapital(GroundSite capital) {
    String code = capital.countryCode();
    for (String either : List.of(code, new Locale("", code).getISO3Country())) {
      assertEquals(List.of(), PlaceNames.cities(either), either);
      assertEquals(capital, WorldCapitals.find(either).orElseThrow(), either);
      assertEquals(List.of(Places.ofCapital(capital)), PlaceNames.find(either, 1), either);
    }
  }
}
