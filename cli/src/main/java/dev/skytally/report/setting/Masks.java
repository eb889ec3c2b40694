package dev.skytally.report.setting;

import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Words;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The masks behind the figures.
 *
 * @param common the mask of every site that has none of its own
 * @param horizonFile the file of the common mask, as the user gave it, if it is a horizon
 * @param floorDegrees the least elevation that was given, also besides the own horizons of sites
 * @param sites the number of sites; 0 if the masks are not of sites
 * @param sitesWithOwn the number of sites with a mask of their own
 * @param ownHorizons the number of these masks that are horizons
 */
public record Masks(
    ElevationMask common,
    Optional<String> horizonFile,
    Optional<Double> floorDegrees,
    int sites,
    int sitesWithOwn,
    int ownHorizons) {
  /** Stands for the file of a horizon that a list of sites names. */
  private static final String OWN_HORIZON = "the site itself";

  /** Returns one mask for everything. */
  public static Masks of(ElevationMask common) {
    return new Masks(common, Optional.empty(), Optional.empty(), 0, 0, 0);
  }

  /** Returns the least elevation that was given for everything; 0 if none was. */
  public static Masks ofDegrees(Optional<Double> floorDegrees) {
    return new Masks(
        ElevationMask.ofDegrees(floorDegrees.orElse(0.0)), Optional.empty(), floorDegrees, 0, 0, 0);
  }

  /** Returns a horizon for everything, or the greater of it and an elevation. */
  public static Masks of(ElevationMask horizon, String file, Optional<Double> floorDegrees) {
    ElevationMask common = floorDegrees.map(horizon::atLeastDegrees).orElse(horizon);
    return new Masks(common, Optional.of(file), floorDegrees, 0, 0, 0);
  }

  /** Returns the masks of some sites; the own mask of a single site is the common one. */
  public Masks at(Collection<GroundSite> sites) {
    List<ElevationMask> own = sites.stream().flatMap(site -> site.mask().stream()).toList();
    int horizons = (int) own.stream().filter(ElevationMask::isHorizon).count();
    return own.size() == 1 && sites.size() == 1
        ? own(own.get(0))
        : new Masks(common, horizonFile, floorDegrees, sites.size(), own.size(), horizons);
  }

  /** Returns the own mask of a single site, which may be a horizon with a floor. */
  private Masks own(ElevationMask mask) {
    if (mask.isConstant()) {
      return of(mask);
    }
    Optional<Double> floor = mask.floorRadians().stream().boxed().map(Math::toDegrees).findFirst();
    return new Masks(mask, Optional.of(OWN_HORIZON), floor, 0, 0, 0);
  }

  /** Returns the least elevation of the common mask. */
  double degrees() {
    return Math.toDegrees(common.leastElevationRadians());
  }

  /** Returns the common mask for a cell of a table, for example {@code 7.5°} or {@code horizon}. */
  public String shortText() {
    return horizonFile.isPresent() ? "horizon" : Decimals.plain(degrees(), 6) + "°";
  }

  /** Returns whether no site has the common mask. */
  boolean areAllOwn() {
    return sitesWithOwn > 0 && sitesWithOwn == sites;
  }

  /** Returns the least elevation that raises the own horizons of sites. */
  Optional<Double> floorOfOwnHorizons() {
    return ownHorizons > 0 ? floorDegrees : Optional.empty();
  }

  /** Returns the common mask in words. */
  public String text() {
    if (areAllOwn()) {
      return "elevation at or above each site's own mask"
          + floorOfOwnHorizons()
              .map(floor -> ", where that is a horizon at least " + Words.degrees(floor))
              .orElse("");
    }
    return horizonFile
            .map(file -> "elevation at or above the horizon of " + file + floor())
            .orElseGet(() -> "elevation " + Words.degrees(degrees()) + " or more")
        + (sitesWithOwn == 0
            ? ""
            : " (" + Words.count(sitesWithOwn, "site has its", "sites have their") + " own mask)");
  }

  private String floor() {
    return floorDegrees.map(floor -> " and at least " + Words.degrees(floor)).orElse("");
  }
}
