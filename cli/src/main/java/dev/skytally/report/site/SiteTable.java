package dev.skytally.report.site;

import dev.skytally.report.text.TextTable;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import java.util.ArrayList;
import java.util.List;

/** The first columns of a table of sites, which identify them. */
public final class SiteTable {
  private static final int COUNTRY_WIDTH = 16;
  private static final int CAPITAL_WIDTH = 14;

  /** The width of all these columns. */
  public static final int NAME_WIDTH = COUNTRY_WIDTH + 1 + CAPITAL_WIDTH;

  private static final int MOST_BESIDE_EACH_OTHER = 2;

  private SiteTable() {}

  /** Returns whether the line of a site has room for all systems; else each system has a line. */
  public static boolean areBesideEachOther(List<GnssSystem> systems) {
    return systems.size() <= MOST_BESIDE_EACH_OTHER;
  }

  /** Begins a table with the columns that identify the sites. */
  public static TextTable begin(boolean withCountries) {
    TextTable table = new TextTable();
    return withCountries
        ? table.words("Country", COUNTRY_WIDTH).words("Capital", CAPITAL_WIDTH)
        : table.words("Site", NAME_WIDTH);
  }

  /** Returns the cells of these columns in a new list. */
  public static List<String> names(GroundSite site, boolean withCountries) {
    List<String> cells = new ArrayList<>();
    if (withCountries) {
      cells.add(site.country());
    }
    cells.add(site.name());
    return cells;
  }
}
