package dev.skytally.report.draw;

import dev.skytally.geography.Line;
import dev.skytally.grid.WorldGrid;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The place of a map on a picture, in pixels; the map's middle meridian is vertical. */
public final class MapFrame {
  /** Lines skip points that are nearer than this to the one before. */
  private static final double FINEST_PIXELS = 0.35;

  private static final int OUTLINE_POINTS = 60;

  private final MapProjection projection;
  private final double westDegrees;
  private final double eastDegrees;
  private final double southDegrees;
  private final double northDegrees;
  private final double middleDegrees;
  private final double stretch;
  private final double left;
  private final double top;
  private final double scale;
  private final double halfWidth;

  /** Returns the largest frame of a grid within a width and a height, centred horizontally. */
  public static MapFrame of(
      WorldGrid grid,
      MapProjection projection,
      double left,
      double top,
      double width,
      double mostHeight) {
    double half = grid.resolutionDegrees() / 2;
    double west = grid.longitudeDegrees(0) - half;
    return new MapFrame(
        projection,
        west,
        west + grid.columns() * grid.resolutionDegrees(),
        Math.max(-90, grid.latitudeDegrees(grid.rows() - 1) - half),
        Math.min(90, grid.latitudeDegrees(0) + half),
        new Rectangle2D.Double(left, top, width, mostHeight));
  }

  /** Returns a frame of the whole Earth with Greenwich in the middle. */
  public static MapFrame ofEarth(MapProjection projection, double left, double top, double width) {
    return new MapFrame(
        projection, -180, 180, -90, 90, new Rectangle2D.Double(left, top, width, width));
  }

  private MapFrame(
      MapProjection projection,
      double westDegrees,
      double eastDegrees,
      double southDegrees,
      double northDegrees,
      Rectangle2D room) {
    this.projection = projection;
    this.westDegrees = westDegrees;
    this.eastDegrees = eastDegrees;
    this.southDegrees = southDegrees;
    this.northDegrees = northDegrees;
    middleDegrees = (westDegrees + eastDegrees) / 2;
    stretch = projection.stretch(Math.toRadians((southDegrees + northDegrees) / 2));
    double widest = stretch * projection.width(Math.toRadians(nearestToEquator()));
    double unitWidth = Math.toRadians(eastDegrees - westDegrees) * widest;
    double unitHeight = height(northDegrees) - height(southDegrees);
    scale = Math.min(room.getWidth() / unitWidth, room.getHeight() / unitHeight);
    halfWidth = unitWidth * scale / 2;
    left = room.getCenterX() - halfWidth;
    top = room.getY();
  }

  private double nearestToEquator() {
    return Math.max(southDegrees, Math.min(northDegrees, 0));
  }

  private double height(double latitudeDegrees) {
    return projection.height(Math.toRadians(latitudeDegrees));
  }

  public double left() {
    return left;
  }

  public double top() {
    return top;
  }

  public double width() {
    return 2 * halfWidth;
  }

  public double height() {
    return scale * (height(northDegrees) - height(southDegrees));
  }

  public double x(double longitudeDegrees, double latitudeDegrees) {
    return left + halfWidth + (longitudeDegrees - middleDegrees) * pixelsPerDegree(latitudeDegrees);
  }

  public double y(double latitudeDegrees) {
    return top + scale * (height(northDegrees) - height(latitudeDegrees));
  }

  public double latitudeDegrees(double y) {
    double height = height(northDegrees) - (y - top) / scale;
    return Math.toDegrees(projection.latitudeRadians(height));
  }

  /** Returns the longitude of a point on a latitude, which may lie outside the map. */
  public double longitudeDegrees(double x, double latitudeDegrees) {
    return middleDegrees + (x - left - halfWidth) / pixelsPerDegree(latitudeDegrees);
  }

  public boolean holds(double longitudeDegrees) {
    return longitudeDegrees >= westDegrees && longitudeDegrees < eastDegrees;
  }

  private double pixelsPerDegree(double latitudeDegrees) {
    double radians = Math.toRadians(Math.max(-90, Math.min(90, latitudeDegrees)));
    return scale * stretch * projection.width(radians) * Math.PI / 180;
  }

  public Path2D outline() {
    Path2D path = new Path2D.Double();
    for (int i = 0; i <= OUTLINE_POINTS; i++) {
      double latitude = latitudeAt(i);
      lineTo(path, i == 0, x(westDegrees, latitude), y(latitude));
    }
    for (int i = OUTLINE_POINTS; i >= 0; i--) {
      double latitude = latitudeAt(i);
      path.lineTo(x(eastDegrees, latitude), y(latitude));
    }
    path.closePath();
    return path;
  }

  private double latitudeAt(int point) {
    return northDegrees - (northDegrees - southDegrees) * point / OUTLINE_POINTS;
  }

  /** Returns the meridians and parallels at multiples of some degrees. */
  public Path2D graticule(int everyDegrees) {
    Path2D path = new Path2D.Double();
    for (int meridian : meridians(everyDegrees)) {
      for (int point = 0; point <= OUTLINE_POINTS; point++) {
        double latitude = latitudeAt(point);
        lineTo(path, point == 0, x(meridian, latitude), y(latitude));
      }
    }
    for (int parallel : parallels(everyDegrees)) {
      path.moveTo(x(westDegrees, parallel), y(parallel));
      path.lineTo(x(eastDegrees, parallel), y(parallel));
    }
    return path;
  }

  /** Returns the longitudes of meridians on the map; they may exceed 180 degrees. */
  public List<Integer> meridians(int everyDegrees) {
    return multiples(everyDegrees, westDegrees, eastDegrees);
  }

  /** Returns the latitudes of parallels on the map. */
  public List<Integer> parallels(int everyDegrees) {
    return multiples(everyDegrees, southDegrees, northDegrees);
  }

  private static List<Integer> multiples(int every, double least, double most) {
    List<Integer> multiples = new ArrayList<>();
    for (int i = (int) Math.floor(least / every) * every; i < most; i += every) {
      if (i > least) {
        multiples.add(i);
      }
    }
    return multiples;
  }

  public double westDegrees() {
    return westDegrees;
  }

  public double southDegrees() {
    return southDegrees;
  }

  /** Returns lines of a map, repeated every full turn that is on the map. */
  public Path2D path(Iterable<Line> lines) {
    Path2D path = new Path2D.Double();
    for (Line line : lines) {
      for (int turn = -720; turn <= 720; turn += 360) {
        append(path, line, turn);
      }
    }
    return path;
  }

  private void append(Path2D path, Line line, int turn) {
    boolean begun = false;
    double lastX = 0;
    double lastY = 0;
    for (int i = 0; i < line.points(); i++) {
      double longitude = line.longitudeDegrees(i) + turn;
      double latitude = line.latitudeDegrees(i);
      boolean near =
          longitude > westDegrees - 2
              && longitude < eastDegrees + 2
              && latitude > southDegrees - 2
              && latitude < northDegrees + 2;
      if (!near) {
        begun = false;
        continue;
      }
      double x = x(longitude, latitude);
      double y = y(latitude);
      boolean last = i == line.points() - 1;
      if (!begun || last || Math.hypot(x - lastX, y - lastY) >= FINEST_PIXELS) {
        lineTo(path, !begun, x, y);
        lastX = x;
        lastY = y;
        begun = true;
      }
    }
  }

  public static void lineTo(Path2D path, boolean first, double x, double y) {
    if (first) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }
}
