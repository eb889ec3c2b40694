package dev.skytally.cli.option;

import picocli.CommandLine.Model.OptionSpec;

/**
 * The headings of the options in a command's help, in their order.
 *
 * <p>An option keeps its heading as picocli's order. Picocli's own groups would change how the
 * options are parsed.
 */
public enum Heading {
  WINDOW(1, "Window"),
  SATELLITES(2, "Satellites"),
  ELEMENT_SETS(3, "Element sets"),
  SITES(4, "Sites and mask"),
  GRID(5, "Grid"),
  PLAN(6, "Windows and series"),
  HISTORY(7, "History"),
  SERVER(8, "Server"),
  OUTPUT(9, "Output"),
  GENERAL(10, "General");

  private final int order;
  private final String title;

  Heading(int order, String title) {
    this.order = order;
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** Begins an option under a heading. */
  public static OptionSpec.Builder option(Heading heading, String... names) {
    return OptionSpec.builder(names).order(heading.order);
  }

  /** Returns whether an option is under this heading. */
  public boolean holds(OptionSpec option) {
    return option.order() == order;
  }
}
