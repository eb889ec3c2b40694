package dev.skytally.history;

import dev.skytally.satellites.SatelliteStatus;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened to a satellite between two runs and may explain why their figures differ.
 *
 * @param day of the later run
 * @param satellite as the later run found it; if it is gone, as it was found last
 * @param before as it was found before; empty if nothing was known of it
 */
public record Event(
    LocalDate day, Kind kind, SatelliteState satellite, Optional<SatelliteState> before) {
  /** A satellite is new in the element sets in the year of its launch and the next. */
  private static final int LATELY_YEARS = 1;

  /** What happened. */
  public enum Kind {
    /** It is in the element sets for the first time. */
    APPEARED,
    /** It counts now, by its status. */
    ENTERED,
    /** It does not count any more, by its status. */
    LEFT,
    /** It counted, and should, but there is no element set now that it can be flown by. */
    LOST,
    /** It counts again, as there is an element set again. */
    FOUND,
    /** It counts as before, with another PRN. */
    RENUMBERED
  }

  /** Whether the satellites that count are others than before. */
  public boolean changesCounts() {
    return switch (kind) {
      case APPEARED -> satellite.counted();
      case ENTERED, LEFT -> !isOfMissing();
      case LOST, FOUND -> true;
      case RENUMBERED -> false;
    };
  }

  /** Whether its status says that it should count, or no longer, while it is missing. */
  public boolean isOfMissing() {
    return switch (kind) {
      case ENTERED -> satellite.lack().isPresent();
      case LEFT -> before.orElse(satellite).lack().isPresent();
      case APPEARED, LOST, FOUND, RENUMBERED -> false;
    };
  }

  /** In words, as {@code G11 (48859, GPS-IIIA): in service (was commissioning)}. */
  public String text() {
    return who() + what();
  }

  /** The PRN, or that which it had before, or else the catalogue number. */
  public String label() {
    return satellite.prn().isEmpty() && before.isPresent()
        ? before.get().label()
        : satellite.label();
  }

  /** The satellite, as {@code G11 (48859, GPS-IIIA)}. */
  public String who() {
    String number = Integer.toString(satellite.catalogNumber());
    String identity = satellite.block().isEmpty() ? number : number + ", " + satellite.block();
    return label() + " (" + identity + ")";
  }

  /** What happened to it, as {@code ": in service (was commissioning)"}. */
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
    };
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

  /** Its status before and now where both are known and differ; else its PRN or its launch. */
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
