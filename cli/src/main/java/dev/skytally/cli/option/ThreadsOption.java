package dev.skytally.cli.option;

import dev.skytally.VisibilityStudy;
import dev.skytally.WorldStudy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The option for the number of threads of a study. */
public final class ThreadsOption {
  private final OptionSpec threads =
      Heading.option(Heading.GENERAL, "--threads")
          .paramLabel("N")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .description(
              "Use at most N threads (default: one per processor). The result does not depend on N.")
          .build();

  public ThreadsOption(CommandSpec command) {
    command.addOption(threads);
  }

  /** Returns the greatest number of threads. */
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
