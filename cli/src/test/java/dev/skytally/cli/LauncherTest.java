package dev.skytally.cli;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code skytally} in a checkout where nothing can be built, with a script as Java. */
class LauncherTest {
  /**
   * Adds its niceness and arguments to the file {@code calls} beside the JDK, and does what the
   * launcher expects of a JVM that trains or archives; as a server it ends at once. It fails in the
   * command BROKEN, kills the launcher that trains it if DEADLY is set, and trains once the file
   * GATE exists.
   */
  private static final String JAVA =
      """
      #!/bin/sh
      printf '%s %s\\n' "$(nice)" "$*" >>"${0%/*/*/*}/calls"
      list= archive=
      for option; do
        case $option in
          -XX:DumpLoadedClassList=* | -XX:AOTCacheOutput=*)
            [ -z "${DEADLY:-}" ] || { kill -9 $PPID; exit 1; }
            [ -z "${JAVA_TOOL_OPTIONS:-}" ] || exit 1
            case " $* " in *" ${BROKEN:-none} "*) exit 1 ;; esac
            until [ -e "${GATE:-/}" ]; do sleep 0.05; done
            echo trained >"${option#*=}"
            case " $* " in *" serve "*) echo "skytally answers at http://127.0.0.1:1/"; exit ;; esac
            ;;
          -XX:SharedClassListFile=*) list=${option#*=} ;;
          -XX:SharedArchiveFile=*) archive=${option#*=} ;;
        esac
      done
      [ -z "$list" ] || cat "$list" >"$archive"
      echo it ran
      """;

  @TempDir Path folder;

  private Path home;
  private Path target;
  private Path jdk;

  @BeforeEach
  void makeCheckoutAndJdk() throws IOException {
    makeCheckout("checkout");
    jdk = makeJdk("jdk");
  }

  /** A folder where the file for the lock would be keeps even root from building. */
  private void makeCheckout(String name) throws IOException {
    home = folder.toRealPath().resolve(name);
    target = Files.createDirectories(home.resolve("cli/target"));
    Files.createDirectory(target.resolve("building"));
    Files.createFile(home.resolve("pom.xml"));
    Files.copy(
        Path.of("..", "skytally"), home.resolve("skytally"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private Path makeJdk(String name) throws IOException {
    Path made = folder.resolve(name);
    Path java = Files.createDirectories(made.resolve("bin")).resolve("java");
    Files.writeString(java, JAVA);
    assertTrue(java.toFile().setExecutable(true));
    setVersion(made, "17.0.1");
    return made;
  }

  private static void setVersion(Path jdk, String version) throws IOException {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private void pretendToBuild() throws IOException {
    Files.createDirectories(target.resolve("lib"));
    Path jar = target.resolve("skytally.jar");
    Files.writeString(jar, "built ", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Runs {@code watch}, after which no archive of classes is made. */
  private Run launch() throws Exception {
    return launch(Map.of("JAVA_HOME", jdk.toString()), "watch");
  }

  private Run launch(Map<String, String> variables, String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder launcher = launcher(variables, arguments);
    int code = launcher.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Run(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private ProcessBuilder launcher(Map<String, String> variables, String... arguments) {
    ProcessBuilder launcher = new ProcessBuilder(home.resolve("skytally").toString());
    launcher.command().addAll(List.of(arguments));
    launcher.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    launcher.environment().putAll(variables);
    return launcher;
  }

  /** Runs {@code finding}, waits until an archive is made, if one is, and returns how it ran. */
  private Call runWith(Path javaHome) throws Exception {
    return runWith(Map.of("JAVA_HOME", javaHome.toString()));
  }

  private Call runWith(Map<String, String> variables) throws Exception {
    return runWith(variables, folder);
  }

  /** As above, with a JDK in the given folder. */
  private Call runWith(Map<String, String> variables, Path folderOfJdk) throws Exception {
    int before = calls(folderOfJdk).size();
    assertEquals(new Run(0, "it ran\n", ""), launch(variables, "finding"));
    awaitMakers();
    return calls(folderOfJdk).get(before);
  }

  /** A run of the script that stands for Java. */
  private record Call(int niceness, String arguments) {
    boolean trains() {
      return arguments.contains("-XX:DumpLoadedClassList=")
          || arguments.contains("-XX:AOTCacheOutput=");
    }

    boolean archives() {
      return arguments.contains("-Xshare:dump") || arguments.contains("-XX:AOTCacheOutput=");
    }

    boolean usesArchive() {
      return !archives()
          && (arguments.contains("-XX:SharedArchiveFile=") || arguments.contains("-XX:AOTCache="));
    }
  }

  private List<Call> calls() throws IOException {
    return calls(folder);
  }

  private static List<Call> calls(Path folderOfJdk) throws IOException {
    Path file = folderOfJdk.resolve("calls");
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Call> calls = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      int space = line.indexOf(' ');
      calls.add(new Call(Integer.parseInt(line.substring(0, space)), line.substring(space + 1)));
    }
    return calls;
  }

  /** Returns how often the two archives, that of the server and that of all else, were made. */
  private double archivesMade() throws IOException {
    return calls().stream().filter(Call::archives).count() / 2.0;
  }

  /** Waits for what launchers left in the background. A zombie has no command line, nor an end. */
  private void awaitMakers() {
    String ours = folder.getFileName().toString();
    for (; ; ) {
      List<ProcessHandle> makers =
          ProcessHandle.allProcesses()
              .filter(process -> process.info().commandLine().orElse("").contains(ours))
              .toList();
      if (makers.isEmpty()) {
        return;
      }
      makers.get(0).onExit().completeOnTimeout(null, 100, MILLISECONDS).join();
    }
  }

  private Set<String> foldersInTarget() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(Files::isDirectory)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }

  @Test
  void unbuiltItSaysInOneLineWhatToDo() throws Exception {
    assertEquals(
        new Run(
            1,
            "",
            "skytally: %s is not built yet, and %s cannot be written to; run it once as a user who may\n"
                .formatted(home, target)),
        launch());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "line\nbreak", "line break at the end\n", "stop!"})
  void aPathThatJavaCannotReadIsRejectedInOneLine(String name) throws Exception {
    Path checkout = Files.move(home, home.resolveSibling(name));
    home = checkout;
    assertEquals(
        new Run(
            1,
            "",
            "skytally: cannot run in %s: a name in this path has a colon, a line break or \"!\" at its end; rename it\n"
                .formatted(checkout.toString().replace('\n', '?'))),
        launch());
  }

  @Test
  void aJarThatLooksStaleRunsWithAWarning() throws Exception {
    Files.createDirectory(target.resolve("lib"));
    Path jar = Files.createFile(target.resolve("skytally.jar"));
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-11-25T00:00:00Z")));
    assertEquals(
        new Run(
            0,
            "it ran\n",
            "skytally: warning: %s may be older than its sources, which cannot be built here\n"
                .formatted(jar)),
        launch());
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.1", "25.0.1"})
  void theRunAfterTheFirstUsesAnArchive(String version) throws Exception {
    pretendToBuild();
    setVersion(jdk, version);
    assertFalse(runWith(jdk).usesArchive());
    assertTrue(runWith(jdk).usesArchive());
    assertEquals(1, archivesMade());
    assertEquals(Set.of("lib", "building"), foldersInTarget());
  }

  @ParameterizedTest
  @CsvSource({"17.0.1, -java.serve.jsa", "25.0.1, -java.serve.aot"})
  void theServerIsTrainedByOneQuestionAndUsesAnArchive(String version, String archive)
      throws Exception {
    pretendToBuild();
    setVersion(jdk, version);
    runWith(jdk);
    assertTrue(
        calls().stream()
            .anyMatch(call -> call.arguments().endsWith(" --from http://127.0.0.1:1/v1/capitals")),
        calls().toString());
    int before = calls().size();
    launch(Map.of("JAVA_HOME", jdk.toString()), "serve");
    Call serving = calls().get(before);
    assertTrue(serving.usesArchive(), serving.toString());
    assertTrue(serving.arguments().contains(archive + " "), serving.toString());
  }

  @ParameterizedTest
  @CsvSource({"capitals, skytally.jsa", "serve, skytally.serve.jsa"})
  void aPackageUsesItsOwnJavaAndArchiveFromTheFirstRunOn(String command, String name)
      throws Exception {
    pretendToBePackaged();
    Path archive = Files.writeString(home.resolve("runtime").resolve(name), "packaged");
    Files.setLastModifiedTime(archive, Files.getLastModifiedTime(target.resolve("skytally.jar")));
    launch(Map.of("JAVA_HOME", jdk.toString()), command);
    List<Call> calls = calls(home);
    assertEquals(1, calls.size(), calls.toString());
    assertTrue(
        calls.get(0).arguments().startsWith("-XX:SharedArchiveFile=" + archive + " "),
        calls.toString());
  }

  /** The JVM rejects an archive whose jars have other times. */
  @Test
  void aPackageCopiedWithoutItsTimesMakesAnArchive() throws Exception {
    Path archive = pretendToBePackaged();
    Files.setLastModifiedTime(archive, FileTime.from(Instant.parse("2020-11-25T00:00:00Z")));
    assertFalse(runWith(Map.of(), home).usesArchive());
    assertTrue(runWith(Map.of(), home).arguments().contains("archive-of-java"));
  }

  private Path pretendToBePackaged() throws IOException {
    pretendToBuild();
    makeJdk("checkout/runtime");
    return Files.writeString(home.resolve("runtime").resolve("skytally.jsa"), "packaged");
  }

  /** The greatest niceness of a process is 19. */
  @Test
  void anArchiveIsMadeAtLowerPriority() throws Exception {
    pretendToBuild();
    int low = Math.min(runWith(jdk).niceness() + 10, 19);
    List<Call> making = calls().subList(1, calls().size());
    assertEquals(11, making.size());
    assertTrue(making.stream().allMatch(call -> call.niceness() == low), making.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"capitals", "world", "--help"})
  void anArchiveIsMadeEvenIfACommandFails(String command) throws Exception {
    pretendToBuild();
    runWith(Map.of("JAVA_HOME", jdk.toString(), "BROKEN", command));
    assertTrue(runWith(jdk).usesArchive());
  }

  @Test
  void anArchiveThatCannotBeMadeIsNotTriedAgainBeforeTheNextBuild() throws Exception {
    pretendToBuild();
    setVersion(jdk, "25.0.1");
    runWith(Map.of("JAVA_HOME", jdk.toString(), "BROKEN", "capitals"));
    assertFalse(runWith(jdk).usesArchive());
    assertEquals(1, archivesMade());
    pretendToBuild();
    runWith(jdk);
    assertTrue(runWith(jdk).usesArchive());
  }

  @Test
  void anArchiveIsMadeWithoutTheUsersOptionsForJava() throws Exception {
    pretendToBuild();
    runWith(Map.of("JAVA_HOME", jdk.toString(), "JAVA_TOOL_OPTIONS", "-XX:+UseG1GC"));
    assertTrue(runWith(jdk).usesArchive());
  }

  @Test
  void eightRunsAtOnceMakeOneArchive() throws Exception {
    pretendToBuild();
    Path gate = folder.resolve("gate");
    Map<String, String> variables = Map.of("JAVA_HOME", jdk.toString(), "GATE", gate.toString());
    List<Process> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(launcher(variables, "finding").redirectOutput(DISCARD).start());
    }
    for (Process run : runs) {
      assertEquals(0, run.waitFor());
    }
    Files.createFile(gate);
    awaitMakers();
    assertEquals(1, archivesMade());
    assertTrue(runWith(jdk).usesArchive());
  }

  @Test
  void theLockOfADeadMakerExpires() throws Exception {
    pretendToBuild();
    runWith(Map.of("JAVA_HOME", jdk.toString(), "DEADLY", "true"));
    long trained = calls().stream().filter(Call::trains).count();
    assertEquals(1, trained);

    runWith(jdk);
    assertEquals(trained, calls().stream().filter(Call::trains).count());

    for (String left : foldersInTarget()) {
      Files.setLastModifiedTime(
          target.resolve(left), FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));
    }
    runWith(jdk);
    assertTrue(runWith(jdk).usesArchive());
    assertEquals(Set.of("lib", "building"), foldersInTarget());
  }

  @Test
  void twoPathsToOneJavaShareAnArchive() throws Exception {
    pretendToBuild();
    Path link = Files.createSymbolicLink(folder.resolve("link"), jdk);
    runWith(jdk);
    assertTrue(runWith(link).usesArchive());
    assertTrue(runWith(jdk).usesArchive());
    assertEquals(1, archivesMade());
  }

  @Test
  void twoJavasOfOneVersionHaveTheirOwnArchives() throws Exception {
    pretendToBuild();
    Path other = makeJdk("other jdk");
    runWith(jdk);
    assertFalse(runWith(other).usesArchive());
    assertTrue(runWith(jdk).usesArchive());
    assertTrue(runWith(other).usesArchive());
    assertEquals(2, archivesMade());
  }

  @Test
  void anUpgradeOfJavaInPlaceMakesANewArchive() throws Exception {
    pretendToBuild();
    runWith(jdk);
    setVersion(jdk, "17.0.2");
    assertFalse(runWith(jdk).usesArchive());
    assertTrue(runWith(jdk).usesArchive());
    assertEquals(2, archivesMade());
  }

  @Test
  void aNewBuildReplacesTheArchivesOfAllJavas() throws Exception {
    pretendToBuild();
    runWith(makeJdk("other jdk"));
    runWith(jdk);
    pretendToBuild();
    assertFalse(runWith(jdk).usesArchive());
    assertTrue(runWith(jdk).usesArchive());
    try (Stream<Path> files = Files.list(target)) {
      assertEquals(2, files.filter(file -> file.toString().endsWith(".jsa")).count());
    }
  }

  @Test
  void twoReadOnlyInstallationsHaveTheirOwnArchivesInTheCache() throws Exception {
    for (String name : List.of("second", "first")) {
      makeCheckout(name);
      pretendToBuild();
      assertTrue(target.toFile().setWritable(false));
      assumeFalse(Files.isWritable(target), "root may write to every folder");
      assertFalse(runWith(jdk).usesArchive());
      assertTrue(runWith(jdk).usesArchive());
    }
    home = home.resolveSibling("second");
    assertTrue(runWith(jdk).usesArchive());
    assertEquals(2, archivesMade());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void usersMayChooseAnotherCollector(String variable) throws Exception {
    Files.createDirectory(target.resolve("lib"));
    makeJarOfTheseClasses();
    Run run =
        launch(
            Map.of("JAVA_HOME", System.getProperty("java.home"), variable, "-XX:+UseParallelGC"),
            "recompute",
            "--help");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(Run.of("recompute", "--help").out(), run.out());
  }

  private void makeJarOfTheseClasses() throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().getRawPath())
            .collect(joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    Path jar = target.resolve("skytally.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }
}
