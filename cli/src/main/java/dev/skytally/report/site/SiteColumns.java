package dev.skytally.report.site;

import dev.skytally.geography.PlaceNames;
import dev.skytally.report.Column;
import dev.skytally.site.GroundSite;
import java.util.List;

/** The columns that identify a site. */
public final class SiteColumns {
  public static final Column<GroundSite> ISO2 =
      Column.text("iso2", "the country's ISO code of two letters", GroundSite::countryCode);
  public static final Column<GroundSite> COUNTRY =
      Column.text("country", "the country", GroundSite::country);
  public static final Column<GroundSite> NAME =
      Column.text("name", "the site's name", GroundSite::name);

  /** All columns of a site. */
  public static final List<Column<GroundSite>> ALL =
      List.of(
          ISO2,
          COUNTRY,
          Column.text(
              "capital",
              "the capital, if the site is one",
              site -> PlaceNames.isCapital(site) ? site.name() : ""),
          NAME,
          Column.number("latitude_deg", 6, "geodetic latitude", GroundSite::latitudeDegrees),
          Column.number(
              "longitude_deg", 6, "longitude, positive east", GroundSite::longitudeDegrees),
          Column.number("height_m", 6, "height above the ellipsoid", GroundSite::heightMeters));

  private SiteColumns() {}
}
