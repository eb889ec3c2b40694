package dev.skytally.report.finding;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.skytally.StudyResult;
import dev.skytally.elements.Snapshot;
import dev.skytally.report.Column;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.capitals.CapitalsColumns;
import dev.skytally.report.capitals.MissingEffect;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Utc;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.selection.OrbitSource;
import dev.skytally.selection.Selection;
import dev.skytally.tally.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * A published figure beside what the settings that its source leaves open make of it, and the same
 * question on later days.
 *
 * @param published the figure
 * @param snapshot the element sets of every setting
 * @param rows the settings, in the order to show; one of them is {@link #first()}
 * @param choices single choices otherwise than in the first setting
 * @param later the same question at each bundled snapshot's own day and element sets
 */
public record FindingReport(
    Published published, Snapshot snapshot, List<Row> rows, List<Choice> choices, List<Row> later)
    implements Report {
  /** BeiDou's medium orbits: 13 revolutions while the Earth turns 7 times below them. */
  static final int REPEAT_DAYS = 7;

  static final String ADDIS_ABABA = "Addis Ababa";

  /**
   * One setting and its answer.
   *
   * @param beidou which BeiDou satellites count; of GPS always the operational ones
   * @param effect what missing satellites would change, if any are
   */
  public record Row(StatusFilter beidou, StudyResult result, Optional<MissingEffect> effect) {
    LocalDate day() {
      return LocalDate.ofInstant(result.start(), ZoneOffset.UTC);
    }

    double maskDegrees() {
      return Math.toDegrees(result.mask().leastElevationRadians());
    }

    boolean isExact() {
      return result.sampledEvery().isEmpty();
    }

    long hours() {
      return Duration.between(result.start(), result.end()).toHours();
    }

    boolean isMaskZero() {
      return maskDegrees() == 0;
    }

    long stepSeconds() {
      return result.sampledEvery().orElseThrow().toSeconds();
    }

    int satellites(GnssSystem system) {
      return result.constellation().members(system).size();
    }

    int led(GnssSystem system, Metric metric) {
      return result.ledBy(system, metric).size();
    }

    int ties(Metric metric) {
      return result.ties(metric).size();
    }

    Completeness completeness() {
      return result.constellation().completeness();
    }

    OldOrbits oldOrbits() {
      Instant middle =
          result.start().plus(Duration.between(result.start(), result.end()).dividedBy(2));
      return result.constellation().oldOrbits(middle);
    }

    int addisAbaba(GnssSystem system) {
      return result.tally(ADDIS_ABABA).inView(system).max();
    }

    /** Whether what was published comes out of this setting, to the digit. */
    boolean gives(Published published) {
      return led(BDS, Metric.MAX) == published.capitals()
          && addisAbaba(BDS) == published.addisAbaba().orElse(addisAbaba(BDS));
    }

    /** Where BeiDou leads by a metric or shares the first place. */
    int ledOrTied(Metric metric) {
      return led(BDS, metric) + ties(metric);
    }
  }

  /**
   * One choice otherwise than in the first setting.
   *
   * @param what the choice and the way it was made, for people
   */
  public record Choice(String what, Row row) {}

  static final List<Column<Row>> COLUMNS = columns();
  static final Column<Row> OLD_ORBIT_SATELLITES =
      SettingColumns.OLD_ORBIT_SATELLITES.from(Row::oldOrbits);

  private static List<Column<Row>> columns() {
    List<Column<Row>> columns =
        new ArrayList<>(
            List.of(
                Column.text("start", "start of the window", r -> Utc.iso(r.result().start())),
                Column.count("hours", "length of the window", Row::hours),
                Column.text("date", "day of the window", row -> row.day().toString()),
                Column.number("mask_deg", 6, "least elevation that counts", Row::maskDegrees),
                Column.text("mode", "exact or sampled", row -> row.isExact() ? "exact" : "sampled"),
                Column.numberIfAny(
                    "step_s",
                    0,
                    "step of the sampled mode",
                    row -> row.isExact() ? Double.NaN : row.stepSeconds())));
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

  public FindingReport {
    rows = List.copyOf(rows);
    choices = List.copyOf(choices);
    later = List.copyOf(later);
  }

  /** The setting that is looked at first: the figure's membership and day, mask 0, exact. */
  Row first() {
    return rows.stream()
        .filter(row -> row.beidou() == published.beidou() && row.day().equals(published.day()))
        .filter(row -> row.isMaskZero() && row.isExact())
        .findFirst()
        .orElseThrow();
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
        .filter(row -> row.effect().isPresent())
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
                                row.effect().get().text())));
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
    String first = first().oldOrbits().text();
    return Optional.of(
        (first.isEmpty() ? "" : first + " on " + first().day() + "; ")
            + "%s of %s settings are by such orbits"
                .formatted(old, rowsFromFirst().skip(1).count()));
  }

  private Stream<Row> rowsFromFirst() {
    return Stream.of(
            Stream.of(first()), rows.stream(), choices.stream().map(Choice::row), later.stream())
        .flatMap(all -> all);
  }

  /** The element sets and satellites of the setting that is looked at first. */
  Selection selection() {
    StudyResult result = first().result();
    return new Selection(
        result.start(),
        result.end(),
        OrbitSource.of(snapshot),
        result.constellation(),
        false,
        List.of());
  }

  /** The range of the capitals that BeiDou leads by a metric. */
  IntSummaryStatistics range(Metric metric, Predicate<Row> which) {
    return rows.stream().filter(which).mapToInt(row -> row.led(BDS, metric)).summaryStatistics();
  }

  /** How firm the figure is, in one sentence that follows from the rows. */
  String firmness() {
    int least = Integer.MAX_VALUE;
    for (Metric metric : Metric.values()) {
      least = Math.min(least, range(metric, row -> true).getMin());
    }
    List<Row> both = rows.stream().filter(row -> row.gives(published)).toList();
    return "How firm: over these %s settings BeiDou leads in %s of %s capitals by the daily maximum"
            .formatted(rows.size(), text(range(Metric.MAX, row -> true)), Published.SITES)
        + " (%s where test satellites do not count), in %s by the mean and in %s by the share of"
            .formatted(
                text(range(Metric.MAX, row -> row.beidou() == StatusFilter.OPERATIONAL)),
                text(range(Metric.MEAN, row -> true)),
                text(range(Metric.SHARE, row -> true)))
        + " time, so that it leads in most capitals %s while the number %s depends on the definition:"
            .formatted(
                2 * least > Published.SITES ? "is firm," : "is not firm itself,",
                published.capitals())
        + (both.isEmpty()
            ? " no setting gives " + numbers() + "."
            : " %s out of %s of them, on %s of %s days (%s), which show %s"
                    .formatted(
                        numbers() + (published.addisAbaba().isPresent() ? " come" : " comes"),
                        both.size(),
                        days(both).size(),
                        days(rows).size(),
                        days(both).stream().map(LocalDate::toString).collect(joining(", ")),
                        geometries(both))
                + " of %s geometries, as BeiDou's ground tracks repeat every %s days."
                    .formatted(geometries(rows), REPEAT_DAYS));
  }

  private String numbers() {
    return published.addisAbaba().isPresent() ? "both published numbers" : "the published number";
  }

  /** What holds on the day of the newest bundled snapshot, in a few words. */
  String today() {
    LocalDate day = later.get(later.size() - 1).day();
    List<Row> ofDay = later.stream().filter(row -> row.day().equals(day)).toList();
    Row first =
        ofDay.stream()
            .filter(row -> row.beidou() == StatusFilter.OPERATIONAL && row.isMaskZero())
            .findFirst()
            .orElseThrow();
    int least = Published.SITES;
    int greatest = 0;
    int same = 0;
    for (Row row : ofDay) {
      for (Metric metric : Metric.values()) {
        least = Math.min(least, row.led(BDS, metric));
        greatest = Math.max(greatest, row.led(BDS, metric));
        same += row.led(BDS, metric) == published.capitals() ? 1 : 0;
      }
    }
    return "What holds on %s: of %s operational BeiDou satellites against %s of GPS, above mask 0, more"
            .formatted(day, first.satellites(BDS), first.satellites(GPS))
        + " are seen of BeiDou in %s of %s capitals by the daily maximum, of GPS in %s, and %s are ties."
            .formatted(
                first.led(BDS, Metric.MAX),
                Published.SITES,
                first.led(GPS, Metric.MAX),
                first.ties(Metric.MAX))
        + " Over the masks, memberships and metrics of that day above it is %s to %s, so that BeiDou"
            .formatted(least, greatest)
        + " leads in most capitals %s; %s comes out of %s of these %s."
            .formatted(
                2 * least > Published.SITES ? "still holds" : "depends on the definition",
                published.capitals(),
                same,
                ofDay.size() * Metric.values().length);
  }

  private static SortedSet<LocalDate> days(List<Row> rows) {
    return rows.stream().map(Row::day).collect(toCollection(TreeSet::new));
  }

  /** How many days are left if those that whole repeats lie between count once. */
  private static long geometries(List<Row> rows) {
    return rows.stream().map(row -> row.day().toEpochDay() % REPEAT_DAYS).distinct().count();
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
  private record Line(String part, String choice, Row row) {}

  @Override
  public Sheet<?> sheet() {
    List<Column<Line>> columns =
        new ArrayList<>(
            List.of(
                Column.text("part", "setting, choice or later", Line::part),
                Column.text("choice", "what differs from the first setting", Line::choice)));
    columns.addAll(Column.from(COLUMNS, Line::row));
    columns.add(SettingColumns.MISSING.from(line -> line.row().completeness()));
    columns.add(OLD_ORBIT_SATELLITES.from(Line::row));
    List<Line> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(new Line("setting", "", row)));
    choices.forEach(choice -> lines.add(new Line("choice", choice.what(), choice.row())));
    later.forEach(row -> lines.add(new Line("later", "", row)));
    return new Sheet<>(columns, lines);
  }

  @Override
  public String json() {
    return FindingJson.text(this);
  }
}
