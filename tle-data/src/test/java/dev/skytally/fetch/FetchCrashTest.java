package dev.skytally.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.archive.SnapshotArchive;
import dev.skytally.fetch.CatalogueServer.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("exhaustive")
class FetchCrashTest {
  @TempDir Path folder;

  /** Asks once, in a process of its own. */
  static final class Asker {
    public static void main(String[] arguments) throws IOException {
      fetch(URI.create(arguments[0]), Path.of(arguments[1]));
    }
  }

  private static FetchOutcome fetch(URI service, Path folder) throws IOException {
    Fetcher fetcher =
        new Fetcher(
            SnapshotArchive.open(folder.resolve("archive")),
            folder.resolve("state"),
            "skytally/test");
    return fetcher.run(FetchSource.group(service, "gnss", FetchSource.Format.JSON));
  }

  @Test
  void aProcessKilledWhileItWaitsForTheAnswerHasAsked() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Reply neverWhole =
        new Reply() {
          @Override
          public void writeTo(OutputStream out) throws IOException {
            out.write(CatalogueServer.head("200 OK", "Content-Length: 100000\r\n"));
            out.write("[".getBytes(UTF_8));
            out.flush();
            asked.countDown();
          }

          @Override
          public boolean stalls() {
            return true;
          }
        };
    try (CatalogueServer server = new CatalogueServer(neverWhole)) {
      Process asker =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  Asker.class.getName(),
                  server.service().toString(),
                  folder.toString())
              .inheritIO()
              .start();
      try {
        assertTrue(asked.await(1, TimeUnit.MINUTES), "asked");
      } finally {
        asker.destroyForcibly().waitFor();
      }
      assertInstanceOf(FetchOutcome.NotDue.class, fetch(server.service(), folder));
      assertEquals(1, server.heads().size());
      assertEquals(List.of(), SnapshotArchive.open(folder.resolve("archive")).verify());
    }
  }
}
