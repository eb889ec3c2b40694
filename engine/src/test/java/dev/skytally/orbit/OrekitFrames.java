package dev.skytally.orbit;

import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.utils.IERSConventions;

/** Orekit's own chain of frames, on the engine's time scales. */
final class OrekitFrames {
  private static final Frames FRAMES =
      Frames.of(
          OrekitContext.timeScales(),
          () -> {
            throw new UnsupportedOperationException("ICRF needs planetary ephemerides");
          });

  private OrekitFrames() {}

  static Frame teme() {
    return FRAMES.getTEME();
  }

  /** Earth-fixed by the theory that TEME belongs to (IAU 1980). */
  static Frame gtod() {
    return FRAMES.getGTOD(IERSConventions.IERS_1996, true);
  }

  static Frame itrf() {
    return FRAMES.getITRF(IERSConventions.IERS_2010, true);
  }
}
