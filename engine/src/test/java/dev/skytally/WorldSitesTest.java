package dev.skytally;

import static dev.skytally.WorldDay.DAY;
import static dev.skytally.WorldDay.START;
import static dev.skytally.WorldDay.TWO_SYSTEMS;
import static dev.skytally.WorldDay.study;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.WorldCapitals;
import dev.skytally.tally.SiteTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cells of a world against a study of sites. */
class WorldSitesTest {
  private static StudyResult everyMinuteAt(List<GroundSite> sites) {
    return VisibilityStudy.of(TWO_SYSTEMS)
        .at(sites)
        .over(START, DAY)
        .above(ElevationMask.ofDegrees(5))
        .sampledEvery(Duration.ofMinutes(1))
        .run();
  }

  /**
   * A study of sites counts to the microsecond of a crossing, a grid by the margin's sign. Cells
   * are a quarter of a degree, the first at 90 degrees north and 180 degrees west.
   */
  @Test
  void theCellOfACapitalCountsWhatAStudyOfItsCentreCounts() {
    WorldGrid grid = WorldGrid.cells(0.25);
    WorldResult world = study(TWO_SYSTEMS, grid, 5).tallying(Set.of(GridFigure.LEADER)).run();
    List<GroundSite> centres = new ArrayList<>();
    List<int[]> cells = new ArrayList<>();
    for (GroundSite capital : WorldCapitals.all()) {
      int row = (int) Math.floor((90 - capital.latitudeDegrees()) / 0.25);
      int column = (int) Math.floor((capital.longitudeDegrees() + 180) / 0.25);
      assertEquals(row, grid.rowAt(capital.latitudeDegrees()), capital.name());
      assertEquals(column, grid.columnAt(capital.longitudeDegrees()), capital.name());
      cells.add(new int[] {row, column});
      centres.add(
          GroundSite.ofDegrees(
              capital.name(), 90 - (row + 0.5) * 0.25, (column + 0.5) * 0.25 - 180, 0));
    }
    StudyResult sites = everyMinuteAt(centres);
    double oneInstant = 1.0 / 1440;
    for (int i = 0; i < cells.size(); i++) {
      SiteTally tally = sites.tallies().get(i);
      int row = cells.get(i)[0];
      int column = cells.get(i)[1];
      for (GnssSystem system : TWO_SYSTEMS.systems()) {
        assertEquals(
            tally.inView(system).mean(),
            world.tally().mean(system, row, column),
            oneInstant,
            tally.site()::toString);
        assertEquals(
            tally.shareAheadOfAll(system),
            world.tally().shareAheadOfAll(system, row, column),
            oneInstant,
            tally.site()::toString);
      }
    }
  }

  /** Beyond what the neighbouring cells differ by: some samples of a day. */
  private static final double FEW_SAMPLES = 10.0 / 1440;

  /**
   * Half a cell off, a capital sees what lies between its cell and the neighbours. That no cell is
   * shifted is for {@link #theCellOfACapitalCountsWhatAStudyOfItsCentreCounts}.
   */
  @Test
  void theCellOfACapitalSeesWhatTheCapitalSees() {
    WorldGrid grid = WorldGrid.cells(0.25);
    GridTally world = study(TWO_SYSTEMS, grid, 5).tallying(Set.of(GridFigure.LEADER)).run().tally();
    StudyResult capitals = everyMinuteAt(WorldCapitals.all());
    for (var tally : capitals.tallies()) {
      int row = grid.rowAt(tally.site().latitudeDegrees());
      int column = grid.columnAt(tally.site().longitudeDegrees());
      for (GnssSystem system : TWO_SYSTEMS.systems()) {
        assertIsNear(tally.inView(system).mean(), (r, c) -> world.mean(system, r, c), row, column);
        assertIsNear(
            tally.shareAheadOfAll(system),
            (r, c) -> world.shareAheadOfAll(system, r, c),
            row,
            column);
      }
    }
  }

  private interface Figure {
    double at(int row, int column);
  }

  /** A place is half a cell from the centre at most; the neighbours are a whole one away. */
  private static void assertIsNear(double expected, Figure figure, int row, int column) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int r = row - 1; r <= row + 1; r++) {
      for (int c = column - 1; c <= column + 1; c++) {
        least = Math.min(least, figure.at(r, c));
        greatest = Math.max(greatest, figure.at(r, c));
      }
    }
    assertEquals(expected, figure.at(row, column), greatest - least + FEW_SAMPLES);
  }
}
