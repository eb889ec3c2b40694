package dev.skytally.report.draw;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SystemMarkTest {
  /** In Oklab, where areas side by side begin to differ at about 0.02. */
  private static final double FAR_APART = 0.13;

  /** Well above that, because a line is thin. */
  private static final double ALIKE_AS_LINES = 0.08;

  /**
   * What people with all cones, and those without the red, green or blue ones, see of linear red,
   * green and blue: G. Machado et al., A physiologically-based model for simulation of color vision
   * deficiency, 2009, severity 1.
   */
  private static final String[] EYES = {
    "1 0 0 0 1 0 0 0 1",
    "0.152286 1.052583 -0.204868 0.114503 0.786281 0.099216 -0.003882 -0.048116 1.051998",
    "0.367322 0.860646 -0.227968 0.280085 0.672501 0.047413 -0.011820 0.042940 0.968881",
    "1.255528 -0.076749 -0.178779 -0.078411 0.930809 0.147602 0.004733 0.691367 0.303900"
  };

  private static Stream<String> eyes() {
    return Stream.of(EYES);
  }

  @ParameterizedTest
  @MethodSource("eyes")
  void areasOfAnyTwoSystemsAreToldApart(String eye) {
    forPairs(
        (mark, other) -> {
          double distance = distance(eye, mark.areaRgb(), other.areaRgb());
          assertTrue(distance > FAR_APART, mark + " " + other + " " + distance);
        });
  }

  @ParameterizedTest
  @MethodSource("eyes")
  void linesOfColoursThatLookAlikeHaveDifferentDashes(String eye) {
    forPairs(
        (mark, other) -> {
          boolean alike =
              distance(eye, rgb(mark.color()), rgb(other.color())) < ALIKE_AS_LINES
                  || distance(eye, rgb(mark.colorOnDark()), rgb(other.colorOnDark()))
                      < ALIKE_AS_LINES;
          assertFalse(alike && mark.dash().equals(other.dash()), mark + " " + other);
        });
  }

  private static void forPairs(BiConsumer<SystemMark, SystemMark> check) {
    List<SystemMark> marks = List.of(SystemMark.values());
    for (int i = 0; i < marks.size(); i++) {
      for (SystemMark other : marks.subList(0, i)) {
        check.accept(marks.get(i), other);
      }
    }
  }

  private static int rgb(String color) {
    return Integer.parseInt(color.substring(1), 16);
  }

  /** The distance of two colours in Oklab. */
  private static double distance(String eye, int rgb, int otherRgb) {
    double[] seen = Stream.of(eye.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    double[] one = oklab(product(seen, linear(rgb)));
    double[] two = oklab(product(seen, linear(otherRgb)));
    double squares = 0;
    for (int axis = 0; axis < 3; axis++) {
      squares += Math.pow(one[axis] - two[axis], 2);
    }
    return Math.sqrt(squares);
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
