package dev.skytally.report.draw;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorScaleTest {
  /** Some four times what people just notice side by side, which is about 2.3. */
  private static final double VISIBLE = 10;

  /** Returns a colour in CIE L*a*b* with the white of D65 (ISO/CIE 11664-4, IEC 61966-2-1). */
  private static double[] lab(int rgb) {
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      double encoded = ((rgb >> (16 - 8 * i)) & 0xff) / 255.0;
      linear[i] = encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }
    double x = 0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2];
    double y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    double z = 0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2];
    double fx = root(x / 0.9505);
    double fy = root(y);
    double fz = root(z / 1.089);
    return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
  }

  private static double root(double t) {
    return t > 216.0 / 24_389 ? Math.cbrt(t) : (24_389.0 / 27 * t + 16) / 116;
  }

  private static double difference(int rgb, int other) {
    double[] one = lab(rgb);
    double[] two = lab(other);
    return Math.sqrt(
        Math.pow(one[0] - two[0], 2) + Math.pow(one[1] - two[1], 2) + Math.pow(one[2] - two[2], 2));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "3, true", "9, true", "1, false", "3, false", "9, false"})
  void theClassesNextToZeroDifferVisiblyFromEachOther(int classesASide, boolean dark) {
    ColorScale scale = ColorScale.diverging(1, classesASide, dark);
    double apart = difference(scale.rgb(classesASide - 1), scale.rgb(classesASide));
    assertTrue(apart > VISIBLE, "a difference of " + apart);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "3, true", "9, true", "1, false", "3, false", "9, false"})
  void tiesDifferVisiblyFromTheClassesNextToZero(int classesASide, boolean dark) {
    ColorScale scale = ColorScale.diverging(1, classesASide, dark);
    for (int side = classesASide - 1; side <= classesASide; side++) {
      double apart = difference(scale.rgb(side), scale.rgbOf(0));
      assertTrue(apart > VISIBLE, "a difference of " + apart);
    }
  }
}
