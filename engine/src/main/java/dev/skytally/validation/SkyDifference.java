package dev.skytally.validation;

import dev.skytally.tally.Window;

/** The difference between two logs of one site in the satellites that count. */
final class SkyDifference {
  long differingMicros;
  long countDiffersMicros;
  int greatestCountError;

  SkyDifference(boolean[] counted, Window window, SiteLog predicted, SiteLog truth) {
    boolean[] left = predicted.inViewAtFirst.clone();
    boolean[] right = truth.inViewAtFirst.clone();
    int differ = 0;
    int countError = 0;
    for (int j = 0; j < counted.length; j++) {
      if (counted[j]) {
        differ += left[j] == right[j] ? 0 : 1;
        countError += (left[j] ? 1 : 0) - (right[j] ? 1 : 0);
      }
    }
    long time = window.startMicros();
    int p = 0;
    int t = 0;
    while (p < predicted.size || t < truth.size) {
      boolean takesPredicted =
          t == truth.size || (p < predicted.size && predicted.utcMicros[p] <= truth.utcMicros[t]);
      SiteLog log = takesPredicted ? predicted : truth;
      int at = takesPredicted ? p++ : t++;
      int j = log.satellites[at];
      if (!counted[j]) {
        continue;
      }
      long until = Math.min(window.endMicros(), log.utcMicros[at]);
      if (until > time) {
        add(until - time, differ, countError);
        time = until;
      }
      boolean[] side = takesPredicted ? left : right;
      boolean differed = left[j] != right[j];
      side[j] = log.rising[at];
      boolean differs = left[j] != right[j];
      differ += (differs ? 1 : 0) - (differed ? 1 : 0);
      countError += (log.rising[at] ? 1 : -1) * (takesPredicted ? 1 : -1);
    }
    add(window.endMicros() - time, differ, countError);
  }

  private void add(long micros, int differ, int countError) {
    if (micros > 0) {
      differingMicros += micros * differ;
      countDiffersMicros += countError == 0 ? 0 : micros;
      greatestCountError = Math.max(greatestCountError, Math.abs(countError));
    }
  }
}
