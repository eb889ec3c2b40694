package dev.skytally.report.draw;

import dev.skytally.satellites.GnssSystem;

/**
 * The mark of a system in pictures: a colour, a shape and the dashes of its lines, so that
 * colour-blind people and black prints can distinguish systems. The colours are those of M. Okabe
 * and K. Ito, Color Universal Design, 2008, some of them darker for white paper. Areas have no
 * shapes, so their colours differ more in lightness.
 */
public enum SystemMark {
  GPS("#0072b2", "#56a8e0", "none", 0x0072b2, 3, -90),
  BDS("#d55e00", "#ff8a3d", "none", 0xd55e00, 0, 0),
  GAL("#00805f", "#3cc79a", "12 2", 0x30af99, 4, 45),
  GLO("#a8477f", "#e58bc0", "6 3", 0x8a4e5c, 4, 0),
  QZS("#6b4fb0", "#b3a4f5", "2 2", 0xbe82fc, 5, -90),
  NAVIC("#8a6a00", "#d9b53a", "8 2 2 2", 0xf0e442, 6, 0);

  /** The colour of things that belong to no system. */
  public static final String NEUTRAL = "#595959";

  private final String color;
  private final String colorOnDark;
  private final String dash;
  private final int areaRgb;
  private final int corners;
  private final int firstCornerDegrees;

  SystemMark(
      String color,
      String colorOnDark,
      String dash,
      int areaRgb,
      int corners,
      int firstCornerDegrees) {
    this.color = color;
    this.colorOnDark = colorOnDark;
    this.dash = dash;
    this.areaRgb = areaRgb;
    this.corners = corners;
    this.firstCornerDegrees = firstCornerDegrees;
  }

  public static SystemMark of(GnssSystem system) {
    return valueOf(system.name());
  }

  public String color() {
    return color;
  }

  /** Returns the colour on a dark page. */
  public String colorOnDark() {
    return colorOnDark;
  }

  /**
   * Returns the dashes of its lines, as {@code stroke-dasharray} of SVG. Two systems whose colours
   * look alike to colour-blind people have different ones.
   */
  public String dash() {
    return dash;
  }

  /**
   * Returns the colour of the area that it leads on a map, as 0xRRGGBB, safe for colour-blind
   * people.
   */
  public int areaRgb() {
    return areaRgb;
  }

  /** Returns the number of corners of its shape; 0 for a circle. */
  public int corners() {
    return corners;
  }

  /** Returns the direction of the first corner, clockwise from the right. */
  public int firstCornerDegrees() {
    return firstCornerDegrees;
  }

  /** Returns the outline as SVG path data, with the area of a circle of this radius. */
  public String path(double x, double y, double radius) {
    return corners == 0 ? circle(x, y, radius) : polygon(x, y, radius);
  }

  public static String circle(double x, double y, double radius) {
    double rounded = Math.round(10 * radius) / 10.0;
    String r = SvgText.pixels(rounded);
    String half = "a" + r + " " + r + " 0 1 0 ";
    return "M"
        + SvgText.pixels(x - rounded)
        + " "
        + SvgText.pixels(y)
        + half
        + SvgText.pixels(2 * rounded)
        + " 0"
        + half
        + SvgText.pixels(-2 * rounded)
        + " 0Z";
  }

  private String polygon(double x, double y, double radius) {
    double corner = radius * Math.sqrt(2 * Math.PI / (corners * Math.sin(2 * Math.PI / corners)));
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(firstCornerDegrees + 360.0 * i / corners);
      path.append(i == 0 ? 'M' : 'L').append(SvgText.pixels(x + corner * Math.cos(angle)));
      path.append(' ').append(SvgText.pixels(y + corner * Math.sin(angle)));
    }
    return path.append('Z').toString();
  }
}
