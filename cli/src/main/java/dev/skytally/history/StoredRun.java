package dev.skytally.history;

import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.ConstellationSelection;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.Missing;
import dev.skytally.tally.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A run in the history.
 *
 * @param start the start of its window
 * @param satellites every satellite of the systems that its snapshot has or that should count, by
 *     catalogue number
 * @param leads the leads by metric; empty if there is a single system
 */
public record StoredRun(
    long id,
    SnapshotFacts snapshot,
    Instant start,
    String programVersion,
    Instant computedAt,
    List<SatelliteState> satellites,
    Map<Metric, Leads> leads) {

  /**
   * The number of sites that each system leads.
   *
   * @param sites by system, without systems that lead nowhere
   */
  public record Leads(Map<GnssSystem, Integer> sites, int ties) {
    public Leads {
      sites = Map.copyOf(sites);
    }

    public int sites(GnssSystem system) {
      return sites.getOrDefault(system, 0);
    }
  }

  public StoredRun {
    satellites = List.copyOf(satellites);
    leads = Map.copyOf(leads);
  }

  public LocalDate day() {
    return LocalDate.ofInstant(start, ZoneOffset.UTC);
  }

  /** Returns the number of satellites of a system that count. */
  public int counted(GnssSystem system) {
    return (int) satellites.stream().filter(s -> s.counted() && s.system() == system).count();
  }

  /** Returns the satellites that should count and do not. */
  public List<Missing> missing() {
    return satellites.stream().flatMap(satellite -> satellite.missing().stream()).toList();
  }

  /** Returns whether every satellite that should count does. */
  public Completeness completeness() {
    return new Completeness(missing(), ConstellationSelection.on(day()).assumption());
  }

  /** Returns whether a satellite is known to be missing. */
  public boolean isIncomplete() {
    return !missing().isEmpty();
  }

  /** Returns the satellites that use element sets of other snapshots. */
  public List<SatelliteState> filled() {
    return satellites.stream().filter(satellite -> satellite.fill().isPresent()).toList();
  }
}
