package dev.skytally.atlas.plan;

import java.io.Serializable;

/** A piece of the work: a chunk over a stretch of days. */
public record Piece(Chunk chunk, Stretch stretch) implements Serializable {
  public String name() {
    return stretch.name() + "/" + chunk.name();
  }
}
