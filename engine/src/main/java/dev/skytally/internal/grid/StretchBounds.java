package dev.skytally.internal.grid;

/**
 * Bounds of the stretches of columns from which satellites are in view, over spans of some
 * instants. They quickly find the spans in which a whole block sees a satellite all the time, or
 * none of it ever.
 *
 * <p>Not safe for use by several threads at once.
 */
final class StretchBounds {
  /** What a block sees of a satellite during a span. */
  enum View {
    WHOLE,
    NONE,
    UNKNOWN
  }

  private final int around;
  private final int span;

  /** The bounds by satellite, then span. */
  private final int[][] leastStarts;

  private final int[][] greatestStarts;
  private final int[][] leastEnds;
  private final int[][] greatestEnds;

  /**
   * Creates bounds over spans of an equal number of instants.
   *
   * @param around the number of columns around the Earth
   */
  StretchBounds(int around, int span, int satellites, int mostInstants) {
    this.around = around;
    this.span = span;
    int spans = (mostInstants + span - 1) / span;
    leastStarts = new int[satellites][spans];
    greatestStarts = new int[satellites][spans];
    leastEnds = new int[satellites][spans];
    greatestEnds = new int[satellites][spans];
  }

  /** Finds the bounds of one satellite; they may exceed a turn if its stretch moves far. */
  void find(int satellite, int[] starts, int[] lengths, int instants) {
    for (int k = 0; k * span < instants; k++) {
      int begin = k * span;
      int start = starts[begin];
      int leastStart = start;
      int greatestStart = start;
      int leastEnd = start + lengths[begin];
      int greatestEnd = leastEnd;
      for (int i = begin + 1; i < Math.min(begin + span, instants); i++) {
        int step = starts[i] - start;
        start += step - Math.round((float) step / around) * around;
        int end = start + lengths[i];
        leastStart = Math.min(leastStart, start);
        greatestStart = Math.max(greatestStart, start);
        leastEnd = Math.min(leastEnd, end);
        greatestEnd = Math.max(greatestEnd, end);
      }
      leastStarts[satellite][k] = leastStart;
      greatestStarts[satellite][k] = greatestStart;
      leastEnds[satellite][k] = leastEnd;
      greatestEnds[satellite][k] = greatestEnd;
    }
  }

  /** Excludes that a block sees the satellite all the time during the span of an instant. */
  void excludeWhole(int satellite, int instant) {
    leastEnds[satellite][instant / span] = Integer.MIN_VALUE;
  }

  /** Returns what a block sees of a satellite during the span of an instant. */
  View view(int satellite, int instant, ColumnBlock block) {
    int k = instant / span;
    int leastStart = leastStarts[satellite][k];
    boolean isNever = true;
    int turns = Math.floorDiv(leastStart - block.start(), around);
    for (int start = block.start() + turns * around;
        start < greatestEnds[satellite][k];
        start += around) {
      if (start >= greatestStarts[satellite][k]
          && start + block.width() <= leastEnds[satellite][k]) {
        return View.WHOLE;
      }
      isNever &= start + block.width() <= leastStart;
    }
    return isNever ? View.NONE : View.UNKNOWN;
  }
}
