package dev.skytally.cli;

import dev.skytally.cli.console.Console;
import dev.skytally.cli.option.Heading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes a manual page for each command, and completion for shells, from the program's commands.
 */
final class ManualPages {
  private static final String ZSH_COMPLETION =
      """
      #compdef skytally
      # Loads the completion for bash, which zsh understands, but for the options that compopt sets.
      compopt() { : }
      autoload -U +X bashcompinit && bashcompinit
      source /usr/share/bash-completion/completions/skytally
      _bash_complete -o default -F _complete_skytally
      """;

  private static final String EXAMPLES = "Examples:";
  private static final String EXIT_CODES = "Exit codes: ";

  private ManualPages() {}

  /**
   * The first argument is a folder, which receives {@code man/man1} and {@code completion.*}. The
   * second one is the date of the pages.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    CommandLine program = program();
    Path pages = Files.createDirectories(folder.resolve("man").resolve("man1"));
    for (CommandLine command : withSubcommands(program)) {
      Files.writeString(pages.resolve(pageName(command) + ".1"), page(command, arguments[1]));
      completeAsDescribed(command.getCommandSpec());
    }
    Files.writeString(folder.resolve("completion.bash"), AutoComplete.bash("skytally", program));
    Files.writeString(folder.resolve("completion.zsh"), ZSH_COMPLETION);
  }

  static CommandLine program() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return Main.program(
        new Console(nowhere, nowhere, false, Map.of("HOME", "~"), Clock.systemUTC()));
  }

  static List<CommandLine> withSubcommands(CommandLine command) {
    List<CommandLine> all = new ArrayList<>();
    all.add(command);
    command.getSubcommands().values().forEach(each -> all.addAll(withSubcommands(each)));
    return all;
  }

  static String pageName(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  /** The page in the language of {@code man}, as man(7) describes it. */
  static String page(CommandLine command, String date) {
    CommandSpec spec = command.getCommandSpec();
    String name = pageName(command);
    boolean isProgram = spec.parent() == null;
    String purpose =
        isProgram
            ? "which navigation satellites can be seen from where"
            : lowerCaseFirst(
                String.join(" ", spec.usageMessage().header()).replaceFirst("\\.$", ""));
    StringBuilder page = new StringBuilder();
    page.append(".TH ")
        .append(name.toUpperCase(Locale.ROOT))
        .append(" 1 ")
        .append(date)
        .append(" Skytally\n");
    page.append(".SH NAME\n").append(text(name)).append(" \\- ").append(text(purpose)).append('\n');
    page.append(".SH SYNOPSIS\n.B ").append(text(spec.qualifiedName())).append('\n');
    page.append(text(synopsis(spec))).append('\n');
    appendSections(page, "DESCRIPTION", spec.usageMessage().description());
    if (!spec.positionalParameters().isEmpty() || !spec.options().isEmpty()) {
      page.append(".SH OPTIONS\n");
    }
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      page.append(".TP\n").append(emphasis(parameter.paramLabel())).append('\n');
      page.append(text(words(parameter.description()))).append('\n');
    }
    for (Heading heading : Heading.values()) {
      List<OptionSpec> options =
          spec.options().stream().filter(o -> heading.holds(o) && !o.hidden()).toList();
      if (!options.isEmpty()) {
        page.append(".SS ").append(heading.title()).append('\n');
      }
      for (OptionSpec option : options) {
        page.append(".TP\n").append(title(option, command.getHelp())).append('\n');
        page.append(text(words(option.description()))).append('\n');
      }
    }
    if (!command.getSubcommands().isEmpty()) {
      page.append(".SH COMMANDS\n");
      for (CommandLine each : command.getSubcommands().values()) {
        page.append(".TP\n.BR ").append(text(pageName(each))).append(" (1)\n");
        page.append(text(words(each.getCommandSpec().usageMessage().header()))).append('\n');
      }
    }
    appendSections(page, "NOTES", spec.usageMessage().footer());
    page.append(".SH SEE ALSO\n");
    page.append(isProgram ? ".BR skytally-capitals (1)\n" : ".BR skytally (1)\n");
    return page.toString();
  }

  /** Completes values as the options' descriptions write them, not as constants of Java. */
  private static void completeAsDescribed(CommandSpec command) {
    for (OptionSpec option : List.copyOf(command.options())) {
      if (option.completionCandidates() != null) {
        List<String> described = List.of(words(option.description()).split("[^A-Za-z-]+"));
        List<String> values = new ArrayList<>();
        for (String constant : option.completionCandidates()) {
          Stream.of(constant, constant.toLowerCase(Locale.ROOT).replace('_', '-'))
              .filter(described::contains)
              .forEach(values::add);
        }
        command.remove(option);
        command.addOption(option.toBuilder().completionCandidates(values).build());
      }
    }
  }

  private static String synopsis(CommandSpec spec) {
    StringBuilder synopsis = new StringBuilder("[OPTIONS]");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      String label = parameter.paramLabel() + (parameter.arity().isVariable() ? "..." : "");
      synopsis.append(' ').append(parameter.required() ? label : "[" + label + "]");
    }
    if (!spec.subcommands().isEmpty()) {
      synopsis.append(" COMMAND");
    }
    return synopsis.toString();
  }

  /** Names in bold, and the parameter in italics. */
  private static String title(OptionSpec option, CommandLine.Help help) {
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add("\\fB" + text(name) + "\\fR");
    }
    String label =
        help.parameterLabelRenderer().renderParameterLabel(option, Ansi.OFF, List.of()).toString();
    return String.join(", ", names) + (label.isEmpty() ? "" : "=" + emphasis(label.substring(1)));
  }

  private static String emphasis(String label) {
    return "\\fI" + text(label) + "\\fR";
  }

  /**
   * Appends paragraphs, and indented lines as they are. Text before the first heading belongs to a
   * section of the given name.
   */
  private static void appendSections(StringBuilder page, String first, String[] lines) {
    boolean hasHeading = false;
    boolean isIndented = false;
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      if (line.startsWith(" ") != isIndented) {
        isIndented = !isIndented;
        page.append(isIndented ? ".EX\n" : ".EE\n");
      }
      if (line.equals(EXAMPLES)) {
        page.append(".SH EXAMPLES\n");
      } else if (line.startsWith(EXIT_CODES)) {
        page.append(".SH EXIT STATUS\n").append(text(line.substring(EXIT_CODES.length())));
        page.append('\n');
      } else {
        page.append(isIndented ? "" : hasHeading ? ".PP\n" : ".SH " + first + "\n");
        page.append(text(unescaped(line))).append('\n');
      }
      hasHeading = true;
    }
    page.append(isIndented ? ".EE\n" : "");
  }

  private static String words(String[] lines) {
    return unescaped(String.join(" ", lines).replaceAll(" +", " ").strip());
  }

  /** As picocli prints it, which takes texts for formats. */
  private static String unescaped(String text) {
    return text.replace("%%", "%").replace("%n", " ");
  }

  /** Escapes what is special to roff: backslashes, hyphens, and marks at the start of a line. */
  private static String text(String plain) {
    String escaped =
        plain
            .replace("\\", "\\e")
            .replace("-", "\\-")
            .replace("'", "\\(aq")
            .replace("~", "\\(ti")
            .replace("^", "\\(ha")
            .replace("`", "\\(ga");
    return escaped.startsWith(".") ? "\\&" + escaped : escaped;
  }

  private static String lowerCaseFirst(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
