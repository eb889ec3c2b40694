package dev.skytally.cli;

import dev.skytally.tally.Metric;
import picocli.CommandLine.Model.OptionSpec;

/** By which metric a system leads. */
final class MetricOption {
  private final OptionSpec option;

  /**
   * An option that is still to be added to its command.
   *
   * @param use what goes by the metric, for people
   */
  MetricOption(String use) {
    option =
        OptionSpec.builder("--metric")
            .paramLabel("METRIC")
            .type(Metric.class)
            .converters(new Arguments.MetricName())
            .initialValue(Metric.MAX)
            .description("What " + use + " by: max, mean or share; max if not given.")
            .build();
  }

  OptionSpec spec() {
    return option;
  }

  Metric metric() {
    return option.getValue();
  }
}
