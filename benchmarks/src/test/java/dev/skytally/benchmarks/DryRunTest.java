package dev.skytally.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.grid.WorldGrid;
import dev.skytally.satellites.Constellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs and finds its own answer right; how fast is no matter here. */
class DryRunTest {
  private static final int BENCHMARKS = 7;
  private static final String[] FIGURES = {"mean", "lead", "all"};

  @Test
  void everyBenchmarkRunsAndChecksItsAnswer() throws RunnerException {
    var results =
        new Runner(
                new OptionsBuilder()
                    .include("dev.skytally")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(1))
                    .param("sites", "20")
                    .param("threads", "2")
                    .param("resolution", "5")
                    .param("figures", FIGURES)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    assertEquals(BENCHMARKS - 1 + FIGURES.length, results.size());
  }

  @Test
  void peersAreGivenThePositionsAndTheTalliesOfTheWorld(@TempDir Path folder) throws IOException {
    Constellation constellation = Workload.constellation();
    Path positions = folder.resolve("positions");
    WorldForPeers.writePositions(constellation, positions);
    assertEquals(74 * 3 * 1440 * 8, Files.size(positions));
    String dilution = DilutionForPeers.dilution(constellation, WorldGrid.cells(5), 7, 1);
    assertTrue(dilution.contains("\"positions\": [103680, 103680, 103680]"), dilution);
    String tallies = WorldForPeers.tallies(constellation, 1);
    assertTrue(tallies.startsWith("{\"rows_done\": 1, \"in_view\": ["), tallies);
  }
}
