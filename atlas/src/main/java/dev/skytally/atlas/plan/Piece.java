package dev.skytally.atlas.plan;

import java.io.Serializable;

/** A piece of the work: a block over a stretch of days. */
public record Piece(Block block, Stretch stretch) implements Serializable {
  public String name() {
    return stretch.name() + "/" + block.name();
  }
}
