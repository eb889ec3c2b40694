package dev.skytally.atlas;

import dev.skytally.GridTally;
import dev.skytally.atlas.output.AreaSums;
import dev.skytally.atlas.output.Layer;
import dev.skytally.atlas.output.Zarr;
import dev.skytally.atlas.plan.Chunk;
import dev.skytally.atlas.plan.Division;
import dev.skytally.atlas.plan.Part;
import dev.skytally.atlas.plan.Period;
import dev.skytally.atlas.plan.Piece;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.plan.Stretch;
import dev.skytally.atlas.store.Store;
import dev.skytally.geography.WorldMap;
import dev.skytally.report.world.WorldFigures;
import dev.skytally.report.world.WorldFigures.WorldFigure;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the pieces of a chunk along time, and writes its chunks of all layers and periods. Returns
 * the SHA-256 of all values.
 */
final class ChunkTask extends Task<Chunk> {
  private static final long serialVersionUID = 1;

  private final Work work;

  ChunkTask(Work work) {
    this.work = work;
  }

  /** Returns the name of the file with the sums by country of a chunk. */
  static String areasFile(Chunk chunk) {
    return "work/areas/" + chunk.name();
  }

  @Override
  String name(Chunk chunk) {
    return chunk.name();
  }

  @Override
  String run(Chunk chunk) throws IOException {
    return new Sums(work.store(), work.plan(), chunk).write();
  }

  /** The sums of one chunk. */
  private static final class Sums {
    private final Store store;
    private final Division division;
    private final Chunk chunk;
    private final Zarr zarr;
    private final List<Period> periods;
    private final WorldMap map = WorldMap.medium();
    private final AreaSums.Places places;
    private final MessageDigest digest = Store.newSha256();
    private final Map<Part, GridTally> running = new EnumMap<>(Part.class);
    private @Nullable AreaSums areas;

    Sums(Store store, Plan plan, Chunk chunk) {
      this.store = store;
      this.chunk = chunk;
      division = Division.of(plan);
      zarr = new Zarr(store, plan, division);
      periods = plan.periods();
      places = new AreaSums.Places(map, chunk.grid(plan));
    }

    String write() throws IOException {
      for (Stretch stretch : division.stretches()) {
        GridTally tally = read(new Piece(chunk, stretch));
        for (int i = 0; i < periods.size(); i++) {
          Period period = periods.get(i);
          if (period.contains(stretch.firstDay())) {
            running.merge(period.part(), tally, GridTally::plus);
            if (period.lastDay().equals(stretch.firstDay().plusDays(stretch.days() - 1L))) {
              write(period, i);
            }
          }
        }
      }
      if (areas == null) {
        throw new IllegalStateException("a plan has at least one day");
      }
      store.seal(areasFile(chunk), areas.bytes());
      return HexFormat.of().formatHex(digest.digest());
    }

    private GridTally read(Piece piece) throws IOException {
      String file = Work.pieceFile(piece.name());
      InputStream bytes =
          store
              .unsealed(file)
              .orElseThrow(
                  () -> new IOException(file + " is missing or damaged: run the plan again"));
      return GridTally.readFrom(bytes);
    }

    /** Writes a period that has all its days. */
    private void write(Period period, int index) throws IOException {
      GridTally tally = running.remove(period.part());
      // Found once, because those of the dilution of precision are expensive.
      List<WorldFigure> figures = WorldFigures.of(tally);
      List<Layer> layers = Layer.of(figures);
      if (areas == null) {
        areas = new AreaSums(map, periods.size(), layers.size(), tally.systems().size());
      }
      areas.add(index, tally, figures, places);
      float[][] values = new float[layers.size()][chunk.rows() * chunk.columns()];
      for (int row = 0; row < chunk.rows(); row++) {
        for (int i = 0; i < layers.size(); i++) {
          for (int column = 0; column < chunk.columns(); column++) {
            values[i][row * chunk.columns() + column] =
                (float) figures.get(i).value().at(row, column);
          }
        }
      }
      for (int i = 0; i < layers.size(); i++) {
        digest.update(zarr.writeChunk(period, layers.get(i), chunk, values[i]));
      }
    }
  }
}
