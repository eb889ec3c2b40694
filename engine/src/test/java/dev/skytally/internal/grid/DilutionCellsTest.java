package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The statistics against the sorted list of all dilutions. */
class DilutionCellsTest {
  private static final double PART = 1.0 / 4096;
  private static final int BINS_IN_OCTAVE = 16;
  private static final int CELLS = 3;
  private static final double GOOD_PDOP = 2.5;
  private static final int GOOD_PARTS = DilutionCells.parts(GOOD_PDOP);

  /** The first and the last value of a table, of a bin, of the histogram, and those beside them. */
  private static final double[] SPECIAL = {
    PART,
    1.0 / 64,
    0.25 - PART,
    0.25,
    0.25 + 1.0 / 64 - PART,
    0.25 + 1.0 / 64,
    1 - PART,
    1,
    GOOD_PDOP - PART,
    GOOD_PDOP,
    GOOD_PDOP + PART,
    16 - PART,
    16,
    16 + PART,
    992 - PART,
    992,
    1024 - PART,
    1024,
    1024 + PART
  };

  private static final class PlainCell {
    private final List<double[]> dilutions = new ArrayList<>();

    double[] sorted(int figure) {
      return dilutions.stream().mapToDouble(each -> each[figure]).sorted().toArray();
    }
  }

  private static double rounded(double dilution) {
    return Math.rint(dilution / PART) * PART;
  }

  /** The begin and the end of the bin of a value. */
  private static double[] bin(double value) {
    double begin = 0.25;
    double width = begin / BINS_IN_OCTAVE;
    while (begin + width <= value && begin + width < 1024) {
      begin += width;
      width = Math.scalb(1.0 / BINS_IN_OCTAVE, Math.getExponent(begin));
    }
    return new double[] {begin, begin + width};
  }

  /** Interpolated in the bin of the value with this rank. */
  private static double percentile(double[] sorted, int rank) {
    double[] bin = bin(sorted[rank - 1]);
    long before = Arrays.stream(sorted).filter(value -> bin(value)[0] < bin[0]).count();
    long within = Arrays.stream(sorted).filter(value -> bin(value)[0] == bin[0]).count();
    double interpolated = bin[0] + (double) (rank - before) / within * (bin[1] - bin[0]);
    return Math.min(interpolated, sorted[sorted.length - 1]);
  }

  private static void assertFigures(PlainCell expected, DilutionCells actual, int cell) {
    int positions = expected.dilutions.size();
    assertEquals(positions, actual.positions(cell));
    assertEquals(
        expected.dilutions.stream().filter(each -> each[0] <= GOOD_PDOP).count(),
        actual.good(cell));
    for (int figure = 0; figure < 3; figure++) {
      assertEquals(OptionalDouble.empty(), actual.percentile(cell, figure, positions + 1));
      double[] sorted = expected.sorted(figure);
      if (positions == 0) {
        assertEquals(OptionalDouble.empty(), actual.mean(cell, figure));
        assertEquals(OptionalDouble.empty(), actual.greatest(cell, figure));
        continue;
      }
      double mean = Arrays.stream(sorted).sum() / positions;
      assertEquals(mean, actual.mean(cell, figure).getAsDouble(), 1e-9);
      assertEquals(sorted[positions - 1], actual.greatest(cell, figure).getAsDouble());
      for (int rank = 1; rank <= positions; rank++) {
        assertEquals(
            percentile(sorted, rank), actual.percentile(cell, figure, rank).getAsDouble(), 1e-9);
      }
    }
  }

  private static double random(Random random) {
    return random.nextInt(4) == 0
        ? SPECIAL[random.nextInt(SPECIAL.length)]
        : 0.1 * Math.exp(random.nextDouble() * 10);
  }

  private static void addRandom(
      Random random, int cell, int count, DilutionCells cells, PlainCell[] plain) {
    for (int k = 0; k < count; k++) {
      double[] each = {random(random), random(random), random(random)};
      cells.add(cell, GOOD_PARTS, each[0], each[1], each[2]);
      plain[cell].dilutions.add(Arrays.stream(each).map(DilutionCellsTest::rounded).toArray());
    }
  }

  private static PlainCell[] plainCells() {
    PlainCell[] plain = new PlainCell[CELLS];
    Arrays.setAll(plain, cell -> new PlainCell());
    return plain;
  }

  private static void assertFigures(PlainCell[] expected, DilutionCells actual) {
    for (int cell = 0; cell < CELLS; cell++) {
      assertFigures(expected[cell], actual, cell);
    }
  }

  @Test
  void figuresAreThoseOfTheSortedDilutions() {
    Random random = new Random(3);
    DilutionCells cells = new DilutionCells(CELLS);
    PlainCell[] plain = plainCells();
    addRandom(random, 1, 300, cells, plain);
    addRandom(random, 2, 1, cells, plain);
    assertFigures(plain, cells);
    cells.clear();
    assertFigures(plainCells(), cells);
  }

  @Test
  void eachSpecialDilutionIsInItsBin() {
    for (double special : SPECIAL) {
      DilutionCells cells = new DilutionCells(CELLS);
      PlainCell[] plain = plainCells();
      cells.add(0, GOOD_PARTS, special, special, special);
      cells.add(0, GOOD_PARTS, 2000, 2000, 2000);
      plain[0].dilutions.add(new double[] {special, special, special});
      plain[0].dilutions.add(new double[] {2000, 2000, 2000});
      assertFigures(plain, cells);
    }
  }

  /** Only dilutions below 16 are added; instants with too few equations count as nothing. */
  @Test
  void floatsAreAddedAsDoublesAre() {
    Random random = new Random(4);
    int instants = 200;
    DilutionCells actual = new DilutionCells(CELLS);
    DilutionCells expected = new DilutionCells(CELLS);
    PlainCell[] plain = plainCells();
    for (int lap = 0; lap < 3; lap++) {
      float[] surplus = new float[instants + 1];
      float[][] dilutions = new float[3][instants + 1];
      int[] notAdded = new int[instants];
      List<Integer> expectedRest = new ArrayList<>();
      for (int i = 0; i < instants; i++) {
        surplus[i] = random.nextInt(6);
        boolean isSmall = true;
        double[] each = new double[3];
        for (int figure = 0; figure < 3; figure++) {
          float dilution =
              switch (random.nextInt(12)) {
                case 0 -> Float.NaN;
                case 1 -> 1000 * random.nextFloat();
                case 2, 3, 4 -> (float) SPECIAL[random.nextInt(SPECIAL.length)];
                default -> 4 * random.nextFloat();
              };
          isSmall &= dilution + 0.5 * PART < 16;
          each[figure] = rounded(dilution);
          dilutions[figure][i] = dilution + DilutionCells.ROUNDING;
        }
        if (surplus[i] >= 3) {
          if (isSmall) {
            expected.add(1, GOOD_PARTS, each[0], each[1], each[2]);
            plain[1].dilutions.add(each);
          } else {
            expectedRest.add(i);
          }
        }
      }
      surplus[instants] = 9;
      int rest =
          actual.add(
              1, GOOD_PARTS, surplus, dilutions[0], dilutions[1], dilutions[2], instants, notAdded);
      assertEquals(expectedRest, Arrays.stream(notAdded).limit(rest).boxed().toList());
    }
    assertArrayEquals(expected.pack(CELLS), actual.pack(CELLS));
    assertFigures(plain, actual);
    assertTrue(plain[1].dilutions.size() > 50);
  }

  @Test
  void packedCellsAreAddedToOthers() {
    Random random = new Random(5);
    DilutionCells first = new DilutionCells(CELLS);
    DilutionCells second = new DilutionCells(CELLS);
    DilutionCells sum = new DilutionCells(CELLS);
    PlainCell[] plain = plainCells();
    addRandom(random, 0, 20, first, plain);
    addRandom(random, 0, 20, second, plain);
    addRandom(random, 2, 70, second, plain);
    sum.add(first.pack(CELLS), CELLS);
    sum.add(second.pack(CELLS), CELLS);
    assertFigures(plain, sum);
    DilutionCells read = new DilutionCells(CELLS);
    read.add(sum.pack(CELLS), CELLS);
    assertArrayEquals(sum.pack(CELLS), read.pack(CELLS));
    DilutionCells part = new DilutionCells(1);
    part.add(first.pack(1), 1);
    assertArrayEquals(first.pack(1), part.pack(1));
  }

  private static void write(PackedNumbers packed, long... numbers) {
    for (long number : numbers) {
      packed.write(number);
    }
  }

  private static byte[] packed(long... numbers) {
    PackedNumbers packed = new PackedNumbers();
    write(packed, numbers);
    return packed.bytes();
  }

  @Test
  void aCellIsPackedAsItsFormatSays() {
    DilutionCells cells = new DilutionCells(2);
    cells.add(0, GOOD_PARTS, 1, 1, 1);
    cells.add(0, GOOD_PARTS, 4, 1.0625, 0.125);
    PackedNumbers expected = new PackedNumbers();
    write(expected, 2, 1);
    write(expected, 5 * 4096, 4 * 4096, 32, 33, 1);
    write(expected, new long[31]);
    write(expected, 1);
    write(expected, 2 * 4096 + 256, 4096 + 256, 32, 2, 1, 1);
    write(expected, 4096 + 512, 4096, 0, 33, 1);
    write(expected, new long[31]);
    write(expected, 1);
    write(expected, 0);
    assertArrayEquals(expected.bytes(), cells.pack(2));
  }

  /** From a cell with one instant of the dilutions 1, 1 and 1, or 4096 parts, in bin 32. */
  @Test
  void damagedCellsAreRefused() {
    long[] one = {1, 1, 4096, 4096, 32, 1, 1, 4096, 4096, 32, 1, 1, 4096, 4096, 32, 1, 1};
    new DilutionCells(1).add(packed(one), 1);
    assertRefused("good", one, 1, 2);
    assertRefused("another bin", one, 3, 2 * 4096);
    assertRefused("another bin", one, 4, 31);
    assertRefused("another bin", one, 5, 2);
    assertRefused("other instants", one, 6, 2);
    assertRefused("other instants", one, 16, 0);
    assertRefused("more packed numbers", Arrays.copyOf(one, one.length + 1), 0, 1);
    assertRefused("end too soon", Arrays.copyOf(one, one.length - 1), 0, 1);
  }

  private static void assertRefused(String message, long[] cell, int at, long damaged) {
    long[] numbers = cell.clone();
    numbers[at] = damaged;
    DilutionCells cells = new DilutionCells(1);
    String actual =
        assertThrows(IllegalArgumentException.class, () -> cells.add(packed(numbers), 1))
            .getMessage();
    assertTrue(actual.contains(message), actual);
  }

  @Test
  void aCellHasAtMostTheInstantsOfItsRow() {
    DilutionCells cells = new DilutionCells(CELLS);
    for (int k = 0; k < 5; k++) {
      cells.add(2, GOOD_PARTS, 1, 1, 1);
    }
    cells.requireAtMost(5);
    assertThrows(IllegalArgumentException.class, () -> cells.requireAtMost(4));
  }
}
