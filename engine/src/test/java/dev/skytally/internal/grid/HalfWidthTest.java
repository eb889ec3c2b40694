package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HalfWidthTest {
  private static final int STEPS = 2_000_000;

  /** What {@code ARCHITECTURE.md} promises. */
  private static final double BOUND_RADIANS = 4e-9;

  private static final double NARROW_RADIANS = 1e-3;

  /** As it promises too: 2 sqrt(2 * 2^-53), of the rounding of a number near 1. */
  private static final double NARROW_BOUND_RADIANS = 3e-8;

  @Test
  void theErrorIsWithinItsBoundEverywhere() {
    for (int i = 0; i <= STEPS; i++) {
      double radians = Math.PI * i / STEPS;
      double cosine = Math.cos(radians);
      double found = Math.PI * HalfWidth.halfTurns((1 + cosine) / 2);
      double error = Math.abs(found - Math.acos(cosine));
      double bound = radians < NARROW_RADIANS ? NARROW_BOUND_RADIANS : BOUND_RADIANS;
      assertTrue(error <= bound, "off by " + error + " at " + radians);
    }
  }

  @Test
  void belowAndBeyondItIsExactlyNothingAndAHalfTurn() {
    for (double beyond : new double[] {0, 1e-15, 1e-9, 1, 1e6, 1e20}) {
      assertEquals(0, HalfWidth.halfTurns(1 + beyond));
      assertEquals(1, HalfWidth.halfTurns(-beyond));
    }
  }
}
