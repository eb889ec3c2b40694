package dev.skytally.satellites;

import dev.skytally.elements.ElementSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells what a satellite is that the registry does not know, from its published name and its orbit.
 *
 * <p>Names are written by hand and go stale, so a name alone never makes a navigation satellite:
 * the orbit must be one that such satellites fly. An orbit alone is enough only in medium Earth
 * orbit, where each system has a mean motion of its own; geosynchronous orbits are shared.
 */
final class Classifier {
  private static final double SLOWEST_MEO_REVOLUTIONS_PER_DAY = 1.6;
  private static final double FASTEST_MEO_REVOLUTIONS_PER_DAY = 2.3;
  private static final double GEOSYNCHRONOUS_WITHIN_REVOLUTIONS_PER_DAY = 0.05;

  /** Uncontrolled geostationary satellites swing up to 15 degrees; no IGSO is flatter than 20. */
  private static final double STEEPEST_GEO_DEGREES = 16;

  /** Galileo's first two full satellites, launched astray, are the most eccentric: 0.16. */
  private static final double GREATEST_ECCENTRICITY = 0.2;

  private static final double GREATEST_ECCENTRICITY_BY_ORBIT_ALONE = 0.03;

  /** QZSS PRNs are the satellite number plus this. */
  private static final int QZSS_PRN_OFFSET = 192;

  private static final List<String> AUGMENTATIONS =
      List.of("WAAS", "EGNOS", "MSAS", "GAGAN", "SDCM", "SOUTHPAN", "KASS");

  private Classifier() {}

  /** The system that the name speaks of, whatever the orbit. */
  static Optional<GnssSystem> systemByName(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (isDebrisOrRocket(upper)) {
      return Optional.empty();
    }
    for (GnssSystem system : GnssSystem.values()) {
      for (String beginning : system.satelliteNames()) {
        if (begins(upper, beginning)) {
          return Optional.of(system);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a name, or the part of it in brackets, begins in a certain way. */
  private static boolean begins(String upperCaseName, String beginning) {
    return upperCaseName.startsWith(beginning)
        || upperCaseName.contains("(" + beginning)
        || upperCaseName.contains("[" + beginning);
  }

  /** The system whose satellites alone fly such an orbit. */
  static Optional<GnssSystem> systemByOrbit(ElementSet elements) {
    if (elements.eccentricity() > GREATEST_ECCENTRICITY_BY_ORBIT_ALONE
        || isDebrisOrRocket(elements.name().toUpperCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Arrays.stream(GnssSystem.values())
        .filter(system -> system.groundTrack().filter(track -> track.isOf(elements)).isPresent())
        .findFirst();
  }

  /**
   * Whether this may be a navigation satellite that nobody has named yet: an inclined orbit of a
   * class that they fly, and a name that is none, a mere designator or a stopgap.
   */
  static boolean isNamelessCandidate(ElementSet elements) {
    String name = elements.name().toUpperCase(Locale.ROOT);
    boolean nameless =
        name.isEmpty()
            || isDigit(name.charAt(0))
            || name.startsWith("OBJECT ")
            || name.startsWith("TBA");
    return nameless
        && elements.inclinationDegrees() > STEEPEST_GEO_DEGREES
        && orbitClass(elements).isPresent();
  }

  private static boolean isDebrisOrRocket(String upperCaseName) {
    return upperCaseName.contains(" DEB") || upperCaseName.contains("R/B");
  }

  /** The orbit class, if navigation satellites fly such orbits at all. */
  static Optional<OrbitClass> orbitClass(ElementSet elements) {
    double meanMotion = elements.meanMotionRevolutionsPerDay();
    if (elements.eccentricity() > GREATEST_ECCENTRICITY) {
      return Optional.empty();
    }
    if (meanMotion > SLOWEST_MEO_REVOLUTIONS_PER_DAY
        && meanMotion < FASTEST_MEO_REVOLUTIONS_PER_DAY) {
      return Optional.of(OrbitClass.MEO);
    }
    if (Math.abs(meanMotion - GroundTrack.SIDEREAL_DAYS_PER_DAY)
        < GEOSYNCHRONOUS_WITHIN_REVOLUTIONS_PER_DAY) {
      return Optional.of(
          elements.inclinationDegrees() < STEEPEST_GEO_DEGREES ? OrbitClass.GEO : OrbitClass.IGSO);
    }
    return Optional.empty();
  }

  /**
   * The augmentation system (SBAS) that a name gives in brackets, as {@code EGNOS} for {@code ASTRA
   * 5B (EGNOS/PRN 123)} and for {@code EUTELSAT 5 WEST B (EGN*)}, cut off there by the line's
   * length.
   */
  static Optional<String> augmentation(String name) {
    String inBrackets = inBrackets(name.toUpperCase(Locale.ROOT));
    int slash = inBrackets.indexOf('/');
    String tag = slash < 0 ? inBrackets : inBrackets.substring(0, slash);
    boolean cutOff = tag.length() > 1 && tag.endsWith("*");
    String start = cutOff ? tag.substring(0, tag.length() - 1) : tag;
    for (String augmentation : AUGMENTATIONS) {
      if (cutOff ? augmentation.startsWith(start) : augmentation.equals(start)) {
        return Optional.of(augmentation);
      }
    }
    return Optional.empty();
  }

  /**
   * The PRN that a name gives in brackets, as {@code G03} for {@code GPS BIIF-8 (PRN 03)} and
   * {@code C19} for {@code BEIDOU-3 M1 (C19)}; empty if it gives none.
   */
  static String prn(GnssSystem system, String name) {
    String tag = inBrackets(name.toUpperCase(Locale.ROOT));
    int marker = tag.indexOf("PRN ");
    String number = marker < 0 ? tag : tag.substring(marker + "PRN ".length());
    int slash = number.indexOf('/');
    number = slash < 0 ? number : number.substring(0, slash);
    if (!number.isEmpty() && number.charAt(0) == system.rinexLetter()) {
      number = number.substring(1);
    } else if (marker < 0) {
      return "";
    }
    if (number.isEmpty() || number.length() > 3) {
      return "";
    }
    for (int i = 0; i < number.length(); i++) {
      if (!isDigit(number.charAt(i))) {
        return "";
      }
    }
    int value = Integer.parseInt(number);
    if (system == GnssSystem.QZS && value > QZSS_PRN_OFFSET) {
      value -= QZSS_PRN_OFFSET;
    }
    return value < 1 || value > 99 ? "" : system.rinexLetter() + (value < 10 ? "0" : "") + value;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static String inBrackets(String name) {
    int open = name.indexOf('(');
    int close = name.indexOf(')', open + 1);
    return open < 0 || close < 0 ? "" : name.substring(open + 1, close).strip();
  }
}
