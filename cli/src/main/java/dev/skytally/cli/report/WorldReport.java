package dev.skytally.cli.report;

import dev.skytally.WorldResult;
import java.io.IOException;
import java.io.OutputStream;

/** What every cell of a grid sees of every system, and who is ahead there. */
public final class WorldReport {
  private final Setting setting;
  private final WorldResult result;

  public WorldReport(Setting setting, WorldResult result) {
    this.setting = setting;
    this.result = result;
  }

  /** A summary for people, at most 80 columns wide while two systems are compared. */
  public String table() {
    return new WorldTable(setting, result).text();
  }

  /** A row a cell, quoted as RFC 4180 has it; of all figures, which must have been tallied. */
  public void writeCsv(OutputStream out) throws IOException {
    WorldCsv.write(result, out);
  }

  /** An object of the schema {@code skytally/1}; of all figures, which must have been tallied. */
  public void writeJson(OutputStream out) throws IOException {
    WorldJson.write(setting, result, out);
  }

  /** A GeoTIFF with a band a figure; of all figures, which must have been tallied. */
  public void writeTiff(OutputStream out) throws IOException {
    WorldTiff.write(result, out);
  }

  /**
   * A picture.
   *
   * @throws IOException if it cannot be written, or this machine has no fonts to draw letters with
   */
  public void writePng(WorldLayer layer, MapProjection projection, boolean dark, OutputStream out)
      throws IOException {
    new WorldPicture(setting, result, layer, projection, dark).write(out);
  }
}
