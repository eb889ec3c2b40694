package dev.skytally.report.finding;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;

import dev.skytally.finding.Finding;
import dev.skytally.finding.Finding.Row;
import dev.skytally.finding.PublishedFigure;
import dev.skytally.report.capitals.Verdict;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Utc;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.tally.Metric;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/** The finding for people: what was printed, what gives it, what moves it, how firm it is. */
final class FindingTable {
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
        "Elements: snapshot %s (%s), median epoch %s UTC, median age %s days at that day's middle."
                .formatted(
                    finding.snapshot().label(),
                    finding.snapshot().origin(),
                    Utc.minutes(report.selection().medianEpoch().orElseThrow()),
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
    appendLater();
    Words.append(text, report.today(), 0);
    return text.toString();
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
    TextTable table = settingsTable();
    Predicate<Row> exact = Row::isExact;
    Predicate<Row> maskZero = row -> row.maskDegrees() == 0;
    Predicate<Row> operational = row -> row.beidou() == StatusFilter.OPERATIONAL;
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

  private static TextTable settingsTable() {
    return new TextTable()
        .words("  day", 12)
        .numbers("BeiDou")
        .numbers("GPS")
        .numbers("mask")
        .numbers("step")
        .numbers("max", "BDS")
        .numbers("max", "GPS")
        .numbers("max", "tie")
        .numbers("mean", "BDS")
        .numbers("mean", "GPS")
        .numbers("share", "BDS")
        .numbers("share", "GPS")
        .numbers("Addis Ababa", "BDS")
        .numbers("Addis Ababa", "GPS");
  }

  private void appendChoices() {
    TextTable table =
        new TextTable()
            .words("one choice otherwise", 30)
            .numbers("BeiDou")
            .numbers("GPS")
            .numbers("max", "BDS")
            .numbers("max", "GPS")
            .numbers("max", "tie")
            .numbers("max", "or tie")
            .numbers("Addis", "BDS")
            .numbers("Addis", "GPS")
            .numbers("mean", "BDS")
            .numbers("share", "BDS");
    table.row(choiceCells("none: as computed above", finding.first()));
    for (Row row : finding.choices()) {
      table.row(choiceCells(row.choice(), row));
    }
    table.appendTo(text);
    text.append('\n');
  }

  private static String[] choiceCells(String what, Row row) {
    return new String[] {
      what,
      Integer.toString(row.satellites(BDS)),
      Integer.toString(row.satellites(GPS)),
      Integer.toString(row.led(BDS, Metric.MAX)),
      Integer.toString(row.led(GPS, Metric.MAX)),
      Integer.toString(row.ties(Metric.MAX)),
      Integer.toString(row.led(BDS, Metric.MAX) + row.ties(Metric.MAX)),
      Integer.toString(row.addisAbaba(BDS)),
      Integer.toString(row.addisAbaba(GPS)),
      Integer.toString(row.led(BDS, Metric.MEAN)),
      Integer.toString(row.led(BDS, Metric.SHARE))
    };
  }

  private void appendLater() {
    TextTable table = settingsTable();
    table.heading("The same question at each bundled snapshot, by its own element sets");
    for (Row row : finding.later()) {
      table.row(cells(row));
    }
    table.appendTo(text);
    text.append('\n');
  }

  private void appendSettings(TextTable table, String heading, Predicate<Row> which) {
    table.heading(heading);
    for (Row row : finding.settings()) {
      if (which.test(row)) {
        table.row(cells(row));
      }
    }
  }

  private static String[] cells(Row row) {
    boolean operational = row.beidou() == StatusFilter.OPERATIONAL;
    return new String[] {
      "  " + row.day(),
      row.satellites(BDS) + (operational ? " o" : " t"),
      Integer.toString(row.satellites(GPS)),
      Decimals.plain(row.maskDegrees(), 6),
      row.isExact() ? "exact" : FindingReport.stepSeconds(row) + " s",
      Integer.toString(row.led(BDS, Metric.MAX)),
      Integer.toString(row.led(GPS, Metric.MAX)),
      Integer.toString(row.ties(Metric.MAX)),
      Integer.toString(row.led(BDS, Metric.MEAN)),
      Integer.toString(row.led(GPS, Metric.MEAN)),
      Integer.toString(row.led(BDS, Metric.SHARE)),
      Integer.toString(row.led(GPS, Metric.SHARE)),
      Integer.toString(row.addisAbaba(BDS)),
      Integer.toString(row.addisAbaba(GPS))
    };
  }
}
