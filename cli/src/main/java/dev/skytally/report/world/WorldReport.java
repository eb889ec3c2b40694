package dev.skytally.report.world;

import dev.skytally.WorldResult;
import dev.skytally.geography.WorldMap;
import dev.skytally.report.draw.MapProjection;
import dev.skytally.report.setting.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** What every cell of a grid sees of every system, and who is ahead there. */
public final class WorldReport {
  private final Setting setting;
  private final WorldResult result;
  private final WorldMap map;

  /**
   * Of a result.
   *
   * @param map what is land
   */
  public WorldReport(Setting setting, WorldResult result, WorldMap map) {
    this.setting = setting;
    this.result = result;
    this.map = map;
  }

  /** Sets up what the first picture of a process waits for; to be called while others work. */
  public static void readyPictures() {
    WorldPicture.ready();
  }

  /** A summary for people, at most 80 columns wide while two systems are compared. */
  public String table() {
    return new WorldTable(setting, result, map).text();
  }

  /** A row a cell, quoted as RFC 4180 has it; of all figures, which must have been tallied. */
  public void writeCsv(OutputStream out) throws IOException {
    WorldCsv.write(setting, result, out);
  }

  /** An object of the schema {@code skytally/2}; of all figures, which must have been tallied. */
  public void writeJson(OutputStream out) throws IOException {
    WorldJson.write(setting, result, map, out);
  }

  /**
   * A GeoTIFF with a band a figure; of all figures, which must have been tallied.
   *
   * @param folder where as much as it takes may lie for a while
   */
  public void writeTiff(Path folder, OutputStream out) throws IOException {
    new WorldTiff(setting, result).write(folder, out);
  }

  /**
   * A picture.
   *
   * @throws IOException if it cannot be written
   */
  public void writePng(WorldLayer layer, MapProjection projection, boolean dark, OutputStream out)
      throws IOException {
    new WorldPicture(setting, result, map, layer, projection, dark).write(out);
  }
}
