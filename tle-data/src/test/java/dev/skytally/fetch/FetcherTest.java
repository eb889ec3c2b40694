package dev.skytally.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.archive.SnapshotArchive.Entry;
import dev.skytally.elements.ElementSet;
import dev.skytally.elements.Snapshot;
import dev.skytally.fetch.CatalogueServer.Reply;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  private static final Instant NOW = Instant.parse("2026-10-20T12:00:00Z");

  /** The archive holds element sets of the 12th; sources have those of the 18th. */
  private static final int DAYS_HELD = 6;

  private static final int DAYS_ANSWERED = 12;

  /** Long enough for any answer that comes at all. */
  private static final Duration PATIENT = Duration.ofMinutes(1);

  private static final String NOTICE =
      "GP data has not updated since your last successful download of GROUP=gnss at"
          + " 2026-10-20 11:40:00 UTC. Data is updated once every 2 hours.";

  @TempDir Path folder;

  private SnapshotArchive archive;
  private Entry held;

  @BeforeEach
  void holdGoodData() throws IOException {
    archive = SnapshotArchive.open(folder.resolve("archive"));
    String text = Catalogue.movedByDays(DAYS_HELD).json();
    held = archive.add(TextFile.of("held", text), "held", NOW.minus(Duration.ofDays(7)));
  }

  private Fetcher fetcher(Instant now, Duration answerWithin) {
    return new Fetcher(
        archive,
        folder.resolve("state"),
        "skytally/test",
        Clock.fixed(now, ZoneOffset.UTC),
        answerWithin);
  }

  /** Asks twice at once: the second time nothing may be sent. */
  private FetchOutcome fetch(Reply reply, FetchSource.Format format, Duration answerWithin)
      throws IOException {
    try (CatalogueServer server = new CatalogueServer(reply)) {
      FetchSource source = server.gnss(format);
      FetchOutcome outcome = fetcher(NOW, answerWithin).run(source);
      FetchOutcome again = fetcher(NOW.plusSeconds(7199), answerWithin).run(source);
      assertEquals(new FetchOutcome.NotDue(source, NOW.plus(Duration.ofHours(2))), again);
      assertEquals(1, server.heads().size(), "requests");
      assertEquals(List.of(), archive.verify());
      assertTrue(archive.entries().contains(held), "what was held is held");
      return outcome;
    }
  }

  private FetchOutcome fetch(Reply reply) throws IOException {
    return fetch(reply, FetchSource.Format.JSON, PATIENT);
  }

  private Entry assertStored(FetchOutcome outcome, int elementSets) throws IOException {
    Entry entry = assertInstanceOf(FetchOutcome.Stored.class, outcome).entry();
    assertEquals(List.of(held, entry), archive.entries());
    assertEquals(elementSets, archive.load(entry).elementSets().size());
    assertEquals(outcome.source().name(), entry.origin());
    assertEquals(NOW, entry.stored());
    return entry;
  }

  /** A person reads the reason in one line, and the data of before is what is used. */
  private void assertUnchanged(String expected, String reason) throws IOException {
    assertTrue(reason.contains(expected), reason);
    assertEquals(1, reason.lines().count(), reason);
    assertEquals(List.of(held), archive.entries());
    Snapshot used = archive.nearest(NOW, Duration.ofDays(180)).snapshot();
    assertEquals(held.label(), used.label());
  }

  private void assertFailed(String expected, FetchOutcome outcome) throws IOException {
    assertUnchanged(expected, assertInstanceOf(FetchOutcome.Failed.class, outcome).reason());
  }

  private void assertRejected(String expected, FetchOutcome outcome) throws IOException {
    FetchOutcome.Rejected rejected = assertInstanceOf(FetchOutcome.Rejected.class, outcome);
    assertUnchanged(expected, rejected.reason());
    Path reason =
        rejected
            .kept()
            .resolveSibling(
                rejected.kept().getFileName().toString().replace(".answer.gz", ".reason.txt"));
    assertTrue(Files.readString(reason).startsWith(rejected.reason()));
    assertTrue(Files.readString(reason).contains(rejected.source().name()));
  }

  private void assertNothingNew(FetchOutcome outcome) throws IOException {
    assertUnchanged("", assertInstanceOf(FetchOutcome.NothingNew.class, outcome).reason());
  }

  private static Reply json(Catalogue catalogue) {
    return CatalogueServer.answer("200 OK", catalogue.json());
  }

  @Test
  void goodJsonIsStoredAsReceived() throws IOException {
    Catalogue catalogue = Catalogue.movedByDays(DAYS_ANSWERED);
    Entry entry = assertStored(fetch(json(catalogue)), catalogue.size());
    assertEquals(catalogue.json(), archive.text(entry).text());
    assertTrue(entry.file().endsWith(".json.gz"), entry.file());
    assertEquals(
        entry.label(),
        archive.nearest(NOW, Duration.ofDays(180)).snapshot().label(),
        "what is used now");
  }

  @Test
  void whatTheQueryAsksForStaysInTheAnswer() throws IOException {
    Catalogue catalogue = Catalogue.movedByDays(DAYS_ANSWERED);
    assertTrue(catalogue.json().contains("BEIDOU"), "it is in the answer");
    try (CatalogueServer server = new CatalogueServer(json(catalogue))) {
      FetchSource source = FetchSource.address(URI.create(server.service() + "?NAME=BEIDOU"));
      Entry entry = assertStored(fetcher(NOW, PATIENT).run(source), catalogue.size());
      assertEquals(catalogue.json(), archive.text(entry).text());
    }
  }

  @Test
  void goodCsvIsStored() throws IOException {
    Catalogue catalogue = Catalogue.movedByDays(DAYS_ANSWERED);
    Entry entry =
        assertStored(
            fetch(
                CatalogueServer.answer("200 OK", catalogue.csv()), FetchSource.Format.CSV, PATIENT),
            catalogue.size());
    assertTrue(entry.file().endsWith(".csv.gz"), entry.file());
  }

  @Test
  void packedAnswersAreUnpacked() throws IOException {
    Catalogue catalogue = Catalogue.movedByDays(DAYS_ANSWERED);
    byte[] packed = CatalogueServer.gzip(catalogue.json().getBytes(UTF_8));
    assertStored(
        fetch(CatalogueServer.answer("200 OK", "Content-Encoding: gzip\r\n", packed)),
        catalogue.size());
  }

  @Test
  void requestNamesTheProgramTheGroupAndTheFormat() throws IOException {
    try (CatalogueServer server = new CatalogueServer(json(Catalogue.movedByDays(DAYS_ANSWERED)))) {
      fetcher(NOW, PATIENT).run(server.gnss(FetchSource.Format.CSV));
      List<String> head = server.heads().get(0);
      assertEquals("GET /NORAD/elements/gp.php?GROUP=gnss&FORMAT=CSV HTTP/1.1", head.get(0));
      assertTrue(head.contains("User-Agent: skytally/test"), head.toString());
      assertTrue(head.contains("Accept-Encoding: gzip"), head.toString());
    }
  }

  @Test
  void secretsOfAnAddressAreSentButNotKept() throws IOException {
    for (Reply reply :
        List.of(
            json(Catalogue.movedByDays(DAYS_ANSWERED)),
            CatalogueServer.answer("200 OK", "x"),
            CatalogueServer.answer("200 OK", "nothing for s3cret"),
            CatalogueServer.answer("401 Unauthorized", "token=s3cret is not known"))) {
      try (CatalogueServer server = new CatalogueServer(reply)) {
        FetchOutcome outcome =
            fetcher(NOW, PATIENT)
                .run(FetchSource.address(URI.create(server.service() + "?token=s3cret")));
        assertTrue(server.heads().get(0).get(0).contains("token=s3cret"), "it is sent");
        assertFalse(outcome.toString().contains("s3cret"), outcome.toString());
      }
    }
    try (Stream<Path> kept = Files.walk(folder)) {
      for (Path file : kept.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.toLowerCase(Locale.ROOT).contains("s3cret"), file.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100_270, 799_500_001})
  void catalogueNumbersOfSixAndNineDigitsAreTaken(int catalogNumber) throws IOException {
    Catalogue catalogue = Catalogue.movedByDays(DAYS_ANSWERED).with(catalogNumber, "GPS BIII-99");
    Entry entry = assertStored(fetch(json(catalogue)), catalogue.size());
    for (Snapshot snapshot :
        List.of(archive.load(entry), archive.nearest(NOW, Duration.ofDays(180)).snapshot())) {
      assertTrue(
          snapshot.elementSets().stream()
              .map(ElementSet::catalogNumber)
              .anyMatch(number -> number == catalogNumber));
    }
  }

  @Test
  void refusalToAnswerTwiceIsNoFailure() throws IOException {
    assertNothingNew(fetch(CatalogueServer.answer("403 Forbidden", NOTICE)));
  }

  @Test
  void noticeWithStatus200IsNoFailure() throws IOException {
    assertNothingNew(fetch(CatalogueServer.answer("200 OK", NOTICE)));
  }

  @Test
  void sameElementSetsAgainAreNothingNew() throws IOException {
    assertNothingNew(fetch(json(Catalogue.movedByDays(DAYS_HELD))));
  }

  @Test
  void sameElementSetsInAnotherFormAreNothingNew() throws IOException {
    assertNothingNew(
        fetch(CatalogueServer.answer("200 OK", Catalogue.movedByDays(DAYS_HELD).csv())));
  }

  @Test
  void otherRefusalsAreFailures() throws IOException {
    assertFailed(
        "HTTP 403 (forbidden): \"Go away\"; if it goes on, the address may be blocked",
        fetch(CatalogueServer.answer("403 Forbidden", "Go away")));
  }

  @Test
  void unknownGroupIsAFailure() throws IOException {
    assertFailed(
        "nothing under this name", fetch(CatalogueServer.answer("200 OK", "No GP data found")));
  }

  @Test
  void redirectsAreNotFollowed() throws IOException {
    try (CatalogueServer elsewhere =
        new CatalogueServer(json(Catalogue.movedByDays(DAYS_ANSWERED)))) {
      assertFailed(
          "it redirects (HTTP 301) to \"" + elsewhere.service(),
          fetch(
              CatalogueServer.answer(
                  "301 Moved Permanently",
                  "Location: " + elsewhere.service() + "\r\n",
                  new byte[0])));
      assertEquals(List.of(), elsewhere.heads());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "500 Internal Server Error", "503 Service Unavailable"})
  void errorsAreFailuresAndNotTriedAgain(String status) throws IOException {
    assertFailed(
        "the error HTTP " + status.substring(0, 3),
        fetch(CatalogueServer.answer(status, "<html><body>sorry</body></html>")));
  }

  @Test
  void goodDataWithAnErrorStatusIsNotTaken() throws IOException {
    assertFailed(
        "HTTP 503",
        fetch(
            CatalogueServer.answer(
                "503 Service Unavailable", Catalogue.movedByDays(DAYS_ANSWERED).json())));
  }

  @Test
  void stalledBodyIsGivenUp() throws IOException {
    Reply stalled =
        new Reply() {
          @Override
          public void writeTo(OutputStream out) throws IOException {
            out.write(CatalogueServer.head("200 OK", "Content-Length: 100000\r\n"));
            out.write("[{\"OBJECT_NAME\":".getBytes(UTF_8));
          }

          @Override
          public boolean stalls() {
            return true;
          }
        };
    assertFailed(
        "no whole answer came within 0.25 s",
        fetch(stalled, FetchSource.Format.JSON, Duration.ofMillis(250)));
  }

  @Test
  void connectionThatEndsWithoutAnswerIsNotTriedAgain() throws IOException {
    assertFailed("the answer broke off", fetch(out -> {}));
  }

  @Test
  void bodyShorterThanAnnouncedIsAFailure() throws IOException {
    byte[] whole = Catalogue.movedByDays(DAYS_ANSWERED).json().getBytes(UTF_8);
    assertFailed(
        "the answer broke off",
        fetch(
            out -> {
              out.write(CatalogueServer.head("200 OK", "Content-Length: " + whole.length + "\r\n"));
              out.write(whole, 0, whole.length / 2);
            }));
  }

  @Test
  void jsonCutInTheMiddleIsRejected() throws IOException {
    String whole = Catalogue.movedByDays(DAYS_ANSWERED).json();
    assertRejected(
        "ends in the middle of an element set",
        fetch(cutOff(whole.substring(0, whole.length() - 40))));
  }

  @Test
  void csvCutInTheMiddleIsRejected() throws IOException {
    String whole = Catalogue.movedByDays(DAYS_ANSWERED).csv();
    assertRejected(
        "ends in the middle of an element set",
        fetch(cutOff(whole.substring(0, whole.length() - 40))));
  }

  @Test
  void jsonCutEarlyIsRejected() throws IOException {
    String whole = Catalogue.movedByDays(DAYS_ANSWERED).json();
    assertRejected("ends in the middle", fetch(cutOff(whole.substring(0, whole.length() / 2))));
  }

  @Test
  void packedAnswerCutInTheMiddleIsRejected() throws IOException {
    byte[] packed =
        CatalogueServer.gzip(Catalogue.movedByDays(DAYS_ANSWERED).json().getBytes(UTF_8));
    assertRejected(
        "is a damaged gzip file",
        fetch(CatalogueServer.answer("200 OK", "", Arrays.copyOf(packed, packed.length / 2))));
  }

  /** An answer whose end only the connection's end tells. */
  private static Reply cutOff(String body) {
    return out -> {
      out.write(CatalogueServer.head("200 OK", ""));
      out.write(body.getBytes(UTF_8));
    };
  }

  @Test
  void endlessZerosAreCutShort() throws IOException {
    long gigabyte = 1 << 30;
    long[] sent = {0};
    assertFailed(
        "larger than 32 MiB",
        fetch(
            out -> {
              out.write(CatalogueServer.head("200 OK", ""));
              byte[] zeros = new byte[1 << 16];
              while (sent[0] < gigabyte) {
                out.write(zeros);
                sent[0] += zeros.length;
              }
            }));
    assertTrue(sent[0] < gigabyte / 4, sent[0] + " bytes were taken");
  }

  @Test
  void packedZerosAreNotUnpacked() throws IOException {
    assertRejected(
        "is binary",
        fetch(CatalogueServer.answer("200 OK", "", CatalogueServer.gzip(new byte[8 << 20]))));
  }

  @Test
  void packedBlanksAreUnpackedToTheLimitOnly() throws IOException {
    byte[] blanks = new byte[(64 << 20) + 1];
    Arrays.fill(blanks, (byte) ' ');
    assertRejected(
        "is larger than 64 MiB",
        fetch(CatalogueServer.answer("200 OK", "", CatalogueServer.gzip(blanks))));
  }

  @Test
  void webPageIsRejected() throws IOException {
    assertRejected(
        "begins with \"<!DOCTYPE html>\", expected element sets",
        fetch(
            CatalogueServer.answer(
                "200 OK", "<!DOCTYPE html>\n<html><body>Maintenance</body></html>")));
  }

  @Test
  void emptyBodyIsRejected() throws IOException {
    assertRejected("is empty", fetch(CatalogueServer.answer("200 OK", "")));
  }

  @Test
  void emptyListIsRejected() throws IOException {
    assertRejected("holds no element sets", fetch(CatalogueServer.answer("200 OK", "[]")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GPS", "BEIDOU", "GSAT0", "COSMOS"})
  void systemThatLostHalfOfItsSatellitesIsRejected(String name) throws IOException {
    assertRejected(
        "no system loses half of its satellites at once",
        fetch(json(Catalogue.movedByDays(DAYS_ANSWERED).withHalfOf(name))));
  }

  @Test
  void systemThatIsGoneIsRejected() throws IOException {
    assertRejected(
        "holds no satellite of Galileo, expected at least 12",
        fetch(
            json(
                Catalogue.movedByDays(DAYS_ANSWERED)
                    .without(keywords -> keywords.get("OBJECT_NAME").startsWith("GSAT0")))));
  }

  @Test
  void olderElementSetsThanThoseHeldAreRejected() throws IOException {
    assertRejected("is older than the archive", fetch(json(Catalogue.movedByDays(1))));
  }

  @Test
  void elementSetsOfTheFutureAreRejected() throws IOException {
    assertRejected("is in the future", fetch(json(Catalogue.movedByDays(40))));
  }

  @Test
  void aFewDamagedElementSetsCostNoMoreThanThemselves() throws IOException {
    Catalogue catalogue = Catalogue.movedByDays(DAYS_ANSWERED);
    String damaged = catalogue.json().replaceFirst("\"ECCENTRICITY\":", "\"ECCENTRICITY\":7");
    assertStored(fetch(CatalogueServer.answer("200 OK", damaged)), catalogue.size() - 1);
  }

  @Test
  void manyDamagedElementSetsAreRejected() throws IOException {
    String damaged =
        Catalogue.movedByDays(DAYS_ANSWERED).json().replace("\"ECCENTRICITY\":0.001", "\"E\":0");
    assertRejected("damaged element sets of 170", fetch(CatalogueServer.answer("200 OK", damaged)));
  }

  /** The port is taken, so that no other process can listen there meanwhile. */
  @Test
  void nobodyListeningIsAFailure() throws IOException {
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI service = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/gp.php");
      FetchSource source = FetchSource.group(service, "gnss", FetchSource.Format.JSON);
      assertFailed("no connection", fetcher(NOW, PATIENT).run(source));
    }
  }

  @Test
  void afterAFailureNoOtherGroupIsAsked() throws IOException {
    try (CatalogueServer server =
        new CatalogueServer(CatalogueServer.answer("503 Service Unavailable", ""))) {
      List<FetchSource> sources =
          List.of(
              FetchSource.group(server.service(), "gps-ops", FetchSource.Format.JSON),
              FetchSource.group(server.service(), "galileo", FetchSource.Format.JSON));
      List<FetchOutcome> outcomes = fetcher(NOW, PATIENT).run(sources);
      assertEquals(1, outcomes.size());
      assertEquals(1, server.heads().size());
    }
  }

  @Test
  void groupOfOneSystemNeedsThatSystemOnly() throws IOException {
    Catalogue gps =
        Catalogue.movedByDays(DAYS_ANSWERED)
            .without(keywords -> !keywords.get("OBJECT_NAME").startsWith("GPS"));
    try (CatalogueServer server = new CatalogueServer(json(gps))) {
      FetchSource source = FetchSource.group(server.service(), "GPS-ops", FetchSource.Format.JSON);
      assertStored(fetcher(NOW, PATIENT).run(source), gps.size());
      Snapshot used = archive.nearest(NOW, Duration.ofDays(180)).snapshot();
      assertTrue(used.label().endsWith(" and 1 other"), used.label());
      assertEquals(170, used.elementSets().size());
    }
  }

  @Test
  void filesPassTheSameChecks() throws IOException {
    Path file = folder.resolve("export.json");
    Catalogue catalogue = Catalogue.movedByDays(DAYS_ANSWERED);
    Files.writeString(file, catalogue.withHalfOf("GPS").json());
    assertRejected("satellites of GPS", fetcher(NOW, PATIENT).run(FetchSource.file(file)));
    Files.writeString(file, catalogue.json());
    assertStored(fetcher(NOW, PATIENT).run(FetchSource.file(file)), catalogue.size());
    assertInstanceOf(
        FetchOutcome.NothingNew.class, fetcher(NOW, PATIENT).run(FetchSource.file(file)));
  }

  @Test
  void missingFileIsAFailure() throws IOException {
    assertFailed(
        "no such file", fetcher(NOW, PATIENT).run(FetchSource.file(folder.resolve("none.tle"))));
  }
}
