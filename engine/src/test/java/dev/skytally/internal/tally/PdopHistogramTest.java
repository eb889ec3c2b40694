package dev.skytally.internal.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.dop.Dilution;
import dev.skytally.dop.DilutionSummary;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PdopHistogramTest {
  /** Half of the last digit that is told, for numbers below 10. */
  private static final double ROUNDING = 0.005;

  /** The same above, relative: 0.05 of 10, 0.5 of 100. */
  private static final double RELATIVE_ROUNDING = 0.005;

  private static double rounding(double pdop) {
    return 1e-12 * pdop + (pdop <= 10 ? ROUNDING : RELATIVE_ROUNDING * pdop);
  }

  @Property(tries = 300)
  void percentilesAreThoseOfTheSortedSamples(
      @ForAll @Size(min = 1, max = 200)
          List<@DoubleRange(min = 0.3, max = Dilution.WORST_PDOP) Double> pdops,
      @ForAll @Size(max = 50) List<@DoubleRange(min = 0.3, max = 12) Double> good) {
    PdopHistogram histogram = new PdopHistogram();
    pdops.forEach(pdop -> histogram.add(pdop * pdop));
    good.forEach(pdop -> histogram.add(pdop * pdop));
    double[] sorted =
        Stream.concat(pdops.stream(), good.stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    DilutionSummary summary = histogram.summary();
    double median = sorted[(int) Math.ceil(0.50 * sorted.length) - 1];
    double ninetyFive = sorted[(sorted.length * 95 + 99) / 100 - 1];
    assertEquals(median, summary.medianPdop().orElseThrow(), rounding(median));
    assertEquals(ninetyFive, summary.pdop95().orElseThrow(), rounding(ninetyFive));
  }

  @Test
  void samplesWithoutAPositionAreWorseThanAll() {
    PdopHistogram histogram = new PdopHistogram();
    for (int i = 0; i < 10; i++) {
      histogram.add(i < 6 ? 4 : Double.POSITIVE_INFINITY);
    }
    assertEquals(
        new DilutionSummary(OptionalDouble.of(2), OptionalDouble.empty(), 0.6),
        histogram.summary());
  }

  @Test
  void sixIsGood() {
    PdopHistogram histogram = new PdopHistogram();
    histogram.add(36);
    histogram.add(36.0001);
    assertEquals(0.5, histogram.summary().shareAtMostSix());
  }

  @Test
  void worstThatCountsHasItsPlace() {
    PdopHistogram histogram = new PdopHistogram();
    histogram.add(Dilution.WORST_PDOP * Dilution.WORST_PDOP);
    assertEquals(OptionalDouble.of(1000), histogram.summary().medianPdop());
    assertTrue(histogram.summary().shareAtMostSix() == 0);
  }
}
