package dev.skytally.cli.report;

import static dev.skytally.satellites.GnssSystem.BDS;
import static dev.skytally.satellites.GnssSystem.GPS;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.skytally.StudyResult;
import dev.skytally.elements.Snapshot;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.tally.Metric;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A published figure beside what the settings that its source leaves open make of it.
 *
 * @param snapshot the element sets of every row
 * @param rows in the order to show; one of them is {@link #first()}
 */
public record FindingReport(Snapshot snapshot, List<Row> rows) implements Report {
  /** The day of the setting that a first look found to give both published numbers. */
  public static final LocalDate DAY = LocalDate.of(2020, 10, 26);

  /** The day on which the figure was printed. */
  public static final LocalDate DAY_OF_PRINT = LocalDate.of(2020, 11, 25);

  /** As cited in EAI brief 1604 of 2021, note 27. */
  static final String SOURCE =
      "Nikkei, 25 November 2020, as cited in EAI brief 1604 (2021), note 27";

  static final int PUBLISHED_CAPITALS = 165;
  static final int PUBLISHED_SITES = 195;
  static final int PUBLISHED_ADDIS_ABABA = 30;

  /** BeiDou's medium orbits: 13 revolutions while the Earth turns 7 times below them. */
  static final int REPEAT_DAYS = 7;

  static final String ADDIS_ABABA = "Addis Ababa";

  /**
   * One setting and its answer.
   *
   * @param beidou which BeiDou satellites count; of GPS always the operational ones
   */
  public record Row(StatusFilter beidou, StudyResult result) {
    LocalDate day() {
      return LocalDate.ofInstant(result.start(), ZoneOffset.UTC);
    }

    double maskDegrees() {
      return Math.toDegrees(result.mask().leastElevationRadians());
    }

    boolean isExact() {
      return result.sampledEvery().isEmpty();
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

    int addisAbaba(GnssSystem system) {
      return result.tally(ADDIS_ABABA).inView(system).max();
    }

    /** Whether both published numbers come out of this setting, to the digit. */
    boolean givesBothNumbers() {
      return led(BDS, Metric.MAX) == PUBLISHED_CAPITALS && addisAbaba(BDS) == PUBLISHED_ADDIS_ABABA;
    }
  }

  public FindingReport {
    rows = List.copyOf(rows);
  }

  /** The setting that is looked at first: transmitting BeiDou, mask 0, exact, on {@link #DAY}. */
  Row first() {
    return rows.stream()
        .filter(row -> row.beidou() == StatusFilter.TRANSMITTING && row.day().equals(DAY))
        .filter(row -> row.isMaskZero() && row.isExact())
        .findFirst()
        .orElseThrow();
  }

  /** The element sets and satellites of the setting that is looked at first. */
  Selection selection() {
    StudyResult result = first().result();
    return new Selection(result.start(), result.end(), snapshot, result.constellation());
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
    List<Row> both = rows.stream().filter(Row::givesBothNumbers).toList();
    return "How firm: over these %d settings BeiDou leads in %s of %d capitals by the daily maximum"
            .formatted(rows.size(), text(range(Metric.MAX, row -> true)), PUBLISHED_SITES)
        + " (%s where test satellites do not count), in %s by the mean and in %s by the share of"
            .formatted(
                text(range(Metric.MAX, row -> row.beidou() == StatusFilter.OPERATIONAL)),
                text(range(Metric.MEAN, row -> true)),
                text(range(Metric.SHARE, row -> true)))
        + " time, so that it leads in most capitals %s while the number %d hangs on the definition:"
            .formatted(
                2 * least > PUBLISHED_SITES ? "is firm," : "is not firm itself,",
                PUBLISHED_CAPITALS)
        + (both.isEmpty()
            ? " no setting gives both published numbers."
            : " both published numbers come out of %d of them, on %d of %d days (%s), which show %d"
                    .formatted(
                        both.size(),
                        days(both).size(),
                        days(rows).size(),
                        days(both).stream().map(LocalDate::toString).collect(joining(", ")),
                        geometries(both))
                + " of %d geometries, as BeiDou's ground tracks repeat every %d days."
                    .formatted(geometries(rows), REPEAT_DAYS));
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

  @Override
  public String csv() {
    CsvText csv = new CsvText();
    csv.cells("date", "BDS_status", "GPS_status", "BDS_satellites", "GPS_satellites", "mask_deg");
    csv.cells("mode", "step_s");
    for (Metric metric : Metric.values()) {
      String name = Words.key(metric);
      csv.cells("leads_" + name + "_BDS", "leads_" + name + "_GPS", "leads_" + name + "_tie");
    }
    csv.cells("addis_ababa_max_BDS", "addis_ababa_max_GPS").endRow();
    for (Row row : rows) {
      csv.cells(row.day().toString(), Words.key(row.beidou()), "operational");
      csv.cell(row.satellites(BDS)).cell(row.satellites(GPS));
      csv.cell(Decimals.plain(row.maskDegrees(), 6));
      csv.cell(row.isExact() ? "exact" : "sampled");
      csv.cell(row.isExact() ? "" : Long.toString(row.stepSeconds()));
      for (Metric metric : Metric.values()) {
        csv.cell(row.led(BDS, metric)).cell(row.led(GPS, metric)).cell(row.ties(metric));
      }
      csv.cell(row.addisAbaba(BDS)).cell(row.addisAbaba(GPS)).endRow();
    }
    return csv.toString();
  }

  @Override
  public String json() {
    return FindingJson.text(this);
  }
}
