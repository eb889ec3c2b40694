package dev.skytally.internal.visibility;

/** Is told what happens in the sky of one site, in order of time. */
public interface SkyEvents {

  /**
   * The sky at the first moment that is looked at, at or before the window's start.
   *
   * @param inView by satellite
   */
  void begin(boolean[] inView);

  /**
   * A satellite crosses the mask.
   *
   * @param utcMicros microseconds since 1970-01-01T00:00:00 UTC; never before an earlier one
   * @param rising upward; if not, downward
   */
  void crossing(long utcMicros, int satellite, boolean rising);
}
