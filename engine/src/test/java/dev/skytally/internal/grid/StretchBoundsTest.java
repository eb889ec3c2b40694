package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.grid.StretchBounds.View;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bounds against a look at every instant and column. */
class StretchBoundsTest {
  private static final WorldGrid GRID = WorldGrid.cells(2.5);
  private static final List<ColumnBlock> BLOCKS = ColumnBlock.of(GRID);
  private static final int AROUND = GRID.columnsAround();
  private static final int SPAN = 8;
  private static final int INSTANTS = 21;

  private final int[] starts = new int[INSTANTS];
  private final int[] lengths = new int[INSTANTS];

  /**
   * Moves a stretch.
   *
   * @param mostColumns how far each end moves at most from one instant to the next
   */
  private void fly(Random random, int mostColumns) {
    int start = random.nextInt(AROUND);
    int length = 2 * mostColumns + random.nextInt(AROUND - 4 * mostColumns);
    int direction = random.nextInt(3) - 1;
    for (int i = 0; i < INSTANTS; i++) {
      starts[i] = Math.floorMod(start, AROUND);
      lengths[i] = length;
      int move = direction * random.nextInt(mostColumns + 1);
      start += move;
    }
  }

  private boolean sees(int instant, int column) {
    return Math.floorMod(column - starts[instant], AROUND) < lengths[instant];
  }

  /** What a block sees from the begin of a span to its end. */
  private View plainView(int span, ColumnBlock block) {
    boolean all = true;
    boolean any = false;
    for (int i = span * SPAN; i < Math.min((span + 1) * SPAN, INSTANTS); i++) {
      for (int column = block.start(); column < block.start() + block.width(); column++) {
        all &= sees(i, column);
        any |= sees(i, column);
      }
    }
    return all ? View.WHOLE : any ? View.UNKNOWN : View.NONE;
  }

  /** A stretch that moves by a column an instant leaves out no column, so the bounds are exact. */
  @Test
  void ofASlowStretchTheBoundsAreExact() {
    Random random = new Random(1);
    Map<View, Integer> found = new EnumMap<>(View.class);
    StretchBounds bounds = new StretchBounds(AROUND, SPAN, 2, INSTANTS);
    for (int k = 0; k < 400; k++) {
      fly(random, 1);
      bounds.find(1, starts, lengths, INSTANTS);
      for (ColumnBlock block : BLOCKS) {
        for (int instant = 0; instant < INSTANTS; instant++) {
          View expected = plainView(instant / SPAN, block);
          View actual = bounds.view(1, instant, block);
          assertEquals(expected, actual);
          found.merge(actual, 1, Integer::sum);
        }
      }
    }
    assertEquals(View.values().length, found.size());
  }

  @Test
  void ofAnyStretchTheBoundsAreRight() {
    Random random = new Random(2);
    StretchBounds bounds = new StretchBounds(AROUND, SPAN, 2, INSTANTS);
    for (int k = 0; k < 400; k++) {
      for (int i = 0; i < INSTANTS; i++) {
        starts[i] = random.nextInt(AROUND);
        lengths[i] = random.nextInt(AROUND + 1);
      }
      bounds.find(0, starts, lengths, INSTANTS);
      for (ColumnBlock block : BLOCKS) {
        for (int span = 0; span * SPAN < INSTANTS; span++) {
          View view = bounds.view(0, span * SPAN, block);
          assertTrue(view == View.UNKNOWN || view == plainView(span, block));
        }
      }
    }
  }

  @Test
  void aWholeOrEmptyRowIsSeenWholeOrNotAtAll() {
    int instants = 2 * SPAN;
    StretchBounds bounds = new StretchBounds(AROUND, SPAN, 2, instants);
    for (int length : new int[] {0, AROUND}) {
      int[] ofAll = new int[instants];
      Arrays.fill(ofAll, length);
      bounds.find(0, new int[instants], ofAll, instants);
      for (ColumnBlock block : BLOCKS) {
        for (int instant = 0; instant < instants; instant++) {
          assertEquals(length == 0 ? View.NONE : View.WHOLE, bounds.view(0, instant, block));
        }
      }
    }
  }

  /** The other spans and satellites keep their view. */
  @Test
  void anExcludedViewIsNoMoreOfAWholeBlock() {
    StretchBounds bounds = new StretchBounds(AROUND, SPAN, 2, INSTANTS);
    Arrays.fill(lengths, AROUND);
    bounds.find(0, starts, lengths, INSTANTS);
    bounds.find(1, starts, lengths, INSTANTS);
    bounds.excludeWhole(1, SPAN + 3);
    ColumnBlock block = BLOCKS.get(4);
    assertEquals(View.UNKNOWN, bounds.view(1, SPAN, block));
    assertEquals(View.WHOLE, bounds.view(1, 0, block));
    assertEquals(View.WHOLE, bounds.view(1, 2 * SPAN, block));
    assertEquals(View.WHOLE, bounds.view(0, SPAN, block));
  }
}
