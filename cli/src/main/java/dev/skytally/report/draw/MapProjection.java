package dev.skytally.report.draw;

/**
 * Map projections with horizontal parallels, defined by the height of each parallel and the length
 * of a radian of longitude on it. The unit is the Earth's radius.
 */
public enum MapProjection {
  /** Latitude and longitude as coordinates; true to shape in the middle of the map. */
  EQUIRECTANGULAR {
    @Override
    double stretch(double middleLatitudeRadians) {
      return Math.cos(middleLatitudeRadians);
    }

    @Override
    double height(double latitudeRadians) {
      return latitudeRadians;
    }

    @Override
    double width(double latitudeRadians) {
      return 1;
    }
  },

  /**
   * A compromise by A. Robinson, defined by a table (A new map projection: its development and
   * characteristics, International Yearbook of Cartography 14, 1974) and interpolated by cubics.
   */
  ROBINSON {
    @Override
    double height(double latitudeRadians) {
      return 1.3523 * Math.signum(latitudeRadians) * between(ROBINSON_HEIGHTS, -1, latitudeRadians);
    }

    @Override
    double width(double latitudeRadians) {
      return 0.8487 * between(ROBINSON_WIDTHS, 1, latitudeRadians);
    }
  },

  /** Preserves areas; see {@link EqualEarth}. */
  EQUAL_EARTH {
    @Override
    double height(double latitudeRadians) {
      return EqualEarth.y(latitudeRadians);
    }

    @Override
    double width(double latitudeRadians) {
      return EqualEarth.x(1, latitudeRadians);
    }
  };

  /** The widths every five degrees from the equator to a pole. */
  private static final double[] ROBINSON_WIDTHS = {
    1, 0.9986, 0.9954, 0.99, 0.9822, 0.973, 0.96, 0.9427, 0.9216, 0.8962, 0.8679, 0.835, 0.7986,
    0.7597, 0.7186, 0.6732, 0.6213, 0.5722, 0.5322
  };

  private static final double[] ROBINSON_HEIGHTS = {
    0, 0.062, 0.124, 0.186, 0.248, 0.31, 0.372, 0.434, 0.4958, 0.5571, 0.6176, 0.6769, 0.7346,
    0.7903, 0.8435, 0.8936, 0.9394, 0.9761, 1
  };

  abstract double height(double latitudeRadians);

  abstract double width(double latitudeRadians);

  /** Returns the factor of all widths on a map with this latitude in its middle. */
  double stretch(double middleLatitudeRadians) {
    return 1;
  }

  /** Returns the latitude of a height, by bisection. */
  double latitudeRadians(double height) {
    double south = -Math.PI / 2;
    double north = Math.PI / 2;
    for (int i = 0; i < 40; i++) {
      double middle = (south + north) / 2;
      if (height(middle) < height) {
        south = middle;
      } else {
        north = middle;
      }
    }
    return (south + north) / 2;
  }

  /**
   * Interpolates a table by cubics with the slopes of the chords.
   *
   * @param mirrored the sign of the table's values beyond the equator: 1 or -1
   */
  private static double between(double[] table, int mirrored, double latitudeRadians) {
    double at = Math.abs(latitudeRadians) * 36 / Math.PI;
    int i = (int) Math.min(at, table.length - 2);
    double t = at - i;
    double from = table[i];
    double to = table[i + 1];
    double before = i == 0 ? mirrored * table[1] : table[i - 1];
    double after = i + 2 == table.length ? 2 * to - from : table[i + 2];
    double fromSlope = (to - before) / 2;
    double toSlope = (after - from) / 2;
    return from
        + t
            * (fromSlope
                + t
                    * (3 * (to - from)
                        - 2 * fromSlope
                        - toSlope
                        + t * (fromSlope + toSlope - 2 * (to - from))));
  }
}
