package dev.skytally.terrain;

import dev.skytally.site.GroundSite;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The horizon that the terrain of an elevation model makes at a site, every half degree of azimuth.
 *
 * @param groundMeters the height of the terrain at the site, in the model's system of heights
 * @param points by azimuth, beginning in the north
 */
public record TerrainHorizon(
    GroundSite site, double groundMeters, HorizonSetting setting, List<Point> points) {
  public static final double STEP_DEGREES = 0.5;

  private static final int DIRECTIONS = (int) (360 / STEP_DEGREES);

  public TerrainHorizon {
    points = List.copyOf(points);
  }

  /**
   * The horizon in a direction.
   *
   * @param azimuthDegrees from north over east
   * @param elevationDegrees the elevation, below 0 if the terrain falls away
   * @param distanceMeters the distance of the terrain that makes the horizon
   * @param reachMeters the distance up to which the model has heights; infinite if it has all that
   *     matter. Beyond it counts as sea.
   */
  public record Point(
      double azimuthDegrees, double elevationDegrees, double distanceMeters, double reachMeters) {}

  /**
   * Finds the horizon of a site; empty if the model has no height there.
   *
   * <p>If the heights do not fit into memory together, one thread follows the directions in their
   * order. Neighbouring directions need nearly the same files, so each file is read about once.
   *
   * @throws java.io.UncheckedIOException if a file of the model cannot be read, or if the files
   *     that one direction needs do not fit into memory
   */
  public static Optional<TerrainHorizon> of(
      ElevationModel model, GroundSite site, HorizonSetting setting) {
    double groundMeters = model.heightMeters(site.latitudeDegrees(), site.longitudeDegrees());
    if (Double.isNaN(groundMeters)) {
      return Optional.empty();
    }
    List<SightLine> lines =
        IntStream.range(0, DIRECTIONS)
            .mapToObj(i -> new SightLine(model, site, groundMeters, setting, i * STEP_DEGREES))
            .toList();
    Stream<SightLine> inOrder = lines.stream();
    List<Point> points =
        (fitTogether(model, site, lines) ? inOrder.parallel() : inOrder)
            .map(SightLine::horizon)
            .toList();
    return Optional.of(new TerrainHorizon(site, groundMeters, setting, points));
  }

  /** Returns whether the heights for all directions fit into memory; those for each one must. */
  private static boolean fitTogether(ElevationModel model, GroundSite site, List<SightLine> lines) {
    if (model.fit(model.files())) {
      return true;
    }
    Set<ElevationFile> needed = new HashSet<>();
    for (SightLine line : lines) {
      Set<ElevationFile> files = line.files();
      model.requireFitting(files, site.toString());
      needed.addAll(files);
    }
    return model.fit(needed);
  }

  /** Returns the highest point of the horizon. */
  public Point highest() {
    return points.stream()
        .max((a, b) -> Double.compare(a.elevationDegrees(), b.elevationDegrees()))
        .orElseThrow();
  }

  /** Returns the mean elevation, degrees. */
  public double meanDegrees() {
    return points.stream().mapToDouble(Point::elevationDegrees).average().orElseThrow();
  }

  /** Returns the least distance up to which the model has heights in all directions. */
  public double reachMeters() {
    return points.stream().mapToDouble(Point::reachMeters).min().orElseThrow();
  }
}
