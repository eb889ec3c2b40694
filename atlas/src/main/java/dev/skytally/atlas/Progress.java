package dev.skytally.atlas;

import java.io.PrintStream;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Prints how many tasks are done, at most every ten seconds. */
final class Progress extends SparkListener {
  private static final long EVERY_NANOS = 10_000_000_000L;

  private final String what;
  private final int all;
  private final PrintStream messages;
  private final long begin = System.nanoTime();
  private long printed = begin;
  private int done;

  Progress(String what, int all, PrintStream messages) {
    this.what = what;
    this.all = all;
    this.messages = messages;
  }

  synchronized void begin(int alreadyDone) {
    done = alreadyDone;
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    if (!end.reason().equals(Success$.MODULE$)) {
      return;
    }
    done++;
    long now = System.nanoTime();
    if (now - printed >= EVERY_NANOS && done < all) {
      printed = now;
      long rest = Math.round((now - begin) / 60e9 * (all - done) / done);
      messages.printf("%s of %s %s, about %s min left%n", done, all, what, rest);
    }
  }
}
