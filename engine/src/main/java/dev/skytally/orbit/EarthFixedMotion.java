package dev.skytally.orbit;

import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** Earth-fixed position and velocity, in metres and seconds, as a function of time. */
interface EarthFixedMotion {
  PVCoordinates at(AbsoluteDate date) throws PropagationException;
}
