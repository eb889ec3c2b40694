package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.cli.console.Console;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class UsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orbit                            | unknown command "orbit", expected one of capitals, finding, passes, sky, horizon, plan, world, elements, validate, fetch, archive, recompute, watch, history, serve (see skytally --help)
          plam MD                          | unknown command "plam"; did you mean plan? (see skytally --help)
          plan San                         | more than one name begins with "San", for example Santiago, San José, Santo Domingo; give its name, or LAT,LON such as -33.92,18.42 (see skytally plan --help)
          orbits --help                    | unknown command "orbits", expected one of capitals, finding, passes, sky, horizon, plan, world, elements, validate, fetch, archive, recompute, watch, history, serve (see skytally --help)
          help orbits                      | unknown command "orbits", expected one of capitals, finding, passes, sky, horizon, plan, world, elements, validate, fetch, archive, recompute, watch, history, serve (see skytally --help)
          capitals --foo                   | unknown option "--foo"; did you mean --format? (see skytally capitals --help)
          capitals --max 5                 | unknown option "--max"; did you mean --max-age or --mask? (see skytally capitals --help)
          capitals Paris                   | unexpected argument "Paris" (see skytally capitals --help)
          capitals --mask                  | missing required parameter for option '--mask' (DEGREES) (see skytally capitals --help)
          capitals --date 2020-13-01       | --date: "2020-13-01", expected a date such as 2020-11-25, today, tomorrow, friday or +3d (see skytally capitals --help)
          capitals --start 2020-11-25T24   | --start: "2020-11-25T24", expected a moment such as 2020-11-25T06:00, tomorrow, "friday 12:00", 12:00, now or +3h (see skytally capitals --help)
          capitals --duration 0h           | --duration: "0h", expected a length of time greater than 0, such as 24h, 1h30m, 1:30, 30s, 7d or PT24H (see skytally capitals --help)
          capitals --duration 1,500hr      | --duration: "1,500hr", expected a length of time greater than 0, such as 24h, 1h30m, 1:30, 30s, 7d or PT24H (see skytally capitals --help)
          capitals --duration 0,0h         | --duration: "0,0h", expected a length of time greater than 0, such as 24h, 1h30m, 1:30, 30s, 7d or PT24H (see skytally capitals --help)
          capitals --duration 1,500s       | --duration: "1,500s", expected 1500s or 1.500s (see skytally capitals --help)
          capitals --duration -PT1H        | --duration: "-PT1H", expected a length of time greater than 0, such as 24h, 1h30m, 1:30, 30s, 7d or PT24H (see skytally capitals --help)
          capitals --duration PT0.0000001S | --duration: "PT0.0000001S", expected at least a millisecond, 0.001s (see skytally capitals --help)
          capitals --every PT0.0005S       | --every: "PT0.0005S", expected at least a millisecond, 0.001s (see skytally capitals --help)
          capitals --every 0.0005s         | --every: "0.0005s", expected at least a millisecond, 0.001s (see skytally capitals --help)
          capitals --date +999999-01-01    | --date: "+999999-01-01", expected a date such as 2020-11-25, today, tomorrow, friday or +3d (see skytally capitals --help)
          capitals --date 1956-12-31       | --date: "1956-12-31", expected a year from 1957 to 2100 (see skytally capitals --help)
          capitals --date 2101-01-01       | --date: "2101-01-01", expected a year from 1957 to 2100 (see skytally capitals --help)
          capitals --start +999999-01-01T00:00Z | --start: "+999999-01-01T00:00Z", expected a moment such as 2020-11-25T06:00, tomorrow, "friday 12:00", 12:00, now or +3h (see skytally capitals --help)
          capitals --duration 367d         | --duration: "367d", expected at most 366d (see skytally capitals --help)
          capitals --mask NaN              | --mask: "NaN", expected degrees above -90 and below 90 (see skytally capitals --help)
          capitals --horizon 0:5,90:120    | --horizon: the horizon at azimuth 90.0 is 120.0, expected degrees above -90 and below 90 (see skytally capitals --help)
          capitals --mask 90               | --mask: "90", expected degrees above -90 and below 90 (see skytally capitals --help)
          capitals --systems GPS,SBAS      | --systems: "SBAS", expected one of GPS, BDS, GAL, GLO, QZS, NAVIC (see skytally capitals --help)
          capitals --systems GPS,GPS       | --systems names a system twice: GPS, GPS (see skytally capitals --help)
          capitals --dop --clocks GPS      | --clocks: "GPS", expected systems joined by +, such as GPS+QZS or GPS+QZS,BDS+GAL, or own (see skytally capitals --help)
          capitals --dop --clocks GPS,QZS  | --clocks: "GPS,QZS", expected systems joined by +, such as GPS+QZS or GPS+QZS,BDS+GAL, or own (see skytally capitals --help)
          capitals --dop --clocks GPS+     | --clocks: "", expected one of GPS, BDS, GAL, GLO, QZS, NAVIC (see skytally capitals --help)
          capitals --dop --clocks own,GPS+QZS | --clocks: "own", expected one of GPS, BDS, GAL, GLO, QZS, NAVIC (see skytally capitals --help)
          capitals --dop --clocks GPS+BDS,GAL+GPS | --clocks: "GPS+BDS,GAL+GPS", expected each system once, not GPS again (see skytally capitals --help)
          capitals --dop --clocks GPS+QZS  | --clocks names QZS, which is not among the systems asked for (GPS, BDS) (see skytally capitals --help)
          capitals --clocks own            | --clocks changes the dilution of precision only, add --dop or --report FILE.html (see skytally capitals --help)
          passes Rome --clocks own         | --clocks changes the dilution of precision only, add --report FILE.html (see skytally passes --help)
          sky Rome --date 2026-10-05 --clocks GAL+GPS | --clocks names GAL, which is not among the systems asked for (GPS, BDS) (see skytally sky --help)
          capitals --status healthy        | --status: "healthy", expected operational, transmitting or all (see skytally capitals --help)
          capitals --format xml            | --format: "xml", expected table, csv, json, geojson, html, svg or png (see skytally capitals --help)
          capitals --title x               | --title is for pictures, give --report with a name that ends in .png or .svg, or --format png (see skytally capitals --help)
          sky Rome -o a.csv --width 500    | --width is for pictures, give -o with a name that ends in .png or .svg, or --format png (see skytally sky --help)
          sky Rome -o a.svg --language it  | --language: "it", expected en, zh, es, fr, de or ru (see skytally sky --help)
          sky Rome -o a.svg --width 100    | --width: "100", expected 200 to 8000 pixels (see skytally sky --help)
          world --title x -o a.tif         | --title is for pictures, give -o with a name that ends in .png or .svg, or --format png (see skytally world --help)
          history --width 300              | --width is for pictures, give --picture with a name that ends in .png or .svg, or --format png (see skytally history --help)
          capitals --threads 0             | --threads: "0", expected a number of at least 1 (see skytally capitals --help)
          capitals --threads two           | --threads: "two", expected a whole number (see skytally capitals --help)
          capitals --every 25h             | --every is longer than --duration, nothing would be compared (see skytally capitals --help)
          capitals --include C99           | no satellite holds the PRN C99 on 2026-10-05 (see skytally capitals --help)
          capitals --elements 2021-01-01   | no element sets of 2021-01-01 are bundled, expected a file or one of 2020-12-01, 2022-06-16, 2024-09-22, 2026-10-06 (see skytally capitals --help)
          passes                           | missing required parameter: 'SITE' (see skytally passes --help)
          sky 47.37 8.55                   | unexpected argument "8.55"; did you mean 47.37,8.55? (see skytally sky --help)
          sky 41.15N 8.61W                 | unexpected argument "8.61W"; did you mean 41.15N,8.61W? (see skytally sky --help)
          sky -33.92 18.42 --mask 5        | unexpected argument "18.42"; did you mean -33.92,18.42? (see skytally sky --help)
          sky 47,28 48,29                  | unexpected argument "48,29"; did you mean 47.28,48.29? (see skytally sky --help)
          sky 47,28 -48,29                 | unexpected argument "-48,29"; did you mean 47.28,-48.29? (see skytally sky --help)
          sky -47,28 -48,29                | unexpected argument "-48,29"; did you mean -47.28,-48.29? (see skytally sky --help)
          sky 47,28, 48,29                 | unexpected argument "48,29"; did you mean 47.28,48.29? (see skytally sky --help)
          sky 47.37 -122.33                | unexpected argument "-122.33"; did you mean 47.37,-122.33? (see skytally sky --help)
          capitals --exclude 24            | 24 is not in the snapshot 2026-10-06; did you mean G24 or C24? (see skytally capitals --help)
          passes Birmingham                | more than one capital, country or city is named "Birmingham": Birmingham (United Kingdom, 52.481,-1.9), Birmingham (United States, 33.521,-86.802) (see skytally passes --help)
          passes Guin                      | more than one name begins with "Guin", for example Guinea, Guinea-Bissau; give its name, or LAT,LON such as -33.92,18.42 (see skytally passes --help)
          plan ET --name=                  | --name: "", expected a name such as Base 3 (see skytally plan --help)
          plan --sites=x.csv --name=Base   | --name is that of SITE, but there is none; give SITE, or omit --name (see skytally plan --help)
          passes N                         | no capital, country or city is named "N"; coordinates need a latitude and a longitude, such as 47.03N,28.84E (see skytally passes --help)
          passes 47N                       | no capital, country or city is named "47N"; coordinates need a latitude and a longitude, such as 47.03N,28.84E (see skytally passes --help)
          passes E28                       | no capital, country or city is named "E28"; coordinates need a latitude and a longitude, such as 47.03N,28.84E (see skytally passes --help)
          passes Xyzzyx                    | no capital, country or city is named "Xyzzyx"; give its name, or LAT,LON such as -33.92,18.42 (see skytally passes --help)
          passes 47N,181°60'E              | "47N,181°60'E": minutes are 60, expected less than 60 (see skytally passes --help)
          passes 91,0                      | "91,0": latitude 91.0 is outside -90 to 90 degrees (see skytally passes --help)
          passes -91,0                     | "-91,0": latitude -91.0 is outside -90 to 90 degrees (see skytally passes --help)
          passes 48.2,16.37,abc            | "48.2,16.37,abc": "abc" is not a number, expected LAT,LON[,HEIGHT] such as -33.92,18.42,25 (see skytally passes --help)
          passes NaN,0                     | "NaN,0": "NaN" is not a number, expected LAT,LON[,HEIGHT] such as -33.92,18.42,25 (see skytally passes --help)
          passes 1,2,3,4                   | "1,2,3,4": has 4 numbers, expected LAT,LON[,HEIGHT] such as -33.92,18.42,25 (see skytally passes --help)
          capitals --include E01           | E01 is a satellite of GAL, which is not among the systems asked for (GPS, BDS) (see skytally capitals --help)
          plan                             | SITE is missing; give it, or --sites FILE for each site of a list (see skytally plan --help)
          plan Rome --need pdop<           | --need: column 6: the end, expected a number above 0 such as 2.5 (see skytally plan --help)
          plan Rome --need pdop<2,gpps.vdop<2 | --need: column 8: "gpps", expected all or one of gps, bds, gal, glo, qzs, navic (see skytally plan --help)
          plan Rome --date 2026-10-05 --need glo.pdop<2 | --need: glo.pdop < 2 is about a system that is not among those asked for (GPS, BDS) (see skytally plan --help)
          plan Rome --between 8-25         | --between: "8-25", expected hours such as 08:00-18:00 (see skytally plan --help)
          plan Rome --between 8-8          | --between: "8-8" has no length; give hours such as 08:00-18:00, or no --between (see skytally plan --help)
          plan Rome --satellites           | --every and --satellites change the series only, add --series FILE.csv (see skytally plan --help)
          plan Rome --series none/s.txt    | --series: "none/s.txt", expected a name that ends in .csv or .json (see skytally plan --help)
          plan Rome -o none/plan.svg       | -o: "none/plan.svg", expected a name that ends in .txt, .csv, .json, .geojson, .ics or .html, or --format (see skytally plan --help)
          passes Rome --every 60s          | passes are exact, without a time step; only capitals has --every (see skytally passes --help)
          sky                              | missing required parameter: 'SITE' (see skytally sky --help)
          sky ET --at noon                 | --at: "noon", expected a moment such as 2020-11-25T06:00, tomorrow, "friday 12:00", 12:00, now or +3h (see skytally sky --help)
          capitals --every=-1              | --every: "-1", expected a length of time greater than 0, such as 24h, 1h30m, 1:30, 30s, 7d or PT24H (see skytally capitals --help)
          plan ET --for 90                 | --for: "90", expected a unit, 90m for minutes, 90h for hours (see skytally plan --help)
          sky ET --tracks 0h               | --tracks: "0h", expected a length of time greater than 0, such as 24h, 1h30m, 1:30, 30s, 7d or PT24H (see skytally sky --help)
          sky ET --date 2020-11-25 --at 2020-11-25T06:00:00Z | --date and --at contradict each other, give one of them (see skytally sky --help)
          sky ET --format csv -o none/sky.svg | --format csv and -o "none/sky.svg" contradict each other, give one of them (see skytally sky --help)
          elements --format csv -o none/e.json | --format csv and -o "none/e.json" contradict each other, give one of them (see skytally elements --help)
          sky ET -o none/sky.gif           | -o: "none/sky.gif", expected a name that ends in .txt, .csv, .json, .svg or .png, or --format (see skytally sky --help)
          capitals -o none/map.gif         | -o: "none/map.gif", expected a name that ends in .txt, .csv, .json, .geojson, .html, .svg or .png, or --format (see skytally capitals --help)
          passes ET -o none/passes.gif     | -o: "none/passes.gif", expected a name that ends in .txt, .csv, .json or .html, or --format (see skytally passes --help)
          elements -o none/elements.gif    | -o: "none/elements.gif", expected a name that ends in .txt, .csv or .json, or --format (see skytally elements --help)
          finding -o none/finding.gif      | -o: "none/finding.gif", expected a name that ends in .txt, .csv or .json, or --format (see skytally finding --help)
          validate --truth a.sp3 -o none/v.gif | -o: "none/v.gif", expected a name that ends in .txt, .csv or .json, or --format (see skytally validate --help)
          recompute -o none/last.gif       | -o: "none/last.gif", expected a name that ends in .txt, .csv or .json, or --format (see skytally recompute --help)
          history -o none/history.gif      | -o: "none/history.gif", expected a name that ends in .txt, .csv, .json, .svg or .png, or --format (see skytally history --help)
          archive list -o none/list.gif    | -o: "none/list.gif", expected a name that ends in .txt, .csv or .json, or --format (see skytally archive list --help)
          capitals --report none/map.gif   | --report: "none/map.gif", expected a name that ends in .html, .svg or .png (see skytally capitals --help)
          passes ET --report none/map.svg  | --report: "none/map.svg", expected a name that ends in .html (see skytally passes --help)
          capitals --report none/a.html --duration 8d | a page shows at most 7 days, shorten --duration (see skytally capitals --help)
          finding --mask 5                 | unknown option "--mask" (see skytally finding --help)
          elements --duration 1h           | unknown option "--duration" (see skytally elements --help)
          fetch --omm tle                  | --omm: "tle", expected json or csv (see skytally fetch --help)
          fetch --url gp.php               | --url: "gp.php" is not an address, expected one such as https://celestrak.org/NORAD/elements/gp.php (see skytally fetch --help)
          serve --allow-host https://a.org | --allow-host: "https://a.org", expected a host without https:// and path, such as maps.example.org:8080 (see skytally serve --help)
          serve --allow-host a.org,b/c     | --allow-host: "b/c", expected a host without https:// and path, such as maps.example.org:8080 (see skytally serve --help)
          serve --allow-origin https://a/  | --allow-origin: "https://a/", expected an origin without a path, such as https://example.org (see skytally serve --help)
          fetch --url ftp://example.org/   | "ftp://example.org/" is not the address of a server, expected one such as https://celestrak.org/NORAD/elements/gp.php (see skytally fetch --help)
          fetch --url https://example.org/gp.php?GROUP=a | https://example.org/gp.php?GROUP=a has a query, expected a service's address such as https://celestrak.org/NORAD/elements/gp.php (see skytally fetch --help)
          fetch --groups gnss&FORMAT=tle   | "gnss&FORMAT=tle" is not the name of a group, expected one such as gnss or galileo (see skytally fetch --help)
          fetch --notices a.txt --groups gnss | --notices and --groups contradict each other, give one of them (see skytally fetch --help)
          fetch --from a.tle --groups gnss | --groups and --from contradict each other, give one of them (see skytally fetch --help)
          archive                          | a command is missing (see skytally archive --help)
          archive delete                   | unknown command "delete", expected one of list, verify, import, export, prune (see skytally archive --help)
          archive import                   | missing required parameter: 'FILE' (see skytally archive import --help)
          archive prune                    | missing required option: '--keep=RULE' (see skytally archive prune --help)
          archive prune --keep hourly      | --keep: "hourly", expected all, daily, weekly, monthly or yearly, and for a limit an age such as all:90d (see skytally archive prune --help)
          archive prune --keep all:90      | --keep: "all:90", expected an age such as 90d, 8w, 6m or 2y after the colon (see skytally archive prune --help)
          archive prune --keep all,all:-1d | --keep: "all:-1d", expected an age such as 90d, 8w, 6m or 2y after the colon (see skytally archive prune --help)
          archive export a b               | unexpected argument "b" (see skytally archive export --help)
          """)
  void wrongUsageIsToldInOneLineThatPointsToTheHelp(String arguments, String line) {
    assertEquals(new Run(2, "", "skytally: " + line + "\n"), Run.ofLine(arguments));
  }

  @ParameterizedTest
  @CsvSource({
    "--date 2020-11-25 --start 2020-11-25T00:00Z, --date and --start",
    "--only gps.csv --status all, --only and --status",
    "--only gps.csv --include C31, --only and --include",
    "--only gps.csv --exclude C31, --only and --exclude"
  })
  void flagsThatContradictEachOtherAreWrongUsage(String flags, String pair) {
    assertEquals(
        new Run(
            2,
            "",
            "skytally: %s contradict each other, give one of them (see skytally capitals --help)\n"
                .formatted(pair)),
        Run.ofLine("capitals " + flags));
  }

  @Test
  void emptyElementsAreWrongUsageAndNotTheCurrentFolder() {
    assertEquals(2, Run.of("capitals", "--elements", "").exitCode());
  }

  @Test
  void withoutACommandTheHelpGoesToStderr() {
    Run run = Run.of();
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertEquals(Run.of("--help").out(), run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "capitals",
        "finding",
        "passes",
        "sky",
        "plan",
        "world",
        "elements",
        "validate",
        "fetch",
        "recompute",
        "history",
        "archive",
        "archive list",
        "archive verify",
        "archive import",
        "archive export",
        "archive prune"
      })
  void everyCommandExplainsItselfWithExamples(String command) {
    Run help = Run.ofLine(command + " --help");
    assertEquals(0, help.exitCode());
    assertEquals("", help.err());
    assertTrue(help.out().contains("\nExamples:\n  skytally " + command), help.out());
    assertTrue(help.lines().stream().allMatch(line -> line.length() <= 80), help.out());
    List<String> lines = help.lines();
    for (String line : lines.subList(lines.indexOf("Examples:") + 1, lines.size())) {
      assertTrue(line.startsWith("  skytally " + command), line);
    }
    assertEquals(help, Run.ofLine("help " + command));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          capitals | FILE.html;
          capitals | $XDG_DATA_HOME or
          sky      | LAT,LON[,HEIGHT]
          history  | history.sqlite
          history  | ~/.local/share).
          fetch    | gps-ops,galileo
          """)
  void helpBreaksBetweenWordsAlone(String command, String words) {
    String help = Run.of(command, "--help").out();
    assertTrue(help.contains(words), help);
  }

  @Test
  void helpGoesOnBelowAnOptionAsWideAsItsColumn() {
    String help = Run.of("capitals", "--help").out();
    assertTrue(help.contains("(C31) or\n" + " ".repeat(29) + "catalogue number (43001)"), help);
  }

  @Test
  void helpGroupsOptionsUnderHeadings() {
    List<String> headings =
        Run.of("capitals", "--help").lines().stream()
            .filter(line -> line.matches("[A-Z][a-z ]+:"))
            .toList();
    assertEquals(
        List.of(
            "Window:",
            "Satellites:",
            "Element sets:",
            "Sites and mask:",
            "Output:",
            "General:",
            "Examples:"),
        headings);
    String help = Run.of("world", "--help").out();
    assertTrue(help.contains("\nGrid:\n      --resolution=DEGREES "), help);
  }

  @Test
  void helpShowsEveryOptionOnce() {
    for (CommandLine command : commands(Main.program(silent(), "--help"))) {
      String help = HelpPage.inLines(command.getUsageMessage());
      for (OptionSpec option : command.getCommandSpec().options()) {
        int shown = help.split("\n {2,6}(-., )?" + option.longestName() + "[ =]", -1).length - 1;
        assertEquals(option.hidden() ? 0 : 1, shown, option.longestName() + " in " + help);
      }
    }
  }

  private static List<CommandLine> commands(CommandLine program) {
    List<CommandLine> all = new ArrayList<>(List.of(program));
    program.getSubcommands().values().forEach(command -> all.addAll(commands(command)));
    return all;
  }

  private static Console silent() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return new Console(nowhere, nowhere, false, Map.of(), Run.NOON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-11-25T06:00",
        "2020-11-25 06:00",
        "2020-11-25T06:00:00",
        "2020-11-25T06:00Z",
        "2020-11-25T06:00:00.000Z",
        "2020-11-25T09:00+03:00"
      })
  void momentIsInUtcUnlessItSaysOtherwise(String moment) {
    Run run = Run.of("sky", "ET", "--at", moment, "--format", "json");
    assertEquals("2020-11-25T06:00:00.000Z", run.json().at("/utc").asText(), run.err());
  }

  @Test
  void helpOfDurationNamesItsLimit() {
    assertTrue(Run.ofLine("capitals --help").out().contains("up to 366d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "capitals --version"})
  void versionIsAResult(String arguments) {
    Run version = Run.ofLine(arguments);
    assertEquals(0, version.exitCode());
    assertTrue(version.out().startsWith("skytally "), version.out());
  }

  @ParameterizedTest
  @CsvSource({
    "--version, ''",
    "-V, ''",
    "capitals --help, capitals",
    "sky ET, sky",
    "archive list, archive",
  })
  void onlyTheCommandOfTheArgumentsIsSetUp(String arguments, String commands) {
    assertEquals(commands, String.join(" ", commandsFor(arguments.split(" "))));
  }

  @Test
  void everyCommandIsSetUpAlone() {
    List<String> all = commandsFor("--help");
    assertEquals(15, all.size());
    for (String name : all) {
      assertEquals(List.of(name), commandsFor(name));
    }
  }

  private static List<String> commandsFor(String... arguments) {
    return List.copyOf(Main.program(silent(), arguments).getSubcommands().keySet());
  }

  /** Runs of tests are made on 2026-10-07. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "capitals",
        "passes ET",
        "sky ET",
        "plan ET",
        "elements",
        "world --resolution 5 --every 1h",
      })
  void todayYesterdayAndTomorrowAreDaysInUtc(String command) {
    Run today = Run.ofLine(command + " --date 2026-10-07");
    assertEquals(0, today.exitCode(), today.err());
    assertEquals(today, Run.ofLine(command + " --date today"));
    assertEquals(
        Run.ofLine(command + " --date 2026-10-06"), Run.ofLine(command + " --date Yesterday"));
    assertEquals(
        Run.ofLine(command + " --date 2026-10-08"), Run.ofLine(command + " --date tomorrow"));
  }
}
