package dev.skytally.history;

import dev.skytally.outage.Outage;
import dev.skytally.satellites.SatelliteStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * An event in the life of a satellite between two runs, which may explain why their figures differ.
 *
 * @param day the day of the later run
 * @param satellite its state in the later run, or its last known state if the run does not list it
 * @param before its state before; empty if it was unknown
 * @param outage the outage, for that kind only
 */
public record Event(
    LocalDate day,
    Kind kind,
    SatelliteState satellite,
    Optional<SatelliteState> before,
    Optional<Outage> outage) {
  /** A satellite is new in the element sets until the end of the year after its launch. */
  private static final int LATELY_YEARS = 1;

  /** The kinds of events. */
  public enum Kind {
    /** It is in the element sets for the first time. */
    APPEARED,
    /** It counts now, because of its status. */
    ENTERED,
    /** It no longer counts, because of its status. */
    LEFT,
    /** It counted and still should, but there is no usable element set. */
    LOST,
    /** It counts again, because there is an element set again. */
    FOUND,
    /** It counts as before, with another PRN. */
    RENUMBERED,
    /** It does not count in a part of the day, because of an outage. */
    OUTAGE
  }

  /** Returns whether the set of satellites that count has changed. */
  public boolean changesCounts() {
    return switch (kind) {
      case APPEARED -> satellite.counted();
      case ENTERED, LEFT -> !isOfMissing();
      case LOST, FOUND, OUTAGE -> true;
      case RENUMBERED -> false;
    };
  }

  /** Returns whether the status of a missing satellite has changed. */
  public boolean isOfMissing() {
    return switch (kind) {
      case ENTERED -> satellite.lack().isPresent();
      case LEFT -> before.orElse(satellite).lack().isPresent();
      case APPEARED, LOST, FOUND, RENUMBERED, OUTAGE -> false;
    };
  }

  /** Describes the event: {@code G11 (48859, GPS-IIIA): in service (was commissioning)}. */
  public String text() {
    return who() + what();
  }

  /** Returns the PRN, or the former PRN, or else the catalogue number. */
  public String label() {
    return satellite.prn().isEmpty() && before.isPresent()
        ? before.get().label()
        : satellite.label();
  }

  /** Names the satellite: {@code G11 (48859, GPS-IIIA)}. */
  public String who() {
    String number = Integer.toString(satellite.catalogNumber());
    String identity = satellite.block().isEmpty() ? number : number + ", " + satellite.block();
    return label() + " (" + identity + ")";
  }

  /** Describes what happened: {@code ": in service (was commissioning)"}. */
  public String what() {
    return switch (kind) {
      case APPEARED ->
          (isLaunchedLately() ? ": new in the element sets" : ": in the element sets")
              + (launchYear().isEmpty() ? "" : ", launched in " + launchYear())
              + (satellite.counted() ? " (counted)" : " (not counted, " + status() + ")");
      case ENTERED ->
          (isInService(satellite)
                  ? ": in service" + (before.filter(Event::isInService).isPresent() ? " again" : "")
                  : isOfMissing() ? ": should count" : ": counted now")
              + (isOfMissing() ? ", but missing from the element sets" : "")
              + brackets(joined(change(), renumbered()));
      case LEFT ->
          (isInService(before.orElse(satellite)) && (before.isEmpty() || !isInService(satellite))
                  ? ": out of service"
                  : isOfMissing() ? ": need not count" : ": no longer counted")
              + (isOfMissing() ? ", was missing before" : "")
              + (before.isEmpty() ? "" : brackets(change()));
      case LOST -> ": missing from the element sets";
      case FOUND -> ": back in the element sets";
      case RENUMBERED -> ": was " + before.orElseThrow().label() + " before";
      case OUTAGE -> ": " + text(outage.orElseThrow());
    };
  }

  private static String text(Outage outage) {
    return "%s from %s %s, %s"
        .formatted(
            outage.isForecast() ? "expected out of service" : "out of service",
            minutes(outage.from()),
            outage.to().map(to -> "to " + minutes(to)).orElse("on") + " UTC",
            outage.source());
  }

  private static String minutes(Instant instant) {
    return instant.toString().substring(0, "2022-07-14T03:10".length()).replace('T', ' ');
  }

  private String status() {
    return key(satellite.status());
  }

  private String launchYear() {
    int dash = satellite.designator().indexOf('-');
    return dash < 0 ? "" : satellite.designator().substring(0, dash);
  }

  private boolean isLaunchedLately() {
    return !launchYear().isEmpty()
        && day.getYear() - Integer.parseInt(launchYear()) <= LATELY_YEARS;
  }

  private static boolean isInService(SatelliteState satellite) {
    return satellite.status() == SatelliteStatus.OPERATIONAL;
  }

  /** Describes the change of status if both are known and differ, else of PRN, or the launch. */
  private String change() {
    if (before.isEmpty()) {
      return isLaunchedLately() ? "launched in " + launchYear() : "";
    }
    SatelliteStatus was = before.get().status();
    SatelliteStatus is = satellite.status();
    if (is == was && isInService(satellite)) {
      return "";
    }
    if (is == was) {
      return satellite.prn().isEmpty() ? "without a PRN now" : "with a PRN now";
    }
    return isInService(satellite) ? "was " + key(was) : key(is) + ", was " + key(was);
  }

  private String renumbered() {
    String was = before.map(SatelliteState::prn).orElse("");
    return was.isEmpty() || was.equals(satellite.prn()) ? "" : "was " + was;
  }

  private static String joined(String one, String other) {
    return one + (one.isEmpty() || other.isEmpty() ? "" : ", ") + other;
  }

  private static String brackets(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  private static String key(SatelliteStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
