package dev.skytally.atlas;

import dev.skytally.GridTally;
import dev.skytally.atlas.output.AreaSums;
import dev.skytally.atlas.output.Layer;
import dev.skytally.atlas.output.Zarr;
import dev.skytally.atlas.plan.Block;
import dev.skytally.atlas.plan.Division;
import dev.skytally.atlas.plan.Part;
import dev.skytally.atlas.plan.Period;
import dev.skytally.atlas.plan.Piece;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.plan.Stretch;
import dev.skytally.atlas.store.Store;
import dev.skytally.geography.WorldMap;
import dev.skytally.report.world.WorldFigures;
import dev.skytally.report.world.WorldFigures.Value;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the pieces of a block along time, and writes its chunks of all layers and periods. Returns
 * the SHA-256 of all values.
 */
final class BlockTask extends Task<Block> {
  private static final long serialVersionUID = 1;

  private final Work work;

  BlockTask(Work work) {
    this.work = work;
  }

  /** Returns the name of the file with the sums by country of a block. */
  static String areasFile(Block block) {
    return "work/areas/" + block.name();
  }

  @Override
  String name(Block block) {
    return block.name();
  }

  @Override
  String run(Block block) throws IOException {
    return new Sums(work.store(), work.plan(), block).write();
  }

  /** The sums of one block. */
  private static final class Sums {
    private final Store store;
    private final Division division;
    private final Block block;
    private final Zarr zarr;
    private final List<Period> periods;
    private final WorldMap map = WorldMap.medium();
    private final AreaSums.Places places;
    private final MessageDigest digest = Store.newSha256();
    private final Map<Part, GridTally> running = new EnumMap<>(Part.class);
    private @Nullable AreaSums areas;

    Sums(Store store, Plan plan, Block block) {
      this.store = store;
      this.block = block;
      division = Division.of(plan);
      zarr = new Zarr(store, plan, division);
      periods = plan.periods();
      places = new AreaSums.Places(map, block.grid(plan));
    }

    String write() throws IOException {
      for (Stretch stretch : division.stretches()) {
        GridTally tally = read(new Piece(block, stretch));
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
      store.seal(areasFile(block), areas.bytes());
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
      List<Layer> layers = Layer.of(tally);
      if (areas == null) {
        areas = new AreaSums(map, periods.size(), layers.size(), tally.systems().size());
      }
      areas.add(index, tally, places);
      for (int i = 0; i < layers.size(); i++) {
        Value value = WorldFigures.of(tally).get(i).value();
        float[] values = new float[block.rows() * block.columns()];
        for (int row = 0; row < block.rows(); row++) {
          for (int column = 0; column < block.columns(); column++) {
            values[row * block.columns() + column] = (float) value.at(row, column);
          }
        }
        digest.update(zarr.writeChunk(period, layers.get(i), block, values));
      }
    }
  }
}
