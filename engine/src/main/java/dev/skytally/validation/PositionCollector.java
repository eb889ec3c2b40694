package dev.skytally.validation;

/** Collects the position errors of the satellites of one system and orbit class. */
final class PositionCollector {
  private static final double EARTH_ROTATION_RADIANS_PER_SECOND = 7.292115e-5;

  /**
   * The errors in metres: total, along the track, across and radial; the first {@link #size} of
   * each array.
   */
  final double[][] errors;

  int satellites;
  int size;
  int worst;
  double worstMeters = -1;

  PositionCollector(int capacity) {
    errors = new double[4][capacity];
  }

  /** Adds the error between a true state and a predicted position. */
  void add(int satellite, double[] state, double[] position) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double vx = state[3] - EARTH_ROTATION_RADIANS_PER_SECOND * y;
    double vy = state[4] + EARTH_ROTATION_RADIANS_PER_SECOND * x;
    double vz = state[5];
    double dx = position[0] - x;
    double dy = position[1] - y;
    double dz = position[2] - z;
    double radius = Math.sqrt(x * x + y * y + z * z);
    double nx = y * vz - z * vy;
    double ny = z * vx - x * vz;
    double nz = x * vy - y * vx;
    double n = Math.sqrt(nx * nx + ny * ny + nz * nz);
    double radial = (dx * x + dy * y + dz * z) / radius;
    double cross = (dx * nx + dy * ny + dz * nz) / n;
    double total = dx * dx + dy * dy + dz * dz;
    errors[0][size] = Math.sqrt(total);
    if (errors[0][size] > worstMeters) {
      worstMeters = errors[0][size];
      worst = satellite;
    }
    // Along is normal to the two others: the velocity without its radial part.
    double ax = (ny * z - nz * y) / (n * radius);
    double ay = (nz * x - nx * z) / (n * radius);
    double az = (nx * y - ny * x) / (n * radius);
    errors[1][size] = dx * ax + dy * ay + dz * az;
    errors[2][size] = cross;
    errors[3][size] = radial;
    size++;
  }
}
