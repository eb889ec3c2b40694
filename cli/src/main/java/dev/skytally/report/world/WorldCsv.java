package dev.skytally.report.world;

import dev.skytally.WorldResult;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.Column;
import dev.skytally.report.Sheet;
import dev.skytally.report.setting.ClocksText;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingColumns;
import dev.skytally.report.text.CsvText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.world.WorldFigures.Cell;
import dev.skytally.report.world.WorldFigures.WorldFigure;
import dev.skytally.selection.Selection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a grid as CSV: one row for each cell, from north to south, then from west to east. */
final class WorldCsv {
  private WorldCsv() {}

  static void write(
      Setting setting, WorldResult result, List<WorldFigure> figures, OutputStream out)
      throws IOException {
    WorldGrid grid = result.grid();
    List<Column<Cell>> columns = columns(setting, result, figures);
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CsvText header = new CsvText();
    Sheet.appendHeader(header, columns);
    writer.write(header.toString());
    String[] longitudes = new String[grid.columns()];
    for (int column = 0; column < longitudes.length; column++) {
      double longitude = grid.longitudeDegrees(column);
      longitudes[column] = Decimals.plain(longitude > 180 ? longitude - 360 : longitude, 6);
    }
    Cell cell = new Cell();
    for (cell.row = 0; cell.row < grid.rows(); cell.row++) {
      CsvText csv = new CsvText();
      cell.latitudeDegrees = Decimals.plain(grid.latitudeDegrees(cell.row), 6);
      for (cell.column = 0; cell.column < grid.columns(); cell.column++) {
        cell.longitudeDegrees = longitudes[cell.column];
        Sheet.appendRow(csv, columns, cell);
      }
      writer.write(csv.toString());
    }
    writer.flush();
  }

  static List<Column<Cell>> columns(
      Setting setting, WorldResult result, List<WorldFigure> figures) {
    List<Column<Cell>> columns =
        new ArrayList<>(
            List.of(
                Column.number("latitude_deg", "latitude of the cell", cell -> cell.latitudeDegrees),
                Column.number(
                    "longitude_deg", "longitude of the cell", cell -> cell.longitudeDegrees)));
    for (WorldFigure figure : figures) {
      columns.add(figure.column());
    }
    if (result.tally().figures().contains(GridFigure.DILUTION)) {
      String clocks = ClocksText.option(result.tally().clocks(), setting.systems());
      columns.add(
          Column.text(
              "clocks", "systems that share a receiver clock, as in --clocks", cell -> clocks));
    }
    Selection selection = setting.selection();
    columns.add(SettingColumns.missing(selection));
    SettingColumns.addOldOrbitsAndOutages(columns, selection);
    return columns;
  }
}
