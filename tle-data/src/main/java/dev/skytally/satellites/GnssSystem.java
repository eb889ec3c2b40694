package dev.skytally.satellites;

import dev.skytally.input.TextFile;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A global or regional navigation satellite system, named by its three-letter RINEX-era code. */
public enum GnssSystem {
  GPS('G', "GPS"),
  BDS('C', "BeiDou"),
  GAL('E', "Galileo"),
  GLO('R', "GLONASS"),
  QZS('J', "QZSS"),
  NAVIC('I', "NavIC");

  private final char rinexLetter;
  private final String displayName;

  GnssSystem(char rinexLetter, String displayName) {
    this.rinexLetter = rinexLetter;
    this.displayName = displayName;
  }

  /**
   * The system of a code or display name, whatever the case.
   *
   * @throws IllegalArgumentException if there is none; the message lists the codes
   */
  public static GnssSystem of(String name) {
    return Arrays.stream(values())
        .filter(s -> s.name().equalsIgnoreCase(name) || s.displayName.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown system %s, expected one of %s"
                        .formatted(
                            TextFile.quoted(name),
                            Arrays.stream(values())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")))));
  }

  /** The letter that begins this system's PRNs in RINEX, as {@code C} in {@code C19}. */
  public char rinexLetter() {
    return rinexLetter;
  }

  /** The name to show to people, as {@code BeiDou}. */
  public String displayName() {
    return displayName;
  }
}
