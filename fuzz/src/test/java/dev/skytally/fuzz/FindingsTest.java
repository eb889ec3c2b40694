package dev.skytally.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Inputs that the fuzzer starts from, and those that once made a reader fail. */
class FindingsTest {
  /** Readers take milliseconds; a busy machine may need seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TestFactory
  List<DynamicTest> eachSeedIsRead() throws IOException, URISyntaxException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Reader reader : Reader.values()) {
      List<Path> seeds = Reader.files(reader.seeds());
      assertFalse(seeds.isEmpty(), reader + " has no seeds");
      for (Path seed : seeds) {
        byte[] bytes = Files.readAllBytes(seed);
        tests.add(dynamicTest(reader + " " + seed.getFileName(), () -> reader.read(bytes)));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> eachFindingIsReadOrRejectedInOneShortLine()
      throws IOException, URISyntaxException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Reader reader : Reader.values()) {
      for (Path input : Reader.files(reader.findings())) {
        byte[] bytes = Files.readAllBytes(input);
        tests.add(
            dynamicTest(
                reader + " " + input.getFileName(),
                () ->
                    assertTimeoutPreemptively(
                        LONGEST, () -> assertEquals("", printedBy(reader, bytes)))));
      }
    }
    return tests;
  }

  /** What a reader, or a library that it uses, prints, which is nobody's to print but the CLI's. */
  private static String printedBy(Reader reader, byte[] input) {
    PrintStream error = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      FuzzTarget.check(reader, input);
    } finally {
      System.setErr(error);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
