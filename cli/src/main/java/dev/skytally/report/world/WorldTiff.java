package dev.skytally.report.world;

import dev.skytally.WorldResult;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.report.setting.ClocksText;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.setting.SettingText;
import dev.skytally.report.text.Decimals;
import dev.skytally.report.world.WorldFigures.WorldFigure;
import dev.skytally.satellites.Completeness;
import dev.skytally.satellites.Missing;
import dev.skytally.satellites.OldOrbits;
import dev.skytally.selection.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a grid as GeoTIFF: a band for each figure, and the definition behind the figures. */
final class WorldTiff {
  private WorldTiff() {}

  /**
   * Writes the file.
   *
   * @param folder the folder for temporary files of the same size
   */
  static void write(
      Setting setting, WorldResult result, List<WorldFigure> figures, Path folder, OutputStream out)
      throws IOException {
    WorldGrid grid = result.grid();
    List<CloudTiff.Band> bands = figures.stream().map(WorldFigure::band).toList();
    try (CloudTiff tiff = new CloudTiff(grid, facts(setting, result), bands, folder)) {
      for (WorldFigure figure : figures) {
        for (int row = 0; row < grid.rows(); row++) {
          float[] values = new float[grid.columns()];
          for (int column = 0; column < values.length; column++) {
            values[column] = (float) figure.value().at(row, column);
          }
          tiff.add(values);
        }
      }
      tiff.writeTo(out);
    }
  }

  private static Map<String, String> facts(Setting setting, WorldResult result) {
    Selection selection = setting.selection();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "WINDOW",
        setting.times().iso(selection.start()) + " to " + setting.times().iso(selection.end()));
    facts.put("MASK_DEG", Decimals.plain(setting.maskDegrees(), 6));
    facts.put("STEP_S", Decimals.plain(setting.stepSeconds(), 6));
    facts.put("HEIGHT_M", Decimals.plain(result.grid().heightMeters(), 3));
    if (result.tally().figures().contains(GridFigure.DILUTION)) {
      facts.put("CLOCKS", ClocksText.option(result.tally().clocks(), setting.systems()));
    }
    facts.put("COUNTED", SettingText.counted(selection) + "; " + SettingText.membership(setting));
    Completeness completeness = selection.constellation().completeness();
    if (!completeness.missing().isEmpty()) {
      facts.put("MISSING", Missing.names(completeness.missing()));
    }
    completeness.assumption().ifPresent(line -> facts.put("COMPLETENESS_UNKNOWN", line));
    OldOrbits old = selection.oldOrbits();
    if (!old.isEmpty()) {
      facts.put("OLD_ORBITS", old.text());
    }
    facts.put("SNAPSHOT", selection.source().label());
    facts.put("ORIGIN", selection.source().origin());
    selection
        .medianEpoch()
        .ifPresent(epoch -> facts.put("EPOCH_MEDIAN", setting.times().iso(epoch)));
    facts.put("AGE_DAYS_MEDIAN", Decimals.plain(selection.medianAgeDays(), 3));
    return facts;
  }
}
