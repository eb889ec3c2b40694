package dev.skytally.satellites;

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

  /** The letter that begins this system's PRNs in RINEX, as {@code C} in {@code C19}. */
  public char rinexLetter() {
    return rinexLetter;
  }

  /** The name to show to people, as {@code BeiDou}. */
  public String displayName() {
    return displayName;
  }
}
