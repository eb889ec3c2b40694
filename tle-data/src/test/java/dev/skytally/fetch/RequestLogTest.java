package dev.skytally.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLogTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration TWO_HOURS = Duration.ofHours(2);
  private static final String GNSS = "https://example.org/gp.php?GROUP=gnss";

  @TempDir Path folder;

  private Optional<Instant> begin(String asked, Instant now) throws IOException {
    return new RequestLog(folder.resolve("state")).begin(asked, now);
  }

  @Test
  void theSameIsNotAskedTwiceWithinTwoHours() throws IOException {
    Optional<Instant> due = Optional.of(NOON.plus(TWO_HOURS));
    assertEquals(Optional.empty(), begin(GNSS, NOON));
    assertEquals(due, begin(GNSS, NOON));
    assertEquals(due, begin(GNSS, NOON.plus(TWO_HOURS).minusMillis(1)));
    assertEquals(Optional.empty(), begin(GNSS, NOON.plus(TWO_HOURS)));
  }

  @Test
  void groupsAreAskedEachForItself() throws IOException {
    assertEquals(Optional.empty(), begin(GNSS, NOON));
    assertEquals(Optional.empty(), begin(GNSS + "2", NOON));
    assertEquals(Optional.of(NOON.plus(TWO_HOURS)), begin(GNSS, NOON.plusSeconds(1)));
  }

  @Test
  void aClockSetBackBeginsTheTwoHoursAnew() throws IOException {
    assertEquals(Optional.empty(), begin(GNSS, NOON));
    Instant yearBefore = NOON.minus(Duration.ofDays(365));
    assertEquals(Optional.of(yearBefore.plus(TWO_HOURS)), begin(GNSS, yearBefore));
    assertEquals(
        Optional.of(yearBefore.plus(TWO_HOURS)), begin(GNSS, yearBefore.plusSeconds(7199)));
    assertEquals(Optional.empty(), begin(GNSS, yearBefore.plus(TWO_HOURS)));
  }

  @Test
  void aClockThatWasWrongForAWhileForgetsNoRequest() throws IOException {
    assertEquals(Optional.empty(), begin(GNSS, NOON));
    assertEquals(Optional.empty(), begin(GNSS + "2", NOON.plus(Duration.ofDays(365))));
    assertEquals(Optional.of(NOON.plus(TWO_HOURS)), begin(GNSS, NOON.plusSeconds(60)));
  }

  /** As on a board without a real-time clock that starts before it has reached a time server. */
  @Test
  void aClockSetBackAndRightAgainForgetsNoRequest() throws IOException {
    Instant bootTime = Instant.EPOCH.plusSeconds(30);
    assertEquals(Optional.empty(), begin(GNSS, NOON));
    assertEquals(Optional.of(bootTime.plus(TWO_HOURS)), begin(GNSS, bootTime));
    Instant right = NOON.plus(Duration.ofMinutes(10));
    assertEquals(Optional.of(right.plus(TWO_HOURS)), begin(GNSS, right));
    assertEquals(Optional.of(right.plus(TWO_HOURS)), begin(GNSS, right.plusSeconds(1)));
    assertEquals(Optional.empty(), begin(GNSS, right.plus(TWO_HOURS)));
  }

  @Test
  void aRequestByAClockThatWasBackCountsOnceTheClockIsRight() throws IOException {
    Instant bootTime = Instant.EPOCH.plusSeconds(30);
    begin(GNSS, NOON);
    begin(GNSS, bootTime);
    assertEquals(Optional.empty(), begin(GNSS, bootTime.plus(TWO_HOURS)));
    Instant right = NOON.plus(TWO_HOURS).plusSeconds(60);
    assertEquals(Optional.of(right.plus(TWO_HOURS)), begin(GNSS, right));
    assertEquals(Optional.empty(), begin(GNSS, right.plus(TWO_HOURS)));
  }

  @Test
  void aClockThatWasAheadCountsForNothingOnceItIsRight() throws IOException {
    Instant ahead = NOON.plus(Duration.ofDays(3650));
    begin(GNSS, ahead);
    assertEquals(Optional.of(NOON.plus(TWO_HOURS)), begin(GNSS, NOON));
    for (int request = 1; request < 5; request++) {
      Instant due = NOON.plus(TWO_HOURS.multipliedBy(request));
      assertEquals(Optional.of(due), begin(GNSS, due.minusSeconds(1)));
      assertEquals(Optional.empty(), begin(GNSS, due));
    }
  }

  @Test
  void toLookDoesNotCountAsAsking() throws IOException {
    RequestLog log = new RequestLog(folder.resolve("state"));
    assertEquals(Optional.empty(), log.notDueUntil(GNSS, NOON));
    assertEquals(Optional.empty(), log.begin(GNSS, NOON));
  }

  @Test
  void ofManyAtOnceOneMayAsk() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Optional<Instant>> ask = () -> begin(GNSS, NOON);
      int asking = 0;
      for (Future<Optional<Instant>> answer : threads.invokeAll(Collections.nCopies(64, ask))) {
        asking += answer.get().isEmpty() ? 1 : 0;
      }
      assertEquals(1, asking);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void nothingIsAskedWhenItCannotBeWrittenDown() throws IOException {
    Path file = Files.writeString(folder.resolve("state"), "a file where the folder would be");
    assertThrows(IOException.class, () -> begin(GNSS, NOON));
    assertEquals(List.of("a file where the folder would be"), Files.readAllLines(file));
  }

  @Test
  void aDamagedLogIsToldOfAndNothingIsAsked() throws IOException {
    begin(GNSS, NOON);
    Path file = folder.resolve("state/requests.tsv");
    Files.writeString(file, "yesterday");
    IOException problem = assertThrows(IOException.class, () -> begin(GNSS, NOON.plus(TWO_HOURS)));
    assertEquals(
        file
            + ": found \"yesterday\", expected a time and the request at that time; delete the file two"
            + " hours after the last request",
        problem.getMessage());
  }
}
