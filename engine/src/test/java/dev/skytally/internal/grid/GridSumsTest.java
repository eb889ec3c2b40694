package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.dop.ReceiverClocks;
import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.input.InputFormatException;
import dev.skytally.internal.answer.AnswerInput;
import dev.skytally.internal.answer.AnswerOutput;
import dev.skytally.satellites.GnssSystem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridSumsTest {
  /** Its three blocks have two, three and two columns. */
  private static final WorldGrid GRID = WorldGrid.cells(2.5).window(10, 9, 100, 7);

  private static final List<GnssSystem> SYSTEMS =
      List.of(GnssSystem.GPS, GnssSystem.BDS, GnssSystem.GAL);
  private static final Set<GridFigure> ALL = EnumSet.allOf(GridFigure.class);
  private static final String KIND = "sums of a test";

  private static GridSums sums(int systems, Set<GridFigure> figures, int firstRow, int endRow) {
    List<GnssSystem> first = SYSTEMS.subList(0, systems);
    DilutionSetting setting = new DilutionSetting(ReceiverClocks.DEFAULT.divide(first), 6);
    return new GridSums(GRID, first, figures, setting, firstRow, endRow);
  }

  private static GridSums filled(int systems, int firstRow, int endRow, int seed) {
    GridSums sums = sums(systems, ALL, firstRow, endRow);
    Random random = new Random(seed);
    for (int row = firstRow; row < endRow; row++) {
      sums.addInstants(row, 100 + random.nextInt(100));
      for (int[] numbers : integers(sums, row)) {
        Arrays.setAll(numbers, column -> random.nextInt(1_000_000));
      }
      for (int i = 0; i < systems; i++) {
        byte[] greatest = sums.greatestCounts(i, row);
        byte[] least = sums.leastCounts(i, row);
        for (int column = 0; column < greatest.length; column++) {
          least[column] = (byte) random.nextInt(60);
          greatest[column] = (byte) (60 + random.nextInt(60));
        }
      }
      for (int set = 0; set < RowDilution.sets(systems); set++) {
        List<ColumnBlock> blocks = ColumnBlock.of(GRID);
        for (int block = 0; block < blocks.size(); block++) {
          int columns = blocks.get(block).columns();
          DilutionCells cells = new DilutionCells(columns);
          for (int k = 0; k < 40; k++) {
            double dilution = 1 + 8 * random.nextDouble();
            cells.add(random.nextInt(columns), 4096, dilution, dilution, dilution);
          }
          sums.dilution(set, row)[block] = cells.pack(columns);
        }
      }
    }
    return sums;
  }

  /** All sums of a row that are integers. */
  private static List<int[]> integers(GridSums sums, int row) {
    List<int[]> all = new ArrayList<>();
    int systems = sums.systems().size();
    for (int i = 0; i < systems; i++) {
      all.add(sums.countSums(i, row));
      all.add(sums.enoughInstants(i, row));
      if (sums.hasAheadOfAll()) {
        all.add(sums.aheadOfAllInstants(i, row));
      }
      for (int other = 0; sums.hasPairs() && other < systems; other++) {
        if (other != i) {
          all.add(sums.aheadInstants(i, other, row));
        }
      }
    }
    return all;
  }

  private record Dilutions(int positions, int good, double mean, double greatest, double median) {
    static Dilutions of(DilutionCells cells, int cell) {
      int positions = cells.positions(cell);
      return new Dilutions(
          positions,
          cells.good(cell),
          cells.mean(cell, 0).orElse(0),
          cells.greatest(cell, 1).orElse(0),
          cells.percentile(cell, 2, Math.max(1, positions / 2)).orElse(0));
    }
  }

  private static List<Dilutions> dilutions(GridSums sums, int set, int row) {
    return sums.dilution(set, row, Dilutions::of);
  }

  private static void assertSameRow(GridSums expected, GridSums actual, int row) {
    assertEquals(expected.instants(row), actual.instants(row));
    List<int[]> expectedIntegers = integers(expected, row);
    List<int[]> actualIntegers = integers(actual, row);
    assertEquals(expectedIntegers.size(), actualIntegers.size());
    for (int i = 0; i < expectedIntegers.size(); i++) {
      assertEquals(
          Arrays.toString(expectedIntegers.get(i)), Arrays.toString(actualIntegers.get(i)));
    }
    int systems = expected.systems().size();
    for (int i = 0; i < systems; i++) {
      assertEquals(
          Arrays.toString(expected.greatestCounts(i, row)),
          Arrays.toString(actual.greatestCounts(i, row)));
      assertEquals(
          Arrays.toString(expected.leastCounts(i, row)),
          Arrays.toString(actual.leastCounts(i, row)));
    }
    for (int set = 0; set < RowDilution.sets(systems); set++) {
      assertEquals(dilutions(expected, set, row), dilutions(actual, set, row));
    }
  }

  private static byte[] written(GridSums sums) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AnswerOutput out = new AnswerOutput(bytes, KIND);
    sums.writeTo(out);
    out.finish();
    return bytes.toByteArray();
  }

  private static GridSums read(byte[] bytes) throws IOException {
    return AnswerInput.read(new ByteArrayInputStream(bytes), KIND, GridSums::read);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void writtenSumsAreReadAsTheyWere(int systems) throws IOException {
    GridSums sums = filled(systems, 2, 6, 1);
    GridSums read = read(written(sums));
    assertEquals(sums, read);
    assertEquals(sums.hashCode(), read.hashCode());
    assertEquals(GRID, read.grid());
    assertEquals(sums.systems(), read.systems());
    assertEquals(ALL, read.figures());
    assertEquals(sums.dilutionSetting(), read.dilutionSetting());
    assertEquals(2, read.firstRow());
    assertEquals(6, read.endRow());
    for (int row = 2; row < 6; row++) {
      assertSameRow(sums, read, row);
    }
  }

  /** The rows of three systems' counts are followed by those of their six ordered pairs. */
  @Test
  void noLeadOfASystemOverItselfIsWritten() throws IOException {
    byte[] bytes = written(sums(3, EnumSet.of(GridFigure.PAIRS), 2, 4));
    int rows =
        AnswerInput.read(
            new ByteArrayInputStream(bytes),
            KIND,
            in -> {
              in.grid();
              in.systems();
              in.list(each -> each.name(GridFigure.class));
              DilutionSetting.read(in);
              in.integer();
              in.integer();
              in.longIntegers(new long[2]);
              int read = 0;
              for (int array = 0; array < 3 + 3 * 2; array++) {
                for (int row = 2; row < 4; row++) {
                  in.integers(new int[GRID.columns()]);
                  read++;
                }
              }
              return read;
            });
    assertEquals(18, rows);
  }

  @Test
  void cellsMayHaveAPositionAtEveryInstant() throws IOException {
    GridSums sums = sums(1, ALL, 0, 2);
    List<ColumnBlock> blocks = ColumnBlock.of(GRID);
    for (int row = 0; row < 2; row++) {
      sums.addInstants(row, 1);
      for (int block = 0; block < blocks.size(); block++) {
        int columns = blocks.get(block).columns();
        DilutionCells cells = new DilutionCells(columns);
        for (int cell = 0; cell < columns; cell++) {
          cells.add(cell, 4096, 1, 1, 1);
        }
        sums.dilution(0, row)[block] = cells.pack(columns);
      }
    }
    assertEquals(sums, read(written(sums)));
  }

  @Test
  void oneSystemIsAlsoAllTogether() {
    GridSums sums = filled(1, 2, 4, 1);
    assertEquals(dilutions(sums, 0, 3), dilutions(sums, 1, 3));
  }

  @Test
  void sumsWithoutFiguresAreReadAsTheyWere() throws IOException {
    GridSums sums = sums(2, EnumSet.noneOf(GridFigure.class), 0, 9);
    sums.countSums(1, 8)[6] = 5;
    assertEquals(sums, read(written(sums)));
    assertEquals(5, read(written(sums)).countSums(1, 8)[6]);
  }

  @Test
  void theGreatestRowsAndTheLeastAreRead() throws IOException {
    assertEquals(0, read(written(filled(2, 0, 1, 1))).firstRow());
    assertEquals(9, read(written(filled(2, 8, 9, 1))).endRow());
    for (int[] rows : new int[][] {{-1, 2}, {3, 3}, {4, 3}, {8, 10}}) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      AnswerOutput out = new AnswerOutput(bytes, KIND);
      out.grid(GRID);
      out.systems(SYSTEMS);
      out.number(0);
      out.number(0);
      out.number(6.0);
      out.number(rows[0]);
      out.number(rows[1]);
      out.finish();
      String message =
          assertThrows(InputFormatException.class, () -> read(bytes.toByteArray())).getMessage();
      assertTrue(message.contains("rows " + rows[0] + " to " + rows[1]), message);
    }
  }

  /** Damage of the packed dilution is found while reading, in any row, set and block. */
  @Test
  void damagedDilutionIsRefused() throws IOException {
    for (int set = 0; set < 4; set++) {
      for (int block = 0; block < ColumnBlock.of(GRID).size(); block++) {
        GridSums damaged = filled(3, 2, 4, 1);
        damaged.dilution(set, 3)[block] = new byte[] {3};
        byte[] bytes = written(damaged);
        assertThrows(InputFormatException.class, () -> read(bytes));
      }
    }
    GridSums tooMany = sums(3, ALL, 2, 4);
    DilutionCells cells = new DilutionCells(3);
    cells.add(1, 4096, 1, 1, 1);
    tooMany.dilution(0, 3)[0] = cells.pack(ColumnBlock.of(GRID).get(0).columns());
    byte[] bytes = written(tooMany);
    String message = assertThrows(InputFormatException.class, () -> read(bytes)).getMessage();
    assertTrue(message.contains("more instants than its row"), message);
    tooMany.addInstants(3, 1);
    assertEquals(tooMany, read(written(tooMany)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void partsOfOtherRowsArePutTogether(int systems) {
    GridSums north = filled(systems, 1, 3, 1);
    GridSums south = filled(systems, 5, 8, 2);
    for (GridSums both : List.of(north.plus(south), south.plus(north))) {
      assertEquals(1, both.firstRow());
      assertEquals(8, both.endRow());
      for (int row = 1; row < 3; row++) {
        assertSameRow(north, both, row);
      }
      for (int row = 5; row < 8; row++) {
        assertSameRow(south, both, row);
      }
      assertSameRow(sums(systems, ALL, 1, 8), both, 4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void partsOfOtherInstantsAreAddedUp(int systems) {
    GridSums first = filled(systems, 2, 5, 1);
    GridSums second = filled(systems, 2, 5, 2);
    GridSums sum = first.plus(second);
    for (int row = 2; row < 5; row++) {
      assertEquals(first.instants(row) + second.instants(row), sum.instants(row));
      List<int[]> sums = integers(sum, row);
      for (int i = 0; i < sums.size(); i++) {
        int[] expected = integers(first, row).get(i).clone();
        int[] more = integers(second, row).get(i);
        Arrays.setAll(expected, column -> expected[column] + more[column]);
        assertEquals(Arrays.toString(expected), Arrays.toString(sums.get(i)));
      }
      for (int i = 0; i < systems; i++) {
        for (int column = 0; column < GRID.columns(); column++) {
          assertEquals(
              Math.max(first.greatestCounts(i, row)[column], second.greatestCounts(i, row)[column]),
              sum.greatestCounts(i, row)[column]);
          assertEquals(
              Math.min(first.leastCounts(i, row)[column], second.leastCounts(i, row)[column]),
              sum.leastCounts(i, row)[column]);
        }
      }
      for (int set = 0; set < RowDilution.sets(systems); set++) {
        List<Dilutions> ofFirst = dilutions(first, set, row);
        List<Dilutions> ofSecond = dilutions(second, set, row);
        List<Dilutions> ofSum = dilutions(sum, set, row);
        assertEquals(GRID.columns(), ofSum.size());
        for (int column = 0; column < GRID.columns(); column++) {
          Dilutions one = ofFirst.get(column);
          Dilutions other = ofSecond.get(column);
          Dilutions both = ofSum.get(column);
          assertEquals(one.positions + other.positions, both.positions);
          assertEquals(Math.max(one.greatest, other.greatest), both.greatest);
          assertEquals(
              one.mean * one.positions + other.mean * other.positions,
              both.mean * both.positions,
              1e-9);
        }
      }
    }
  }

  @Test
  void onlyRowsOfThePartHaveInstants() {
    GridSums sums = filled(2, 3, 5, 1);
    assertEquals(0, sums.instants(2));
    assertTrue(sums.instants(3) >= 100);
    assertTrue(sums.instants(4) >= 100);
    assertEquals(0, sums.instants(5));
  }

  @Test
  void aRowTakesTheMostInstantsAndNotOneMore() {
    GridSums sums = sums(1, ALL, 3, 5);
    sums.addInstants(4, GridSums.MOST_INSTANTS - 1);
    sums.addInstants(4, 1);
    assertEquals(GridSums.MOST_INSTANTS, sums.instants(4));
    assertThrows(IllegalArgumentException.class, () -> sums.addInstants(4, 1));
  }

  /** Two systems have one pair, whose leads are those over all others. */
  @Test
  void onlyWantedFiguresAreKept() {
    assertTrue(sums(2, EnumSet.of(GridFigure.PAIRS), 0, 1).hasAheadOfAll());
    assertFalse(sums(2, EnumSet.of(GridFigure.PAIRS), 0, 1).hasPairs());
    assertFalse(sums(3, EnumSet.of(GridFigure.PAIRS), 0, 1).hasAheadOfAll());
    assertTrue(sums(3, EnumSet.of(GridFigure.PAIRS), 0, 1).hasPairs());
    assertTrue(sums(3, EnumSet.of(GridFigure.LEADER), 0, 1).hasAheadOfAll());
    assertFalse(sums(3, EnumSet.of(GridFigure.LEADER), 0, 1).hasPairs());
    assertFalse(sums(1, EnumSet.of(GridFigure.LEADER), 0, 1).hasAheadOfAll());
    assertFalse(sums(1, EnumSet.of(GridFigure.PAIRS), 0, 1).hasPairs());
  }

  @Test
  void sumsAreEqualIfAllTheirNumbersAre() {
    GridSums sums = filled(3, 2, 4, 1);
    assertEquals(sums, filled(3, 2, 4, 1));
    assertNotEquals(sums, null);
    List<Consumer<GridSums>> changes = new ArrayList<>();
    changes.add(other -> other.addInstants(3, 1));
    for (int k = 0; k < integers(sums, 2).size(); k++) {
      int which = k;
      changes.add(other -> integers(other, 3).get(which)[6]++);
    }
    changes.add(other -> other.greatestCounts(1, 2)[0]++);
    changes.add(other -> other.leastCounts(2, 2)[0]++);
    changes.add(other -> other.dilution(3, 2)[1] = new byte[] {0});
    for (Consumer<GridSums> change : changes) {
      GridSums other = filled(3, 2, 4, 1);
      change.accept(other);
      assertNotEquals(sums, other);
    }
  }

  @Test
  void sumsOfDifferentQuestionsDiffer() {
    Set<GridFigure> none = EnumSet.noneOf(GridFigure.class);
    GridSums sums = sums(2, none, 2, 4);
    assertNotEquals(sums, sums(2, EnumSet.of(GridFigure.LEADER), 2, 4));
    assertNotEquals(sums, sums(2, none, 3, 5));
    assertNotEquals(sums, sums(1, none, 2, 4));
    DilutionSetting setting = sums.dilutionSetting();
    List<GnssSystem> others = List.of(GnssSystem.GPS, GnssSystem.GAL);
    assertNotEquals(sums, new GridSums(GRID, others, none, setting, 2, 4));
    WorldGrid higher = GRID.atHeight(1);
    assertNotEquals(sums, new GridSums(higher, sums.systems(), none, setting, 2, 4));
    DilutionSetting better = new DilutionSetting(setting.clocks(), 3);
    assertEquals(sums, new GridSums(GRID, sums.systems(), none, better, 2, 4));
    Set<GridFigure> dilution = EnumSet.of(GridFigure.DILUTION);
    assertNotEquals(
        sums(2, dilution, 2, 4), new GridSums(GRID, sums.systems(), dilution, better, 2, 4));
  }
}
