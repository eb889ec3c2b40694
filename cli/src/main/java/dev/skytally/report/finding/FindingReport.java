package dev.skytally.report.finding;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.skytally.StudyResult;
import dev.skytally.finding.Finding;
import dev.skytally.finding.Finding.Row;
import dev.skytally.finding.PublishedFigure;
import dev.skytally.outage.Outages;
import dev.skytally.report.Column;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.capitals.CapitalsColumns;
import dev.skytally.report.capitals.CapitalsEffect;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.OrbitSource;
import dev.skytally.selection.Selection;
import dev.skytally.tally.Metric;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A finding: what was published, the settings that may be behind it, and the same since then.
 *
 * @param outages the outages of the setting that counts by notices
 * @param times writes the times
 */
public record FindingReport(Finding finding, Outages outages, Times times) implements Report {
  static final Column<Row> OLD_ORBIT_SATELLITES =
      SettingColumns.OLD_ORBIT_SATELLITES.from(Row::oldOrbits);

  List<Column<Row>> columns() {
    List<Column<Row>> columns =
        new ArrayList<>(
            List.of(
                Column.text("start", "start of the window", r -> times.iso(r.result().start())),
                Column.count("hours", "length of the window", FindingReport::hours),
                Column.text("date", "day of the window", row -> row.day().toString()),
                Column.number("mask_deg", 6, "least elevation that counts", Row::maskDegrees),
                Column.text("mode", "exact or sampled", row -> row.isExact() ? "exact" : "sampled"),
                Column.numberIfAny(
                    "step_s",
                    0,
                    "step of the sampled mode",
                    row -> row.isExact() ? Double.NaN : stepSeconds(row))));
    for (GnssSystem system : List.of(BDS, GPS)) {
      columns.addAll(
          Column.of(
              system,
              List.of(
                  Column.count("satellites", "satellites that count", r -> r.satellites(system)),
                  Column.text(
                      "status",
                      "status of these satellites",
                      row -> system == BDS ? Words.key(row.beidou()) : "operational"),
                  Column.count(
                      "addis_ababa_max",
                      "greatest number in view of Addis Ababa",
                      row -> row.addisAbaba(system)))));
    }
    columns.addAll(Column.from(CapitalsColumns.leads(List.of(BDS, GPS)), Row::result));
    return columns;
  }

  private static long hours(Row row) {
    return Duration.between(row.result().start(), row.result().end()).toHours();
  }

  static long stepSeconds(Row row) {
    return row.result().sampledEvery().orElseThrow().toSeconds();
  }

  /** Of all settings together: what any of them lacks, each satellite once for one reason. */
  public Completeness completeness() {
    Map<String, Missing> missing = new LinkedHashMap<>();
    rowsFromFirst()
        .flatMap(row -> row.completeness().missing().stream())
        .forEach(one -> missing.putIfAbsent(one.text(), one));
    return new Completeness(List.copyOf(missing.values()), Optional.empty());
  }

  /**
   * Which satellites some settings lack, and what they would change in the first of these, for
   * people: a line for each set of satellites.
   */
  public List<String> incomplete() {
    Map<String, String> lines = new LinkedHashMap<>();
    rowsFromFirst()
        .filter(row -> row.withMissing().isPresent())
        .forEach(
            row ->
                lines.computeIfAbsent(
                    Missing.names(row.completeness().missing()),
                    names ->
                        "%s; on %s with mask %s, %s"
                            .formatted(
                                String.join("; ", Missing.sentences(row.completeness().missing())),
                                row.day(),
                                Decimals.plain(row.maskDegrees(), 6),
                                new CapitalsEffect(row.withMissing().get()).text())));
    return List.copyOf(lines.values());
  }

  /**
   * Which orbits of the setting that is looked at first make it uncertain, and how many settings
   * have such orbits, for people; empty if none has.
   */
  public Optional<String> oldOrbits() {
    long old = rowsFromFirst().skip(1).filter(row -> !row.oldOrbits().isEmpty()).count();
    if (old == 0) {
      return Optional.empty();
    }
    String first = finding.first().oldOrbits().text();
    return Optional.of(
        (first.isEmpty() ? "" : first + " on " + finding.first().day() + "; ")
            + "%s of %s settings are by such orbits"
                .formatted(old, rowsFromFirst().skip(1).count()));
  }

  private Stream<Row> rowsFromFirst() {
    return Stream.of(
            List.of(finding.first()), finding.settings(), finding.choices(), finding.later())
        .flatMap(List::stream);
  }

  /** The element sets and satellites of the setting that is looked at first. */
  public Selection selection() {
    StudyResult result = finding.first().result();
    Selection selection =
        new Selection(
            result.start(),
            result.end(),
            OrbitSource.of(finding.snapshot()),
            result.constellation(),
            false,
            List.of());
    return outages.isNone() ? selection : selection.without(outages);
  }

  /** The range of the capitals that BeiDou leads by a metric. */
  IntSummaryStatistics range(Metric metric, Predicate<Row> which) {
    return finding.settings().stream()
        .filter(which)
        .mapToInt(row -> row.led(BDS, metric))
        .summaryStatistics();
  }

  /** How firm the figure is, in one sentence that follows from the rows. */
  String firmness() {
    int least = Integer.MAX_VALUE;
    for (Metric metric : Metric.values()) {
      least = Math.min(least, range(metric, row -> true).getMin());
    }
    PublishedFigure figure = finding.figure();
    List<Row> rows = finding.settings();
    List<Row> both = finding.matching();
    return "How firm: over these %s settings BeiDou leads in %s of %s capitals by the daily maximum"
            .formatted(rows.size(), text(range(Metric.MAX, row -> true)), PublishedFigure.SITES)
        + " (%s where test satellites do not count), in %s by the mean and in %s by the share of"
            .formatted(
                text(range(Metric.MAX, row -> row.beidou() == StatusFilter.OPERATIONAL)),
                text(range(Metric.MEAN, row -> true)),
                text(range(Metric.SHARE, row -> true)))
        + " time, so that it leads in most capitals %s while the number %s depends on the definition:"
            .formatted(
                2 * least > PublishedFigure.SITES ? "is firm," : "is not firm itself,",
                figure.capitals())
        + (both.isEmpty()
            ? " no setting gives " + numbers() + "."
            : " %s out of %s of them, on %s of %s days (%s), which show %s"
                    .formatted(
                        numbers() + (figure.addisAbaba().isPresent() ? " come" : " comes"),
                        both.size(),
                        days(both).size(),
                        days(rows).size(),
                        days(both).stream().map(LocalDate::toString).collect(joining(", ")),
                        Finding.geometries(both))
                + " of %s geometries, as BeiDou's ground tracks repeat every %s days."
                    .formatted(Finding.geometries(rows), Finding.REPEAT_DAYS));
  }

  private String numbers() {
    return finding.figure().addisAbaba().isPresent()
        ? "both published numbers"
        : "the published number";
  }

  /** What holds on the day of the newest bundled snapshot, in a few words. */
  String today() {
    List<Row> later = finding.later();
    LocalDate day = later.get(later.size() - 1).day();
    List<Row> ofDay = later.stream().filter(row -> row.day().equals(day)).toList();
    Row first =
        ofDay.stream()
            .filter(row -> row.beidou() == StatusFilter.OPERATIONAL && row.maskDegrees() == 0)
            .findFirst()
            .orElseThrow();
    int least = PublishedFigure.SITES;
    int greatest = 0;
    int same = 0;
    for (Row row : ofDay) {
      for (Metric metric : Metric.values()) {
        least = Math.min(least, row.led(BDS, metric));
        greatest = Math.max(greatest, row.led(BDS, metric));
        same += row.led(BDS, metric) == finding.figure().capitals() ? 1 : 0;
      }
    }
    return "What holds on %s: of %s operational BeiDou satellites against %s of GPS, above mask 0, more"
            .formatted(day, first.satellites(BDS), first.satellites(GPS))
        + " are seen of BeiDou in %s of %s capitals by the daily maximum, of GPS in %s, and %s are ties."
            .formatted(
                first.led(BDS, Metric.MAX),
                PublishedFigure.SITES,
                first.led(GPS, Metric.MAX),
                first.ties(Metric.MAX))
        + " Over the masks, memberships and metrics of that day above it is %s to %s, so that BeiDou"
            .formatted(least, greatest)
        + " leads in most capitals %s; %s comes out of %s of these %s."
            .formatted(
                2 * least > PublishedFigure.SITES ? "still holds" : "depends on the definition",
                finding.figure().capitals(),
                same,
                ofDay.size() * Metric.values().length);
  }

  private static SortedSet<LocalDate> days(List<Row> rows) {
    return rows.stream().map(Row::day).collect(toCollection(TreeSet::new));
  }

  private static String text(IntSummaryStatistics range) {
    return range.getMin() == range.getMax()
        ? Integer.toString(range.getMin())
        : range.getMin() + " to " + range.getMax();
  }

  @Override
  public String table() {
    return new FindingTable(this).text();
  }

  /** A row of the sheet, and the part of the report that it belongs to. */
  private record Line(String part, Row row) {}

  @Override
  public Sheet<?> sheet() {
    List<Column<Line>> columns =
        new ArrayList<>(
            List.of(
                Column.text("part", "setting, choice or later", Line::part),
                Column.text(
                    "choice", "what differs from the first setting", line -> line.row().choice())));
    columns.addAll(Column.from(columns(), Line::row));
    columns.add(SettingColumns.MISSING.from(line -> line.row().completeness()));
    columns.add(OLD_ORBIT_SATELLITES.from(Line::row));
    List<Line> lines = new ArrayList<>();
    finding.settings().forEach(row -> lines.add(new Line("setting", row)));
    finding.choices().forEach(row -> lines.add(new Line("choice", row)));
    finding.later().forEach(row -> lines.add(new Line("later", row)));
    return new Sheet<>(columns, lines);
  }

  @Override
  public String json() {
    return FindingJson.text(this);
  }
}
