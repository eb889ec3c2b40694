package dev.skytally.history;

import dev.skytally.input.Sha256;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.satellites.StatusFilter;
import dev.skytally.site.GroundSite;
import java.util.List;

/**
 * What a run asks, whatever its day. Runs of one setting can be compared with each other.
 *
 * @param systems at least one, in the order to show
 * @param maskDegrees the least elevation that counts as in view, -90 to 90 (exclusive)
 * @param siteList what to call the sites: {@value #CAPITALS}, or a file's name
 */
public record RunSetting(
    List<GnssSystem> systems,
    StatusFilter status,
    double maskDegrees,
    String siteList,
    List<GroundSite> sites) {
  /** The name of the list of the world's capitals. */
  public static final String CAPITALS = "capitals";

  public RunSetting {
    systems = List.copyOf(systems);
    sites = List.copyOf(sites);
  }

  /** Whether the sites are the world's capitals rather than a list of the user's. */
  public boolean areCapitals() {
    return siteList.equals(CAPITALS);
  }

  /** Whether the same is asked, whatever the sites' list is called. */
  public boolean asksAsMuchAs(RunSetting other) {
    return systems.equals(other.systems)
        && status == other.status
        && maskDegrees == other.maskDegrees
        && hasSitesOf(other);
  }

  /** Whether the sites are the same, whatever their list is called. */
  public boolean hasSitesOf(RunSetting other) {
    return sitesSha256().equals(other.sitesSha256());
  }

  /** The same sites have the same digest, whatever their list is called. */
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
