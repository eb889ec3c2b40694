package dev.skytally.atlas;

import dev.skytally.GridTally;
import dev.skytally.atlas.plan.Piece;
import dev.skytally.atlas.plan.Plan;
import dev.skytally.atlas.store.Store;
import dev.skytally.grid.WorldGrid;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counts a piece and stores its tally, unless that is there and sound. */
final class PieceTask extends Task<Piece> {
  static final String FOUND = "found";
  static final String COUNTED = "counted";
  private static final long serialVersionUID = 1;

  private final Work work;

  PieceTask(Work work) {
    this.work = work;
  }

  @Override
  String name(Piece piece) {
    return piece.name();
  }

  @Override
  String run(Piece piece) throws IOException {
    Store store = work.store();
    String file = Work.pieceFile(piece.name());
    work.requireClaim(store);
    if (store.unsealed(file).isPresent()) {
      return FOUND;
    }
    Plan plan = work.plan();
    WorldGrid grid = piece.chunk().grid(plan);
    @Nullable GridTally sum = null;
    for (int i = 0; i < piece.stretch().days(); i++) {
      LocalDate day = piece.stretch().firstDay().plusDays(i);
      GridTally tally =
          Work.study(plan, Work.day(store, day).constellation(), grid, day).run().tally();
      sum = sum == null ? tally : sum.plus(tally);
    }
    if (sum == null) {
      throw new IllegalStateException("a stretch has at least one day");
    }
    work.requireClaim(store);
    store.seal(file, Work.bytes(sum));
    return COUNTED;
  }
}
