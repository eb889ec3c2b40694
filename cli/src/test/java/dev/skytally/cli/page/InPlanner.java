package dev.skytally.cli.page;

/**
 * Gives tests the {@link Planner}.
 *
 * <p>After each test, the console must be empty, and the page must have requested nothing but from
 * its own server.
 */
final class InPlanner extends WithBrowser<Planner> {
  InPlanner() {
    super(Planner.class, Planner::start, Planner::noise);
  }
}
