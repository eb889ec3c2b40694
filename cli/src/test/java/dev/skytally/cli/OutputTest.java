package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.skytally.cli.console.Reason;
import dev.skytally.cli.console.ResultFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
  @TempDir Path folder;

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void fileHoldsWhatStdoutWouldHaveShown() throws IOException {
    Path file = folder.resolve("result.csv");
    Run toFile = Run.of("elements", "--format", "csv", "-o", file.toString());
    assertEquals(new Run(0, "", ""), toFile);
    assertEquals(Run.of("elements", "--format", "csv").out(), Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void dashIsStdout() {
    assertEquals(Run.of("elements"), Run.of("elements", "-o", "-"));
  }

  @Test
  void failureWhileWritingLeavesTheGoodFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("good.txt"), "good");
    assertThrows(
        IOException.class,
        () ->
            ResultFile.write(
                file,
                out -> {
                  out.write(new byte[100_000]);
                  throw new IOException("No space left on device");
                }));
    assertEquals("good", Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void filesOfOneFolderDoNotGetInEachOthersWay() throws IOException {
    Path one = folder.resolve("one.txt");
    Path other = folder.resolve("other.txt");
    ResultFile.write(
        one,
        out -> {
          out.write('1');
          ResultFile.write(other, within -> within.write('2'));
        });
    assertEquals("1", Files.readString(one));
    assertEquals("2", Files.readString(other));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void permissionsOfTheFileAreKept() throws IOException {
    Path file = Files.writeString(folder.resolve("private.csv"), "old");
    for (String permissions : List.of("rw-------", "rw-rw-rw-")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      assertEquals(0, Run.of("elements", "-o", file.toString()).exitCode());
      assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  void whatADeadProcessHasLeftIsDeleted() throws IOException {
    long alive = ProcessHandle.current().pid();
    Path others = Files.writeString(folder.resolve(".skytally-" + alive + "-1.part"), "");
    // No system gives a process so great a number.
    Files.writeString(folder.resolve(".skytally-" + Long.MAX_VALUE + "-1.part"), "");
    Path foreign = Files.writeString(folder.resolve(".skytally-x-1.part"), "");
    Path file = folder.resolve("result.csv");
    assertEquals(0, Run.of("elements", "-o", file.toString()).exitCode());
    assertEquals(Set.of(others, foreign, file), Set.copyOf(files()));
  }

  @Test
  void aFileIsNeverWrittenOverAnInputOrAnotherResult() throws IOException {
    Path sites = folder.resolve("sites.csv");
    String list = "name,latitude_deg,longitude_deg\nCamp,1,2\n";
    Files.writeString(sites, list);
    Run run = Run.of("capitals", "--sites", sites.toString(), "-o", folder + "/./sites.csv");
    assertEquals(
        "skytally: -o %s/./sites.csv: is also given as --sites, expected another file\n"
            .formatted(folder),
        run.err());
    assertEquals(1, run.exitCode());
    assertEquals(list, Files.readString(sites));
    String page = folder.resolve("page.svg").toString();
    assertEquals(1, Run.of("sky", "Rome", "-o", page, "--elements", page).exitCode());
    Run both = Run.of("capitals", "--report", page, "-o", page);
    assertEquals(
        "skytally: -o %s: is also given as --report, expected another file\n".formatted(page),
        both.err());
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreNeutralised() throws IOException {
    Path sites = folder.resolve("sites.csv");
    Files.writeString(
        sites,
        "name,latitude_deg,longitude_deg\n=1+1,1,2\n+A,-1,2\n-A,1,3\n@A,1,4\n-5,1,5\n+5.5,1,6\n");
    List<String> names =
        Run.of("capitals", "--sites", sites.toString(), "--format", "csv")
            .out()
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1)[3])
            .distinct()
            .toList();
    assertEquals(List.of("'=1+1", "'+A", "'-A", "'@A", "-5", "+5.5"), names);
  }

  @Test
  void failureOfTheJobLeavesNoFile() throws IOException {
    Path file = folder.resolve("none.txt");
    assertEquals(1, Run.of("capitals", "--date", "2021-12-01", "-o", file.toString()).exitCode());
    assertEquals(List.of(), files());
  }

  @Test
  void linkStaysALinkAndItsTargetIsReplaced() throws IOException {
    Path target = Files.writeString(folder.resolve("target.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);
    assertEquals(0, Run.of("elements", "-o", link.toString()).exitCode());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(Run.of("elements").out(), Files.readString(target));
  }

  @Test
  void folderAndMissingFolderAreRefusedBeforeTheJob() {
    Path missing = folder.resolve("none").resolve("x.txt");
    assertEquals(
        "skytally: -o %s: there is no folder %s\n".formatted(missing, missing.getParent()),
        Run.of("capitals", "-o", missing.toString()).err());
    assertEquals(
        "skytally: -o %s: is a folder, expected a file\n".formatted(folder),
        Run.of("capitals", "-o", folder.toString()).err());
  }

  @Test
  void folderThatCannotBeWrittenInIsRefusedBeforeTheJob() throws IOException {
    Path file = Files.writeString(folder.resolve("old.txt"), "old");
    assertTrue(folder.toFile().setWritable(false));
    try {
      assumeFalse(Files.isWritable(folder), "an administrator may write everywhere");
      assertEquals(
          "skytally: -o %s: permission denied to write in %s\n".formatted(file, folder),
          Run.of("capitals", "--horizon", "none.csv", "-o", file.toString()).err());
    } finally {
      assertTrue(folder.toFile().setWritable(true));
    }
  }

  @Test
  void endingOfTheNameDecidesTheFormat() throws IOException {
    for (String format : List.of("csv", "json")) {
      Path file = folder.resolve("elements." + format.toUpperCase(Locale.ROOT));
      assertEquals(0, Run.of("elements", "-o", file.toString()).exitCode());
      assertEquals(Run.of("elements", "--format", format).out(), Files.readString(file));
    }
    for (String name : List.of("elements", ".elements")) {
      Path file = folder.resolve(name);
      assertEquals(0, Run.of("elements", "-o", file.toString()).exitCode());
      assertEquals(Run.of("elements").out(), Files.readString(file));
    }
    Path other = folder.resolve("elements.dat");
    assertEquals(0, Run.of("elements", "--format", "csv", "-o", other.toString()).exitCode());
    assertEquals(Run.of("elements", "--format", "csv").out(), Files.readString(other));
  }

  @Test
  void emptyNameIsNoFolder() {
    assertEquals(
        "skytally: -o is empty, expected a file or '-' for standard output\n",
        Run.of("elements", "-o", "").err());
  }

  @Test
  void reasonsAreWordsAndNoPathsOfOurOwn() {
    String part = folder.resolve(".skytally-1.part").toString();
    assertEquals("permission denied", Reason.withoutPath(new AccessDeniedException(part)));
    assertEquals("no such file or folder", Reason.withoutPath(new NoSuchFileException(part)));
    assertEquals(
        "Read-only file system",
        Reason.withoutPath(new FileSystemException(part, null, "Read-only file system")));
    assertEquals("No space left", Reason.withoutPath(new IOException("No space left")));
  }

  @Test
  void helpThatCannotBeWrittenFailsToo() {
    assertEquals(
        new Run(1, "", "skytally: cannot write to standard output: No space left on device\n"),
        runInto("No space left on device", "capitals", "--help"));
    assertEquals(new Run(0, "", ""), runInto("Broken pipe", "--version"));
  }

  @Test
  void closedPipeEndsQuietly() {
    assertEquals(new Run(0, "", ""), runInto("Broken pipe", "elements", "--format", "json"));
  }

  @Test
  void fullDiskBehindStdoutFailsTheJob() {
    assertEquals(
        new Run(1, "", "skytally: cannot write to standard output: No space left on device\n"),
        runInto("No space left on device", "elements", "--format", "json"));
  }

  private static Run runInto(String failure, String... arguments) {
    return Run.into(failure, Map.of(), arguments);
  }
}
