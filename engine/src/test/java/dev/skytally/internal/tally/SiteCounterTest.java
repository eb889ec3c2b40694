package dev.skytally.internal.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.skytally.satellites.GnssSystem;
import dev.skytally.site.GroundSite;
import dev.skytally.tally.SiteTally;
import dev.skytally.tally.SystemTally;
import dev.skytally.tally.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The counter beside counting anew at every microsecond, or at every sample, of a short window. */
class SiteCounterTest {
  private static final GroundSite SITE = GroundSite.ofDegrees("anywhere", 0, 0, 0);
  private static final Instant START = Instant.parse("2020-11-25T00:00:00Z");
  private static final int WINDOW_MICROS = 1000;
  private static final int STEP_MICROS = 37;

  /** The first step of a sweep begins before the window, and the last ends after it. */
  private static final int AROUND_MICROS = 200;

  private static final int ROUNDS = 200;
  private static final double ROUNDING = 1e-12;

  /** A rise or set, counted from the window's start. */
  private record Crossing(int micros, int satellite) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void countsAsCountingAnewAtEveryMicrosecondDoes(int systems) {
    for (int round = 0; round < ROUNDS; round++) {
      compare(new Random(round), systems, Optional.empty());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void countsAsCountingAnewAtEverySampleDoes(int systems) {
    for (int round = 0; round < ROUNDS; round++) {
      compare(new Random(round), systems, Optional.of(Duration.ofNanos(STEP_MICROS * 1000)));
    }
  }

  private static void compare(Random random, int systems, Optional<Duration> sampledEvery) {
    List<GnssSystem> names = List.of(GnssSystem.values()).subList(0, systems);
    int satellites = systems * (1 + random.nextInt(8));
    int[] systemOfSatellite = new int[satellites];
    boolean[] inView = new boolean[satellites];
    for (int j = 0; j < satellites; j++) {
      systemOfSatellite[j] = j % systems;
      inView[j] = random.nextBoolean();
    }
    List<Crossing> crossings = new ArrayList<>();
    for (int micros = -AROUND_MICROS; micros < WINDOW_MICROS + AROUND_MICROS; micros++) {
      while (random.nextInt(20) == 0) {
        crossings.add(new Crossing(micros, random.nextInt(satellites)));
      }
    }
    Window window = new Window(START, Duration.ofNanos(WINDOW_MICROS * 1000), sampledEvery);
    SiteCounter counter = new SiteCounter(window, systems, systemOfSatellite);
    counter.begin(inView);
    boolean[] up = inView.clone();
    for (Crossing crossing : crossings) {
      int j = crossing.satellite();
      up[j] = !up[j];
      counter.crossing(window.startMicros() + crossing.micros(), j, up[j]);
    }
    SiteTally tally = counter.tally(SITE, names);
    assertEquals(
        systems * window.totalWeight(),
        Arrays.stream(tally.wholeNumbers()).skip(1 + systems + systems * systems).sum(),
        "each system has some number in view all the time");

    int step = sampledEvery.isEmpty() ? 1 : STEP_MICROS;
    Plain plain = new Plain(systems);
    up = inView.clone();
    int next = 0;
    for (int micros = 0; micros < WINDOW_MICROS; micros += step) {
      for (; next < crossings.size() && crossings.get(next).micros() <= micros; next++) {
        up[crossings.get(next).satellite()] ^= true;
      }
      plain.count(up, systemOfSatellite);
    }
    plain.assertSame(tally, names);
  }

  /** Counts, instant after instant. */
  private static final class Plain {
    private final int systems;
    private int instants;
    private final int[] max;
    private final int[] min;
    private final double[] sum;
    private final double[] enough;
    private final double[] aheadOfAll;
    private final double[][] ahead;

    Plain(int systems) {
      this.systems = systems;
      max = new int[systems];
      min = new int[systems];
      Arrays.fill(min, Integer.MAX_VALUE);
      sum = new double[systems];
      enough = new double[systems];
      aheadOfAll = new double[systems];
      ahead = new double[systems][systems];
    }

    void count(boolean[] up, int[] systemOfSatellite) {
      instants++;
      int[] counts = new int[systems];
      for (int j = 0; j < up.length; j++) {
        counts[systemOfSatellite[j]] += up[j] ? 1 : 0;
      }
      for (int i = 0; i < systems; i++) {
        max[i] = Math.max(max[i], counts[i]);
        min[i] = Math.min(min[i], counts[i]);
        sum[i] += counts[i];
        enough[i] += counts[i] >= 4 ? 1 : 0;
        int behind = 0;
        for (int k = 0; k < systems; k++) {
          ahead[i][k] += counts[i] > counts[k] ? 1 : 0;
          behind += counts[i] > counts[k] ? 1 : 0;
        }
        aheadOfAll[i] += behind == systems - 1 ? 1 : 0;
      }
    }

    void assertSame(SiteTally tally, List<GnssSystem> names) {
      for (int i = 0; i < systems; i++) {
        SystemTally counted = tally.inView(names.get(i));
        assertEquals(max[i], counted.max());
        assertEquals(min[i], counted.min());
        assertEquals(sum[i] / instants, counted.mean(), ROUNDING);
        assertEquals(enough[i] / instants, counted.shareAtLeastFour(), ROUNDING);
        assertEquals(aheadOfAll[i] / instants, tally.shareAheadOfAll(names.get(i)), ROUNDING);
        for (int k = 0; k < systems; k++) {
          assertEquals(
              ahead[i][k] / instants, tally.shareAhead(names.get(i), names.get(k)), ROUNDING);
        }
      }
    }
  }
}
