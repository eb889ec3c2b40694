package dev.skytally.cli;

import picocli.CommandLine.Model.CommandSpec;

final class RecomputeCommand implements java.util.concurrent.Callable<Integer> {
  private final CommandSpec command = SkytallyCommand.subcommand("recompute", this);

  RecomputeCommand(Console console) {}

  CommandSpec spec() {
    return command;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
