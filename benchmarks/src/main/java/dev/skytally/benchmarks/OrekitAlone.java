package dev.skytally.benchmarks;

import dev.skytally.elements.ElementSet;
import java.util.List;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScales;
import org.orekit.utils.IERSConventions;

/** Orekit as in its manual: its own reader of element sets, propagators and frames. */
final class OrekitAlone {
  private static final TimeScales TIME_SCALES =
      TimeScales.of(
          List.of(new OffsetModel(new DateComponents(2017, 1, 1), 37)),
          (conventions, scales) -> List.of());
  private static final Frames FRAMES =
      Frames.of(
          TIME_SCALES,
          () -> {
            throw new UnsupportedOperationException("ICRF is not needed");
          });

  private OrekitAlone() {}

  /**
   * Returns the Earth-fixed frame, by the full chain of frames without Earth-orientation
   * parameters.
   */
  static Frame earthFixed() {
    return FRAMES.getGTOD(IERSConventions.IERS_1996, true);
  }

  static TLEPropagator propagator(ElementSet elements) {
    List<String> lines = elements.text().lines().toList();
    TLE tle =
        new TLE(lines.get(lines.size() - 2), lines.get(lines.size() - 1), TIME_SCALES.getUTC());
    return TLEPropagator.selectExtrapolator(tle, FRAMES.getTEME());
  }

  static AbsoluteDate start() {
    return new AbsoluteDate(Workload.START, TIME_SCALES.getUTC());
  }
}
