package dev.skytally.atlas;

import dev.skytally.atlas.output.Layer;
import dev.skytally.atlas.output.LayerFiles;
import dev.skytally.atlas.plan.Division;
import dev.skytally.atlas.plan.Plan;
import java.io.IOException;

/** Writes the GeoTIFF of a layer from its chunks. */
final class LayerTask extends Task<Layer> {
  private static final long serialVersionUID = 1;

  private final Work work;

  LayerTask(Work work) {
    this.work = work;
  }

  @Override
  String name(Layer layer) {
    return layer.name();
  }

  @Override
  String run(Layer layer) throws IOException {
    Plan plan = work.plan();
    LayerFiles.write(work.store(), plan, Division.of(plan), layer);
    return "";
  }
}
