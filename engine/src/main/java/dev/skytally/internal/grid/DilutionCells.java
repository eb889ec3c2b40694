package dev.skytally.internal.grid;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Statistics of PDOP, HDOP and VDOP in some cells of a row, of one system or of all together: sums,
 * greatest values and histograms, in whole numbers.
 *
 * <p>How it works. A dilution is rounded to {@link #PARTS} of one. The bins of a histogram divide
 * each octave, for example 1 to 2, into 16 equal bins. The first octave begins at 1/4, and its
 * first bin also takes all lesser dilutions. The last octave ends at 1024. So a percentile,
 * interpolated in its bin, is right to 1/16 of its value at worst.
 *
 * <p>Packed, a cell is a list of whole numbers, seven bits in a byte, the lowest first: the
 * instants with a position; if there is any, those with a good PDOP, and for each figure its sum,
 * its greatest value, its first bin, the number of its bins and their counts. Equal statistics have
 * equal bytes.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class DilutionCells {
  /** A dilution is a whole number of these parts of one. */
  private static final int PARTS = 1 << 12;

  /** The figures of a cell: PDOP, HDOP and VDOP. */
  private static final int FIGURES = 3;

  /** Dilutions below this number of parts have their bins in a table. */
  static final int IN_TABLE = 16 * PARTS;

  /** The equations that a position needs. */
  static final int LEAST_SURPLUS = 3;

  /**
   * A float that is added to a dilution to round it to parts: its last bit is one part, so the bits
   * of the sum less those of this float are the parts.
   */
  static final float ROUNDING = 3 << 10;

  private static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);
  private static final int OCTAVES = 12;
  private static final int BITS_WITHIN_OCTAVE = 4;
  private static final int SHIFT = 23 - BITS_WITHIN_OCTAVE;
  private static final int BINS = OCTAVES << BITS_WITHIN_OCTAVE;
  private static final int FIRST_BIN = Float.floatToRawIntBits(0.25f) >>> SHIFT;

  /** No bin begins within a 64th. */
  private static final int SHIFT_TO_64TH = 6;

  private static final int LAST_64TH = (IN_TABLE >>> SHIFT_TO_64TH) - 1;
  private static final byte[] BIN_OF_64TH = binsOf64ths();

  private final int[] positions;
  private final int[] good;

  /** By cell, then figure. */
  private final long[] sums;

  private final int[] greatest;

  /** By cell; a figure's bins follow those of the one before. */
  private final int[][] histograms;

  /** Creates empty statistics. */
  public DilutionCells(int cells) {
    positions = new int[cells];
    good = new int[cells];
    sums = new long[cells * FIGURES];
    greatest = new int[cells * FIGURES];
    histograms = new int[cells][FIGURES * BINS];
  }

  private static byte[] binsOf64ths() {
    byte[] bins = new byte[IN_TABLE >>> SHIFT_TO_64TH];
    for (int part = 0; part < bins.length; part++) {
      bins[part] = (byte) bin(part << SHIFT_TO_64TH);
    }
    return bins;
  }

  private static int bin(int parts) {
    int bin = (Float.floatToRawIntBits((float) parts / PARTS) >>> SHIFT) - FIRST_BIN;
    return Math.max(0, Math.min(BINS - 1, bin));
  }

  private static double leastOfBin(int bin) {
    return Float.intBitsToFloat((bin + FIRST_BIN) << SHIFT);
  }

  void clear() {
    Arrays.fill(positions, 0);
    Arrays.fill(good, 0);
    Arrays.fill(sums, 0);
    Arrays.fill(greatest, 0);
    for (int[] histogram : histograms) {
      Arrays.fill(histogram, 0);
    }
  }

  /** Adds one instant, by doubles. */
  void add(int cell, int goodParts, double pdop, double hdop, double vdop) {
    positions[cell]++;
    int pdopParts = parts(pdop);
    good[cell] += pdopParts <= goodParts ? 1 : 0;
    add(cell, 0, pdopParts);
    add(cell, 1, parts(hdop));
    add(cell, 2, parts(vdop));
  }

  static int parts(double dilution) {
    return (int) Math.rint(dilution * PARTS);
  }

  private void add(int cell, int figure, int parts) {
    int at = cell * FIGURES + figure;
    sums[at] += parts;
    greatest[at] = Math.max(greatest[at], parts);
    histograms[cell][figure * BINS + bin(parts)]++;
  }

  /**
   * Adds some instants.
   *
   * @param surplus the equations for the position; an instant with too few is skipped
   * @param pdop {@linkplain #ROUNDING rounded}, like the other two
   * @param notAdded receives the instants whose dilutions are too great for the table or NaN
   * @return how many were not added
   */
  int add(
      int cell,
      int goodParts,
      float[] surplus,
      float[] pdop,
      float[] hdop,
      float[] vdop,
      int end,
      int[] notAdded) {
    int[] histogram = histograms[cell];
    // Sums and greatest values are of the floats' bits, which saves a subtraction for each. The
    // sums overflow, but their differences from the overflowing sums of ROUNDING_BITS do not.
    int rest = 0;
    int skipped = 0;
    int bad = 0;
    int pdopSum = 0;
    int hdopSum = 0;
    int vdopSum = 0;
    int at = cell * FIGURES;
    int worstPdop = greatest[at] + ROUNDING_BITS;
    int worstHdop = greatest[at + 1] + ROUNDING_BITS;
    int worstVdop = greatest[at + 2] + ROUNDING_BITS;
    int goodBits = ROUNDING_BITS + goodParts;
    for (int i = 0; i < end; i++) {
      int p = Float.floatToRawIntBits(pdop[i]);
      int h = Float.floatToRawIntBits(hdop[i]);
      int v = Float.floatToRawIntBits(vdop[i]);
      if (surplus[i] < LEAST_SURPLUS) {
        skipped++;
        continue;
      }
      if (((p | h | v) & -IN_TABLE) != ROUNDING_BITS) {
        notAdded[rest++] = i;
        continue;
      }
      histogram[BIN_OF_64TH[p >>> SHIFT_TO_64TH & LAST_64TH]]++;
      histogram[BIN_OF_64TH[h >>> SHIFT_TO_64TH & LAST_64TH] + BINS]++;
      histogram[BIN_OF_64TH[v >>> SHIFT_TO_64TH & LAST_64TH] + 2 * BINS]++;
      pdopSum += p;
      hdopSum += h;
      vdopSum += v;
      if (p > worstPdop) {
        worstPdop = p;
      }
      if (h > worstHdop) {
        worstHdop = h;
      }
      if (v > worstVdop) {
        worstVdop = v;
      }
      if (p > goodBits) {
        bad++;
      }
    }
    int counted = end - skipped - rest;
    positions[cell] += counted;
    good[cell] += counted - bad;
    int allRounding = counted * ROUNDING_BITS;
    addSum(at, pdopSum - allRounding, worstPdop - ROUNDING_BITS);
    addSum(at + 1, hdopSum - allRounding, worstHdop - ROUNDING_BITS);
    addSum(at + 2, vdopSum - allRounding, worstVdop - ROUNDING_BITS);
    return rest;
  }

  private void addSum(int at, long sum, int most) {
    sums[at] += sum;
    greatest[at] = Math.max(greatest[at], most);
  }

  /** Returns the cells as bytes. */
  byte[] pack(int cells) {
    PackedNumbers packed = new PackedNumbers();
    for (int cell = 0; cell < cells; cell++) {
      packed.write(positions[cell]);
      if (positions[cell] > 0) {
        packed.write(good[cell]);
        for (int figure = 0; figure < FIGURES; figure++) {
          packed.write(sums[cell * FIGURES + figure]);
          packed.write(greatest[cell * FIGURES + figure]);
          int end = bin(greatest[cell * FIGURES + figure]) + 1;
          packHistogram(histograms[cell], figure * BINS, figure * BINS + end, packed);
        }
      }
    }
    return packed.bytes();
  }

  /** Returns whether packed cells have no instants; a cell that has some takes several bytes. */
  static boolean areEmpty(byte[] packed, int cells) {
    return packed.length == cells;
  }

  private static void packHistogram(int[] histogram, int first, int end, PackedNumbers packed) {
    int begin = first;
    while (histogram[begin] == 0) {
      begin++;
    }
    packed.write(begin - first);
    packed.write(end - begin);
    for (int bin = begin; bin < end; bin++) {
      packed.write(histogram[bin]);
    }
  }

  /**
   * Adds cells that {@link #pack} packed.
   *
   * @param cells the number of cells
   * @throws IllegalArgumentException if the bytes are not such cells
   */
  void add(byte[] bytes, int cells) {
    PackedNumbers packed = new PackedNumbers(bytes);
    for (int cell = 0; cell < cells; cell++) {
      int more = packed.readInt();
      if (more > 0) {
        int moreGood = packed.readInt();
        if (moreGood > more) {
          throw new IllegalArgumentException("more instants have a good PDOP than a position");
        }
        positions[cell] += more;
        good[cell] += moreGood;
        for (int figure = 0; figure < FIGURES; figure++) {
          long sum = packed.read();
          int most = packed.readInt();
          addSum(cell * FIGURES + figure, sum, most);
          addHistogram(histograms[cell], figure * BINS, bin(most) + 1, more, packed);
        }
      }
    }
    packed.requireEnd();
  }

  private static void addHistogram(
      int[] histogram, int first, int end, long instants, PackedNumbers packed) {
    int begin = packed.readInt();
    int bins = packed.readInt();
    if (begin != end - bins) {
      throw new IllegalArgumentException("a histogram ends in another bin than its greatest value");
    }
    long rest = instants;
    for (int bin = first + begin; bin < first + begin + bins; bin++) {
      int more = packed.readInt();
      histogram[bin] += more;
      rest -= more;
    }
    if (rest != 0) {
      throw new IllegalArgumentException("a histogram has other instants than its cell");
    }
  }

  /** Requires that no cell has more instants than were counted. */
  void requireAtMost(long instants) {
    for (int cell : positions) {
      if (cell > instants) {
        throw new IllegalArgumentException("a cell has more instants than its row");
      }
    }
  }

  /** Returns the number of instants of a cell with a position. */
  public int positions(int cell) {
    return positions[cell];
  }

  /** Returns the number of instants of a cell with a good PDOP. */
  public int good(int cell) {
    return good[cell];
  }

  /** Returns the mean of a figure over the instants with a position; empty if there is none. */
  public OptionalDouble mean(int cell, int figure) {
    return ifPosition(cell, (double) sums[cell * FIGURES + figure] / positions[cell]);
  }

  /** Returns the greatest value of a figure; empty if no instant has a position. */
  public OptionalDouble greatest(int cell, int figure) {
    return ifPosition(cell, greatest[cell * FIGURES + figure]);
  }

  private OptionalDouble ifPosition(int cell, double parts) {
    return positions[cell] > 0 ? OptionalDouble.of(parts / PARTS) : OptionalDouble.empty();
  }

  /**
   * Returns the value of a figure that a number of instants do not exceed; empty if fewer have a
   * position.
   *
   * @param instants at least 1
   */
  public OptionalDouble percentile(int cell, int figure, long instants) {
    if (instants > positions[cell]) {
      return OptionalDouble.empty();
    }
    int[] histogram = histograms[cell];
    int bin = 0;
    long before = 0;
    while (before + histogram[figure * BINS + bin] < instants) {
      before += histogram[figure * BINS + bin];
      bin++;
    }
    double share = (double) (instants - before) / histogram[figure * BINS + bin];
    double interpolated = leastOfBin(bin) + share * (leastOfBin(bin + 1) - leastOfBin(bin));
    double most = (double) greatest[cell * FIGURES + figure] / PARTS;
    return OptionalDouble.of(Math.min(interpolated, most));
  }
}
