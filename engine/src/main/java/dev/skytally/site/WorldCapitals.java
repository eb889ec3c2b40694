package dev.skytally.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The capitals of 195 countries: the 193 members of the United Nations, the Holy See (listed as
 * Vatican City) and Palestine. Each country has one capital here, at height 0.
 *
 * <p>If a country divides the tasks of a capital between cities, the list contains the city that
 * law or custom names as the capital, even if the government sits elsewhere:
 *
 * <ul>
 *   <li>Benin: Porto-Novo, not Cotonou
 *   <li>Bolivia: Sucre, not La Paz
 *   <li>Burundi: Gitega, not Bujumbura
 *   <li>Chile: Santiago, not Valparaíso, where the congress sits
 *   <li>Georgia: Tbilisi, not Kutaisi, where the parliament sat from 2012 to 2019
 *   <li>Ivory Coast: Yamoussoukro, not Abidjan
 *   <li>Malaysia: Kuala Lumpur, not Putrajaya
 *   <li>Montenegro: Podgorica, not Cetinje, the old royal capital
 *   <li>Netherlands: Amsterdam, not The Hague
 *   <li>Tanzania: Dodoma, not Dar es Salaam
 *   <li>Yemen: Sanaa, not Aden
 * </ul>
 *
 * <p>In these cases, the rule gives no answer or the list deviates from it:
 *
 * <ul>
 *   <li>South Africa has three capitals: Pretoria, the seat of the president, not Cape Town or
 *       Bloemfontein
 *   <li>Eswatini has two: Mbabane, the seat of administration, not Lobamba
 *   <li>Sri Lanka: Colombo, the largest city, not Sri Jayawardenepura Kotte beside it, where the
 *       parliament sits
 *   <li>Switzerland and Nauru name no capital: Bern and Yaren, the seats of government
 *   <li>Israel and Palestine both claim Jerusalem: Jerusalem for Israel, which governs from there,
 *       and Ramallah, the seat of administration, for Palestine
 *   <li>Indonesia and Equatorial Guinea are building new capitals: still Jakarta and Malabo
 * </ul>
 *
 * <p>Safe for use by several threads.
 */
public final class WorldCapitals {
  private static final String RESOURCE = "capitals.tsv";

  private WorldCapitals() {}

  /** {@return all 195, ordered by country} */
  public static List<GroundSite> all() {
    return Bundled.CAPITALS;
  }

  /**
   * {@return the capital that {@link SiteNames#find} finds for a name; empty if it finds several or
   * none}
   *
   * @param name the name, or its beginning
   */
  public static Optional<GroundSite> find(String name) {
    List<GroundSite> found = SiteNames.of(all()).find(name);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Read on first use. */
  private static final class Bundled {
    static final List<GroundSite> CAPITALS = read();

    private static List<GroundSite> read() {
      try (var stream = WorldCapitals.class.getResourceAsStream(RESOURCE);
          var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        List<GroundSite> capitals = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.charAt(0) != '#') {
            String[] fields = line.split("\t", -1);
            capitals.add(
                GroundSite.ofDegrees(
                        fields[2], Double.parseDouble(fields[3]), Double.parseDouble(fields[4]), 0)
                    .inCountry(fields[1], fields[0]));
          }
        }
        return List.copyOf(capitals);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
