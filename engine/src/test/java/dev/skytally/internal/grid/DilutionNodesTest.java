package dev.skytally.internal.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.dop.PlainDilution;
import dev.skytally.grid.WorldGrid;
import dev.skytally.internal.visibility.LocalHorizon;
import dev.skytally.site.GroundSite;
import dev.skytally.site.LookAngles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The dilution along a block is that of the full normal matrix at each of its columns, whichever
 * satellites are added and removed on the way. Nothing is computed again in doubles here.
 */
class DilutionNodesTest {
  private static final double RELATIVE_TOLERANCE = 1e-4;
  private static final double PART = 1.0 / 4096;
  private static final int INSTANTS = 60;
  private static final double RADIUS_METERS = 26_560_000;

  /** Two systems with one clock, and one with its own. */
  private static final int[][] CLOCKS = {{0, 2}, {1}};

  private static final int SYSTEMS = 3;

  private final Random random = new Random(11);
  private final List<float[][]> satellites = new ArrayList<>();
  private final List<Integer> systemOfSatellite = new ArrayList<>();

  /** By instant: the satellites in view. */
  private final List<Set<Integer>> inView = new ArrayList<>();

  private WorldGrid grid;
  private ColumnBlock block;
  private LocalHorizon[] places;
  private DilutionNodes nodes;

  private void goTo(WorldGrid newGrid, int row, int blockIndex, int[][] clocks, int systems) {
    grid = newGrid;
    block = ColumnBlock.of(grid).get(blockIndex);
    places = new LocalHorizon[block.width()];
    for (int k = 0; k < places.length; k++) {
      places[k] = new LocalHorizon(grid.site(row, block.start() + k));
    }
    nodes = new DilutionNodes(grid, systems, clocks);
    nodes.goTo(new LocalHorizon(siteOnRow(row)), block);
    nodes.clear(INSTANTS);
    for (int i = 0; i < INSTANTS; i++) {
      inView.add(new TreeSet<>());
    }
  }

  /** The kernel turns the row's horizon at longitude 0 to each column. */
  private GroundSite siteOnRow(int row) {
    return GroundSite.ofDegrees("", grid.latitudeDegrees(row), 0, grid.heightMeters());
  }

  /** Creates a satellite that is above the horizon of the block at every instant. */
  private int satellite(int system) {
    LocalHorizon place = places[places.length / 2];
    float[][] meters = new float[3][RowDilution.LAP];
    for (int i = 0; i < INSTANTS; i++) {
      double x;
      double y;
      double z;
      do {
        x = random.nextGaussian();
        y = random.nextGaussian();
        z = random.nextGaussian();
        double scale = RADIUS_METERS / Math.sqrt(x * x + y * y + z * z);
        x *= scale;
        y *= scale;
        z *= scale;
      } while (place.lookAngles(x, y, z).elevationDegrees() < 5);
      meters[0][i] = (float) x;
      meters[1][i] = (float) y;
      meters[2][i] = (float) z;
    }
    satellites.add(meters);
    systemOfSatellite.add(system);
    return satellites.size() - 1;
  }

  private void add(int system, int begin, int end) {
    int j = satellite(system);
    nodes.add(system, satellites.get(j), begin, end);
    for (int i = begin; i < end; i++) {
      inView.get(i).add(j);
    }
  }

  private void comes(int j, int instant) {
    nodes.change(systemOfSatellite.get(j), satellites.get(j), instant, 1);
    inView.get(instant).add(j);
  }

  private void goes(int j, int instant) {
    nodes.change(systemOfSatellite.get(j), satellites.get(j), instant, -1);
    inView.get(instant).remove(j);
  }

  private List<List<LookAngles>> lookAngles(int[][] clocks, int column, int instant) {
    List<List<LookAngles>> byClock = new ArrayList<>();
    for (int[] clock : clocks) {
      List<LookAngles> ofClock = new ArrayList<>();
      for (int system : clock) {
        for (int j : inView.get(instant)) {
          if (systemOfSatellite.get(j) == system) {
            float[][] meters = satellites.get(j);
            ofClock.add(
                places[column].lookAngles(
                    meters[0][instant], meters[1][instant], meters[2][instant]));
          }
        }
      }
      byClock.add(ofClock);
    }
    return byClock;
  }

  /** Compares a column. Returns how many dilutions were compared. */
  private int compare(int column, int set, int[][] clocks) {
    float[] pdop = new float[INSTANTS];
    float[] hdop = new float[INSTANTS];
    float[] vdop = new float[INSTANTS];
    nodes.goToColumn(block.start() + column);
    nodes.dilutions(set, pdop, hdop, vdop, INSTANTS);
    int compared = 0;
    for (int i = 0; i < INSTANTS; i++) {
      List<List<LookAngles>> lookAngles = lookAngles(clocks, column, i);
      int surplus = lookAngles.stream().mapToInt(List::size).map(n -> Math.max(0, n - 1)).sum();
      String what = "column %s, set %s, instant %s".formatted(column, set, i);
      assertEquals(surplus, nodes.surplus(set)[i], what);
      double[] expected = PlainDilution.all(lookAngles);
      if (expected[1] < 10) {
        assertNear(expected[1], pdop[i], what);
        assertNear(expected[2], hdop[i], what);
        assertNear(expected[3], vdop[i], what);
        compared++;
      }
    }
    return compared;
  }

  private static void assertNear(double expected, float rounded, String what) {
    double actual = rounded - DilutionCells.ROUNDING;
    assertEquals(expected, actual, 0.5 * PART + RELATIVE_TOLERANCE * expected, what);
  }

  private void compareAll(int[][] clocks, int systems) {
    int compared = 0;
    int columns = 0;
    for (int column = 0; column < block.width(); column += Math.max(1, block.width() / 7)) {
      for (int set = 0; set < RowDilution.sets(systems); set++) {
        compared += compare(column, set, set < systems ? new int[][] {{set}} : clocks);
      }
      columns++;
    }
    assertTrue(compared > systems * columns * INSTANTS / 3, compared + " compared");
  }

  private void addSome(int systems) {
    for (int system = 0; system < systems; system++) {
      for (int k = 0; k < 6; k++) {
        add(system, 0, INSTANTS);
      }
      add(system, 7, 29);
      add(system, INSTANTS - 5, INSTANTS);
    }
    nodes.solve(INSTANTS);
  }

  /** Blocks of 120, 30, 8 and 3 columns, the last with fewer columns than four nodes. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.25, 1, 2.5})
  void dilutionAlongABlockIsThatOfTheFullNormalMatrix(double degrees) {
    goTo(WorldGrid.cells(degrees), (int) (30 / degrees), 5, CLOCKS, SYSTEMS);
    addSome(SYSTEMS);
    compareAll(CLOCKS, SYSTEMS);
  }

  @Test
  void theLastBlockOfARowMayBeNarrow() {
    WorldGrid narrow = WorldGrid.nodes(0.45);
    goTo(narrow, 110, ColumnBlock.of(narrow).size() - 1, CLOCKS, SYSTEMS);
    assertEquals(1, block.width());
    addSome(SYSTEMS);
    compareAll(CLOCKS, SYSTEMS);
  }

  @Test
  void ofOneSystemThereIsNothingTogether() {
    int[][] alone = {{0}};
    goTo(WorldGrid.cells(0.25), 500, 40, alone, 1);
    addSome(1);
    compareAll(alone, 1);
    int other = satellite(0);
    for (int i = 0; i < INSTANTS; i += 3) {
      comes(other, i);
    }
    compareAll(alone, 1);
  }

  @Test
  void aClearedBlockHasNoSatellites() {
    goTo(WorldGrid.cells(0.25), 300, 20, CLOCKS, SYSTEMS);
    addSome(SYSTEMS);
    nodes.clear(INSTANTS);
    inView.forEach(Set::clear);
    addSome(SYSTEMS);
    compareAll(CLOCKS, SYSTEMS);
  }

  /** A system's first satellites come, and at a third of the instants its last one goes. */
  @Test
  void changesOfAnInstantAreThoseOfItsSatellites() {
    goTo(WorldGrid.cells(0.25), 200, 12, CLOCKS, SYSTEMS);
    addSome(2);
    List<Integer> thirdSystem = List.of(satellite(2), satellite(2), satellite(2));
    for (int i = 0; i < INSTANTS; i++) {
      for (int j : thirdSystem) {
        comes(j, i);
      }
    }
    compareAll(CLOCKS, SYSTEMS);
    for (int i = 0; i < INSTANTS; i++) {
      for (int j : thirdSystem.subList(0, 1 + i % 3)) {
        goes(j, i);
      }
    }
    compareAll(CLOCKS, SYSTEMS);
    int ofSecond = satellite(1);
    for (int i = 0; i < INSTANTS; i += 2) {
      comes(ofSecond, i);
      goes(i % 6, i);
    }
    compareAll(CLOCKS, SYSTEMS);
  }

  /** The third system has its own clock, and its last satellite goes. */
  @Test
  void aClockWithoutSatellitesChangesNothing() {
    int[][] own = {{0}, {1}, {2}};
    goTo(WorldGrid.cells(0.25), 200, 12, own, SYSTEMS);
    addSome(2);
    int first = satellite(2);
    int second = satellite(2);
    for (int i = 0; i < INSTANTS; i++) {
      comes(first, i);
      if (i % 2 == 0) {
        comes(second, i);
        goes(second, i);
      }
      goes(first, i);
    }
    compareAll(own, SYSTEMS);
    for (int i = 0; i < INSTANTS; i++) {
      comes(first, i);
      comes(second, i);
    }
    compareAll(own, SYSTEMS);
  }

  @Test
  void aSatelliteNearTheEarthMakesItsSetsNaN() {
    goTo(WorldGrid.cells(0.25), 200, 12, CLOCKS, SYSTEMS);
    nodes.makeNaN(2, 4);
    addSome(SYSTEMS);
    float[] pdop = new float[INSTANTS];
    nodes.goToColumn(block.start());
    for (int set = 0; set <= SYSTEMS; set++) {
      nodes.dilutions(set, pdop, new float[INSTANTS], new float[INSTANTS], INSTANTS);
      assertEquals(set >= 2, Float.isNaN(pdop[4]), "set " + set);
      assertTrue(!Float.isNaN(pdop[3]) && !Float.isNaN(pdop[5]));
    }
  }
}
