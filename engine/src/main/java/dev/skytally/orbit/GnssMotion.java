package dev.skytally.orbit;

import org.hipparchus.exception.MathRuntimeException;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.errors.OrekitException;
import org.orekit.frames.Frame;
import org.orekit.propagation.analytical.gnss.GNSSPropagatorBuilder;
import org.orekit.propagation.analytical.gnss.data.AbstractAlmanac;

/** Earth-fixed motion from the Keplerian elements of a message or an almanac. */
final class GnssMotion {
  private GnssMotion() {}

  static EarthFixedMotion of(AbstractAlmanac<?> elements) throws PropagationException {
    Frame frame = OrekitContext.temeByName();
    try {
      return new GNSSPropagatorBuilder(elements, OrekitContext.withFrames().getFrames())
              .eci(frame)
              .ecef(frame)
              .attitudeProvider(new FrameAlignedProvider(frame))
              .build()
          ::propagateInEcef;
    } catch (OrekitException | MathRuntimeException e) {
      throw new PropagationException("its orbit cannot be flown: " + e.getMessage());
    }
  }
}
