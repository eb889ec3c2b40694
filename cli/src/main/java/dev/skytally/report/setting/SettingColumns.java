package dev.skytally.report.setting;

import static java.util.stream.Collectors.joining;

import dev.skytally.report.Column;
import dev.skytally.report.text.Times;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.selection.Selection;
import dev.skytally.site.GroundSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of the setting, which define what the figures of a row mean. */
public final class SettingColumns {
  private static final Column<Setting> MASK =
      Column.numberIfAny(
          "mask_deg",
          6,
          "least elevation that counts; empty with a horizon alone",
          s ->
              s.masks().horizonFile().isPresent()
                  ? s.masks().floorDegrees().orElse(Double.NaN)
                  : s.maskDegrees());

  private static final Column<Setting> HORIZON =
      Column.text("horizon", "file of the horizon", s -> s.masks().horizonFile().orElse(""));

  /** The columns of the question. */
  static final List<Column<Setting>> SETTING =
      List.of(
          Column.<Setting>text("start", "start", s -> s.times().iso(s.selection().start()))
              .within("window", "window"),
          Column.<Setting>text("end", "end", s -> s.times().iso(s.selection().end()))
              .within("window", "window"),
          MASK,
          HORIZON,
          Column.numberIfAny(
              "step_s",
              6,
              "step of the sampled mode; empty if exact",
              s -> s.step().isPresent() ? s.stepSeconds() : Double.NaN));

  private static final Column<Selection> SNAPSHOT =
      Column.text("snapshot", "source of the orbits", s -> s.source().label());

  public static final Column<Completeness> MISSING =
      Column.text(
          "missing",
          "satellites that should count and do not, separated by blanks; ? if more may be missing",
          SettingText::labels);

  public static final Column<OldOrbits> OLD_ORBIT_SATELLITES =
      Column.count(
          "old_orbit_satellites",
          "number of satellites with old orbits",
          old -> old.members().size());

  private static final Column<Selection> OUTAGES =
      Column.text(
          "usable_according_to",
          "source of the notices by which satellites are out of service",
          selection -> selection.outages().source());

  private static final Column<Selection> OUTAGES_UNKNOWN =
      Column.text(
          "outages_unknown",
          "systems whose outages the notices do not cover in the whole window, separated by blanks",
          selection ->
              selection.withUnknownOutages().stream().map(GnssSystem::name).collect(joining(" ")));

  private SettingColumns() {}

  /** Returns the column of a moment, which is named for its zone only if that is UTC. */
  public static Column<Instant> time(Setting setting) {
    Times times = setting.times();
    return times.isUtc()
        ? Column.text("utc", "time in UTC", times::iso)
        : Column.text("time", "time with its offset from UTC", times::iso);
  }

  /** Returns the columns of the mask at a site; none if no site of a list has its own. */
  public static <R> List<Column<R>> ownMask(Setting setting, Function<R, GroundSite> site) {
    return setting.masks().sitesWithOwn() == 0
        ? List.of()
        : Column.from(List.of(MASK, HORIZON), row -> setting.at(site.apply(row)));
  }

  /** Returns the columns of a setting, as it is at the site of a row, and of missing satellites. */
  public static <R> List<Column<R>> of(Setting setting, Function<R, GroundSite> site) {
    List<Column<R>> columns = new ArrayList<>();
    for (Column<Setting> column : SETTING) {
      columns.add(
          setting.masks().sitesWithOwn() == 0
              ? column.always(setting)
              : column.from(row -> setting.at(site.apply(row))));
    }
    columns.add(SNAPSHOT.always(setting.selection()));
    columns.add(missing(setting.selection()));
    return columns;
  }

  /** Returns the column of missing satellites, the same in every row. */
  public static <R> Column<R> missing(Selection selection) {
    return MISSING.always(selection.constellation().completeness());
  }

  /** Adds the column of old orbits if there are any, and those of outages if they count. */
  public static <R> void addOldOrbitsAndOutages(List<Column<R>> columns, Selection selection) {
    OldOrbits old = selection.oldOrbits();
    if (!old.isEmpty()) {
      columns.add(OLD_ORBIT_SATELLITES.always(old));
    }
    if (!selection.outages().isNone()) {
      columns.add(OUTAGES.always(selection));
      columns.add(OUTAGES_UNKNOWN.always(selection));
    }
  }
}
