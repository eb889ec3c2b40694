package dev.skytally.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code skytally} in a checkout where nothing can be built. */
class LauncherTest {
  @TempDir Path folder;

  private Path home;
  private Path target;

  /** A folder where the file for the lock would be keeps even root from building. */
  @BeforeEach
  void makeCheckout() throws IOException {
    home = folder.toRealPath().resolve("checkout");
    target = Files.createDirectories(home.resolve("cli/target"));
    Files.createDirectory(target.resolve("building"));
    Files.createFile(home.resolve("pom.xml"));
    Files.copy(
        Path.of("..", "skytally"), home.resolve("skytally"), StandardCopyOption.COPY_ATTRIBUTES);
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho it ran\n");
    assertTrue(java.toFile().setExecutable(true));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
  }

  /** Runs {@code watch}, after which no archive of classes is made. */
  private Run launch() throws Exception {
    return launch(Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "watch");
  }

  private Run launch(Map<String, String> variables, String... arguments) throws Exception {
    ProcessBuilder launcher = new ProcessBuilder(home.resolve("skytally").toString());
    launcher.command().addAll(List.of(arguments));
    launcher.environment().put("HOME", folder.toString());
    launcher.environment().putAll(variables);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int code = launcher.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Run(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
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
