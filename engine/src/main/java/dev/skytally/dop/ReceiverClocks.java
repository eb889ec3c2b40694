package dev.skytally.dop;

import static dev.skytally.satellites.GnssSystem.GPS;
import static dev.skytally.satellites.GnssSystem.QZS;

import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The systems that share a receiver clock.
 *
 * <p>A receiver clock is one unknown: the offset of the receiver's time from a system's time. Two
 * systems share a clock if a receiver does not have to estimate the difference between their times.
 *
 * <p>Immutable.
 *
 * @param shared the systems of each shared clock; every other system has its own
 */
public record ReceiverClocks(List<Set<GnssSystem>> shared) {
  /**
   * GPS and QZSS share a clock, because QZSS uses GPS time: its interface specification
   * IS-QZSS-PNT, section 5.1, sets both 19 s behind TAI. Every other system has its own.
   */
  public static final ReceiverClocks DEFAULT = new ReceiverClocks(List.of(Set.of(GPS, QZS)));

  /** Every system has its own clock. */
  public static final ReceiverClocks OWN = new ReceiverClocks(List.of());

  /**
   * Creates the clocks.
   *
   * @param shared the groups of systems
   * @throws IllegalArgumentException if a system has two clocks
   */
  public ReceiverClocks {
    shared = shared.stream().map(Set::copyOf).toList();
    Set<GnssSystem> seen = new HashSet<>();
    for (Set<GnssSystem> clock : shared) {
      for (GnssSystem system : clock) {
        if (!seen.add(system)) {
          throw new IllegalArgumentException(system + " has two receiver clocks, expected one");
        }
      }
    }
  }

  /**
   * Divides systems by their clocks, in the order of each clock's first system.
   *
   * @param systems the systems
   * @return the systems of each clock
   */
  public List<List<GnssSystem>> divide(Collection<GnssSystem> systems) {
    Map<Set<GnssSystem>, List<GnssSystem>> byClock = new LinkedHashMap<>();
    for (GnssSystem system : systems) {
      byClock.computeIfAbsent(clock(system), clock -> new ArrayList<>()).add(system);
    }
    return List.copyOf(byClock.values());
  }

  private Set<GnssSystem> clock(GnssSystem system) {
    return shared.stream()
        .filter(clock -> clock.contains(system))
        .findFirst()
        .orElse(Set.of(system));
  }
}
