package dev.skytally.cli;

import dev.skytally.VisibilityStudy;
import picocli.CommandLine.Option;

/** How many threads a study may take. */
final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Arguments.Positive.class,
      description = "At most N threads; all processors if not given. The result is the same.")
  private Integer threads;

  VisibilityStudy applyTo(VisibilityStudy study) {
    return threads == null ? study : study.threads(threads);
  }
}
