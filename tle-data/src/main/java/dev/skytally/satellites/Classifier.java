package dev.skytally.satellites;

import dev.skytally.elements.ElementSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Classifies a satellite that is not in the registry by its published name and its orbit.
 *
 * <p>Names are written by hand and become outdated, so a name alone never identifies a navigation
 * satellite: its orbit must be typical for such satellites. An orbit alone is enough only in medium
 * Earth orbit, where each system has its own mean motion. All systems share geosynchronous orbits.
 */
final class Classifier {
  private static final double SLOWEST_MEO_REVOLUTIONS_PER_DAY = 1.6;
  private static final double FASTEST_MEO_REVOLUTIONS_PER_DAY = 2.3;
  private static final double GEOSYNCHRONOUS_WITHIN_REVOLUTIONS_PER_DAY = 0.05;

  /**
   * Uncontrolled geostationary satellites reach inclinations of 15 degrees; every IGSO has at least
   * 20.
   */
  private static final double STEEPEST_GEO_DEGREES = 16;

  /**
   * Galileo's first two full satellites, launched into a wrong orbit, have the greatest
   * eccentricity: 0.16.
   */
  private static final double GREATEST_ECCENTRICITY = 0.2;

  private static final double GREATEST_ECCENTRICITY_BY_ORBIT_ALONE = 0.03;

  /** QZSS PRNs are the satellite number plus this. */
  private static final int QZSS_PRN_OFFSET = 192;

  private static final List<String> AUGMENTATIONS =
      List.of("WAAS", "EGNOS", "MSAS", "GAGAN", "SDCM", "SOUTHPAN", "KASS");

  private Classifier() {}

  /** Returns the system that the name indicates, whatever the orbit. */
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

  /** Returns the system if only its satellites have such an orbit. */
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
   * Returns whether this may be a navigation satellite that has no name yet: the orbit is inclined
   * and of a class of navigation satellites, and the name is missing, a designator or provisional.
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

  /** Returns the orbit class, if navigation satellites use such orbits. */
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
   * Returns the augmentation system (SBAS) that a name gives in brackets, for example {@code EGNOS}
   * for {@code ASTRA 5B (EGNOS/PRN 123)} and for {@code EUTELSAT 5 WEST B (EGN*)}, which the length
   * of the line truncates.
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
   * Returns the PRN that a name gives in brackets, for example {@code G03} for {@code GPS BIIF-8
   * (PRN 03)} and {@code C19} for {@code BEIDOU-3 M1 (C19)}; empty if it gives none.
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
