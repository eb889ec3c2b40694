package dev.skytally.history;

import dev.skytally.internal.input.Sha256;
import dev.skytally.outage.Outages;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.GroundSite;
import java.util.List;

/**
 * The question of a run, apart from its day. Runs of one setting can be compared with each other.
 *
 * @param systems at least one, in the order of the output
 * @param maskDegrees the least elevation that counts as in view, -90 to 90 (exclusive)
 * @param usable whether a satellite counts only while it is usable according to the bundled notices
 * @param siteList the name of the sites: {@value #CAPITALS}, or a file's name
 */
public record RunSetting(
    List<GnssSystem> systems,
    StatusFilter status,
    double maskDegrees,
    boolean usable,
    String siteList,
    List<GroundSite> sites) {
  /** The name of the list of the world's capitals. */
  public static final String CAPITALS = "capitals";

  public RunSetting {
    systems = List.copyOf(systems);
    sites = List.copyOf(sites);
  }

  /** Returns whether the sites are the world's capitals. */
  public boolean areCapitals() {
    return siteList.equals(CAPITALS);
  }

  /** Returns the outages by which satellites do not count; none if they count all day. */
  public Outages outages() {
    return usable ? Outages.bundled() : Outages.none();
  }

  /** Returns the systems whose outages on the day of a run the notices do not cover. */
  public List<GnssSystem> withUnknownOutages(StoredRun run) {
    return systems.stream()
        .filter(of -> usable && !outages().knows(of, run.start(), run.start().plus(Run.WINDOW)))
        .toList();
  }

  /** Returns whether two settings ask the same, whatever the names of their lists of sites. */
  public boolean asksTheSameAs(RunSetting other) {
    return systems.equals(other.systems)
        && status == other.status
        && maskDegrees == other.maskDegrees
        && usable == other.usable
        && hasSitesOf(other);
  }

  /** Returns whether the sites are the same, whatever the names of their lists. */
  public boolean hasSitesOf(RunSetting other) {
    return sitesSha256().equals(other.sitesSha256());
  }

  /** Returns a digest of the sites, whatever the name of their list. */
  String sitesSha256() {
    StringBuilder text = new StringBuilder();
    for (GroundSite site : sites) {
      for (Object field :
          List.of(
              site.countryCode(),
              site.country(),
              site.name(),
              site.latitudeDegrees(),
              site.longitudeDegrees(),
              site.heightMeters())) {
        text.append(field).append('\0');
      }
    }
    return Sha256.of(text.toString());
  }
}
