package dev.skytally.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HalfWidthTest {
  private static final int STEPS = 2_000_000;

  /** Of the square root of the rounding of 1 minus a number near 1. */
  private static final double ROUNDING_RADIANS = 3e-8;

  @Test
  void theErrorIsWithinItsBoundEverywhere() {
    double greatest = 0;
    for (int i = 0; i <= STEPS; i++) {
      double radians = Math.PI * i / STEPS;
      double cosine = Math.cos(radians);
      double found = Math.PI * HalfWidth.halfTurns((1 + cosine) / 2);
      double error = Math.abs(found - Math.acos(cosine));
      assertTrue(error <= ROUNDING_RADIANS, "off by " + error + " at " + radians);
      if (radians > 1e-3) {
        greatest = Math.max(greatest, error);
      }
    }
    assertTrue(greatest <= HalfWidth.ERROR_RADIANS, "off by " + greatest);
  }

  @Test
  void belowAndBeyondItIsExactlyNothingAndAHalfTurn() {
    for (double beyond : new double[] {0, 1e-15, 1e-9, 1, 1e6, 1e20}) {
      assertEquals(0, HalfWidth.halfTurns(1 + beyond));
      assertEquals(1, HalfWidth.halfTurns(-beyond));
    }
  }
}
