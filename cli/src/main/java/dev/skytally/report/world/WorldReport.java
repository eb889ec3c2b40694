package dev.skytally.report.world;

import dev.skytally.WorldResult;
import dev.skytally.geography.WorldMap;
import dev.skytally.report.draw.MapProjection;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.setting.Setting;
import dev.skytally.report.world.WorldFigures.WorldFigure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The figures of every system at every cell of a grid, and the leaders. */
public final class WorldReport {
  private final Setting setting;
  private final WorldResult result;
  private final WorldMap map;
  private final Optional<WorldDilution> dilution;
  private final List<WorldFigure> figures;
  private final WorldSummary summary;

  /**
   * Creates a report.
   *
   * @param map the land, coasts and borders
   */
  public WorldReport(Setting setting, WorldResult result, WorldMap map) {
    this.setting = setting;
    this.result = result;
    this.map = map;
    dilution = WorldDilution.of(result.tally());
    figures = WorldFigures.withLeaders(result.tally(), dilution);
    summary = new WorldSummary(result.tally(), dilution, map);
  }

  /** Prepares the first picture of a process; call it in the background. */
  public static void readyPictures() {
    WorldPicture.ready();
  }

  /** Returns a summary for people, at most 80 columns wide for up to two systems. */
  public String table() {
    return new WorldTable(setting, result, summary).text();
  }

  /** Writes CSV by RFC 4180 with one row for each cell. All figures must have been tallied. */
  public void writeCsv(OutputStream out) throws IOException {
    WorldCsv.write(setting, result, figures, out);
  }

  /** Writes an object of the schema {@code skytally/2}. All figures must have been tallied. */
  public void writeJson(OutputStream out) throws IOException {
    WorldJson.write(setting, result, figures, summary, out);
  }

  /**
   * Writes a Cloud Optimized GeoTIFF with one band for each figure. All figures must have been
   * tallied.
   *
   * @param folder the folder for temporary files of the same size
   */
  public void writeTiff(Path folder, OutputStream out) throws IOException {
    WorldTiff.write(setting, result, figures, folder, out);
  }

  /**
   * Draws a picture.
   *
   * @param widthDots the width for which the cells are drawn
   */
  public SvgPicture picture(
      WorldLayer layer, MapProjection projection, boolean dark, PictureStyle style, int widthDots) {
    double dotsPerPixel = (double) widthDots / WorldPicture.WIDTH;
    return new WorldPicture(
            setting, result, dilution, map, layer, projection, dark, style, dotsPerPixel)
        .draw();
  }
}
