package dev.skytally.atlas.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.grid.GridFigure;
import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.GnssSystem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionTest {
  private static Plan plan(String first, String last, WorldGrid grid, int stepSeconds) {
    return new Plan(
        LocalDate.parse(first),
        LocalDate.parse(last),
        Duration.ofSeconds(stepSeconds),
        grid,
        List.of(GnssSystem.values()),
        0,
        Set.of(GridFigure.values()),
        Optional.empty(),
        Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-15, 2024-03-03, 1, 60",
    "2024-02-29, 2024-02-29, 5, 3600",
    "2024-02-28, 2024-03-01, 0.25, 60",
    "2023-12-31, 2024-03-01, 0.1, 60"
  })
  void everyCellOfEveryDayIsInExactlyOnePiece(
      String first, String last, double degrees, int stepSeconds) {
    Plan plan = plan(first, last, WorldGrid.cells(degrees), stepSeconds);
    Division division = Division.of(plan);
    boolean[][] cells = new boolean[plan.grid().rows()][plan.grid().columns()];
    for (Chunk chunk : division.chunks()) {
      for (int row = chunk.firstRow(); row < chunk.firstRow() + chunk.rows(); row++) {
        for (int i = chunk.firstColumn(); i < chunk.firstColumn() + chunk.columns(); i++) {
          assertFalse(cells[row][i]);
          cells[row][i] = true;
        }
      }
    }
    for (boolean[] row : cells) {
      for (boolean isInBlock : row) {
        assertTrue(isInBlock);
      }
    }
    LocalDate day = plan.firstDay();
    for (Stretch stretch : division.stretches()) {
      assertEquals(day, stretch.firstDay());
      LocalDate end = day.plusDays(stretch.days());
      assertEquals(YearMonth.from(day), YearMonth.from(end.minusDays(1)), "within a month");
      day = end;
    }
    assertEquals(plan.lastDay().plusDays(1), day);
    List<Piece> pieces = division.pieces();
    assertEquals(division.chunks().size() * division.stretches().size(), pieces.size());
    assertEquals(pieces.size(), new HashSet<>(pieces.stream().map(Piece::name).toList()).size());
  }

  /** At a hundredth of a degree a row has 36,000 columns, too many for a core's own cache. */
  @Test
  void finestRowsAreDividedIntoTiles() {
    Plan plan = plan("2020-01-01", "2029-12-31", WorldGrid.cells(0.01), 30);
    Division division = Division.of(plan);
    assertEquals(7200, division.chunkColumns());
    assertEquals(5, division.chunks().stream().map(Chunk::tile).distinct().count());
    double seconds = division.seconds(plan) / division.pieces().size();
    assertTrue(seconds > 30 && seconds < 90, seconds + " s");
  }

  @Test
  void aBlockIsItsPartOfAWindowAcrossTheAntimeridian() {
    WorldGrid window = WorldGrid.cells(5).within(170, -10, -160, 10);
    Plan plan = plan("2024-01-01", "2024-01-01", window, 60);
    Chunk chunk = new Chunk(0, 1, 1, 2, 4, 2);
    WorldGrid grid = chunk.grid(plan);
    for (int row = 0; row < 2; row++) {
      assertEquals(window.latitudeDegrees(1 + row), grid.latitudeDegrees(row));
    }
    for (int column = 0; column < 2; column++) {
      assertEquals(
          window.site(1, 4 + column).longitudeDegrees(), grid.site(0, column).longitudeDegrees());
    }
  }
}
