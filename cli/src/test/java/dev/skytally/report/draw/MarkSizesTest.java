package dev.skytally.report.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkSizesTest {
  /** Of areas, square pixels. */
  private static final double ROUNDING = 1e-9;

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "8, 8, 8",
    "1, 3, 1 2 3",
    "13, 16, 13 14 15 16",
    "1, 9, 1 2 4 6 8 10",
    "1, 17, 1 5 10 15 20",
    "12, 31, 10 15 20 25 30 35",
    "3, 45, 1 20 40 60"
  })
  void legendHasRoundNumbersAroundAllThatAreShown(int least, int greatest, String numbers) {
    List<Integer> expected = Arrays.stream(numbers.split(" ", -1)).map(Integer::valueOf).toList();
    assertEquals(expected, new MarkSizes(least, greatest).numbers());
  }

  @Property
  void areasGrowEvenlyFromTheFirstOfTheLegendToTheLast(
      @ForAll @IntRange(min = 1, max = 60) int least,
      @ForAll @IntRange(min = 1, max = 60) int more) {
    MarkSizes sizes = new MarkSizes(least, least + more);
    List<Integer> numbers = sizes.numbers();
    int first = numbers.get(0);
    int last = numbers.get(numbers.size() - 1);
    assertTrue(first <= least && least + more <= last, numbers.toString());
    assertTrue(numbers.size() <= 6, numbers.toString());
    double growth = (area(sizes, last) - area(sizes, first)) / (last - first);
    assertTrue(growth > 0);
    for (int number = first; number < last; number++) {
      assertEquals(growth, area(sizes, number + 1) - area(sizes, number), ROUNDING);
    }
  }

  /** But for pi. */
  private static double area(MarkSizes sizes, int number) {
    return sizes.radius(number) * sizes.radius(number);
  }
}
