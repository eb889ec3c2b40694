package dev.skytally.cli.report;

import dev.skytally.DilutionResult;
import dev.skytally.StudyResult;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The capitals for people: the verdict, the definition, the table, the exceptions. */
final class CapitalsTable {
  private static final int COUNTRY_WIDTH = 16;
  private static final int CAPITAL_WIDTH = 14;
  private static final int NAME_WIDTH = COUNTRY_WIDTH + 1 + CAPITAL_WIDTH;

  private final Setting setting;
  private final StudyResult result;
  private final Optional<DilutionResult> dilution;
  private final String places;
  private final boolean withCountries;
  private final StringBuilder text = new StringBuilder(32_768);

  CapitalsTable(CapitalsReport report) {
    setting = report.setting();
    result = report.result();
    dilution = report.dilution();
    places = report.places();
    withCountries = result.tallies().stream().anyMatch(t -> !t.site().country().isEmpty());
  }

  String text() {
    boolean oneDay = setting.isOneDay();
    boolean comparing = setting.systems().size() > 1;
    List<Verdict> verdicts = new ArrayList<>();
    if (comparing) {
      for (Metric metric : Metric.values()) {
        verdicts.add(new Verdict(result, metric));
      }
      if (dilution.isPresent()) {
        verdicts.add(new Verdict(dilution.get()));
      }
      Words.append(text, verdicts.get(0).sentence(places, oneDay), 0);
      for (Verdict verdict : verdicts.subList(1, verdicts.size())) {
        Words.append(text, verdict.shortSentence(oneDay), 0);
      }
    } else {
      Words.append(text, Verdict.alone(result, places), 0);
    }
    text.append('\n');
    SettingText.append(text, setting);
    text.append('\n');
    appendTable(comparing);
    if (dilution.isPresent()) {
      text.append('\n');
      new DilutionTable(dilution.get(), withCountries).appendTo(text);
    }
    for (Verdict verdict : verdicts) {
      text.append('\n');
      verdict.appendExceptions(text, oneDay);
    }
    return text.toString();
  }

  private void appendTable(boolean comparing) {
    TextTable table = withNames(withCountries);
    for (GnssSystem system : setting.systems()) {
      String group = system.displayName();
      table.numbers(group, "max").numbers(group, "mean").numbers(group, "min");
    }
    if (comparing) {
      for (GnssSystem system : setting.systems()) {
        table.numbers("% ahead", system.name());
      }
      table.words("leads", 5);
    }
    for (SiteTally tally : result.tallies()) {
      table.row(cells(tally, comparing));
    }
    table.appendTo(text);
    if (comparing) {
      Words.append(
          text,
          "% ahead: share of the time with more in view than "
              + (setting.systems().size() == 2 ? "the other" : "every other")
              + ". leads: by the maximum.",
          0);
    }
  }

  /** A table whose first columns name the sites. */
  static TextTable withNames(boolean withCountries) {
    TextTable table = new TextTable();
    return withCountries
        ? table.words("Country", COUNTRY_WIDTH).words("Capital", CAPITAL_WIDTH)
        : table.words("Site", NAME_WIDTH);
  }

  /** The cells of these columns. */
  static List<String> names(GroundSite site, boolean withCountries) {
    List<String> cells = new ArrayList<>();
    if (withCountries) {
      cells.add(site.country());
    }
    cells.add(site.name());
    return cells;
  }

  private String[] cells(SiteTally tally, boolean comparing) {
    List<String> cells = names(tally.site(), withCountries);
    for (GnssSystem system : setting.systems()) {
      SystemTally inView = tally.inView(system);
      cells.add(Integer.toString(inView.max()));
      cells.add(Decimals.fixed(inView.mean(), 2));
      cells.add(Integer.toString(inView.min()));
    }
    if (comparing) {
      for (GnssSystem system : setting.systems()) {
        cells.add(Decimals.fixed(100 * tally.shareAheadOfAll(system), 1));
      }
      cells.add(tally.leader(Metric.MAX).map(GnssSystem::name).orElse("tie"));
    }
    return cells.toArray(String[]::new);
  }
}
