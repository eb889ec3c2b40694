package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import dev.skytally.site.ElevationMask;
import dev.skytally.site.GroundSite;
import dev.skytally.site.SiteList;
import dev.skytally.site.WorldCapitals;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options for the user's own sites instead of the capitals. */
public final class SitesOption {
  /** What messages to clients of the server call their list. */
  public static final String CLIENTS_LIST = "the list";

  private final OptionSpec file;

  private final OptionSpec columns =
      Heading.option(Heading.SITES, "--columns")
          .paramLabel("COLUMNS")
          .type(String.class)
          .description(
              "Names of columns in the file of --sites, for example"
                  + " name=Stadt,latitude_deg=Breite; or their numbers, if it has no header.")
          .build();

  private final OptionSpec encoding =
      Heading.option(Heading.SITES, "--encoding")
          .paramLabel("NAME")
          .type(Charset.class)
          .converters(new Arguments.Encoding())
          .description(
              "Encoding of the file of --sites, for example windows-1251 (default: utf-8, or the"
                  + " Windows code page that its letters suggest).")
          .build();

  private final CommandSpec command;
  private final Console console;

  /** Adds the options. */
  public SitesOption(CommandSpec command, Console console) {
    this(
        command,
        console,
        "Sites from FILE instead of the capitals: CSV (name,latitude_deg,longitude_deg and"
            + " optionally height_m, and the site's own mask_deg and horizon) or GeoJSON; '-' for"
            + " standard input.");
  }

  /** Adds the options, with another description of {@code --sites}. */
  public SitesOption(CommandSpec command, Console console, String description) {
    this.command = command;
    this.console = console;
    file =
        Heading.option(Heading.SITES, "--sites")
            .paramLabel("FILE")
            .type(Path.class)
            .description(description)
            .build();
    command.addOption(file).addOption(columns).addOption(encoding);
  }

  /** Returns the file, if one is given. */
  public Optional<Path> file() {
    return Optional.ofNullable(file.getValue());
  }

  /** Reads the sites; the capitals if no file is given. */
  public List<GroundSite> sites() throws IOException {
    Path path = file.getValue();
    if (path == null) {
      for (OptionSpec option : List.of(columns, encoding)) {
        if (option.getValue() != null) {
          throw wrongUsage(option.longestName() + " describes a file of sites, add --sites FILE");
        }
      }
      return WorldCapitals.all();
    }
    Charset given = encoding.getValue();
    TextFile text = text(path, given);
    Map<String, String> named = columns();
    List<GroundSite> sites = read(text, named);
    if (given == null && !text.charset().equals(StandardCharsets.UTF_8)) {
      console.warn(
          "%s is not UTF-8 and was read as %s; if names are wrong, give --encoding"
              .formatted(text.source(), text.charset().name()));
    }
    List<String> ignored = SiteList.ignoredColumns(text, named);
    if (!ignored.isEmpty()) {
      OutputOptions.warn(
          command,
          console,
          "%s: columns ignored: %s; --columns names those to read"
              .formatted(text.source(), String.join(", ", ignored)));
    }
    sites.forEach(this::warnOfGap);
    return sites;
  }

  /** Reads the list; columns that cannot be understood can be explained by an option. */
  private List<GroundSite> read(TextFile text, Map<String, String> named) throws IOException {
    try {
      return SiteList.read(text, named);
    } catch (InputFormatException e) {
      boolean isOfColumns = e.line() > 0 && e.line() <= lineOfHeader(text) && e.column() == 0;
      if (!named.isEmpty() || !isOfColumns) {
        throw e;
      }
      if (SiteList.isWithoutHeader(text)) {
        throw e.withRemedy("for example --columns name=1,latitude_deg=2,longitude_deg=3");
      }
      throw SiteList.ignoredColumns(text, named).isEmpty()
          ? e
          : e.withRemedy("or name its columns with --columns");
    }
  }

  private static int lineOfHeader(TextFile text) {
    int blank = 0;
    while (text.lines().get(blank).isBlank()) {
      blank++;
    }
    return blank + 1;
  }

  private TextFile text(Path path, Charset given) throws IOException {
    if (path.toString().equals("-")) {
      String source = console.words("standard input", CLIENTS_LIST);
      return given == null
          ? TextFile.readInAnyEncoding(source, console.input())
          : TextFile.read(source, console.input(), given);
    }
    return given == null ? TextFile.readInAnyEncoding(path) : TextFile.read(path, given);
  }

  /** Warns of a gap in the own horizon of a site. */
  private void warnOfGap(GroundSite site) {
    site.mask()
        .flatMap(ElevationMask::gap)
        .ifPresent(
            gap -> OutputOptions.warn(command, console, "horizon of " + site.name() + ": " + gap));
  }

  /**
   * Reads sites for a command that states one mask for all.
   *
   * @param why why it does
   */
  public List<GroundSite> sitesWithoutMasks(String why) throws IOException {
    List<GroundSite> sites = sites();
    if (sites.stream().anyMatch(site -> site.mask().isPresent())) {
      throw wrongUsage(
          file.getValue() + ": " + why + "; remove mask_deg and horizon, and give --mask");
    }
    return sites;
  }

  private Map<String, String> columns() {
    String given = columns.getValue();
    Map<String, String> named = new LinkedHashMap<>();
    if (given == null) {
      return named;
    }
    for (String pair : given.split(",", -1)) {
      int equals = pair.indexOf('=');
      String column = equals < 0 ? "" : pair.substring(0, equals).strip();
      if (!SiteList.COLUMNS.contains(column) || named.containsKey(column)) {
        throw wrongUsage(
            "--columns: %s, expected NAME=COLUMN once for each NAME out of %s"
                .formatted(TextFile.quoted(pair), String.join(", ", SiteList.COLUMNS)));
      }
      named.put(column, pair.substring(equals + 1).strip());
    }
    return named;
  }

  private ParameterException wrongUsage(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }
}
