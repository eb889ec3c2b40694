package dev.skytally.report.horizon;

import dev.skytally.report.site.SiteTable;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.Fact;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Words;
import dev.skytally.site.GroundSite;
import dev.skytally.terrain.TerrainHorizon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes horizons for people: sectors of one site, or one line for each of several. */
final class HorizonTable {
  private static final int LABEL_WIDTH = 12;
  private static final int SECTOR_DEGREES = 10;

  private HorizonTable() {}

  static String text(HorizonReport report) {
    StringBuilder text = new StringBuilder(4_096);
    Words.append(text, report.headline(), 0);
    text.append('\n');
    boolean isOne = report.horizons().size() == 1;
    if (isOne) {
      append(text, new Fact("Site", place(report.horizons().get(0))));
    }
    report.facts().forEach(fact -> append(text, fact));
    text.append('\n');
    if (isOne) {
      sectors(report.horizons().get(0)).appendTo(text);
      Words.append(
          text,
          "The highest terrain of each sector of 10 degrees. Azimuth from north over east and"
              + " elevation in degrees. CSV and JSON have all "
              + report.horizons().get(0).points().size()
              + " directions.",
          0);
    } else {
      sites(report.horizons()).appendTo(text);
      Words.append(
          text,
          "Ground: height in the model. Mean, highest: elevation of the horizon in degrees;"
              + " azimuth from north over east and distance of the highest terrain.",
          0);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Fact fact) {
    String label = fact.label() + " ".repeat(LABEL_WIDTH - fact.label().length());
    Words.append(text, label + fact.value(), LABEL_WIDTH);
  }

  private static String place(TerrainHorizon horizon) {
    GroundSite site = horizon.site();
    return site.name()
        + " (latitude "
        + Decimals.fixed(site.latitudeDegrees(), 4)
        + ", longitude "
        + Decimals.fixed(site.longitudeDegrees(), 4)
        + " degrees), ground at "
        + Decimals.fixed(horizon.groundMeters(), 0)
        + " m in the model";
  }

  private static TextTable sectors(TerrainHorizon horizon) {
    TextTable table =
        new TextTable()
            .words("Sector", 10)
            .numbers("Highest")
            .numbers("Azimuth")
            .numbers("Distance km");
    for (int from = 0; from < 360; from += SECTOR_DEGREES) {
      int begin = from;
      TerrainHorizon.Point highest =
          horizon.points().stream()
              .filter(
                  point ->
                      point.azimuthDegrees() >= begin
                          && point.azimuthDegrees() < begin + SECTOR_DEGREES)
              .max(Comparator.comparingDouble(TerrainHorizon.Point::elevationDegrees))
              .orElseThrow();
      table.row(
          from + " to " + (from + SECTOR_DEGREES),
          Decimals.fixed(highest.elevationDegrees(), 1),
          Decimals.fixed(highest.azimuthDegrees(), 1),
          HorizonReport.kilometers(highest.distanceMeters()));
    }
    return table;
  }

  private static TextTable sites(List<TerrainHorizon> horizons) {
    TextTable table =
        SiteTable.begin(false)
            .numbers("Ground m")
            .numbers("Mean")
            .numbers("Highest")
            .numbers("Azimuth")
            .numbers("km");
    for (TerrainHorizon horizon : horizons) {
      TerrainHorizon.Point highest = horizon.highest();
      List<String> cells = new ArrayList<>(SiteTable.names(horizon.site(), false));
      cells.add(Decimals.fixed(horizon.groundMeters(), 0));
      cells.add(Decimals.fixed(horizon.meanDegrees(), 1));
      cells.add(Decimals.fixed(highest.elevationDegrees(), 1));
      cells.add(Decimals.fixed(highest.azimuthDegrees(), 1));
      cells.add(HorizonReport.kilometers(highest.distanceMeters()));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }
}
