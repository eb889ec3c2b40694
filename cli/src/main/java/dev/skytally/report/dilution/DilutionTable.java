package dev.skytally.report.dilution;

import dev.skytally.DilutionResult;
import dev.skytally.dop.DilutionSummary;
import dev.skytally.dop.SiteDilution;
import dev.skytally.report.setting.ClocksText;
import dev.skytally.report.site.SiteTable;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Writes the dilution of precision at every site for people. */
public final class DilutionTable {
  private static final String NONE = "-";
  private static final String TOGETHER = "together";

  private final DilutionResult dilution;
  private final boolean withCountries;

  public DilutionTable(DilutionResult dilution, boolean withCountries) {
    this.dilution = dilution;
    this.withCountries = withCountries;
  }

  public void appendTo(StringBuilder text) {
    List<GnssSystem> systems = dilution.constellation().systems();
    if (SiteTable.areBesideEachOther(systems)) {
      appendALineASite(text, systems);
    } else {
      appendALineASystem(text, systems);
    }
    Words.append(
        text,
        "PDOP: dilution of precision of the position, every "
            + Decimals.plain(dilution.step().orElseThrow().toMillis() / 1e3, 3)
            + " s. 50%, 95%: PDOP not exceeded for this share of the time ('-': no position for more"
            + " than the rest). %<=6: share of the time with a PDOP of 6 or less."
            + (systems.size() > 1
                ? " together: " + ClocksText.words(dilution.clocks(), systems) + "."
                : ""),
        0);
  }

  private void appendALineASite(StringBuilder text, List<GnssSystem> systems) {
    TextTable table = SiteTable.begin(withCountries);
    for (GnssSystem system : systems) {
      group(table, system.displayName());
    }
    if (systems.size() > 1) {
      group(table, TOGETHER);
    }
    for (SiteDilution site : dilution.sites()) {
      List<String> cells = SiteTable.names(site.site(), withCountries);
      for (GnssSystem system : systems) {
        add(cells, site.of(system));
      }
      if (systems.size() > 1) {
        add(cells, site.together());
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
  }

  private void appendALineASystem(StringBuilder text, List<GnssSystem> systems) {
    TextTable table = SiteTable.begin(withCountries).words("System", TOGETHER.length());
    table.numbers("50%").numbers("95%").numbers("%<=6");
    for (SiteDilution site : dilution.sites()) {
      List<String> names = SiteTable.names(site.site(), withCountries);
      for (GnssSystem system : systems) {
        appendRow(table, names, system.displayName(), site.of(system));
        names.replaceAll(name -> "");
      }
      appendRow(table, names, TOGETHER, site.together());
    }
    table.appendTo(text);
  }

  private static void appendRow(
      TextTable table, List<String> names, String of, DilutionSummary summary) {
    List<String> cells = new ArrayList<>(names);
    cells.add(of);
    add(cells, summary);
    table.row(cells.toArray(String[]::new));
  }

  private static void group(TextTable table, String name) {
    table.numbers(name, "50%").numbers(name, "95%").numbers(name, "%<=6");
  }

  private static void add(List<String> cells, DilutionSummary summary) {
    cells.add(percentile(summary.medianPdop()));
    cells.add(percentile(summary.pdop95()));
    String percent = Decimals.fixed(100 * summary.shareAtMostSix(), 1);
    cells.add(percent.equals("100.0") ? "100" : percent);
  }

  /** Returns a PDOP with three digits, or a dash if there is none. */
  private static String percentile(OptionalDouble pdop) {
    if (pdop.isEmpty()) {
      return NONE;
    }
    double value = pdop.getAsDouble();
    return Decimals.fixed(value, value < 10 ? 2 : value < 100 ? 1 : 0);
  }
}
