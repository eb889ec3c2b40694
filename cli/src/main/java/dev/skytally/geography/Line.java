package dev.skytally.geography;

/**
 * A line on the Earth as a list of points.
 *
 * <p>Longitudes have no jumps, so a line across the antimeridian continues beyond 180 or -180
 * degrees. To draw it, draw it also 360 degrees further east and west.
 */
public final class Line {
  private final double[] longitudesDegrees;
  private final double[] latitudesDegrees;

  Line(double[] longitudesDegrees, double[] latitudesDegrees) {
    this.longitudesDegrees = longitudesDegrees;
    this.latitudesDegrees = latitudesDegrees;
  }

  public int points() {
    return longitudesDegrees.length;
  }

  /** Returns a longitude, positive east; -180 to 180 at the first point. */
  public double longitudeDegrees(int point) {
    return longitudesDegrees[point];
  }

  /** Returns a geodetic latitude, positive north. */
  public double latitudeDegrees(int point) {
    return latitudesDegrees[point];
  }
}
