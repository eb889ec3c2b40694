package dev.skytally.terrain;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.site.GroundSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An elevation model of one or several files. It reads the heights of a file when they are needed,
 * and forgets those used longest ago when memory gets short.
 *
 * <p>Safe for use by several threads.
 */
public final class ElevationModel {
  /** The part of the memory for heights. */
  private static final int MEMORY_SHARE = 3;

  private static final double BYTES_A_MEGABYTE = 1e6;

  private final List<ElevationFile> files;
  private final long mostPosts;

  /** The heights in memory, those used longest ago first. */
  private final Map<ElevationFile, ElevationTile> tiles = new LinkedHashMap<>(16, 0.75f, true);

  private long postsInMemory;
  private int filesRead;

  private ElevationModel(List<ElevationFile> files, long mostPosts) {
    this.files = files;
    this.mostPosts = mostPosts;
  }

  /**
   * Opens a GeoTIFF, or each {@code .tif} and {@code .tiff} in a folder.
   *
   * @throws InputFormatException if a file is not a GeoTIFF of heights by latitude and longitude
   */
  public static ElevationModel open(Path path) throws IOException {
    return open(path, Runtime.getRuntime().maxMemory() / MEMORY_SHARE / Float.BYTES);
  }

  /** As above, with at most as many heights in memory, unless one file has more. */
  static ElevationModel open(Path path, long mostPosts) throws IOException {
    if (!Files.exists(path)) {
      throw new InputFormatException(path.toString(), 0, 0, "no such file or folder");
    }
    List<ElevationFile> files = new ArrayList<>();
    for (Path file : TextFile.filesOf(path)) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (file.equals(path) || name.endsWith(".tif") || name.endsWith(".tiff")) {
        files.add(ElevationFile.open(file));
      }
    }
    if (files.isEmpty()) {
      throw new InputFormatException(
          path.toString(), 0, 0, "holds no .tif or .tiff, expected GeoTIFFs of heights");
    }
    return new ElevationModel(List.copyOf(files), mostPosts);
  }

  List<ElevationFile> files() {
    return files;
  }

  /** Returns how often the heights of a file were read. */
  synchronized int filesRead() {
    return filesRead;
  }

  /** Returns whether the heights of some files fit into memory together. */
  boolean fit(Collection<ElevationFile> some) {
    return some.size() == 1 || some.stream().mapToLong(ElevationModel::posts).sum() <= mostPosts;
  }

  /**
   * Checks that the heights of some files fit into memory together.
   *
   * @param place where they are needed
   * @throws UncheckedIOException if they do not
   */
  void requireFitting(Collection<ElevationFile> some, String place) {
    if (!fit(some)) {
      double bytes = some.stream().mapToDouble(ElevationModel::posts).sum() * Float.BYTES;
      throw new UncheckedIOException(
          new IOException(
              String.format(
                  Locale.ROOT,
                  "%s: %d files of heights are needed at once and take %.1f MB of memory, expected"
                      + " at most %.1f MB: give smaller files, or give Java more memory with"
                      + " JAVA_TOOL_OPTIONS=-Xmx4g",
                  place,
                  some.size(),
                  bytes / BYTES_A_MEGABYTE,
                  mostPosts * Float.BYTES / BYTES_A_MEGABYTE)));
    }
  }

  /** Returns the greatest distance between rows of posts, metres. */
  public double spacingMeters() {
    double degrees = files.stream().mapToDouble(f -> f.grid().rowDegrees()).max().orElseThrow();
    return Math.toRadians(degrees) * GroundSite.EQUATORIAL_RADIUS_METERS;
  }

  /** Returns the greatest step between rows or columns of posts. */
  double greatestStepDegrees() {
    return files.stream()
        .mapToDouble(file -> Math.max(file.grid().rowDegrees(), file.grid().columnDegrees()))
        .max()
        .orElseThrow();
  }

  /** Returns the first file that covers a place. */
  Optional<ElevationFile> at(double latitudeDegrees, double longitudeDegrees) {
    for (ElevationFile file : files) {
      if (file.grid().covers(latitudeDegrees, longitudeDegrees)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Returns the height of a place, or NaN if the model has none. */
  double heightMeters(double latitudeDegrees, double longitudeDegrees) {
    Optional<ElevationFile> file = at(latitudeDegrees, longitudeDegrees);
    if (file.isEmpty()) {
      return Double.NaN;
    }
    TileGrid grid = file.get().grid();
    return heightMeters(tile(file.get()), grid.row(latitudeDegrees), grid.column(longitudeDegrees));
  }

  /**
   * Returns the height of a place in the area of a file, between the four posts around it. Some of
   * them may be in neighbouring files.
   */
  double heightMeters(ElevationTile tile, double row, double column) {
    int north = (int) Math.floor(row);
    int west = (int) Math.floor(column);
    double southPart = row - north;
    double eastPart = column - west;
    return (1 - southPart)
            * ((1 - eastPart) * postMeters(tile, north, west)
                + eastPart * postMeters(tile, north, west + 1))
        + southPart
            * ((1 - eastPart) * postMeters(tile, north + 1, west)
                + eastPart * postMeters(tile, north + 1, west + 1));
  }

  /** Returns the height at a post of a file or, beyond its edge, the height in its neighbour. */
  private double postMeters(ElevationTile tile, int row, int column) {
    TileGrid grid = tile.grid();
    if (row >= 0 && row < grid.rows() && column >= 0 && column < grid.columns()) {
      return tile.postMeters(row, column);
    }
    double latitudeDegrees = grid.latitudeDegrees(row);
    double longitudeDegrees = grid.longitudeDegrees(column);
    Optional<ElevationFile> neighbour = at(latitudeDegrees, longitudeDegrees);
    if (neighbour.isEmpty()) {
      return tile.nearestMeters(row, column);
    }
    TileGrid beyond = neighbour.get().grid();
    return tile(neighbour.get())
        .nearestMeters(beyond.row(latitudeDegrees), beyond.column(longitudeDegrees));
  }

  /**
   * Returns the heights of a file.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  synchronized ElevationTile tile(ElevationFile file) {
    ElevationTile tile = tiles.get(file);
    if (tile == null) {
      while (!tiles.isEmpty() && postsInMemory + posts(file) > mostPosts) {
        ElevationFile oldest = tiles.keySet().iterator().next();
        tiles.remove(oldest);
        postsInMemory -= posts(oldest);
      }
      try {
        tile = file.heights();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      tiles.put(file, tile);
      postsInMemory += posts(file);
      filesRead++;
    }
    return tile;
  }

  private static long posts(ElevationFile file) {
    return (long) file.grid().rows() * file.grid().columns();
  }
}
