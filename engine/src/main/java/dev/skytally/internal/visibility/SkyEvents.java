package dev.skytally.internal.visibility;

/** A listener to the events in the sky of one site, in order of time. */
public interface SkyEvents {

  /**
   * Receives the sky at the first instant, at or before the start of the window.
   *
   * @param inView whether each satellite is in view
   */
  void begin(boolean[] inView);

  /**
   * Receives a crossing of the mask by a satellite.
   *
   * @param utcMicros microseconds since 1970-01-01T00:00:00 UTC; never before the previous event
   * @param rising true if upward, false if downward
   */
  void crossing(long utcMicros, int satellite, boolean rising);

  /**
   * Receives a change of service of a satellite above the mask; by default it counts as a crossing.
   *
   * @param utcMicros as of a crossing
   * @param isUsable whether the satellite is usable from then on
   */
  default void service(long utcMicros, int satellite, boolean isUsable) {
    crossing(utcMicros, satellite, isUsable);
  }
}
