package dev.skytally.cli.option;

import dev.skytally.tally.Metric;
import picocli.CommandLine.Model.OptionSpec;

/** By which metric a system leads. */
public final class MetricOption {
  private final OptionSpec option;

  /**
   * An option that is still to be added to its command.
   *
   * @param use what goes by the metric, for people
   */
  public MetricOption(String use) {
    option =
        OptionSpec.builder("--metric")
            .paramLabel("METRIC")
            .type(Metric.class)
            .converters(new Arguments.MetricName())
            .initialValue(Metric.MAX)
            .description("What " + use + " by: max, mean or share; max if not given.")
            .build();
  }

  public OptionSpec spec() {
    return option;
  }

  public Metric metric() {
    return option.getValue();
  }
}
