package dev.skytally.cli.option;

import dev.skytally.VisibilityStudy;
import dev.skytally.WorldStudy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How many threads a study may take. */
public final class ThreadsOption {
  private final OptionSpec threads =
      OptionSpec.builder("--threads")
          .paramLabel("N")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .description("At most N threads; all processors if not given. The result is the same.")
          .build();

  public ThreadsOption(CommandSpec command) {
    command.addOption(threads);
  }

  /** How many at most. */
  public int most() {
    Integer most = threads.getValue();
    return most == null ? Runtime.getRuntime().availableProcessors() : most;
  }

  public VisibilityStudy applyTo(VisibilityStudy study) {
    return study.threads(most());
  }

  public WorldStudy applyTo(WorldStudy study) {
    Integer most = threads.getValue();
    return most == null ? study : study.threads(most);
  }
}
