package dev.skytally.cli.page;

/**
 * Gives tests the {@link Reports}.
 *
 * <p>After each test, the page that is open must have requested nothing, and the console of every
 * page must be empty.
 */
final class InBrowser extends WithBrowser<Reports> {
  InBrowser() {
    super(Reports.class, Reports::start, reports -> reports.page().noise());
  }
}
