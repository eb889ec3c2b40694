package dev.skytally.report.finding;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;

import dev.skytally.finding.Finding;
import dev.skytally.finding.Finding.Row;
import dev.skytally.finding.PublishedFigure;
import dev.skytally.report.capitals.Verdict;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.tally.Metric;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The finding as text: the published figure, the settings that give it, and those that change it.
 */
final class FindingTable {
  /** A column of a table: its heading, and what it shows of a row. */
  private record Numbers(String group, String title, Function<Row, Object> cell) {}

  private static final List<Numbers> SETTING =
      List.of(
          new Numbers(
              "", "BeiDou", row -> row.satellites(BDS) + (isOperational(row) ? " o" : " t")),
          new Numbers("", "GPS", row -> row.satellites(GPS)),
          new Numbers("", "mask", row -> Decimals.plain(row.maskDegrees(), 6)),
          new Numbers(
              "", "step", row -> row.isExact() ? "exact" : FindingReport.stepSeconds(row) + " s"),
          new Numbers("max", "BDS", row -> row.led(BDS, Metric.MAX)),
          new Numbers("max", "GPS", row -> row.led(GPS, Metric.MAX)),
          new Numbers("max", "tie", row -> row.ties(Metric.MAX)),
          new Numbers("mean", "BDS", row -> row.led(BDS, Metric.MEAN)),
          new Numbers("mean", "GPS", row -> row.led(GPS, Metric.MEAN)),
          new Numbers("share", "BDS", row -> row.led(BDS, Metric.SHARE)),
          new Numbers("share", "GPS", row -> row.led(GPS, Metric.SHARE)),
          new Numbers("Addis Ababa", "BDS", row -> row.addisAbaba(BDS)),
          new Numbers("Addis Ababa", "GPS", row -> row.addisAbaba(GPS)));

  private static final List<Numbers> CHOICE =
      List.of(
          new Numbers("", "BeiDou", row -> row.satellites(BDS)),
          new Numbers("", "GPS", row -> row.satellites(GPS)),
          new Numbers("max", "BDS", row -> row.led(BDS, Metric.MAX)),
          new Numbers("max", "GPS", row -> row.led(GPS, Metric.MAX)),
          new Numbers("max", "tie", row -> row.ties(Metric.MAX)),
          new Numbers("max", "or tie", row -> row.led(BDS, Metric.MAX) + row.ties(Metric.MAX)),
          new Numbers("Addis", "BDS", row -> row.addisAbaba(BDS)),
          new Numbers("Addis", "GPS", row -> row.addisAbaba(GPS)),
          new Numbers("mean", "BDS", row -> row.led(BDS, Metric.MEAN)),
          new Numbers("share", "BDS", row -> row.led(BDS, Metric.SHARE)));

  private final FindingReport report;
  private final Finding finding;
  private final StringBuilder text = new StringBuilder(8_192);

  FindingTable(FindingReport report) {
    this.report = report;
    finding = report.finding();
  }

  String text() {
    PublishedFigure published = finding.figure();
    paragraph(
        "In print: BeiDou's number observed exceeds GPS's over %s of %s capitals%s (%s)."
            .formatted(
                published.capitals(),
                PublishedFigure.SITES,
                published.addisAbaba().isPresent()
                    ? "; over Addis Ababa at most %s BeiDou satellites, twice GPS"
                        .formatted(published.addisAbaba().getAsInt())
                    : ", by the daily maximum",
                published.source()));
    paragraph(
        "Not in print: the elevation mask, %sthe time step, which satellites count, what a tie"
                .formatted(published.addisAbaba().isPresent() ? "the day of the data, " : "")
            + " counts as. Each is a choice below.");
    Row first = finding.first();
    paragraph(
        "Computed: all %s against"
                .formatted(
                    first.beidou() == StatusFilter.TRANSMITTING
                        ? "transmitting BeiDou satellites (%s, test satellites among them)"
                            .formatted(first.satellites(BDS))
                        : "operational BeiDou satellites (%s)".formatted(first.satellites(BDS)))
            + " operational GPS (%s), mask 0, daily maximum, %s, exact: BeiDou leads in %s, GPS in"
                .formatted(first.satellites(GPS), first.day(), first.led(BDS, Metric.MAX))
            + " %s, %s are ties; over Addis Ababa at most %s against %s."
                .formatted(
                    first.led(GPS, Metric.MAX),
                    first.ties(Metric.MAX),
                    first.addisAbaba(BDS),
                    first.addisAbaba(GPS)));
    appendNames(first);
    report.incomplete().forEach(line -> paragraph("INCOMPLETE: " + line + "."));
    report.oldOrbits().ifPresent(line -> paragraph("OLD ORBITS: " + line + "."));
    paragraph(
        "Elements: snapshot %s (%s), median epoch %s, median age %s days at that day's middle."
                .formatted(
                    finding.snapshot().label(),
                    finding.snapshot().origin(),
                    report
                        .times()
                        .withOffset(
                            report
                                .selection()
                                .medianEpoch()
                                .orElseThrow()
                                .truncatedTo(ChronoUnit.MINUTES)),
                    Decimals.fixed(report.selection().medianAgeDays(), 1))
            + " Days run from 00:00 to 24:00 UTC.");
    appendSettings();
    Words.append(
        text,
        "BeiDou, GPS: satellites counted; t with transmitting test satellites, o operational"
            + " only. max, mean, share: capitals led by the daily maximum, by the mean number in"
            + " view and by the share of time ahead. Addis Ababa: daily maxima.",
        0);
    text.append('\n');
    Words.append(text, report.firmness(), 0);
    text.append('\n');
    appendChoices();
    SettingText.outages(report.selection(), report.times())
        .ifPresent(
            text ->
                paragraph(
                    "Usable according to notices (%s): outages on %s: %s."
                        .formatted(report.outages().source(), finding.first().day(), text)));
    appendLater();
    Words.append(text, report.today(), 0);
    return text.toString();
  }

  private static boolean isOperational(Row row) {
    return row.beidou() == StatusFilter.OPERATIONAL;
  }

  private void appendNames(Row first) {
    var gps = first.result().ledBy(GPS, Metric.MAX);
    var ties = first.result().ties(Metric.MAX);
    String ledByGps = "GPS leads in " + gps.size() + ": " + Verdict.names(Verdict.sites(gps));
    String tied = "Ties in " + ties.size() + ": " + Verdict.names(Verdict.sites(ties));
    Words.append(text, Words.sentence(ledByGps), 2);
    Words.append(text, Words.sentence(tied), 2);
    text.append('\n');
  }

  private void paragraph(String sentences) {
    Words.append(text, sentences, 0);
    text.append('\n');
  }

  private void appendSettings() {
    TextTable table = table("  day", 12, SETTING);
    Predicate<Row> exact = Row::isExact;
    Predicate<Row> maskZero = row -> row.maskDegrees() == 0;
    Predicate<Row> operational = FindingTable::isOperational;
    appendSettings(
        table,
        "The day; BeiDou's geometry repeats every %s days".formatted(Finding.REPEAT_DAYS),
        exact.and(maskZero).and(operational.negate()));
    appendSettings(
        table, "The same days, operational BeiDou only", exact.and(maskZero).and(operational));
    for (LocalDate day :
        new LinkedHashSet<>(List.of(finding.figure().day(), finding.figure().otherDay()))) {
      appendSettings(table, "The mask, " + day, exact.and(row -> row.day().equals(day)));
    }
    appendSettings(
        table,
        "The time step, " + finding.figure().day(),
        maskZero.and(row -> row.day().equals(finding.figure().day())));
    table.appendTo(text);
    text.append('\n');
  }

  private void appendChoices() {
    TextTable table = table("one choice otherwise", 30, CHOICE);
    table.row(cells("none: as computed above", finding.first(), CHOICE));
    for (Row row : finding.choices()) {
      table.row(cells(row.choice(), row, CHOICE));
    }
    table.appendTo(text);
    text.append('\n');
  }

  private void appendLater() {
    TextTable table = table("  day", 12, SETTING);
    table.heading("The same question at each bundled snapshot, by its own element sets");
    for (Row row : finding.later()) {
      table.row(cells("  " + row.day(), row, SETTING));
    }
    table.appendTo(text);
    text.append('\n');
  }

  private void appendSettings(TextTable table, String heading, Predicate<Row> which) {
    table.heading(heading);
    for (Row row : finding.settings()) {
      if (which.test(row)) {
        table.row(cells("  " + row.day(), row, SETTING));
      }
    }
  }

  private static TextTable table(String title, int mostWidth, List<Numbers> columns) {
    TextTable table = new TextTable().words(title, mostWidth);
    columns.forEach(column -> table.numbers(column.group(), column.title()));
    return table;
  }

  private static String[] cells(String first, Row row, List<Numbers> columns) {
    Stream<Object> numbers = columns.stream().map(column -> column.cell().apply(row));
    return Stream.concat(Stream.of(first), numbers).map(Object::toString).toArray(String[]::new);
  }
}
