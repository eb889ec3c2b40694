package dev.skytally.report.sky;

import dev.skytally.dop.Dilution;
import dev.skytally.report.passes.PassesTable;
import dev.skytally.report.setting.ClocksText;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.text.TextTable;
import dev.skytally.report.text.Times;
import dev.skytally.report.text.Words;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.LookAngles;
import dev.skytally.visibility.Sky;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the sky over a site for people. */
final class SkyTable {
  private static final String NONE = "-";
  private static final double METERS_A_KILOMETER = 1000;

  private SkyTable() {}

  static String text(SkyReport report) {
    Setting setting = report.setting();
    StringBuilder text = new StringBuilder(8_192);
    String headline = report.headline();
    Words.append(
        text,
        headline.substring(0, headline.length() - 1)
            + " at "
            + setting.times().withOffset(report.now().utc())
            + ".",
        0);
    SettingText.appendMarks(text, setting.selection());
    text.append('\n');
    SettingText.line(text, "Moment", moment(report));
    SettingText.line(text, "Site", PassesTable.place(report.now().site()));
    SettingText.appendWithoutWindow(text, setting);
    text.append('\n');
    TextTable satellites =
        new TextTable().words("Sat", 9).numbers("Azimuth").numbers("Elevation").numbers("Range km");
    boolean reportsHealth = setting.selection().reportsHealth();
    if (reportsHealth) {
      satellites.words("Health", 9);
    }
    for (Sky.InView seen : report.now().inView()) {
      LookAngles angles = seen.lookAngles();
      List<String> cells = new ArrayList<>();
      cells.add(seen.satellite().label());
      cells.add(azimuth(angles.azimuthDegrees()));
      cells.add(Decimals.fixed(angles.elevationDegrees(), 1));
      cells.add(Decimals.fixed(angles.rangeMeters() / METERS_A_KILOMETER, 0));
      if (reportsHealth) {
        cells.add(setting.selection().healthWord(seen.satellite()));
      }
      satellites.row(cells.toArray(String[]::new));
    }
    satellites.appendTo(text);
    text.append('\n');
    TextTable dilutions =
        new TextTable()
            .words("DOP", 9)
            .numbers("GDOP")
            .numbers("PDOP")
            .numbers("HDOP")
            .numbers("VDOP")
            .numbers("TDOP");
    for (GnssSystem system : setting.systems()) {
      add(dilutions, system.displayName(), report.dilution(system));
    }
    if (setting.systems().size() > 1) {
      add(dilutions, "together", report.dilutionTogether());
    }
    dilutions.appendTo(text);
    Words.append(
        text,
        "Azimuth from north over east and elevation in degrees. DOP: dilution of precision;"
            + " '-': no position."
            + (setting.systems().size() > 1
                ? " together: " + ClocksText.words(report.clocks(), setting.systems()) + "."
                : ""),
        0);
    return text.toString();
  }

  /** Returns {@code 359.9}, or {@code 0.0} for an azimuth that rounds to a full turn. */
  private static String azimuth(double degrees) {
    String text = Decimals.fixed(degrees, 1);
    return text.equals("360.0") ? "0.0" : text;
  }

  private static String moment(SkyReport report) {
    Times times = report.setting().times();
    return times.withOffset(report.now().utc()) + times.name() + report.unaskedMoment();
  }

  private static void add(TextTable table, String name, Optional<Dilution> dilution) {
    if (dilution.isEmpty()) {
      table.row(name, NONE, NONE, NONE, NONE, NONE);
      return;
    }
    Dilution dop = dilution.get();
    table.row(
        name,
        Decimals.fixed(dop.gdop(), 2),
        Decimals.fixed(dop.pdop(), 2),
        Decimals.fixed(dop.hdop(), 2),
        Decimals.fixed(dop.vdop(), 2),
        Decimals.fixed(dop.tdop(), 2));
  }
}
