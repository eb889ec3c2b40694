package dev.skytally.cli;

import picocli.CommandLine.Model.CommandSpec;

final class WatchCommand implements java.util.concurrent.Callable<Integer> {
  private final CommandSpec command = SkytallyCommand.subcommand("watch", this);

  WatchCommand(Console console) {}

  CommandSpec spec() {
    return command;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
