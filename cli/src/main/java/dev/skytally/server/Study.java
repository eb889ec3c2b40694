package dev.skytally.server;

import java.util.List;
import java.util.function.DoubleConsumer;

/** A question that is understood, and what has to be done to answer it. */
public record Study(List<Cost> costs, Work work) {
  public Study {
    costs = List.copyOf(costs);
  }

  /** Finds the answer. It may take long, and ends soon after its thread is interrupted. */
  public interface Work {
    /**
     * Returns the answer.
     *
     * @param progress is given the finished part, 0 to 1
     * @throws Problem if there is none
     */
    Answer answer(DoubleConsumer progress) throws Problem;
  }
}
