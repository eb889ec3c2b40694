package dev.skytally.report.draw;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemMarkTest {
  /** In Oklab, where areas side by side begin to differ at about 0.02. */
  private static final double FAR_APART = 0.13;

  /**
   * To people with all cones, and to those without the red, green or blue ones: what they see of
   * linear red, green and blue, after G. Machado et al., A physiologically-based model for
   * simulation of color vision deficiency, 2009, severity 1.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 0 0 0 1 0 0 0 1",
        "0.152286 1.052583 -0.204868 0.114503 0.786281 0.099216 -0.003882 -0.048116 1.051998",
        "0.367322 0.860646 -0.227968 0.280085 0.672501 0.047413 -0.011820 0.042940 0.968881",
        "1.255528 -0.076749 -0.178779 -0.078411 0.930809 0.147602 0.004733 0.691367 0.303900"
      })
  void areasOfAnyTwoSystemsAreToldApart(String matrix) {
    double[] seen = Stream.of(matrix.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    List<SystemMark> marks = List.of(SystemMark.values());
    for (int i = 0; i < marks.size(); i++) {
      SystemMark mark = marks.get(i);
      for (SystemMark other : marks.subList(0, i)) {
        double[] one = oklab(product(seen, linear(mark.areaRgb())));
        double[] two = oklab(product(seen, linear(other.areaRgb())));
        double squares = 0;
        for (int axis = 0; axis < 3; axis++) {
          squares += Math.pow(one[axis] - two[axis], 2);
        }
        assertTrue(Math.sqrt(squares) > FAR_APART, mark + " " + other + " " + Math.sqrt(squares));
      }
    }
  }

  private static double[] linear(int rgb) {
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      double encoded = (rgb >> (16 - 8 * i) & 255) / 255.0;
      linear[i] = encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }
    return linear;
  }

  /** B. Ottosson, A perceptual color space for image processing, 2020. */
  private static double[] oklab(double[] linear) {
    double[] cones =
        product(
            new double[] {
              0.4122214708, 0.5363325363, 0.0514459929,
              0.2119034982, 0.6806995451, 0.1073969566,
              0.0883024619, 0.2817188376, 0.6299787005
            },
            linear);
    for (int i = 0; i < 3; i++) {
      cones[i] = Math.cbrt(cones[i]);
    }
    return product(
        new double[] {
          0.2104542553, 0.7936177850, -0.0040720468,
          1.9779984951, -2.4285922050, 0.4505937099,
          0.0259040371, 0.7827717662, -0.8086757660
        },
        cones);
  }

  private static double[] product(double[] matrix, double[] vector) {
    double[] product = new double[3];
    for (int i = 0; i < 9; i++) {
      product[i / 3] += matrix[i] * vector[i % 3];
    }
    return product;
  }
}
