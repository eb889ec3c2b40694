package dev.skytally.internal.visibility;

import dev.skytally.internal.visibility.UsableTimes.Edge;
import java.util.List;

/**
 * Passes on the events in the sky of one site. A satellite is in view only while it is in service.
 *
 * <p>An outage lasts from its beginning (inclusive) to its end (exclusive). Each change of service
 * is merged into the crossings by time, so the listener receives all events in order.
 *
 * <p>Not safe for use by several threads.
 */
public final class UsableEvents implements SkyEvents {
  private final UsableTimes times;
  private final List<Edge> edges;
  private final SkyEvents listener;
  private final boolean[] isOut;
  private boolean[] isAboveMask = {};
  private int nextEdge;

  /** The time of the next edge, kept because it is compared with each crossing. */
  private long nextEdgeMicros;

  /** Creates a filter of the events of one site. */
  public UsableEvents(UsableTimes times, int satellites, SkyEvents listener) {
    this.times = times;
    edges = times.edges();
    this.listener = listener;
    isOut = new boolean[satellites];
  }

  /** Sets the time of the next {@link #begin}. */
  public void startAt(long utcMicros) {
    for (int j = 0; j < isOut.length; j++) {
      isOut[j] = times.isOut(j, utcMicros);
    }
    seekEdge(0);
    while (nextEdgeMicros <= utcMicros) {
      seekEdge(nextEdge + 1);
    }
  }

  private void seekEdge(int edge) {
    nextEdge = edge;
    nextEdgeMicros = edge < edges.size() ? edges.get(edge).utcMicros() : Long.MAX_VALUE;
  }

  @Override
  public void begin(boolean[] inView) {
    isAboveMask = inView;
    boolean[] usable = inView.clone();
    for (int j = 0; j < usable.length; j++) {
      usable[j] &= !isOut[j];
    }
    listener.begin(usable);
  }

  @Override
  public void crossing(long utcMicros, int satellite, boolean rising) {
    finishBefore(utcMicros + 1);
    isAboveMask[satellite] = rising;
    if (!isOut[satellite]) {
      listener.crossing(utcMicros, satellite, rising);
    }
  }

  /** Passes on all changes of service before a time, at the end of a block. */
  public void finishBefore(long utcMicros) {
    while (nextEdgeMicros < utcMicros) {
      Edge edge = edges.get(nextEdge);
      isOut[edge.satellite()] = edge.isOut();
      if (isAboveMask[edge.satellite()]) {
        listener.service(edge.utcMicros(), edge.satellite(), !edge.isOut());
      }
      seekEdge(nextEdge + 1);
    }
  }
}
