package dev.skytally.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DecimalsTest {
  /** Halves in binary are seldom halves in decimal: the last digit may differ by one. */
  @Property
  void fixedIsWithinHalfAUnitOfTheLastDecimal(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double value,
      @ForAll @IntRange(max = 6) int decimals) {
    BigDecimal shown = new BigDecimal(Decimals.fixed(value, decimals));
    assertEquals(decimals, shown.scale());
    BigDecimal error = shown.subtract(new BigDecimal(value)).abs();
    BigDecimal half = BigDecimal.ONE.movePointLeft(decimals).divide(BigDecimal.valueOf(2));
    assertEquals(
        0,
        error
            .setScale(decimals + 6, RoundingMode.DOWN)
            .subtract(half)
            .max(BigDecimal.ZERO)
            .signum());
  }

  @Test
  void nothingIsNegativeZero() {
    assertEquals("0.0", Decimals.fixed(-0.04, 1));
    assertEquals("0", Decimals.plain(-1e-9, 6));
  }

  @Test
  void plainDropsTrailingZerosOnly() {
    assertEquals("5", Decimals.plain(5, 6));
    assertEquals("7.5", Decimals.plain(7.5, 6));
    assertEquals("100", Decimals.plain(100, 0));
    assertEquals("-33.92", Decimals.plain(-33.92, 4));
  }
}
