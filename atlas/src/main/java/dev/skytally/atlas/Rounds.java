package dev.skytally.atlas;

import java.io.PrintStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs a task on many items. An item that fails is tried again in the next round, three times in
 * all; the others do not wait for it.
 *
 * <p>How it works: Spark repeats the tasks of a lost executor, and stops the job if it loses too
 * many. Then the next round finds the pieces that are already there.
 */
final class Rounds {
  private static final int ROUNDS = 3;

  /** So many tasks at a time, so that the driver's memory does not grow with the plan. */
  private static final int TASKS_AT_ONCE = 10_000;

  private final JavaSparkContext spark;
  private final PrintStream messages;

  Rounds(JavaSparkContext spark, PrintStream messages) {
    this.spark = spark;
    this.messages = messages;
  }

  /**
   * The outcomes of all items.
   *
   * @param results the results by name, in the order of the items
   * @param failures one line for each item that failed three times
   */
  record Results(Map<String, String> results, List<String> failures) {}

  /**
   * Runs a task on all items.
   *
   * @param what the items, for people
   */
  <T extends Serializable> Results run(String what, List<T> items, Task<T> task) {
    Map<String, String> results = new LinkedHashMap<>();
    Map<String, String> problems = new LinkedHashMap<>();
    List<T> rest = items;
    Progress progress = new Progress(what, items.size(), messages);
    spark.sc().addSparkListener(progress);
    for (int round = 0; round < ROUNDS && !rest.isEmpty(); round++) {
      progress.begin(items.size() - rest.size());
      for (Outcome outcome : outcomes(rest, task)) {
        if (outcome.isFailed()) {
          problems.put(outcome.name(), outcome.problem());
        } else {
          results.put(outcome.name(), outcome.result());
        }
      }
      rest = rest.stream().filter(item -> !results.containsKey(task.name(item))).toList();
    }
    spark.sc().removeSparkListener(progress);
    List<String> failures = new ArrayList<>();
    for (T item : rest) {
      String name = task.name(item);
      failures.add(
          name + ": " + problems.getOrDefault(name, "Spark stopped the job before it was done"));
    }
    Map<String, String> ordered = new LinkedHashMap<>();
    for (T item : items) {
      String name = task.name(item);
      if (results.containsKey(name)) {
        ordered.put(name, results.get(name));
      }
    }
    return new Results(ordered, failures);
  }

  private <T extends Serializable> List<Outcome> outcomes(List<T> items, Task<T> task) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int first = 0; first < items.size(); first += TASKS_AT_ONCE) {
      List<T> some = items.subList(first, Math.min(items.size(), first + TASKS_AT_ONCE));
      try {
        outcomes.addAll(spark.parallelize(new ArrayList<>(some), some.size()).map(task).collect());
      } catch (Exception e) {
        // Spark throws it undeclared, because Scala has no checked exceptions.
        if (!(e instanceof SparkException) || spark.sc().isStopped()) {
          throw e;
        }
        messages.println("skytally-atlas: Spark stopped a job: " + firstLine(e));
      }
    }
    return outcomes;
  }

  private static String firstLine(Exception problem) {
    String message = String.valueOf(problem.getMessage());
    return message.lines().findFirst().orElse("");
  }
}
