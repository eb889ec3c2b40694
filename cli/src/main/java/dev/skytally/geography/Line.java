package dev.skytally.geography;

/**
 * A line on the Earth: points one after the other.
 *
 * <p>Longitudes run on without a jump, so a line over the antimeridian goes beyond 180 or -180
 * degrees; whoever draws it draws it again 360 degrees to the east and to the west.
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

  /** Positive east; -180 to 180 where the line begins. */
  public double longitudeDegrees(int point) {
    return longitudesDegrees[point];
  }

  /** Geodetic, positive north. */
  public double latitudeDegrees(int point) {
    return latitudesDegrees[point];
  }
}
