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
 * @param before as it was found before; empty if it is new
 */
public record Event(
    LocalDate day, Kind kind, SatelliteState satellite, Optional<SatelliteState> before) {

  /** What happened. */
  public enum Kind {
    /** It is in the element sets for the first time. */
    APPEARED,
    /** It counts now, by its status. */
    ENTERED,
    /** It does not count any more, by its status. */
    LEFT,
    /** It counted, but there is no element set now that it can be flown by. */
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
      case ENTERED, LEFT, LOST, FOUND -> true;
      case RENUMBERED -> false;
    };
  }

  /** In words, as {@code G11 (48859, GPS-IIIA): counted now (operational, was commissioning)}. */
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

  /** What happened to it, as {@code ": counted now (operational, was commissioning)"}. */
  public String what() {
    return switch (kind) {
      case APPEARED ->
          ": new in the element sets"
              + (launchYear().isEmpty() ? "" : ", launched in " + launchYear())
              + (satellite.counted() ? " (counted)" : " (not counted, " + status() + ")");
      case ENTERED -> ": counted now (" + change() + renumbered() + ")";
      case LEFT -> ": no longer counted (" + change() + ")";
      case LOST -> ": not counted (no element set to fly by)";
      case FOUND -> ": counted again (an element set again)";
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

  private String change() {
    SatelliteStatus was = before.orElseThrow().status();
    SatelliteStatus is = satellite.status();
    if (is != was) {
      return key(is) + ", was " + key(was);
    }
    return key(is) + (satellite.prn().isEmpty() ? ", without a PRN now" : ", with a PRN now");
  }

  private String renumbered() {
    String was = before.orElseThrow().prn();
    return was.isEmpty() || was.equals(satellite.prn()) ? "" : " as " + was;
  }

  private static String key(SatelliteStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
