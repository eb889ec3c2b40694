package dev.skytally.cli.option;

import dev.skytally.tally.Metric;
import picocli.CommandLine.Model.OptionSpec;

/** The option for the metric by which a system leads. */
public final class MetricOption {
  private final OptionSpec option;

  /**
   * Creates an option; the caller adds it to the command.
   *
   * @param use what the metric decides, for people
   */
  public MetricOption(String use) {
    option =
        Heading.option(Heading.HISTORY, "--metric")
            .paramLabel("METRIC")
            .type(Metric.class)
            .converters(new Arguments.MetricName())
            .initialValue(Metric.MAX)
            .description("Metric for " + use + ": max, mean or share (default: max).")
            .build();
  }

  public OptionSpec spec() {
    return option;
  }

  public Metric metric() {
    return option.getValue();
  }
}
