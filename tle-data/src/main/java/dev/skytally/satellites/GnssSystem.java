package dev.skytally.satellites;

import dev.skytally.input.TextFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A global or regional navigation satellite system, named by its three-letter RINEX-era code. It
 * contains all facts about a system; the reports decide how it is drawn.
 */
public enum GnssSystem {
  /** The Global Positioning System of the United States. */
  GPS('G', "GPS", "GPS", "gps-ops", 12),
  /** BeiDou, of China. */
  BDS('C', "BeiDou", "BDT", "beidou", 15),
  /** Galileo, of the European Union. */
  GAL('E', "Galileo", "GAL", "galileo", 12),
  /** GLONASS, of Russia. */
  GLO('R', "GLONASS", "GLO", "glo-ops", 12),
  /** QZSS, of Japan. */
  QZS('J', "QZSS", "QZS", "", 1),
  /** NavIC, of India. */
  NAVIC('I', "NavIC", "IRN", "irnss", 1);

  private final char rinexLetter;
  private final String displayName;
  private final String rinexTimeSystem;
  private final String celestrakGroup;
  private final int leastSatellites;

  GnssSystem(
      char rinexLetter,
      String displayName,
      String rinexTimeSystem,
      String celestrakGroup,
      int leastSatellites) {
    this.rinexLetter = rinexLetter;
    this.displayName = displayName;
    this.rinexTimeSystem = rinexTimeSystem;
    this.celestrakGroup = celestrakGroup;
    this.leastSatellites = leastSatellites;
  }

  /** {@return the codes of all systems, for example {@code GPS, BDS, GAL}} */
  public static String codes() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /**
   * {@return the system of a letter of RINEX, if there is one}
   *
   * @param letter the letter of a RINEX file
   */
  public static Optional<GnssSystem> ofRinexLetter(char letter) {
    // The bundled outages ask for this often, before it is compiled.
    for (GnssSystem system : values()) {
      if (system.rinexLetter == letter) {
        return Optional.of(system);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the system with a code or display name, ignoring case}
   *
   * @param name the name of the constant, in upper or lower case
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
                        .formatted(TextFile.quoted(name), codes())));
  }

  /**
   * {@return the letter that begins this system's PRNs in RINEX, for example {@code C} in {@code
   * C19}}
   */
  public char rinexLetter() {
    return rinexLetter;
  }

  /** {@return the time system of RINEX files with only this system, for example {@code BDT}} */
  public String rinexTimeSystem() {
    return rinexTimeSystem;
  }

  /** {@return CelesTrak's group that contains this whole system; empty if there is none} */
  public String celestrakGroup() {
    return celestrakGroup;
  }

  /**
   * {@return the least number of satellites in a complete set of elements: half of the full
   * constellation for a global system, and less for regional systems, which have only a few}
   */
  public int leastSatellites() {
    return leastSatellites;
  }

  /** {@return the name to show to people, for example {@code BeiDou}} */
  public String displayName() {
    return displayName;
  }

  /**
   * {@return the names of systems to show to people, for example {@code GPS, BeiDou}}
   *
   * @param systems the systems, in the order to show
   */
  public static String displayNames(Iterable<GnssSystem> systems) {
    // Every start with outages comes here, so it has no lambdas whose first use costs time.
    StringJoiner names = new StringJoiner(", ");
    for (GnssSystem system : systems) {
      names.add(system.displayName);
    }
    return names.toString();
  }

  /**
   * How published names of its satellites begin, in capital letters. Catalogues also give such a
   * name in brackets after another one.
   */
  List<String> satelliteNames() {
    return switch (this) {
      case GPS -> List.of("GPS ", "NAVSTAR ");
      case BDS -> List.of("BEIDOU", "BD-", "BD 1", "COMPASS G");
      case GAL -> List.of("GSAT0", "GALILEO");
      case GLO -> List.of("GLONASS");
      case QZS -> List.of("QZS", "MICHIBIKI");
      case NAVIC -> List.of("IRNSS", "NVS-");
    };
  }

  /** The ground track that only its satellites repeat; empty if there is none. */
  Optional<GroundTrack> groundTrack() {
    return switch (this) {
      case GPS -> Optional.of(new GroundTrack(2, 1, 50, 60));
      case BDS -> Optional.of(new GroundTrack(13, 7, 50, 60));
      case GAL -> Optional.of(new GroundTrack(17, 10, 50, 60));
      case GLO -> Optional.of(new GroundTrack(17, 8, 60, 68));
      case QZS, NAVIC -> Optional.empty();
    };
  }
}
