package dev.skytally.report.dilution;

import dev.skytally.dop.DilutionSummary;
import dev.skytally.report.Column;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The columns of the dilution of precision of one system, or of all together. */
public final class DilutionColumns {
  public static final Column<DilutionSummary> MEDIAN =
      percentile(
          "pdop_median", "PDOP not exceeded for 50 % of the time", DilutionSummary::medianPdop);

  public static final List<Column<DilutionSummary>> ALL =
      List.of(
          MEDIAN,
          percentile("pdop_p95", "PDOP not exceeded for 95 % of the time", DilutionSummary::pdop95),
          Column.number(
              "share_pdop_at_most_6",
              6,
              "share of time with a PDOP of 6 or less",
              DilutionSummary::shareAtMostSix));

  /** The group of all systems used together. */
  public static final String TOGETHER = "together";

  private DilutionColumns() {}

  private static Column<DilutionSummary> percentile(
      String name, String description, Function<DilutionSummary, OptionalDouble> value) {
    return Column.numberIfAny(
        name, 2, description, summary -> value.apply(summary).orElse(Double.NaN));
  }
}
