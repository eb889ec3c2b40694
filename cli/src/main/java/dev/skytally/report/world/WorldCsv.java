package dev.skytally.report.world;

import dev.skytally.WorldResult;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.satellites.Completeness;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A grid as CSV: a row a cell, from north to south, then from west to east. There is a column for
 * the number of satellites with old orbits where there are any.
 */
final class WorldCsv {
  private WorldCsv() {}

  static void write(Setting setting, WorldResult result, OutputStream out) throws IOException {
    WorldGrid grid = result.grid();
    List<WorldFigures.Figure> figures = WorldFigures.of(result.tally());
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CsvText header = new CsvText().cells("latitude_deg", "longitude_deg");
    for (WorldFigures.Figure figure : figures) {
      header.cell(figure.name());
    }
    header.cell("missing_satellites");
    int old = setting.selection().oldOrbits().members().size();
    if (old > 0) {
      header.cell("old_orbit_satellites");
    }
    header.endRow();
    Completeness completeness = result.constellation().completeness();
    String missing =
        completeness.isUnknown() ? "" : Integer.toString(completeness.missing().size());
    writer.write(header.toString());
    for (int row = 0; row < grid.rows(); row++) {
      CsvText csv = new CsvText();
      String latitude = Decimals.plain(grid.latitudeDegrees(row), 6);
      for (int column = 0; column < grid.columns(); column++) {
        double longitude = grid.longitudeDegrees(column);
        csv.cell(latitude).cell(Decimals.plain(longitude > 180 ? longitude - 360 : longitude, 6));
        for (WorldFigures.Figure figure : figures) {
          csv.cell(Decimals.plain(figure.value().at(row, column), 6));
        }
        csv.cell(missing);
        if (old > 0) {
          csv.cell(old);
        }
        csv.endRow();
      }
      writer.write(csv.toString());
    }
    writer.flush();
  }
}
