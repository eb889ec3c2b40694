package dev.skytally.report.draw;

/**
 * A scale of colours for classes of values; all classes are equally wide.
 *
 * <p>The colours are even steps in Oklab, where equal distances look equal (B. Ottosson, A
 * perceptual color space for image processing, 2020). Their lightness alone distinguishes the
 * values of a scale. A diverging scale goes from orange to blue, which colour-blind people can
 * distinguish.
 */
public final class ColorScale {
  /** The colour of ties on light paper. */
  public static final int LIGHT_GREY = 0xd5d9dd;

  public static final int DARK_GREY = 0x30353c;

  private final double least;
  private final double step;
  private final int[] rgb;
  private final int rgbOfZero;

  private ColorScale(double least, double step, int[] rgb) {
    this.least = least;
    this.step = step;
    this.rgb = rgb;
    rgbOfZero = rgb[classOf(0)];
  }

  private ColorScale(double least, double step, int[] rgb, int rgbOfZero) {
    this.least = least;
    this.step = step;
    this.rgb = rgb;
    this.rgbOfZero = rgbOfZero;
  }

  /**
   * Returns a scale from dark violet over green to light yellow.
   *
   * @param least the lower edge of the first class
   */
  public static ColorScale sequential(double least, double step, int classes) {
    int[] rgb = new int[classes];
    for (int i = 0; i < classes; i++) {
      double t = classes > 1 ? (double) i / (classes - 1) : least > 0 ? 1 : 0;
      rgb[i] = oklch(0.28 + 0.65 * t, 0.11 + 0.06 * t, 300 - 195 * t);
    }
    return new ColorScale(least, step, rgb);
  }

  /** Returns a scale from orange below 0 to blue above, with equal sides; 0 itself is grey. */
  public static ColorScale diverging(double step, int classesASide, boolean dark) {
    int[] rgb = new int[2 * classesASide];
    for (int i = 0; i < classesASide; i++) {
      double t = (i + 0.5) / classesASide;
      double lightness = dark ? 0.4 + 0.44 * t : 0.965 - 0.49 * t;
      double chroma = dark ? 0.05 + 0.1 * t : 0.03 + 0.12 * t;
      rgb[classesASide - 1 - i] = oklch(lightness, chroma, 52);
      rgb[classesASide + i] = oklch(lightness, chroma, 255);
    }
    return new ColorScale(-step * classesASide, step, rgb, dark ? DARK_GREY : LIGHT_GREY);
  }

  /** Returns a scale with a colour for each whole number from 0 on. */
  public static ColorScale ofWholes(int... rgb) {
    return new ColorScale(0, 1, rgb);
  }

  public int classes() {
    return rgb.length;
  }

  /** Returns the lower edge of a class, or for {@link #classes} the upper edge of the last one. */
  public double edge(int index) {
    return least + index * step;
  }

  public double step() {
    return step;
  }

  public int rgb(int index) {
    return rgb[index];
  }

  /** Returns the colour of a value; values beyond the edges have the colours at the ends. */
  public int rgbOf(double value) {
    return value == 0 ? rgbOfZero : rgb[classOf(value)];
  }

  private int classOf(double value) {
    int index = (int) Math.floor((value - least) / step);
    return Math.max(0, Math.min(rgb.length - 1, index));
  }

  /**
   * Returns a colour by lightness (0 to 1), chroma and hue; reduces the chroma if sRGB does not
   * have it.
   */
  static int oklch(double lightness, double chroma, double hueDegrees) {
    double most = chroma;
    int rgb = oklab(lightness, most, hueDegrees);
    while (rgb < 0) {
      most *= 0.97;
      rgb = oklab(lightness, most, hueDegrees);
    }
    return rgb;
  }

  /** Returns the colour as 0xRRGGBB, or -1 if sRGB does not have it. */
  private static int oklab(double lightness, double chroma, double hueDegrees) {
    double a = chroma * Math.cos(Math.toRadians(hueDegrees));
    double b = chroma * Math.sin(Math.toRadians(hueDegrees));
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    int red = component(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    int green = component(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    int blue = component(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    return red < 0 || green < 0 || blue < 0 ? -1 : red << 16 | green << 8 | blue;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static int component(double linear) {
    if (linear < -1e-4 || linear > 1 + 1e-4) {
      return -1;
    }
    double bounded = Math.max(0, Math.min(1, linear));
    double encoded =
        bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * Math.pow(bounded, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * encoded);
  }
}
