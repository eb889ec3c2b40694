package dev.skytally.report.capitals;

import dev.skytally.StudyResult;
import dev.skytally.dop.DilutionSummary;
import dev.skytally.dop.SiteDilution;
import dev.skytally.report.Column;
import dev.skytally.report.Figure;
import dev.skytally.report.dilution.DilutionColumns;
import dev.skytally.report.setting.ClocksText;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.site.SiteColumns;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import dev.skytally.tally.SiteTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The columns of a report on capitals. Columns about who leads are empty for a single system. */
public final class CapitalsColumns {
  private static final String TIE = "tie";

  /**
   * A row for one site.
   *
   * @param dilution the dilution of precision at the site, if it was asked for
   */
  public record Row(SiteTally tally, Optional<SiteDilution> dilution) {
    private SiteDilution dilutionThere() {
      return dilution.orElseThrow();
    }
  }

  /** Counts the sites that a system leads by a metric, or the ties if there is no system. */
  public interface Leads<R> {
    int count(R row, Metric metric, Optional<GnssSystem> system);
  }

  private final List<GnssSystem> systems;
  private final boolean comparing;
  private final boolean withDilution;

  CapitalsColumns(CapitalsReport report) {
    systems = report.setting().systems();
    comparing = systems.size() > 1;
    withDilution = report.dilution().isPresent();
  }

  /** Returns the columns of the sheet. */
  static List<Column<Row>> all(CapitalsReport report) {
    CapitalsColumns columns = report.columns();
    List<Column<Row>> all = columns.sites();
    all.addAll(SettingColumns.of(report.setting(), row -> row.tally().site()));
    if (columns.withDilution) {
      String clocks = ClocksText.option(report.dilution().get().clocks(), columns.systems);
      all.add(
          Column.text(
              "clocks", "systems that share a receiver clock, as in --clocks", row -> clocks));
    }
    SettingColumns.addOldOrbitsAndOutages(all, report.setting().selection());
    return all;
  }

  /** Returns the figures of the sites. */
  List<Column<Row>> sites() {
    List<Column<Row>> columns = Column.from(SiteColumns.ALL, row -> row.tally().site());
    for (GnssSystem system : systems) {
      columns.addAll(Column.of(system, ofSystem(system)));
    }
    if (comparing) {
      columns.addAll(
          Column.within("together", "all systems together", dilution(SiteDilution::together)));
    }
    columns.addAll(leaders());
    return columns;
  }

  private List<Column<Row>> ofSystem(GnssSystem system) {
    List<Column<Row>> columns =
        new ArrayList<>(List.of(compared(Metric.MAX, system), compared(Metric.MEAN, system)));
    columns.addAll(beside(system));
    columns.add(Figure.SHARE_AT_LEAST_4.from(row -> row.tally().inView(system).shareAtLeastFour()));
    columns.add(compared(Metric.SHARE, system));
    for (GnssSystem other : systems) {
      if (system != other) {
        columns.add(Figure.shareAheadOf(other).from(row -> row.tally().shareAhead(system, other)));
      }
    }
    columns.addAll(dilution(site -> site.of(system)));
    return columns;
  }

  /** Returns the column that a metric compares, without the name of the system. */
  public Column<Row> compared(Metric metric, GnssSystem system) {
    return switch (metric) {
      case MAX -> Figure.MAX.from(row -> row.tally().inView(system).max());
      case MEAN -> Figure.MEAN.from(row -> row.tally().inView(system).mean());
      case SHARE ->
          Figure.SHARE_AHEAD
              .<Row>from(row -> row.tally().shareAheadOfAll(system))
              .emptyUnless(comparing);
    };
  }

  /**
   * Returns the columns that a page shows beside those that it compares, without the name of the
   * system.
   */
  public List<Column<Row>> beside(GnssSystem system) {
    return List.of(Figure.MIN.from(row -> row.tally().inView(system).min()));
  }

  /** Returns the column of the median PDOP, without the name of the system. */
  public Column<Row> medianPdop(GnssSystem system) {
    return DilutionColumns.MEDIAN.from(row -> row.dilutionThere().of(system));
  }

  /** Returns the column of the median PDOP of all systems together. */
  public Column<Row> medianPdopTogether() {
    return DilutionColumns.MEDIAN.from(row -> row.dilutionThere().together());
  }

  private List<Column<Row>> dilution(Function<SiteDilution, DilutionSummary> of) {
    return withDilution
        ? Column.from(DilutionColumns.ALL, row -> of.apply(row.dilutionThere()))
        : List.of();
  }

  /** Returns the columns of the leaders by each metric, and then by PDOP. */
  public List<Column<Row>> leaders() {
    List<Column<Row>> columns = leaders(comparing, (row, metric) -> row.tally().leader(metric));
    if (withDilution) {
      columns.add(
          CapitalsColumns.<Row>leader(
                  "pdop", "the median PDOP", row -> row.dilutionThere().leader())
              .emptyUnless(comparing));
    }
    return columns;
  }

  /** Returns the columns of the leaders by each metric, which are empty for a single system. */
  public static <R> List<Column<R>> leaders(
      boolean comparing, BiFunction<R, Metric, Optional<GnssSystem>> leader) {
    List<Column<R>> columns = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Column<R> column =
          leader(Words.key(metric), Verdict.name(metric), row -> leader.apply(row, metric));
      columns.add(column.emptyUnless(comparing));
    }
    return columns;
  }

  private static <R> Column<R> leader(
      String metric, String measure, Function<R, Optional<GnssSystem>> leader) {
    return Column.<R>text(metric, "by " + measure + ", or tie", row -> leader(leader.apply(row)))
        .within("leader", "leader");
  }

  /** Returns the name of a leader in CSV and JSON. */
  public static String leader(Optional<GnssSystem> leader) {
    return leader.map(GnssSystem::name).orElse(TIE);
  }

  /** Returns the columns of the number of sites that each system leads by each metric. */
  public static <R> List<Column<R>> leads(List<GnssSystem> systems, Leads<R> leads) {
    List<Column<R>> columns = new ArrayList<>();
    for (Metric metric : systems.size() > 1 ? Metric.values() : new Metric[0]) {
      List<Column<R>> led = new ArrayList<>();
      for (GnssSystem system : systems) {
        Optional<GnssSystem> some = Optional.of(system);
        led.add(
            Column.count(
                Words.key(system), system.displayName(), row -> leads.count(row, metric, some)));
      }
      led.add(Column.count(TIE, "ties", row -> leads.count(row, metric, Optional.empty())));
      columns.addAll(ofLeads(metric, led));
    }
    return columns;
  }

  /** Returns columns within the group of the sites led by a metric. */
  public static <R> List<Column<R>> ofLeads(Metric metric, List<Column<R>> columns) {
    return Column.within(
        "leads",
        "sites led",
        Column.within(Words.key(metric), "by " + Verdict.name(metric), columns));
  }

  /** Returns the columns of the number of sites that each system leads in a result. */
  public static List<Column<StudyResult>> leads(List<GnssSystem> systems) {
    return leads(
        systems,
        (result, metric, system) ->
            system
                .map(some -> result.ledBy(some, metric))
                .orElseGet(() -> result.ties(metric))
                .size());
  }
}
