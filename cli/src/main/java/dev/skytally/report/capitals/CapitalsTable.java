package dev.skytally.report.capitals;

import dev.skytally.DilutionResult;
import dev.skytally.StudyResult;
import dev.skytally.report.dilution.DilutionTable;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.site.SiteTable;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the capitals for people: the verdict, the definition, the table and the exceptions.
 *
 * <p>Up to two systems are beside each other, with one line per site. More of them would be wider
 * than a terminal, so each has its own line.
 */
final class CapitalsTable {
  private static final int LEADER_WIDTH = 5;
  private static final String TIE = "tie";

  private final Setting setting;
  private final StudyResult result;
  private final Optional<DilutionResult> dilution;
  private final String places;
  private final boolean withCountries;
  private final boolean withMasks;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder(32_768);

  CapitalsTable(CapitalsReport report) {
    setting = report.setting();
    result = report.result();
    dilution = report.dilution();
    places = report.places();
    withCountries = result.tallies().stream().anyMatch(t -> !t.site().country().isEmpty());
    withMasks = setting.masks().sitesWithOwn() > 0;
  }

  String text() {
    boolean oneDay = setting.isOneDay();
    boolean comparing = setting.systems().size() > 1;
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
    SettingText.appendMarks(text, setting.selection());
    text.append('\n');
    SettingText.append(text, setting);
    text.append('\n');
    if (SiteTable.areBesideEachOther(setting.systems())) {
      appendALineASite(comparing);
    } else {
      appendALineASystem();
    }
    if (dilution.isPresent()) {
      text.append('\n');
      new DilutionTable(dilution.get(), withCountries).appendTo(text);
    }
    if (comparing && result.tallies().size() > 1) {
      text.append('\n');
      appendExceptions();
    }
    return text.toString();
  }

  private void appendALineASite(boolean comparing) {
    TextTable table = begin();
    for (GnssSystem system : setting.systems()) {
      String group = system.displayName();
      table.numbers(group, "max").numbers(group, "mean").numbers(group, "min");
    }
    if (comparing) {
      for (GnssSystem system : setting.systems()) {
        table.numbers("% ahead", system.name());
      }
      table.words("leads", LEADER_WIDTH);
    }
    for (SiteTally tally : result.tallies()) {
      List<String> cells = names(tally.site());
      for (GnssSystem system : setting.systems()) {
        addInView(cells, tally.inView(system));
      }
      if (comparing) {
        for (GnssSystem system : setting.systems()) {
          cells.add(percentAhead(tally, system));
        }
        cells.add(leader(tally.leader(Metric.MAX)));
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
    if (comparing) {
      Words.append(
          text,
          "% ahead: share of the time with more in view than the other. leads: by the maximum.",
          0);
    }
  }

  private void appendALineASystem() {
    TextTable table = begin().words("System", SiteTable.NAME_WIDTH);
    table.numbers("max").numbers("mean").numbers("min").numbers("% ahead");
    table.words("leads by", SiteTable.NAME_WIDTH);
    for (SiteTally tally : result.tallies()) {
      List<String> names = names(tally.site());
      for (GnssSystem system : setting.systems()) {
        List<String> cells = new ArrayList<>(names);
        cells.add(system.displayName());
        addInView(cells, tally.inView(system));
        cells.add(percentAhead(tally, system));
        cells.add(ledBy(tally, system));
        table.row(cells.toArray(String[]::new));
        names.replaceAll(name -> "");
      }
    }
    table.appendTo(text);
    Words.append(
        text,
        "% ahead: share of the time with more in view than every other. leads by: maximum, mean,"
            + " share of time ahead; a tie if no system leads by it.",
        0);
  }

  /** Begins a table of sites, with the mask of each if they differ. */
  private TextTable begin() {
    TextTable table = SiteTable.begin(withCountries);
    return withMasks ? table.numbers("mask") : table;
  }

  private List<String> names(GroundSite site) {
    List<String> cells = SiteTable.names(site, withCountries);
    if (withMasks) {
      cells.add(setting.at(site).masks().shortText());
    }
    return cells;
  }

  private static String ledBy(SiteTally tally, GnssSystem system) {
    List<String> metrics = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (tally.leader(metric).equals(Optional.of(system))) {
        metrics.add(Words.key(metric));
      }
    }
    return String.join(" ", metrics);
  }

  /** Appends the sites that the first system does not lead by every measure. */
  private void appendExceptions() {
    Optional<GnssSystem> first = verdicts.get(0).first();
    TextTable table = SiteTable.begin(withCountries);
    for (Verdict verdict : verdicts) {
      table.words(verdict.column(), LEADER_WIDTH);
    }
    int exceptions = 0;
    for (int i = 0; i < result.tallies().size(); i++) {
      int site = i;
      List<Optional<GnssSystem>> leaders =
          verdicts.stream().map(verdict -> verdict.leaders().get(site)).toList();
      if (first.isPresent() && leaders.stream().allMatch(first::equals)) {
        continue;
      }
      List<String> cells = SiteTable.names(result.tallies().get(i).site(), withCountries);
      leaders.forEach(leader -> cells.add(leader(leader)));
      table.row(cells.toArray(String[]::new));
      exceptions++;
    }
    if (exceptions == 0) {
      String all = "%s leads by every measure in all %s %s.";
      Words.append(text, all.formatted(name(first), result.tallies().size(), places), 0);
      return;
    }
    Words.append(
        text,
        first.isEmpty()
            ? "The leader by each measure:"
            : "In %s of %s %s, %s does not lead by every measure:"
                .formatted(exceptions, result.tallies().size(), places, name(first)),
        0);
    text.append('\n');
    table.appendTo(text);
  }

  private static String name(Optional<GnssSystem> system) {
    return system.orElseThrow().displayName();
  }

  private static void addInView(List<String> cells, SystemTally inView) {
    cells.add(Integer.toString(inView.max()));
    cells.add(Decimals.fixed(inView.mean(), 2));
    cells.add(Integer.toString(inView.min()));
  }

  private static String percentAhead(SiteTally tally, GnssSystem system) {
    return Decimals.fixed(100 * tally.shareAheadOfAll(system), 1);
  }

  private static String leader(Optional<GnssSystem> leader) {
    return leader.map(GnssSystem::name).orElse(TIE);
  }
}
