package dev.skytally.internal.plan;

import dev.skytally.plan.PlanWindow.Ending;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Joins instants at which conditions begin or cease to hold to {@link Span}s. */
final class SpanRecorder {
  private final List<Span> spans = new ArrayList<>();
  private boolean isOpen;
  private boolean isGood;
  private long beginMicros;
  private BitSet failing = new BitSet();
  private double pdopAtBegin;

  boolean isOpen() {
    return isOpen;
  }

  boolean isGood() {
    return isGood;
  }

  /** Begins a span, or continues the last one if it has the same kind and ends here. */
  void open(long utcMicros, boolean newIsGood, double pdop) {
    isOpen = true;
    isGood = newIsGood;
    int last = spans.size() - 1;
    if (last >= 0
        && spans.get(last).endMicros() == utcMicros
        && spans.get(last).isGood() == newIsGood) {
      Span before = spans.remove(last);
      beginMicros = before.beginMicros();
      failing = before.failing();
      pdopAtBegin = before.pdopAtBegin();
    } else {
      beginMicros = utcMicros;
      failing = new BitSet();
      pdopAtBegin = pdop;
    }
  }

  /** Notes the conditions that hold from now on. */
  void note(boolean[] holds) {
    for (int c = 0; c < holds.length; c++) {
      if (!holds[c]) {
        failing.set(c);
      }
    }
  }

  /** Ends the open span; it is dropped if it has no length. */
  void close(long utcMicros, Optional<Ending> ending) {
    isOpen = false;
    if (utcMicros > beginMicros) {
      spans.add(new Span(beginMicros, utcMicros, isGood, failing, pdopAtBegin, ending));
    }
  }

  List<Span> spans() {
    return spans;
  }
}
