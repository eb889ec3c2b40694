package dev.skytally.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverFileTest {
  /** On the equator, at the meridian of Greenwich, 63 m up. */
  private static final String POSITION = "  6378200.0000        0.0000        0.0000";

  /** 2020-10-02 00:00:00 of GPS time. */
  private static final Instant FIRST = Instant.parse("2020-10-01T23:59:42Z");

  private static ReceiverFile read(String text) throws IOException {
    return ReceiverFile.read(TextFile.of("receiver", text));
  }

  private static String header3(String position) {
    return OrbitSamples.header(
            "     3.04           OBSERVATION DATA    M: MIXED", "RINEX VERSION / TYPE")
        + OrbitSamples.header(
            "sample              nobody              20201002 000000 UTC", "PGM / RUN BY / DATE")
        + OrbitSamples.header("NULL", "MARKER NAME")
        + OrbitSamples.header("nobody              nobody", "OBSERVER / AGENCY")
        + OrbitSamples.header("1                   receiver            1", "REC # / TYPE / VERS")
        + OrbitSamples.header("1                   antenna", "ANT # / TYPE")
        + OrbitSamples.header(position, "APPROX POSITION XYZ")
        + OrbitSamples.header("        0.0000        0.0000        0.0000", "ANTENNA: DELTA H/E/N")
        + OrbitSamples.header("G    2 C1C L1C", "SYS / # / OBS TYPES")
        + OrbitSamples.header("C    1 C2I", "SYS / # / OBS TYPES")
        + OrbitSamples.header(
            "  2020    10    02    00    00    0.0000000     GPS", "TIME OF FIRST OBS")
        + OrbitSamples.header("", "END OF HEADER");
  }

  private static final String DATA_3 =
      """
      > 2020 10 02 00 00  0.0000000  0  3
      G05  20000000.000 7 105000000.000 7
      G07
      C19  21000000.000 7
      > 2020 10 02 00 00 30.0000000  0  1
      C19  21000100.000 7
      """;

  private static void assertIsTheSample(ReceiverFile file) {
    assertEquals("NULL", file.receiver().name());
    assertEquals(0, file.receiver().latitudeDegrees(), 1e-9);
    assertEquals(0, file.receiver().longitudeDegrees(), 1e-9);
    assertEquals(63, file.receiver().heightMeters(), 1e-6);
    assertEquals(List.of(FIRST, FIRST.plusSeconds(30)), List.copyOf(file.tracked().keySet()));
    assertEquals(Set.of("C19", "G05"), file.tracked().get(FIRST));
    assertEquals(Set.of("C19"), file.tracked().get(FIRST.plusSeconds(30)));
    assertEquals(List.of("C19", "G05"), file.everTracked());
  }

  @Test
  void observationsTellWhatWasMeasuredOfWhomAndWhere() throws IOException {
    ReceiverFile file = read(header3(POSITION) + DATA_3);
    assertEquals("RINEX 3.04 observations", file.format());
    assertIsTheSample(file);
  }

  /** As a receiver in Wuhan (WUHN) writes it. */
  @Test
  void aDateInAnyFormatAndSystemsThatWereNotAnnouncedAreRead() throws IOException {
    String header =
        header3(POSITION)
            .replace("20201002 000000 UTC ", "2020-10-2  8:0      ")
            .replace("M: MIXED", "G (GPS) ")
            .replace("0.0000000     GPS", "0.0000000        ");
    assertIsTheSample(read(header + DATA_3));
    // BeiDou's own time, a single BeiDou system's default, is 14 seconds behind that of GPS.
    assertEquals(
        FIRST.plusSeconds(14),
        read(header.replace("G (GPS) ", "C: BDS  ") + DATA_3).tracked().firstKey());
  }

  @Test
  void theHeadersCountsMayBeWrong() throws IOException {
    String counts =
        OrbitSamples.header("     0", "# OF SATELLITES")
            + OrbitSamples.header("   R07     3     0", "PRN / # OF OBS")
            + OrbitSamples.header("", "END OF HEADER");
    String header = header3(POSITION).replace(OrbitSamples.header("", "END OF HEADER"), counts);
    assertIsTheSample(read(header + DATA_3));
  }

  /** Begins to move; new header lines; comments; an epoch without a satellite. */
  private static final String NOTHING_MEASURED_3 =
      """
      > 2020 10 02 00 00 10.0000000  2  0
      >                              4  2
      %s%s%1$s%1$s> 2020 10 02 00 00 20.0000000  0  0
      """
          .formatted(
              OrbitSamples.header("by the receiver", "COMMENT"),
              OrbitSamples.header("moved", "MARKER NAME"));

  @Test
  void betweenObservationsThereMayBeEventsAndCommentsAndEmptyEpochs() throws IOException {
    String second = "> 2020 10 02 00 00 30";
    String data = DATA_3.replace(second, NOTHING_MEASURED_3 + second);
    assertIsTheSample(read(header3(POSITION) + NOTHING_MEASURED_3 + data + NOTHING_MEASURED_3));
    String text = header3(POSITION) + data.replace("21000100.000", "2100x100.000");
    long line = text.substring(0, text.indexOf("2100x100.000")).lines().count();
    assertTrue(problem(text).startsWith("receiver, line " + line + ": "), problem(text));
  }

  private static String compact3(String data) {
    return OrbitSamples.header("3.0                 COMPACT RINEX FORMAT", "CRINEX VERS   / TYPE")
        + OrbitSamples.header(
            "by hand                                 01-Oct-20 00:00", "CRINEX PROG / DATE")
        + header3(POSITION)
        + data;
  }

  /** As {@link #DATA_3} by the rules of Hatanaka's format, version 3. */
  private static final String COMPACT_DATA_3 =
      """
      > 2020 10 02 00 00  0.0000000  0  3      G05G07C19

      3&20000000000 3&105000000000  7 7

      3&21000000000  7
                         3              1      C19&&&&&&

      100000
      """;

  @Test
  void compactObservationsAreTheSame() throws IOException {
    ReceiverFile file = read(compact3(COMPACT_DATA_3));
    assertEquals("RINEX 3.04 observations, compact", file.format());
    assertIsTheSample(file);
  }

  /** Some programs write the header's first line in small letters. */
  @Test
  void compactObservationsMayBeNamedInSmallLetters() throws IOException {
    String compact = compact3(COMPACT_DATA_3);
    String small = compact.replaceFirst("OBSERVATION DATA", "Observation data");
    assertNotEquals(compact, small);
    assertIsTheSample(read(small));
  }

  @Test
  void aSpecialRecordMayCloseACompactFile() throws IOException {
    String closing =
        ">                              4  2\n"
            + OrbitSamples.header("closed by the receiver", "COMMENT")
            + OrbitSamples.header("that is all", "COMMENT");
    assertIsTheSample(read(compact3(COMPACT_DATA_3 + closing)));
  }

  /** Orekit's filter would never end. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "", "x"})
  void compactFileWithoutAHeaderIsRejected(String third) {
    String text = compact3("").lines().limit(2).collect(Collectors.joining("\n"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertEquals(
                "receiver, line 3: \"%s\", expected the first line of RINEX observations"
                    .formatted(third),
                problem(text + "\n" + third + "\n")));
  }

  @Test
  void version2IsReadToo() throws IOException {
    ReceiverFile file = read(version2(""));
    assertEquals("RINEX 2.11 observations", file.format());
    assertEquals(Set.of("G05", "R07"), file.tracked().get(FIRST));
  }

  @Test
  void version2MayHoldEventsAndEmptyEpochsToo() throws IOException {
    String nothingMeasured =
        " 20 10  2  0  0 10.0000000  2  0\n"
            + " ".repeat(28)
            + "4  1\n"
            + OrbitSamples.header("by the receiver", "COMMENT")
            + " 20 10  2  0  0 20.0000000  0  0\n";
    ReceiverFile file = read(version2(nothingMeasured) + nothingMeasured + EPOCH_2);
    assertEquals(2, file.tracked().size());
    assertEquals(Set.of("G05", "R07"), file.tracked().get(FIRST));
    assertEquals(13, file.tracked().get(FIRST.plusSeconds(30)).size());
  }

  /** With a flag of 3 and a count of 1 where they would be in the first line of an epoch. */
  private static final String LINE_2 = "  20000000.000 7  20000000.031\n";

  /** Thirteen satellites take a second line of them, six observables a second line of each. */
  private static final String EPOCH_2 =
      " 20 10  2  0  0 30.0000000  0 13G01G02G03G04G05G06G07G08G09G10G11G12\n"
          + " ".repeat(32)
          + "R07\n"
          + LINE_2.repeat(2 * 13);

  private static String version2(String before) {
    return OrbitSamples.header(
            "     2.11           OBSERVATION DATA    M (MIXED)", "RINEX VERSION / TYPE")
        + OrbitSamples.header(
            "sample              nobody              20201002 000000 UTC", "PGM / RUN BY / DATE")
        + OrbitSamples.header("NULL", "MARKER NAME")
        + OrbitSamples.header("nobody              nobody", "OBSERVER / AGENCY")
        + OrbitSamples.header("1                   receiver            1", "REC # / TYPE / VERS")
        + OrbitSamples.header("1                   antenna", "ANT # / TYPE")
        + OrbitSamples.header(POSITION, "APPROX POSITION XYZ")
        + OrbitSamples.header("        0.0000        0.0000        0.0000", "ANTENNA: DELTA H/E/N")
        + OrbitSamples.header("     1     1", "WAVELENGTH FACT L1/2")
        + OrbitSamples.header("     6    C1    L1    S1    C2    L2    S2", "# / TYPES OF OBSERV")
        + OrbitSamples.header(
            "  2020    10    02    00    00    0.0000000     GPS", "TIME OF FIRST OBS")
        + OrbitSamples.header("", "END OF HEADER")
        + before
        + " 20 10  2  0  0  0.0000000  0  2G05R07\n"
        + LINE_2.repeat(2 * 2);
  }

  /** Satellites without a letter are of the file's only system; the second list is longer. */
  @Test
  void compactObservationsOfOneSystemMayHaveNoLetters() throws IOException {
    String header = version2("");
    String compact =
        OrbitSamples.header("1.0                 COMPACT RINEX FORMAT", "CRINEX VERS   / TYPE")
            + OrbitSamples.header(
                "by hand                                 01-Oct-20 00:00", "CRINEX PROG / DATE")
            + header
                .substring(0, header.indexOf(" 20 10"))
                .replace("M (MIXED)", "G (GPS)  ")
                .replace(
                    "     6    C1    L1    S1    C2    L2    S2", "     1    C1" + " ".repeat(30))
            + "&20 10  2  0  0  0.0000000  0  2  5  7\n\n3&20000000000\n3&21000000000\n"
            + "                3              3       19\n\n0\n0\n3&22000000000\n";
    ReceiverFile file = read(compact);
    assertEquals("RINEX 2.11 observations, compact", file.format());
    assertEquals(Set.of("G05", "G07"), file.tracked().get(FIRST));
    assertEquals(Set.of("G05", "G07", "G19"), file.tracked().get(FIRST.plusSeconds(30)));
  }

  private static String problem(String text) {
    InputFormatException problem = assertThrows(InputFormatException.class, () -> read(text), text);
    assertFalse(problem.getMessage().contains("\n"), problem.getMessage());
    assertTrue(problem.getMessage().startsWith("receiver"), problem.getMessage());
    assertTrue(problem.getMessage().length() < 400, problem.getMessage());
    return problem.getMessage();
  }

  @Test
  void badFilesAreToldInOneLine() {
    String good = header3(POSITION) + DATA_3;
    assertEquals(
        "receiver, line 1: \"hello\", expected RINEX observations, plain or in Hatanaka's compact"
            + " format",
        problem("hello\n"));
    problem(good.replace("3.04", "9.99"));
    problem(good.replace("OBSERVATION DATA", "NAVIGATION  DATA"));
    problem(good.substring(0, good.indexOf("G    2 C1C")));
    problem(good.replace("G    2 C1C", "G  999 C1C"));
    problem(good.replace("C1C L1C", "Q9Z L1C"));
    String impossible = problem(good.replace("2020 10 02 00 00  0.0", "2020 10 32 00 00  0.0"));
    assertTrue(impossible.startsWith("receiver, line 13: \"> 2020 10 32"), impossible);
    problem(good.replace("0  3\n", "0 9x\n"));
    problem(good.replace("20000000.000", "2000xx00.000"));
    problem(header3("        0.0000        0.0000        0.0000") + DATA_3);
    problem(header3("                                          ") + DATA_3);
    problem(header3(" 16378200.0000        0.0000        0.0000") + DATA_3);
    assertEquals(
        "receiver: holds no observations, expected at least one", problem(header3(POSITION)));
    String compact = compact3(COMPACT_DATA_3);
    problem(compact.replace("3.0                 COMPACT", "7.0                 COMPACT"));
    problem(compact.substring(0, compact.indexOf("3&21000000000")));
    problem(compact.replace("3&20000000000", "3&2000x000000"));
    problem(compact.replace("3&20000000000", "20000000000"));
    problem(compact.replace("0  3      G05", "0999      G05"));
    problem(
        OrbitSamples.header("3.0                 COMPACT RINEX FORMAT", "CRINEX VERS   / TYPE"));
  }
}
