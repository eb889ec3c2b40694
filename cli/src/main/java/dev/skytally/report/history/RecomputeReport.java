package dev.skytally.report.history;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skytally.history.Event;
import dev.skytally.history.RunSetting;
import dev.skytally.history.SideChange;
import dev.skytally.history.StoredRun;
import dev.skytally.report.Column;
import dev.skytally.report.ColumnJson;
import dev.skytally.report.Report;
import dev.skytally.report.Sheet;
import dev.skytally.report.capitals.CapitalsEffect;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.setting.SettingJson;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.JsonText;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.tally.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest run and, if it is new, the changes since the run before it.
 *
 * @param times writes the times
 * @param metric the metric of leaders
 * @param isNew whether the run was computed just now and not earlier
 * @param before the run to compare with: of the same element sets if another version of the program
 *     computed it, else of earlier ones; empty if this run is the first one or not new
 * @param oldOrbits the satellites of the run whose orbits make it uncertain
 * @param effect what missing satellites would change, if that is known
 */
public record RecomputeReport(
    RunSetting setting,
    Times times,
    Metric metric,
    StoredRun run,
    boolean isNew,
    Optional<StoredRun> before,
    List<SideChange> changes,
    List<Event> events,
    OldOrbits oldOrbits,
    Optional<CapitalsEffect> effect)
    implements Report {
  public RecomputeReport {
    changes = List.copyOf(changes);
    events = List.copyOf(events);
  }

  /** Returns whether the run is new and the report has changes, or events other than outages. */
  public boolean hasChanges() {
    return isNew
        && !(changes.isEmpty() && events.stream().allMatch(of -> of.kind() == Event.Kind.OUTAGE));
  }

  /** Returns this report with another effect of missing satellites. */
  public RecomputeReport with(Optional<CapitalsEffect> newEffect) {
    return new RecomputeReport(
        setting, times, metric, run, isNew, before, changes, events, oldOrbits, newEffect);
  }

  /** Returns the assumption about the satellites of a new run in one line, if there is one. */
  public Optional<String> assumption() {
    return run.completeness()
        .assumption()
        .filter(line -> isNew)
        .map(line -> line + "; a newer skytally may know better");
  }

  /** Returns the verdict, and whether the run is new. */
  private String line() {
    StringBuilder text = new StringBuilder();
    String day = run.day().toString();
    Words.append(
        text,
        isNew
            ? day + ": " + verdict()
            : "Nothing new: the run of the newest element sets, of "
                + day
                + ", is already stored. "
                + verdict(),
        0);
    return text.toString();
  }

  /**
   * Returns {@code BeiDou leads in 155 of 195 capitals by the daily maximum, GPS in 20; 20 tied.}
   */
  private String verdict() {
    StoredRun.Leads leads = run.leads().get(metric);
    StringBuilder text = new StringBuilder();
    if (leads == null) {
      GnssSystem system = setting.systems().get(0);
      return text.append(run.counted(system))
          .append(' ')
          .append(system.displayName())
          .append(" satellites count.")
          .toString();
    }
    String separator = "";
    for (GnssSystem system : setting.systems()) {
      text.append(separator).append(system.displayName());
      text.append(separator.isEmpty() ? " leads in " : " in ").append(leads.sites(system));
      separator = ", ";
    }
    text.append(" of ").append(HistoryTable.places(setting));
    text.append(" by ").append(HistoryTable.name(metric));
    return text.append("; ").append(leads.ties()).append(" tied.").toString();
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder(line());
    SettingText.appendIncomplete(text, run.completeness());
    SettingText.appendOldOrbits(text, oldOrbits);
    effect.ifPresent(of -> Words.append(text, Words.sentence(Words.capitalized(of.text())), 0));
    if (!isNew) {
      return text.toString();
    }
    Words.append(text, "By the element sets " + run.snapshot().label() + ".", 0);
    if (before.isEmpty()) {
      Words.append(text, "This is the first run of its setting, so there are no changes.", 0);
    } else if (changes.isEmpty() && events.isEmpty()) {
      Words.append(
          text,
          "No %s changed sides and nothing happened to the satellites since %s."
              .formatted(site(), since(before.get())),
          0);
    } else {
      if (isUpgrade()) {
        Words.append(
            text,
            "The new version of skytally (%s) itself changes figures."
                .formatted(run.programVersion()),
            0);
      }
      Words.append(
          text,
          "Since %s, %s sides%s"
              .formatted(
                  since(before.get()),
                  changes.isEmpty()
                      ? "no " + site() + " changed"
                      : HistoryTable.placesCount(setting, changes.size()) + " changed",
                  changes.isEmpty() ? "." : ":"),
          0);
      SideChangesReport.appendChanges(text, changes);
    }
    IncompleteDays.appendFilled(text, List.of(run));
    HistoryTable.appendEvents(text, events);
    return text.toString();
  }

  private String site() {
    return setting.areCapitals() ? "capital" : "site";
  }

  /** Returns whether only the version of the program differs from that of the run before. */
  private boolean isUpgrade() {
    return before
        .filter(last -> last.snapshot().label().equals(run.snapshot().label()))
        .filter(last -> !last.programVersion().equals(run.programVersion()))
        .isPresent();
  }

  /** Describes the run before by its day, or if it is of the same day, by the difference. */
  private String since(StoredRun last) {
    if (isUpgrade()) {
      return "skytally " + last.programVersion() + " computed the same element sets";
    }
    return last.day().equals(run.day())
        ? "the earlier run of that day, by the element sets " + last.snapshot().label()
        : last.day().toString();
  }

  /** A row of the sheet: a change of sides, or an event of a satellite. */
  private record Row(Optional<SideChange> change, Optional<Event> event) {}

  @Override
  public Sheet<?> sheet() {
    List<Column<Row>> columns =
        new ArrayList<>(
            List.of(
                RunColumns.DATE.always(run.day()),
                RunColumns.DATE
                    .<Row>fromAny(row -> before.map(StoredRun::day))
                    .within("before", "the run before"),
                Column.text(
                    "kind",
                    "changed_sides, or what happened to a satellite",
                    row ->
                        row.event().map(event -> Words.key(event.kind())).orElse("changed_sides")),
                Column.text(
                    "name",
                    "the site or satellite",
                    row ->
                        row.change()
                            .map(change -> change.site().name())
                            .orElseGet(() -> row.event().orElseThrow().label()))));
    columns.addAll(Column.fromAny(RunColumns.SIDES, Row::change));
    columns.add(Column.text("text", "the event", row -> row.event().map(Event::text).orElse("")));
    columns.add(SettingColumns.MISSING.always(run.completeness()));
    List<Row> rows = new ArrayList<>();
    changes.forEach(change -> rows.add(new Row(Optional.of(change), Optional.empty())));
    events.forEach(event -> rows.add(new Row(Optional.empty(), Optional.of(event))));
    return new Sheet<>(columns, rows);
  }

  @Override
  public String json() {
    return RecomputeJson.text(this);
  }

  /** A separate class, so that the other formats do not load the JSON library. */
  private static final class RecomputeJson {
    static String text(RecomputeReport report) {
      return JsonText.of(
          json -> {
            RunSettingJson.write(json, report.setting());
            json.writeBooleanField("new", report.isNew());
            json.writeObjectFieldStart("run");
            RunSettingJson.writeRun(json, report.run(), report.setting(), report.times());
            json.writeEndObject();
            SettingJson.writeOldOrbits(json, report.oldOrbits());
            if (report.effect().isPresent()) {
              SettingJson.writeEffect(json, report.effect().get(), report.times());
            }
            writeBefore(json, report);
            ColumnJson.write(json, List.of(RunColumns.METRIC), report.metric());
            RunSettingJson.writeChanges(json, report.changes());
            RunSettingJson.writeEvents(json, report.events());
          });
    }

    private static void writeBefore(JsonGenerator json, RecomputeReport report) throws IOException {
      if (report.before().isEmpty()) {
        json.writeNullField("before");
        return;
      }
      json.writeObjectFieldStart("before");
      RunSettingJson.writeRun(json, report.before().get(), report.setting(), report.times());
      json.writeEndObject();
    }
  }
}
