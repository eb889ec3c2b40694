package dev.skytally.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.elements.ElementSetReader;
import dev.skytally.fetch.AnswerCheck.Result;
import dev.skytally.fetch.AnswerCheck.Verdict;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive holds element sets of one epoch for every satellite of the catalogue. */
class AnswerCheckTest {
  private static final Instant EPOCH = Instant.parse("2026-10-20T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);
  private static final Catalogue ALL = Catalogue.movedByDays(0);
  private static final FetchSource ANY = FetchSource.file(Path.of("any"));

  @TempDir Path folder;

  private SnapshotArchive archive;

  @BeforeEach
  void holdAll() throws IOException {
    archive = SnapshotArchive.open(folder);
    archive.add(TextFile.of("held", at(EPOCH, ALL)), "held", EPOCH);
  }

  /** The catalogue's answer with the same epoch for every satellite. */
  private static String at(Instant epoch, Catalogue catalogue) {
    String text = epoch.toString().replace("Z", "");
    return catalogue.json().replaceAll("(\"EPOCH\":\")[^\"]*", "$1" + text);
  }

  private Result check(String answer, Instant now) throws IOException {
    TextFile file = TextFile.of("answer", answer);
    return AnswerCheck.check(ANY, file, ElementSetReader.read(file), archive, now);
  }

  private Result check(String answer) throws IOException {
    return check(answer, EPOCH.plus(DAY));
  }

  private Verdict later(Duration than) throws IOException {
    return check(at(EPOCH.plus(than), ALL)).verdict();
  }

  /** A day later, with only the first satellites of a name. */
  private static String onlyFirst(int count, String name) {
    int[] found = {0};
    return at(
        EPOCH.plus(DAY),
        ALL.without(
            satellite -> satellite.get("OBJECT_NAME").startsWith(name) && found[0]++ >= count));
  }

  @Test
  void laterElementSetsOfAllSatellitesAreGood() throws IOException {
    assertEquals(new Result(Verdict.GOOD, ""), check(at(EPOCH.plus(DAY), ALL)));
  }

  /** A TLE line gives an epoch to a millisecond, so a source may seem a little later. */
  @Test
  void epochsWithinOneSecondAreTheSame() throws IOException {
    assertEquals(Verdict.NOTHING_NEW, later(Duration.ZERO));
    assertEquals(Verdict.NOTHING_NEW, later(SECOND));
    assertEquals(Verdict.GOOD, later(SECOND.plus(MICROSECOND)));
    assertEquals(Verdict.NOTHING_NEW, later(SECOND.negated()));
    assertEquals(Verdict.BAD, later(SECOND.plus(MICROSECOND).negated()));
  }

  @Test
  void epochsMayBeSevenDaysAheadOfTheClockAndNoMore() throws IOException {
    Duration most = Duration.ofDays(7);
    String answer = at(EPOCH.plus(DAY), ALL);
    assertEquals(Verdict.GOOD, check(answer, EPOCH.plus(DAY).minus(most)).verdict());
    Result ahead = check(answer, EPOCH.plus(DAY).minus(most).minus(MICROSECOND));
    assertEquals(Verdict.BAD, ahead.verdict());
    assertTrue(ahead.reason().startsWith("is in the future"), ahead.reason());
  }

  @Test
  void someSatellitesMayBeOlderButNotMost() throws IOException {
    Catalogue gps = ALL.without(satellite -> !satellite.get("OBJECT_NAME").startsWith("GPS"));
    Catalogue others = ALL.without(satellite -> satellite.get("OBJECT_NAME").startsWith("GPS"));
    Instant earlier = EPOCH.minus(DAY);
    Instant later = EPOCH.plus(DAY);
    assertEquals(Verdict.GOOD, check(joined(at(earlier, gps), at(later, others))).verdict());
    Result older = check(joined(at(later, gps), at(earlier, others)));
    assertEquals(Verdict.BAD, older.verdict());
    assertTrue(
        older.reason().startsWith("is older than the archived or bundled element sets for "),
        older.reason());
  }

  private static String joined(String one, String other) {
    return one.replaceFirst("]$", ",") + other.substring(1);
  }

  @Test
  void systemMayLoseSomeSatellitesButNotHalfOfMany() throws IOException {
    assertEquals(Verdict.GOOD, check(onlyFirst(20, "GPS")).verdict());
    Result half = check(onlyFirst(12, "GPS"));
    assertEquals(Verdict.BAD, half.verdict());
    assertTrue(
        half.reason().startsWith("holds 12 satellites of GPS, but the archived "), half.reason());
    Result one = check(onlyFirst(1, "GPS"));
    assertTrue(
        one.reason().startsWith("holds 1 satellite of GPS, but the archived "), one.reason());
  }

  @Test
  void newSatelliteAloneMakesAnAnswerNew() throws IOException {
    assertEquals(Verdict.NOTHING_NEW, check(at(EPOCH, ALL)).verdict());
    Catalogue more = ALL.with(799_500_001, "GPS BIII-99");
    assertEquals(Verdict.GOOD, check(at(EPOCH, more)).verdict());
  }
}
