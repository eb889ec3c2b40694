package dev.skytally.report.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EqualEarthTest {
  private static final double WIDTH = 1000;
  private static final double STEP_DEGREES = 0.01;

  /** Of differences over a hundredth of a degree. */
  private static final double RELATIVE_TOLERANCE = 1e-6;

  private final MapFrame projection = MapFrame.ofEarth(MapProjection.EQUAL_EARTH, 10, 20, WIDTH);

  /** Pixels of an area over steradians of the Earth. */
  private double areaScale(double longitudeDegrees, double latitudeDegrees) {
    double north = latitudeDegrees + STEP_DEGREES / 2;
    double south = latitudeDegrees - STEP_DEGREES / 2;
    double height = projection.y(south) - projection.y(north);
    double width =
        projection.x(longitudeDegrees + STEP_DEGREES, latitudeDegrees)
            - projection.x(longitudeDegrees, latitudeDegrees);
    double steradians =
        Math.toRadians(STEP_DEGREES)
            * (Math.sin(Math.toRadians(north)) - Math.sin(Math.toRadians(south)));
    return width * height / steradians;
  }

  @Property
  void areasAreTrueToEachOther(
      @ForAll @DoubleRange(min = -180, max = 179) double longitudeDegrees,
      @ForAll @DoubleRange(min = -85, max = 85) double latitudeDegrees) {
    double atTheOrigin = areaScale(0, 0);
    assertEquals(
        atTheOrigin,
        areaScale(longitudeDegrees, latitudeDegrees),
        RELATIVE_TOLERANCE * atTheOrigin);
  }

  /** The paper gives the width of the world as 2.05458 times its height. */
  @Test
  void worldFillsItsFrame() {
    assertEquals(10, projection.x(-180, 0), 1e-9);
    assertEquals(10 + WIDTH, projection.x(180, 0), 1e-9);
    assertEquals(20, projection.y(90), 1e-9);
    assertEquals(20 + projection.height(), projection.y(-90), 1e-9);
    assertEquals(2.05458, projection.width() / projection.height(), 1e-5);
  }
}
