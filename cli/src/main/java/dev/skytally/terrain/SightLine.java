package dev.skytally.terrain;

import dev.skytally.site.GroundSite;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The line from a site over the terrain in one direction.
 *
 * <p>The line lies in the vertical plane of its azimuth. It is divided into legs of at most a
 * kilometre, straight in latitude and longitude; the ends of a leg are computed on the ellipsoid.
 * Between four posts of the model the surface is bilinear, so along the line it is a parabola
 * between two crossings with rows or columns of posts. It takes samples at each crossing, and
 * between crossings 2 samples (16 within 1 km). If the heights of four posts differ by 6 m from a
 * plane, the terrain can rise 0.4 m above these samples, which is 0.02 degrees at a kilometre.
 *
 * <p>Elevations refer to a sphere with the ellipsoid's curvature in the direction of the line,
 * enlarged by refraction. Over 200 km it leaves the ellipsoid by less than a metre.
 *
 * <p>For one thread.
 */
final class SightLine {
  private static final double LONGEST_LEG_METERS = 1_000;

  /** The shortest leg, at a pole, where longitude jumps. */
  private static final double SHORTEST_LEG_METERS = 5;

  /** The part of the distance to a pole that a leg may have. */
  private static final double PART_TO_POLE = 0.1;

  /** Samples of a piece between two crossings, one of them at its end. */
  private static final int SAMPLES = 2;

  private static final int SAMPLES_NEARBY = 16;
  private static final double NEAR_METERS = 1_000;

  private static final double ECCENTRICITY_SQUARED =
      GroundSite.FLATTENING * (2 - GroundSite.FLATTENING);

  private final ElevationModel model;
  private final double azimuthDegrees;
  private final double distanceMeters;
  private final double eyeMeters;
  private final double radiusMeters;
  private final double seemingRadiusMeters;

  private final double originX;
  private final double originY;
  private final double originZ;
  private final double aheadX;
  private final double aheadY;
  private final double aheadZ;
  private final double upX;
  private final double upY;
  private final double upZ;

  private double highestTangent = Double.NEGATIVE_INFINITY;
  private double highestAtMeters;
  private double reachMeters = Double.POSITIVE_INFINITY;

  SightLine(
      ElevationModel model,
      GroundSite site,
      double groundMeters,
      HorizonSetting setting,
      double azimuthDegrees) {
    this.model = model;
    this.azimuthDegrees = azimuthDegrees;
    distanceMeters = setting.distanceMeters();
    eyeMeters = groundMeters + setting.antennaMeters();
    double sinLatitude = Math.sin(site.latitudeRadians());
    double cosLatitude = Math.cos(site.latitudeRadians());
    double sinLongitude = Math.sin(site.longitudeRadians());
    double cosLongitude = Math.cos(site.longitudeRadians());
    double sinAzimuth = Math.sin(Math.toRadians(azimuthDegrees));
    double cosAzimuth = Math.cos(Math.toRadians(azimuthDegrees));
    double w = 1 - ECCENTRICITY_SQUARED * sinLatitude * sinLatitude;
    double primeVerticalMeters = GroundSite.EQUATORIAL_RADIUS_METERS / Math.sqrt(w);
    double meridianMeters = primeVerticalMeters * (1 - ECCENTRICITY_SQUARED) / w;
    radiusMeters =
        1
            / (cosAzimuth * cosAzimuth / meridianMeters
                + sinAzimuth * sinAzimuth / primeVerticalMeters);
    seemingRadiusMeters = radiusMeters * setting.radiusFactor();
    originX = primeVerticalMeters * cosLatitude * cosLongitude;
    originY = primeVerticalMeters * cosLatitude * sinLongitude;
    originZ = primeVerticalMeters * (1 - ECCENTRICITY_SQUARED) * sinLatitude;
    aheadX = -cosAzimuth * sinLatitude * cosLongitude - sinAzimuth * sinLongitude;
    aheadY = -cosAzimuth * sinLatitude * sinLongitude + sinAzimuth * cosLongitude;
    aheadZ = cosAzimuth * cosLatitude;
    upX = cosLatitude * cosLongitude;
    upY = cosLatitude * sinLongitude;
    upZ = sinLatitude;
  }

  /** A place below the line, by its distance along the ellipsoid. */
  private record Place(double meters, double latitudeDegrees, double longitudeDegrees) {}

  /** Follows the line until no terrain on Earth could rise above the horizon so far. */
  TerrainHorizon.Point horizon() {
    Place begin = place(0);
    while (begin.meters < distanceMeters
        && (begin.meters == 0
            || greatestTangent(ElevationFile.HIGHEST_METERS, begin.meters) > highestTangent)) {
      double toPoleMeters = Math.toRadians(90 - Math.abs(begin.latitudeDegrees)) * radiusMeters;
      double legMeters =
          Math.max(SHORTEST_LEG_METERS, Math.min(LONGEST_LEG_METERS, PART_TO_POLE * toPoleMeters));
      Place end = place(Math.min(begin.meters + legMeters, distanceMeters));
      follow(
          new Leg(
              begin.meters,
              end.meters - begin.meters,
              begin.latitudeDegrees,
              begin.longitudeDegrees,
              end.latitudeDegrees - begin.latitudeDegrees,
              Math.IEEEremainder(end.longitudeDegrees - begin.longitudeDegrees, 360)));
      begin = end;
    }
    return new TerrainHorizon.Point(
        azimuthDegrees, Math.toDegrees(Math.atan(highestTangent)), highestAtMeters, reachMeters);
  }

  /** Returns the files whose heights the line can need, with those beside it. */
  Set<ElevationFile> files() {
    double stepDegrees = model.greatestStepDegrees();
    Set<ElevationFile> files = new HashSet<>();
    for (double meters = 0; meters < distanceMeters; meters += LONGEST_LEG_METERS) {
      Place place = place(meters);
      for (double north : new double[] {-stepDegrees, stepDegrees}) {
        for (double east : new double[] {-stepDegrees, stepDegrees}) {
          model
              .at(place.latitudeDegrees + north, place.longitudeDegrees + east)
              .ifPresent(files::add);
        }
      }
    }
    return files;
  }

  private Place place(double meters) {
    double forward = radiusMeters * Math.sin(meters / radiusMeters);
    double half = Math.sin(meters / radiusMeters / 2);
    double down = 2 * radiusMeters * half * half;
    double x = originX + forward * aheadX - down * upX;
    double y = originY + forward * aheadY - down * upY;
    double z = originZ + forward * aheadZ - down * upZ;
    return new Place(
        meters,
        Math.toDegrees(Math.atan2(z, (1 - ECCENTRICITY_SQUARED) * Math.hypot(x, y))),
        Math.toDegrees(Math.atan2(y, x)));
  }

  /** Follows a leg from file to file. */
  private void follow(Leg leg) {
    double at = 0;
    while (at < 1) {
      Optional<ElevationFile> file = model.at(leg.latitudeDegrees(at), leg.longitudeDegrees(at));
      double until = 1;
      if (file.isPresent()) {
        until = leg.leaves(file.get().grid(), at);
        ElevationTile tile = model.tile(file.get());
        if (greatestTangent(tile.highestMeters(), leg.meters(at)) > highestTangent) {
          follow(leg, tile, at, until);
        }
      } else {
        for (ElevationFile other : model.files()) {
          until = Math.min(until, leg.enters(other.grid(), at));
        }
        see(Double.NaN, leg.meters(at));
        see(Double.NaN, leg.meters(until));
      }
      at = until + Leg.OVER_THE_EDGE;
    }
  }

  /** Follows a part of a leg within one file, from crossing to crossing of its grid. */
  private void follow(Leg leg, ElevationTile tile, double from, double until) {
    TileGrid grid = tile.grid();
    double row = grid.row(leg.latitudeDegrees(from));
    double column = grid.column(leg.longitudeDegrees(from));
    double rows = leg.rows(grid);
    double columns = leg.columns(grid);
    double nextRow = from + toPost(row, rows);
    double nextColumn = from + toPost(column, columns);
    for (double at = from; at < until; ) {
      double next = Math.min(until, Math.min(nextRow, nextColumn));
      int samples = leg.beginMeters() < NEAR_METERS ? SAMPLES_NEARBY : SAMPLES;
      for (int k = 1; k <= samples; k++) {
        double passed = (next - at) * k / samples + at - from;
        double heightMeters =
            model.heightMeters(tile, row + passed * rows, column + passed * columns);
        see(heightMeters, leg.meters(from + passed));
      }
      nextRow += nextRow <= next ? 1 / Math.abs(rows) : 0;
      nextColumn += nextColumn <= next ? 1 / Math.abs(columns) : 0;
      at = next;
    }
  }

  /** Returns how long a place takes to the next post, at its speed. */
  private static double toPost(double place, double speed) {
    double post = speed > 0 ? Math.floor(place) + 1 : Math.ceil(place) - 1;
    return speed == 0 ? Double.POSITIVE_INFINITY : (post - place) / speed;
  }

  /** Raises the horizon to a place; one without a height counts as sea. */
  private void see(double heightMeters, double meters) {
    boolean isKnown = !Double.isNaN(heightMeters);
    if (!isKnown) {
      reachMeters = Math.min(reachMeters, meters);
    }
    double tangent = tangent(isKnown ? heightMeters : 0, meters);
    if (tangent > highestTangent) {
      highestTangent = tangent;
      highestAtMeters = meters;
    }
  }

  /** Returns the greatest tangent of terrain up to a height, at some distance or beyond. */
  private double greatestTangent(double heightMeters, double meters) {
    double below = Math.max(0, eyeMeters - heightMeters);
    return tangent(heightMeters, Math.max(meters, Math.sqrt(2 * seemingRadiusMeters * below)));
  }

  /** Returns the tangent of the elevation of terrain at a distance along the ellipsoid. */
  private double tangent(double heightMeters, double meters) {
    double angle = meters / seemingRadiusMeters;
    double square = angle * angle;
    double sine = angle * (1 - square / 6);
    double oneMinusCosine = square / 2 * (1 - square / 12);
    double fromCentre = seemingRadiusMeters + heightMeters;
    return (heightMeters - eyeMeters - fromCentre * oneMinusCosine) / (fromCentre * sine);
  }
}
