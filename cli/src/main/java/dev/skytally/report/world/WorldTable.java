package dev.skytally.report.world;

import dev.skytally.WorldResult;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.setting.ClocksText;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Writes the summary of a grid for people: the leads, the definition and the means. */
final class WorldTable {
  private final Setting setting;
  private final WorldResult result;
  private final WorldSummary summary;
  private final StringBuilder text = new StringBuilder();

  WorldTable(Setting setting, WorldResult result, WorldSummary summary) {
    this.setting = setting;
    this.result = result;
    this.summary = summary;
  }

  String text() {
    if (setting.systems().size() > 1) {
      Words.append(
          text,
          "By the mean number in view, " + led(result, summary, surface -> surface.ledByMean) + ".",
          0);
      Words.append(
          text,
          "By the share of time with more in view than "
              + (setting.systems().size() == 2 ? "the other" : "every other")
              + ", "
              + led(result, summary, surface -> surface.ledByShare)
              + ".",
          0);
    }
    SettingText.appendMarks(text, setting.selection());
    if (!text.isEmpty()) {
      text.append('\n');
    }
    SettingText.append(text, setting);
    SettingText.line(text, "Grid", grid(result.grid()));
    text.append('\n');
    appendTable();
    if (!summary.dilutions.isEmpty()) {
      text.append('\n');
      appendDilution();
    }
    Words.append(
        text,
        (setting.systems().size() > 1 ? "% led: area led by the mean number in view. " : "")
            + "All shares and means are weighted by area.",
        0);
    return text.toString();
  }

  /** Returns the words for the surface of a grid. */
  static String surface(WorldGrid grid) {
    return isWhole(grid) ? "the Earth" : "the region";
  }

  static boolean isWhole(WorldGrid grid) {
    double half = grid.resolutionDegrees() / 2;
    return grid.isAround()
        && grid.latitudeDegrees(0) + half >= 90
        && grid.latitudeDegrees(grid.rows() - 1) - half <= -90;
  }

  /** Returns the leads: {@code BeiDou leads over 75.1 % and GPS over 24.2 % of the Earth}. */
  static String led(
      WorldResult result, WorldSummary summary, Function<WorldSummary.Surface, double[]> by) {
    double[] shares = by.apply(summary.all);
    double[] sharesOfLand = by.apply(summary.land);
    List<GnssSystem> all = result.constellation().systems();
    List<GnssSystem> systems = new ArrayList<>(all);
    systems.sort(Comparator.comparingDouble(system -> -shares[all.indexOf(system)]));
    StringBuilder led = new StringBuilder();
    StringBuilder land = new StringBuilder();
    for (int i = 0; i < systems.size(); i++) {
      int system = all.indexOf(systems.get(i));
      String separator = i == 0 ? "" : i == systems.size() - 1 ? " and " : ", ";
      led.append(separator).append(systems.get(i).displayName());
      led.append(i == 0 ? " leads over " : " over ").append(percent(shares[system]));
      if (summary.hasLand()) {
        land.append(separator).append(percent(sharesOfLand[system]));
      }
    }
    led.append(" of ").append(surface(result.grid()));
    return summary.hasLand() ? led + ", of its land over " + land : led.toString();
  }

  private static String percent(double share) {
    return Decimals.percentOfWhole(share) + " %";
  }

  /**
   * Describes a grid: {@code every 0.25 degrees, 720 rows of 1440 from 89.875 N 179.875 W to 89.875
   * S 179.875 E}.
   */
  static String grid(WorldGrid grid) {
    StringBuilder text = new StringBuilder("every ");
    text.append(Words.degrees(grid.resolutionDegrees())).append(", ");
    text.append(grid.rows()).append(" rows of ").append(grid.columns());
    text.append(" from ").append(latitude(grid.latitudeDegrees(0)));
    text.append(' ').append(longitude(grid.longitudeDegrees(0)));
    text.append(" to ").append(latitude(grid.latitudeDegrees(grid.rows() - 1)));
    text.append(' ').append(longitude(grid.longitudeDegrees(grid.columns() - 1)));
    if (grid.heightMeters() != 0) {
      text.append(", ").append(Decimals.plain(grid.heightMeters(), 3));
      text.append(" m above the ellipsoid");
    }
    return text.toString();
  }

  static String latitude(double degrees) {
    return Decimals.plain(Math.abs(degrees), 3) + (degrees == 0 ? "" : degrees > 0 ? " N" : " S");
  }

  static String longitude(double degrees) {
    double east = degrees - 360 * Math.floor((degrees + 180) / 360);
    boolean plain = east == 0 || east == -180;
    return Decimals.plain(Math.abs(east), 3) + (plain ? "" : east > 0 ? " E" : " W");
  }

  /** Appends the median PDOP over Earth, sea and land, and the shares of good and least ones. */
  private void appendDilution() {
    int systems = setting.systems().size();
    String limit = Decimals.plain(result.tally().goodPdop(), 3);
    List<String> names = List.of(isWhole(result.grid()) ? "Earth" : "Region", "Sea", "Land");
    TextTable table = new TextTable().words("PDOP", 10);
    List<WorldSummary.DilutionSurface> surfaces = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      WorldSummary.DilutionSurface surface = summary.dilutions.get(i);
      if (!surface.isEmpty()) {
        surfaces.add(surface);
        table.numbers(names.get(i), "median");
        table.numbers(names.get(i), "% <= " + limit);
        if (systems > 1) {
          table.numbers(names.get(i), "% least");
        }
      }
    }
    for (int set = 0; set < surfaces.get(0).sharesGood.length; set++) {
      List<String> cells = new ArrayList<>();
      cells.add(set < systems ? setting.systems().get(set).displayName() : "together");
      for (WorldSummary.DilutionSurface surface : surfaces) {
        double median = surface.medianPdop(set);
        cells.add(Double.isNaN(median) ? "-" : Decimals.fixed(median, 2));
        cells.add(Decimals.percentOfWhole(surface.sharesGood[set]));
        if (systems > 1) {
          cells.add(set < systems ? Decimals.percentOfWhole(surface.ledByPdop[set]) : "");
        }
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
    Words.append(
        text,
        (systems > 1
                ? "Together: " + ClocksText.words(result.tally().clocks(), setting.systems()) + ". "
                : "")
            + "Median: the median PDOP that half of the area does not exceed. % <= "
            + limit
            + ": time with such a PDOP."
            + (systems > 1 ? " % least: area where the system has the least median PDOP." : ""),
        0);
  }

  private void appendTable() {
    boolean comparing = setting.systems().size() > 1;
    TextTable table = new TextTable().words("System", 10);
    String all = isWhole(result.grid()) ? "Earth" : "Region";
    List<WorldSummary.Surface> surfaces = new ArrayList<>();
    surfaces.add(summary.all);
    table.numbers(all, "mean");
    if (comparing) {
      table.numbers(all, "% led");
    }
    if (summary.hasLand()) {
      surfaces.add(summary.land);
      table.numbers("Land", "mean");
      if (comparing) {
        table.numbers("Land", "% led");
      }
    }
    for (int i = 0; i < setting.systems().size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(setting.systems().get(i).displayName());
      for (WorldSummary.Surface surface : surfaces) {
        cells.add(Decimals.fixed(surface.means[i], 2));
        if (comparing) {
          cells.add(Decimals.percentOfWhole(surface.ledByMean[i]));
        }
      }
      table.row(cells.toArray(String[]::new));
    }
    table.appendTo(text);
  }
}
