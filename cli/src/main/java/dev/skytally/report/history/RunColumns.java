package dev.skytally.report.history;

import dev.skytally.history.Event;
import dev.skytally.history.SatelliteState;
import dev.skytally.history.SideChange;
import dev.skytally.history.StoredRun;
import dev.skytally.report.Column;
import dev.skytally.report.capitals.CapitalsColumns;
import dev.skytally.report.setting.SatelliteColumns;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.tally.Metric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of all reports on stored runs. */
final class RunColumns {
  static final Column<LocalDate> DATE = Column.text("date", "day of the run", LocalDate::toString);
  static final Column<Metric> METRIC = Column.text("metric", "what decides who leads", Words::key);

  static final Column<List<Event>> EVENTS =
      Column.text(
          "events",
          "what happened to the satellites",
          events -> events.stream().map(Event::text).collect(Collectors.joining("; ")));

  /** The leaders before and after a change of sides. */
  static final List<Column<SideChange>> SIDES =
      List.of(
          Column.text("from", "leader before, or tie", c -> CapitalsColumns.leader(c.from())),
          Column.text("to", "leader now, or tie", c -> CapitalsColumns.leader(c.to())));

  /** The columns that identify a satellite. */
  static final List<Column<SatelliteState>> SATELLITE =
      List.of(
          SatelliteColumns.SYSTEM.from(SatelliteState::system),
          SatelliteColumns.PRN.from(SatelliteState::prn),
          SatelliteColumns.NORAD.from(SatelliteState::catalogNumber));

  /** The columns of an event. */
  static final List<Column<Event>> EVENT = event();

  private RunColumns() {}

  private static List<Column<Event>> event() {
    List<Column<Event>> columns = Column.from(SATELLITE, Event::satellite);
    columns.add(DATE.from(Event::day));
    columns.add(Column.text("kind", "what happened", event -> Words.key(event.kind())));
    columns.add(Column.flag("changes_counts", "whether other counts result", Event::changesCounts));
    columns.add(Column.text("text", "the same in words", Event::text));
    return columns;
  }

  /** Returns the columns of runs. */
  static List<Column<StoredRun>> of(List<GnssSystem> systems, Times times) {
    List<Column<StoredRun>> columns =
        new ArrayList<>(
            List.of(
                DATE.from(StoredRun::day),
                Column.text(
                    "snapshot",
                    "snapshot of the element sets; if there are several, each with its systems",
                    run -> run.snapshot().label()),
                Column.text(
                    "epoch_median",
                    "median epoch of the element sets",
                    run -> times.iso(run.snapshot().medianEpoch())),
                Column.text("program_version", "version of skytally", StoredRun::programVersion)));
    for (GnssSystem system : systems) {
      columns.add(
          Column.<StoredRun>count("satellites", "satellites that count", run -> run.counted(system))
              .of(system));
    }
    columns.addAll(
        CapitalsColumns.leads(
            systems,
            (run, metric, system) -> {
              StoredRun.Leads leads = run.leads().get(metric);
              return system.map(leads::sites).orElseGet(leads::ties);
            }));
    return columns;
  }
}
