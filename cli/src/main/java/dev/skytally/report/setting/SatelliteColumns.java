package dev.skytally.report.setting;

import dev.skytally.report.Column;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.Constellation.Member;
import dev.skytally.satellites.Exclusion;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.Satellite;
import dev.skytally.selection.Selection;
import dev.skytally.selection.Selection.OutOfService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of satellites. */
public final class SatelliteColumns {
  public static final Column<GnssSystem> SYSTEM = Column.text("system", "system", Enum::name);
  public static final Column<String> PRN = Column.text("prn", "PRN as in RINEX", prn -> prn);
  public static final Column<Integer> NORAD =
      Column.numberIfAny(
          "norad", 0, "catalogue number", number -> number == 0 ? Double.NaN : number);
  public static final Column<String> NAME =
      Column.text("name", "name in the element set", name -> name);
  public static final Column<Exclusion> REASON =
      Column.text("reason", "why the satellite is excluded, in words", Exclusion::reason);
  private static final Column<Exclusion> KIND =
      Column.text(
          "kind",
          "the kind of reason, for example status or too_old",
          exclusion -> Words.key(exclusion.kind()));

  private static final Column<Satellite> STATUS =
      Column.text("status", "status in the registry", satellite -> Words.key(satellite.status()));

  /** The columns that identify a satellite, without its system. */
  public static final List<Column<Satellite>> PRN_AND_NORAD =
      List.of(PRN.from(Satellite::prn), NORAD.from(Satellite::catalogNumber));

  /** The same with the system. */
  static final List<Column<Satellite>> IDENTITY =
      List.of(
          SYSTEM.from(Satellite::system),
          PRN.from(Satellite::prn),
          NORAD.from(Satellite::catalogNumber));

  /** The columns of a satellite that should count and does not. */
  static final List<Column<Missing>> MISSING = missing();

  /** The columns of a satellite that is out of service. */
  static List<Column<OutOfService>> outOfService(Times times) {
    List<Column<OutOfService>> columns =
        new ArrayList<>(Column.from(IDENTITY, OutOfService::satellite));
    columns.add(Column.text("from", "beginning", one -> times.iso(one.outage().from())));
    columns.add(
        Column.text(
            "to",
            "end; empty if no notice ends it",
            one -> one.outage().to().map(times::iso).orElse("")));
    columns.add(
        Column.flag(
            "is_forecast", "whether no notice confirms it", one -> one.outage().isForecast()));
    columns.add(Column.text("notice", "the notice", one -> one.outage().source()));
    return columns;
  }

  /** The columns of an excluded satellite. */
  public static final List<Column<Exclusion>> EXCLUSION =
      List.of(NORAD.from(Exclusion::catalogNumber), NAME.from(Exclusion::name), KIND, REASON);

  private static final List<Column<Satellite>> FACTS =
      List.of(
          Column.text("orbit", "orbit class", Satellite::orbitClassName),
          Column.text("generation", "generation", Satellite::generation),
          Column.text("block", "block", Satellite::block),
          STATUS,
          Column.flag(
              "status_uncertain",
              "whether the evidence for the status is second-hand or contradictory",
              Satellite::statusIsUncertain),
          Column.flag("in_registry", "whether the registry knows it", Satellite::inRegistry));

  private SatelliteColumns() {}

  private static List<Column<Missing>> missing() {
    List<Column<Missing>> columns = Column.from(IDENTITY, Missing::satellite);
    columns.add(STATUS.from(Missing::satellite));
    columns.add(Column.text("reason", "why it does not count", m -> Words.key(m.reason())));
    columns.add(Column.text("text", "the same in words", Missing::text));
    return columns;
  }

  /** Returns the column of health. */
  public static <R> Column<R> health(Function<R, String> word) {
    return Column.text("health", "healthy or unhealthy, if reported", word);
  }

  /** Returns the columns of a member except its identity and health. */
  public static List<Column<Member>> facts(Selection selection, Times times) {
    List<Column<Member>> columns = Column.from(FACTS, Member::satellite);
    columns.add(
        Column.text(
            "epoch",
            "epoch of the element set",
            member -> member.elements().map(elements -> times.iso(elements.epoch())).orElse("")));
    columns.add(age(selection.middle()));
    return columns;
  }

  /** Returns the column of the age of a member's orbit. */
  static Column<Member> age(Instant at) {
    return Column.number(
        "age_days",
        3,
        "days between the orbit's own time and the middle of the window",
        member -> member.ageDays(at));
  }

  /** Returns all columns of a member of a known system. */
  static List<Column<Member>> all(Selection selection, Times times) {
    List<Column<Member>> columns = Column.from(PRN_AND_NORAD, Member::satellite);
    columns.add(NAME.from(member -> member.satellite().name()));
    columns.addAll(facts(selection, times));
    columns.add(health(selection::healthWord));
    return columns;
  }
}
