package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.console.JobFailedException;
import dev.skytally.cli.console.Reason;
import dev.skytally.cli.option.Arguments;
import dev.skytally.cli.option.Heading;
import dev.skytally.history.RunSetting;
import dev.skytally.report.history.RecomputeReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Recomputes repeatedly until it is stopped. */
final class WatchCommand extends Command {
  static final String NAME = "watch";

  /** Short, because the clock for pauses may stand still while the machine sleeps. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

  /** Longer than any answer of a server takes, unless it stalls; a stalled one is given up. */
  private static final int STOP_WITHIN_SECONDS = 20;

  /** Sources renew their data every few hours, and block users who send requests more often. */
  private static final Duration LEAST_EVERY = Duration.ofMinutes(10);

  /** A pause that can be interrupted. */
  interface Pause {
    void of(Duration length) throws InterruptedException;
  }

  private final Pause pause;

  private final OptionSpec every =
      Heading.option(Heading.GENERAL, "--every")
          .paramLabel("LENGTH")
          .type(Duration.class)
          .converters(new Arguments.Length())
          .initialValue(Duration.ofHours(6))
          .description(
              "Time from one run to the next, for example 6h or 1d, at least 10m. Skytally adds up to a"
                  + " tenth at random (default: 6h).")
          .build();

  private final RecomputeJob job;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean stopped;
  private volatile boolean isReloadAsked;
  private volatile Thread worker;

  WatchCommand(Console console) {
    this(console, length -> Thread.sleep(length.toMillis()));
  }

  WatchCommand(Console console, Pause pause) {
    super(NAME, console);
    this.pause = pause;
    command.addOption(every);
    job = new RecomputeJob(command, console);
  }

  @Override
  void describe() {
    command
        .usageMessage()
        .header("Does what recompute does, repeatedly, in one process.")
        .description(
            "",
            "For machines without a scheduler. It continues after failures, after sleep and when the"
                + " clock is set. SIGTERM and Ctrl-C stop it cleanly. SIGHUP makes it read the file of"
                + " --sites again and recompute within 20 seconds, unless it runs in a terminal.",
            "")
        .footer("", "Example:", "  skytally watch --every 6h");
  }

  @Override
  public Integer call() throws IOException, JobFailedException {
    if (every.<Duration>getValue().compareTo(LEAST_EVERY) < 0) {
      throw new ParameterException(
          command.commandLine(),
          "--every is too short, expected at least %sm: element sets are renewed every few hours"
              .formatted(LEAST_EVERY.toMinutes()));
    }
    RunSetting setting = job.setting();
    Schedule schedule = newSchedule();
    console.say("skytally " + console.version() + " is watching");
    // A terminal sends SIGHUP when it is closed, to end the program.
    if (!console.watched()) {
      HangUp.handleBy(this::reload);
    }
    worker = Thread.currentThread();
    Thread hook = new Thread(this::stop);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      while (!stopped) {
        if (isReloadAsked) {
          isReloadAsked = false;
          setting = reloaded(setting);
          schedule = newSchedule();
        }
        if (schedule.isDue(console.clock().instant())) {
          recompute(setting, schedule);
        }
        if (!stopped) {
          pause.of(BETWEEN_LOOKS);
        }
      }
    } catch (InterruptedException e) {
      // Stopped.
    } finally {
      done.countDown();
      forget(hook);
    }
    return ExitCode.DONE;
  }

  private Schedule newSchedule() {
    return new Schedule(every.getValue(), RandomGenerator.getDefault());
  }

  /** Makes the loop read the settings again. */
  void reload() {
    isReloadAsked = true;
  }

  /** Reads the settings again, or returns the old ones if that fails. */
  private RunSetting reloaded(RunSetting old) throws JobFailedException {
    RunSetting setting;
    try {
      setting = job.setting();
    } catch (IOException | ParameterException e) {
      console.error("cannot reload, the old settings stay in use: " + Reason.withPath(e));
      return old;
    }
    console.say("Reloaded: %s sites of %s".formatted(setting.sites().size(), setting.siteList()));
    return setting;
  }

  /**
   * Stops, and waits for the current run to end. The flag is needed because the run may clear the
   * interruption.
   */
  void stop() {
    stopped = true;
    worker.interrupt();
    try {
      done.await(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down, so the hook is running.
    }
  }

  /** Does the job once; reports a failure, so that the loop continues. */
  private void recompute(RunSetting setting, Schedule schedule) {
    try {
      job.run(setting, console, report -> write(report, schedule.next()));
    } catch (IOException | JobFailedException | RuntimeException e) {
      if (!stopped) {
        new ProblemReport(console).report(e);
      }
    }
  }

  private void write(RecomputeReport report, Instant next) throws JobFailedException {
    console
        .forWhatMustBeRead()
        .write(report.table() + "Next run after " + job.times().withOffset(next) + "\n");
  }
}
