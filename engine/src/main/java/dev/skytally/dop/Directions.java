package dev.skytally.dop;

/**
 * Sums over the unit vectors to satellites: what the normal equations need of them. Any axes do, as
 * long as all vectors have the same.
 */
final class Directions {
  int count;
  double x;
  double y;
  double z;
  double xx;
  double xy;
  double xz;
  double yy;
  double yz;
  double zz;

  void clear() {
    count = 0;
    x = 0;
    y = 0;
    z = 0;
    xx = 0;
    xy = 0;
    xz = 0;
    yy = 0;
    yz = 0;
    zz = 0;
  }

  /** Adds a unit vector. */
  void add(double ex, double ey, double ez) {
    count++;
    x += ex;
    y += ey;
    z += ez;
    xx += ex * ex;
    xy += ex * ey;
    xz += ex * ez;
    yy += ey * ey;
    yz += ey * ez;
    zz += ez * ez;
  }

  /** Adds the unit vectors of other satellites. */
  void add(Directions other) {
    count += other.count;
    x += other.x;
    y += other.y;
    z += other.z;
    xx += other.xx;
    xy += other.xy;
    xz += other.xz;
    yy += other.yy;
    yz += other.yz;
    zz += other.zz;
  }
}
