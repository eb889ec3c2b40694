package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.geography.PlaceNames;
import dev.skytally.input.TextFile;
import dev.skytally.internal.input.SimilarNames;
import dev.skytally.site.GroundSite;
import dev.skytally.site.SiteNames;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** The parameter for the one site of a command. */
public final class SiteParameter {
  private static final String DID_YOU_MEAN = "; did you mean ";

  /** Numbers with decimal commas, or two places without fractions. */
  private static final Pattern TWO_OR_ONE =
      Pattern.compile("^([-+]?\\d+),(\\d+),? +([-+]?\\d+),(\\d+)$");

  private final PositionalParamSpec parameter;
  private final CommandSpec command;

  public SiteParameter(CommandSpec command, Console console) {
    this(command, console, true);
  }

  private SiteParameter(CommandSpec command, Console console, boolean isRequired) {
    this.command = command;
    parameter =
        PositionalParamSpec.builder()
            .index("0")
            .arity(isRequired ? "1" : "0..1")
            .required(isRequired)
            .paramLabel("SITE")
            .type(String.class)
            .description(
                "A capital, a large city, a country, its ISO code, or an unambiguous beginning of such"
                    + " a name;"
                    + console.words(" with --sites, a name in that file;", "")
                    + " or LAT,LON[,HEIGHT] in degrees (north and east positive) and metres; or"
                    + " coordinates such as 47.03N,28.84E or geo:47.03,28.84.")
            .build();
    command.addPositional(parameter);
  }

  /** Adds the parameter of a command that can also take all sites of a list. */
  public static SiteParameter optional(CommandSpec command, Console console) {
    return new SiteParameter(command, console, false);
  }

  public boolean isGiven() {
    return parameter.getValue() != null;
  }

  /** Returns the site that the argument names. */
  public GroundSite place(VisibilityOptions visibility) throws IOException {
    return place(visibility.sites(), visibility.areCapitals());
  }

  /** Returns the site that the argument names, of some sites or anywhere. */
  public GroundSite place(List<GroundSite> sites, boolean areCapitals) {
    String name = parameter.getValue();
    boolean isName = sites.stream().anyMatch(s -> s.name().equalsIgnoreCase(name.strip()));
    try {
      Optional<GroundSite> point = isName ? Optional.empty() : GroundSite.ofText(name);
      if (point.isPresent()) {
        return point.get().withName(withPoints(point.get().name()));
      }
    } catch (IllegalArgumentException e) {
      throw wrongUsage(TextFile.quoted(name.strip()) + ": " + e.getMessage());
    }
    List<GroundSite> cities = areCapitals ? PlaceNames.cities(name) : List.of();
    List<GroundSite> found = cities.isEmpty() ? SiteNames.of(sites).find(name) : cities;
    if (found.size() != 1) {
      String of = areCapitals ? "capital, country or city" : "site of the list";
      if (found.isEmpty() && areCapitals && isHalf(name)) {
        throw wrongUsage(
            "no %s is named %s; coordinates need a latitude and a longitude, such as 47.03N,28.84E"
                .formatted(of, TextFile.quoted(name)));
      }
      String problem = unknown(of, name, sites, found);
      throw wrongUsage(
          problem.contains(DID_YOU_MEAN) || !found.isEmpty()
              ? problem
              : problem + "; give its name, or LAT,LON such as -33.92,18.42");
    }
    return found.get(0);
  }

  /**
   * Returns {@code 47.28,48.29} for {@code 47,28 48,29}, which could also be two places; other
   * texts as they are.
   */
  public static String withPoints(String text) {
    return TWO_OR_ONE.matcher(text).replaceFirst("$1.$2,$3.$4");
  }

  /** Returns whether a text is a latitude or a longitude, or only the letter of a hemisphere. */
  private static boolean isHalf(String text) {
    String angle = text.strip().replaceFirst("^(?i)[NSEW]$", "0$0");
    return Stream.of("0N", "0E", "N0", "E0").anyMatch(other -> isPlace(angle + ";" + other));
  }

  private static boolean isPlace(String text) {
    try {
      return GroundSite.ofText(text).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Explains why a name does not mean exactly one of some sites. */
  public static String unknown(
      String of, String name, List<GroundSite> sites, List<GroundSite> found) {
    String named = of + " is named " + TextFile.quoted(name);
    if (!found.isEmpty()) {
      return "more than one %s: %s"
          .formatted(named, String.join(", ", found.stream().map(SiteParameter::place).toList()));
    }
    List<String> similar = SiteNames.of(sites).similar(name);
    List<String> beginning =
        similar.stream()
            .filter(known -> SimilarNames.begins(known, SimilarNames.plain(name)))
            .toList();
    if (beginning.size() > 1) {
      return "more than one name begins with %s, for example %s"
          .formatted(TextFile.quoted(name), String.join(", ", beginning));
    }
    return "no "
        + named
        + (similar.isEmpty() ? "" : DID_YOU_MEAN + String.join(" or ", similar) + "?");
  }

  private static String place(GroundSite site) {
    String point = "%s,%s".formatted(site.latitudeDegrees(), site.longitudeDegrees());
    return "%s (%s)"
        .formatted(site.name(), site.country().isEmpty() ? point : site.country() + ", " + point);
  }

  private ParameterException wrongUsage(String problem) {
    return new ParameterException(command.commandLine(), problem, parameter, null);
  }
}
