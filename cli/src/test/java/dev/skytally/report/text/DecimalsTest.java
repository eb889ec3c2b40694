package dev.skytally.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  /** What scaling by a power of ten may add, in units of the last decimal. */
  private static final double SCALING_TOLERANCE_UNITS = 1e-3;

  @Property
  void fixedIsWithinHalfAUnitOfTheLastDecimal(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double value,
      @ForAll @IntRange(max = 6) int decimals) {
    BigDecimal shown = new BigDecimal(Decimals.fixed(value, decimals));
    assertEquals(decimals, shown.scale());
    double errorUnits =
        shown.subtract(new BigDecimal(value)).movePointRight(decimals).abs().doubleValue();
    assertTrue(errorUnits <= 0.5 + SCALING_TOLERANCE_UNITS, shown + " for " + value);
  }

  /** Only nothing is shown as nothing, and only all as all. */
  @ParameterizedTest
  @CsvSource({"0, 0.0", "0.0004, <0.1", "0.0006, 0.1", "0.9996, >99.9", "1, 100.0"})
  void aPartOfAWholeIsNeverRoundedToNothingOrAll(double share, String percent) {
    assertEquals(percent, Decimals.percentOfWhole(share));
    assertEquals("100.0", Decimals.percentOfWhole(1 - 1e-12), "what a sum of shares is off");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotANumberIsRejected(double value) {
    assertThrows(IllegalArgumentException.class, () -> Decimals.fixed(value, 2));
    assertThrows(IllegalArgumentException.class, () -> Decimals.plain(value, 2));
    assertThrows(IllegalArgumentException.class, () -> Decimals.percent(value));
    assertThrows(IllegalArgumentException.class, () -> Decimals.scientific(value));
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
