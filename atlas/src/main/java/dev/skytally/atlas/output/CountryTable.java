package dev.skytally.atlas.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skytally.atlas.plan.Period;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the means of all layers over the Earth, its land, its sea and each country, as CSV, except
 * for layers of leaders, whose numbers have no mean.
 */
public final class CountryTable {
  private static final int DECIMALS = 6;

  private CountryTable() {}

  public static byte[] csv(Plan plan, List<Layer> layers, boolean hasLeaders, AreaSums sums) {
    CsvText csv = new CsvText();
    csv.cell("period").cell("place").cell("share_of_earth");
    int[] measured =
        IntStream.range(0, layers.size()).filter(i -> !layers.get(i).isOfLeaders()).toArray();
    for (int layer : measured) {
      csv.cell(layers.get(layer).name());
    }
    List<GnssSystem> leading = hasLeaders ? plan.systems() : List.of();
    leading.forEach(system -> csv.cell(Words.key(system) + "_share_of_area_led"));
    csv.endRow();
    List<Period> periods = plan.periods();
    for (int period = 0; period < periods.size(); period++) {
      for (int place = 0; place < sums.places().size(); place++) {
        if (sums.has(place)) {
          csv.cell(periods.get(period).label()).cell(sums.places().get(place));
          csv.cell(Decimals.plain(sums.shareOfEarth(place), DECIMALS));
          for (int layer : measured) {
            double mean = sums.mean(period, place, layer);
            csv.cell(Double.isNaN(mean) ? "" : Decimals.plain(mean, DECIMALS));
          }
          for (int system = 0; system < leading.size(); system++) {
            csv.cell(Decimals.plain(sums.shareLed(period, place, system), DECIMALS));
          }
          csv.endRow();
        }
      }
    }
    return csv.toString().getBytes(UTF_8);
  }
}
