package dev.skytally.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for schedulers run commands that there are. */
class DistTest {
  private static final Path DIST = Path.of("src", "main", "dist");
  private static final Path DIST_IN_CHECKOUT = Path.of("cli").resolve(DIST);
  private static final Pattern COMMAND = Pattern.compile("(?m)/bin/skytally ([-a-z0-9.: ]+)");

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skytally-recompute.service",
        "skytally-watch.service",
        "skytally-serve.service",
        "crontab"
      })
  void commandsAreUnderstood(String file) throws IOException {
    Matcher commands = COMMAND.matcher(Files.readString(DIST.resolve(file)));
    assertTrue(commands.find(), file);
    String command = commands.group(1).strip().replaceFirst(" -o$", "");
    Run run = Run.ofLine(command + " --help");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("Usage: skytally " + command.replaceFirst(" .*", "")), run.out());
  }

  /** The address is open to other machines, so the server does not start without the token. */
  @Test
  void theContainerServesWithAToken() throws IOException {
    String last = "CMD ";
    String command =
        Files.readAllLines(DIST.resolve("Containerfile")).stream()
            .filter(line -> line.startsWith(last))
            .findFirst()
            .orElseThrow();
    String noToken = home.resolve("no-token").toString();
    String arguments = command.substring(last.length());
    String here = arguments.replace("/run/secrets/skytally-token", noToken);
    assertNotEquals(arguments, here);
    assertEquals(
        new Run(1, "", "skytally: " + noToken + ": no such file\n"),
        Run.of(new ObjectMapper().readValue(here, String[].class)));
  }

  /** Cron mails what its shell prints. */
  @ParameterizedTest
  @CsvSource({"0, ''", "1, ''", "3, what changed"})
  void cronMailsWhatChangedAndNothingOfBefore(int exitCode, String mail) throws Exception {
    Files.writeString(home.resolve(".skytally-last"), "what changed\n");
    Path program = Files.writeString(home.resolve("program"), "#!/bin/sh\nexit " + exitCode);
    assertTrue(program.toFile().setExecutable(true));
    String line =
        Files.readAllLines(DIST.resolve("crontab")).stream()
            .filter(l -> !l.startsWith("#"))
            .findFirst()
            .orElseThrow()
            .replaceFirst("^(\\S+ ){5}", "")
            .replace("/usr/local/bin/skytally", program.toString());
    onPath("sleep", "test \"$1\" -ge 0 && test \"$1\" -le 1800 || echo slept \"$1\" seconds");
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", line);
    shell.environment().put("HOME", home.toString());
    assertEquals(mail, output(shell).strip());
  }

  /** Systemd reads what is between quotes as a shell does, but for %, which is doubled. */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "my prog&x", "a|b\\c", "50%\"x\""})
  void installedUnitsStartWhatIsInstalledWhereverThatIs(String folder) throws Exception {
    Path prefix = home.resolve(folder);
    assertTrue(install(prefix).startsWith("started --version is in "));
    for (String unit :
        List.of("skytally-recompute.service", "skytally-watch.service", "skytally-serve.service")) {
      String command =
          Files.readAllLines(prefix.resolve("lib/systemd/system").resolve(unit)).stream()
              .filter(line -> line.startsWith("ExecStart="))
              .map(line -> line.substring("ExecStart=".length()).replace("%%", "%"))
              .findFirst()
              .orElseThrow();
      String said = output(new ProcessBuilder("sh", "-c", command));
      assertTrue(said.matches("started (recompute|watch|serve) --.*\n"), said);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "line\nbreak", "line break at the end\n", "stop!"})
  void aPrefixThatJavaCannotReadIsRejectedInOneLine(String folder) throws Exception {
    Path prefix = home.toRealPath().resolve(folder);
    assertEquals(
        "install: cannot install in %s: a name in this path has a colon, a line break or \"!\" at its end\n"
            .formatted(prefix.toString().replace('\n', '?')),
        install(prefix));
    try (Stream<Path> installed = Files.list(prefix)) {
      assertEquals(List.of(), installed.toList());
    }
  }

  @Test
  void underAnyUmaskEveryUserCanRunWhatIsInstalled() throws Exception {
    Path prefix = home.resolve("prefix");
    Path installer = prepare();
    output(
        new ProcessBuilder(
            "sh", "-c", "umask 077; exec \"$0\" \"$1\"", installer.toString(), prefix.toString()));
    try (Stream<Path> installed = Files.walk(prefix)) {
      for (Path path : installed.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertTrue(
            rights.matches(Files.isDirectory(path) ? "rwxr-xr-x" : "rw.r-.r-."),
            path + " " + rights);
      }
    }
  }

  @Test
  void anUpgradeReloadsTheUnitsAndRestartsARunningWatch() throws Exception {
    Path prefix = home.resolve("prefix");
    Path installer = prepare();
    systemctlThatWorks();
    output(new ProcessBuilder(installer.toString(), prefix.toString()));
    Path units = home.toRealPath().resolve("prefix/lib/systemd/system");
    assertEquals(
        List.of(
            "--quiet --no-ask-password daemon-reload",
            ("--quiet link %1$s/skytally-recompute.service %1$s/skytally-serve.service"
                    + " %1$s/skytally-watch.service %1$s/skytally-recompute.timer")
                .formatted(units),
            "try-restart skytally-watch.service skytally-serve.service"),
        Files.readAllLines(home.resolve("calls")));
  }

  @Test
  void afterUninstallNothingIsLeftOfTheProgramAndTheDataStay() throws Exception {
    Path prefix = home.resolve("prefix");
    Path other = Files.createDirectories(prefix.resolve("bin")).resolve("other");
    Files.writeString(other, "other");
    install(prefix);
    systemctlThatWorks();
    String said = output(new ProcessBuilder(prefix.resolve("lib/skytally/uninstall").toString()));
    assertTrue(said.startsWith("skytally is removed from " + prefix.toRealPath()), said);
    for (String place : List.of("/var/lib/skytally", "~/.local/share/skytally", "XDG_DATA_HOME")) {
      assertTrue(said.contains(place), said);
    }
    try (Stream<Path> left = Files.walk(prefix)) {
      assertEquals(List.of(other), left.filter(Files::isRegularFile).toList());
    }
    assertFalse(Files.isSymbolicLink(prefix.resolve("bin/skytally")));
    assertEquals(
        List.of(
            "--quiet --no-ask-password stop skytally-recompute.timer"
                + " skytally-recompute.service skytally-watch.service"
                + " skytally-serve.service",
            "--quiet --no-ask-password disable skytally-recompute.timer"
                + " skytally-recompute.service skytally-watch.service"
                + " skytally-serve.service",
            "--quiet --no-ask-password daemon-reload"),
        Files.readAllLines(home.resolve("calls")));
  }

  @Test
  void uninstallInACheckoutRemovesNothing() throws Exception {
    Path uninstall = prepare().resolveSibling("uninstall");
    assertEquals(
        "uninstall: run the one in PREFIX/lib/skytally, which is part of an installation\n",
        output(new ProcessBuilder(uninstall.toString())));
    assertTrue(Files.exists(uninstall));
  }

  private void systemctlThatWorks() throws IOException {
    onPath("systemctl", "echo \"$@\" >>'%s'".formatted(home.resolve("calls")));
  }

  /** Puts a script in front of one of this machine's programs. */
  private void onPath(String name, String script) throws IOException {
    Path program = Files.createDirectories(home.resolve("path")).resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertTrue(program.toFile().setExecutable(true));
  }

  /** Installs a program that prints how it was started, and returns what the installer printed. */
  private String install(Path prefix) throws IOException {
    Path installer = prepare();
    return output(new ProcessBuilder(installer.toString(), prefix.toString()));
  }

  /** A checkout of that program; returns its installer. */
  private Path prepare() throws IOException {
    Path checkout = home.resolve("checkout");
    Path dist = Files.createDirectories(checkout.resolve(DIST_IN_CHECKOUT));
    for (Path file :
        List.of(
            DIST.resolve("install"),
            DIST.resolve("uninstall"),
            DIST.resolve("skytally-recompute.service"),
            DIST.resolve("skytally-recompute.timer"),
            DIST.resolve("skytally-watch.service"),
            DIST.resolve("skytally-serve.service"))) {
      Files.copy(file, dist.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createDirectories(checkout.resolve("cli/target/lib"));
    Files.createFile(checkout.resolve("cli/target/skytally.jar"));
    Path program =
        Files.writeString(checkout.resolve("skytally"), "#!/bin/sh\necho started \"$@\"\n");
    assertTrue(program.toFile().setExecutable(true));
    onPath("systemctl", "exit 1");
    return dist.resolve("install");
  }

  private String output(ProcessBuilder command) throws IOException {
    command
        .environment()
        .merge("PATH", home.resolve("path").toString(), (path, first) -> first + ":" + path);
    Process process = command.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skytally-recompute.service",
        "skytally-recompute.timer",
        "skytally-watch.service",
        "skytally-serve.service"
      })
  void unitsHaveTheirSections(String file) throws IOException {
    List<String> lines = Files.readAllLines(DIST.resolve(file));
    assertTrue(lines.contains("[Unit]"), file);
    assertTrue(
        lines.stream().allMatch(l -> l.isEmpty() || l.matches("#.*|\\[[A-Z][a-z]+]|[A-Z].*=.*")),
        file);
  }
}
